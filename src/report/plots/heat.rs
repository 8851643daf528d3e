//! A year of days: a column a week from Monday on, the darker the more there was.

use super::drawing::{Anchor, Drawing, Ink};
use crate::schedule::StudyDay;

/// How many weeks are shown.
const WEEKS: usize = 53;
/// How many shades there are beside that of nothing.
const SHADES: usize = 4;

/// A day with something to tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The day.
    pub day: StudyDay,
    /// How much.
    pub value: usize,
    /// What it says.
    pub says: String,
}

/// The year that ends with `today`. `months` names the month that begins in the week of that Monday, if one does.
pub fn heat(
    width: f32,
    letter: f32,
    cells: &[Cell],
    today: StudyDay,
    weekdays: [&str; 7],
    month: impl Fn(StudyDay) -> Option<String>,
) -> Drawing {
    let mut drawing = Drawing::new(width, letter);
    let left = drawing.width_of(weekdays.iter().map(|name| name.chars().count()).max().unwrap_or(0)) + letter * 0.5;
    let step = (width - left) / WEEKS as f32;
    let (size, top) = (step * 0.82, letter * 1.5);
    let first = today + -(i32::from(today.weekday()) - 1) + -7 * (WEEKS as i32 - 1);
    let least_row = letter * 1.1;
    // On a narrow plot not every weekday has room for its name.
    let every = (least_row / step).ceil().max(1.0) as usize;
    for (place, name) in weekdays.iter().enumerate().step_by(every) {
        let y = top + step * place as f32 + size / 2.0;
        drawing.words([0.0, y], Anchor::Start, name, Ink::Soft, left);
    }
    let mut free_from = left;
    for week in 0..WEEKS {
        let x = left + step * week as f32;
        if let Some(name) = month(first + 7 * week as i32).filter(|_| x >= free_from) {
            let name_width = drawing.width_of(name.chars().count() + 1);
            if x + name_width <= width {
                drawing.words([x, letter * 0.6], Anchor::Start, &name, Ink::Soft, width);
            }
            free_from = x + name_width;
        }
    }
    let most = cells.iter().map(|cell| cell.value).max().unwrap_or(0);
    let days = today.days_since(first) as usize + 1;
    let mut shades = vec![(0_u8, ""); days];
    for cell in cells.iter().filter(|cell| cell.day >= first && cell.day <= today) {
        shades[cell.day.days_since(first) as usize] = (shade(cell.value, most), &cell.says);
    }
    for (place, (shade, says)) in shades.into_iter().enumerate() {
        let at = [left + step * (place / 7) as f32, top + step * (place % 7) as f32, size, size];
        let ink = if shade == 0 { Ink::Track } else { Ink::Level(shade) };
        drawing.filled(at, size * 0.2, ink, says);
    }
    drawing.height = top + step * 7.0;
    drawing
}

/// From 1 for the least to 4 for the most; 0 for nothing.
fn shade(value: usize, most: usize) -> u8 {
    if value == 0 { 0 } else { (value * SHADES).div_ceil(most.max(1)).clamp(1, SHADES) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::plots::Mark;

    #[test]
    fn little_is_more_than_nothing_and_the_most_has_the_deepest_shade() {
        assert_eq!([0, 1, 25, 26, 50, 76, 100].map(|value| shade(value, 100)), [0, 1, 1, 2, 2, 4, 4]);
        assert_eq!(shade(1, 1), 4);
        assert_eq!(shade(0, 0), 0);
    }

    #[test]
    fn today_is_the_last_box_and_no_day_is_beyond_it() {
        let today = StudyDay::from_iso("2026-11-28").expect("a date");
        let cell = |day, value| Cell { day, value, says: format!("{value}") };
        let cells = [cell(today + -400, 9), cell(today, 3), cell(today + 1, 7)];
        let drawing = heat(600.0, 13.0, &cells, today, ["Mon", "", "Wed", "", "Fri", "", "Sun"], |_| None);
        let said: Vec<&str> = drawing
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Box { says, .. } = mark { Some(&**says) } else { None })
            .collect();
        // A Saturday: the last week lacks its Sunday.
        assert_eq!(said.len(), 53 * 7 - 1);
        assert_eq!(said.iter().filter(|says| !says.is_empty()).collect::<Vec<_>>(), [&"3"]);
        assert_eq!(said.last(), Some(&"3"));
    }
}

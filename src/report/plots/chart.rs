//! Plots over time: lines through points, and columns.

use super::drawing::{Anchor, Dot, Drawing, Ink};

/// A series of points.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// What it is called; empty where there is only one.
    pub name: &'a str,
    /// The sign at its points.
    pub dot: Dot,
    /// What colour.
    pub ink: Ink,
    /// Place in time, value from 0 to 100, and what the point says.
    pub points: Vec<(f64, f64, String)>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// How high.
    pub value: usize,
    /// Whether it stands out.
    pub is_first: bool,
    /// What it says.
    pub says: String,
}

/// Lines of shares over time, from 0 to 100 %. `ends` are the words at both ends of time.
pub fn lines(width: f32, letter: f32, lines: &[Line<'_>], ends: [&str; 2]) -> Drawing {
    let mut drawing = Drawing::new(width, letter);
    let [left, right, top, bottom] = plane(&drawing, "100 %");
    for share in [0.0, 50.0, 100.0_f32] {
        let y = bottom - (bottom - top) * share / 100.0;
        drawing.line(vec![[left, y], [right, y]], 1.0, Ink::Grid);
        drawing.words([left - letter * 0.6, y], Anchor::End, &format!("{share} %"), Ink::Soft, left);
    }
    let all = || lines.iter().flat_map(|line| &line.points);
    let first = all().map(|point| point.0).fold(f64::INFINITY, f64::min);
    let last = all().map(|point| point.0).fold(f64::NEG_INFINITY, f64::max);
    let inset = drawing.dot_radius();
    let place = |(time, value, _): &(f64, f64, String)| {
        // A single point, or several at one time, stand in the middle.
        let share = if last > first { ((time - first) / (last - first)) as f32 } else { 0.5 };
        let x = left + inset + (right - left - 2.0 * inset) * share;
        [x, bottom - (bottom - top) * (*value as f32).clamp(0.0, 100.0) / 100.0]
    };
    for line in lines {
        let points: Vec<[f32; 2]> = line.points.iter().map(place).collect();
        if points.len() > 1 {
            drawing.line(points.clone(), letter * 0.14, line.ink);
        }
        for (at, (_, _, says)) in points.into_iter().zip(&line.points) {
            drawing.dot(at, line.dot, line.ink, says);
        }
    }
    finish(&mut drawing, [left, right, bottom], ends);
    let named: Vec<(&str, Dot, Ink)> =
        lines.iter().filter(|line| !line.name.is_empty()).map(|line| (line.name, line.dot, line.ink)).collect();
    if named.len() > 1 {
        drawing.key(&named);
    }
    drawing
}

/// Columns of counts.
pub fn columns(width: f32, letter: f32, columns: &[Column], ends: [&str; 2]) -> Drawing {
    let mut drawing = Drawing::new(width, letter);
    let most = round_up(columns.iter().map(|column| column.value).max().unwrap_or(0));
    let [left, right, top, bottom] = plane(&drawing, &most.to_string());
    for count in [0, most / 2, most] {
        let y = bottom - (bottom - top) * count as f32 / most as f32;
        drawing.line(vec![[left, y], [right, y]], 1.0, Ink::Grid);
        drawing.words([left - letter * 0.6, y], Anchor::End, &count.to_string(), Ink::Soft, left);
    }
    let step = (right - left) / columns.len().max(1) as f32;
    for (place, column) in columns.iter().enumerate() {
        let height = (bottom - top) * column.value as f32 / most as f32;
        let box_width = (step * 0.75).max(1.0);
        let x = left + step * place as f32 + (step - box_width) / 2.0;
        let ink = if column.is_first { Ink::Main } else { Ink::Second };
        if column.value > 0 {
            drawing.filled(
                [x, bottom - height, box_width, height],
                (box_width * 0.2).min(height / 2.0),
                ink,
                &column.says,
            );
        }
    }
    finish(&mut drawing, [left, right, bottom], ends);
    drawing
}

/// Left, right, top and bottom of where values stand.
fn plane(drawing: &Drawing, widest: &str) -> [f32; 4] {
    let letter = drawing.letter;
    let left = drawing.width_of(widest.chars().count()) + letter * 0.8;
    [left, drawing.width, letter * 0.8, letter * 12.0]
}

fn finish(drawing: &mut Drawing, [left, right, bottom]: [f32; 3], [begin, end]: [&str; 2]) {
    let letter = drawing.letter;
    let y = bottom + letter * 1.2;
    drawing.words([left, y], Anchor::Start, begin, Ink::Soft, (right - left) / 2.0);
    drawing.words([right, y], Anchor::End, end, Ink::Soft, (right - left) / 2.0);
    drawing.height = y + letter;
}

/// The next even number of which halves are easy to read.
fn round_up(most: usize) -> usize {
    let mut step = 1;
    loop {
        for nice in [2, 4, 6, 8, 10] {
            let nice = nice * step;
            if nice >= most {
                return nice;
            }
        }
        step *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::plots::Mark;

    fn line(points: &[(f64, f64)]) -> Line<'static> {
        let points = points.iter().map(|(time, value)| (*time, *value, String::new())).collect();
        Line { name: "", dot: Dot::Round, ink: Ink::Main, points }
    }

    fn dots(drawing: &Drawing) -> Vec<[f32; 2]> {
        let at = |mark: &Mark| match mark {
            Mark::Dot { at, .. } => Some(*at),
            _ => None,
        };
        drawing.marks.iter().filter_map(at).collect()
    }

    #[test]
    fn one_point_stands_in_the_middle_and_none_at_all_are_no_trouble() {
        assert_eq!(dots(&lines(400.0, 13.0, &[line(&[])], ["", ""])), Vec::<[f32; 2]>::new());
        let one = lines(400.0, 13.0, &[line(&[(7.0, 50.0)])], ["", ""]);
        let [left, right, ..] = plane(&one, "100 %");
        assert!((dots(&one)[0][0] - (left + right) / 2.0).abs() < 0.01);
    }

    #[test]
    fn a_score_below_nothing_stays_on_the_plot() {
        let drawing = lines(400.0, 13.0, &[line(&[(1.0, -80.0), (2.0, 250.0)])], ["", ""]);
        assert!(dots(&drawing).iter().all(|[_, y]| *y >= 0.0 && *y <= drawing.height));
    }

    #[test]
    fn scales_end_where_they_are_easy_to_read() {
        assert_eq!([0, 1, 2, 3, 5, 9, 11, 41, 100, 101].map(round_up), [2, 2, 2, 4, 6, 10, 20, 60, 100, 200]);
    }

    #[test]
    fn no_column_is_higher_than_the_scale() {
        let of = |value| Column { value, is_first: false, says: String::new() };
        let drawing = columns(300.0, 13.0, &[of(0), of(3), of(17)], ["today", "in 30 days"]);
        let boxes: Vec<[f32; 4]> = drawing
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Box { place, .. } = mark { Some(*place) } else { None })
            .collect();
        assert_eq!(boxes.len(), 2, "nothing is drawn of a day without any");
        assert!(boxes.iter().all(|[_, top, _, height]| *top >= 0.0 && top + height <= drawing.height));
    }
}

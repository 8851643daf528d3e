//! Reads a list of options as numbers of one unit. Never judges one alone: what a comma means, its neighbours tell.

use crate::bank::values::quantity::{Quantity, convert, readings};

/// The values of `options`, if all are numbers and no two have different units; some may go without.
///
/// In `5,000` the comma may group thousands or begin a fraction. It is read in the style in which all options can be
/// written, in the English one (comma groups, point parts) where there is a choice: so `500` stands before `5,000`.
/// Where no style suits all, such an option is not a number.
pub(crate) fn values(options: &[&str]) -> Option<Vec<f64>> {
    let style = Style::BOTH.into_iter().find(|style| options.iter().all(|option| style.suits(option)));
    let quantities: Vec<Quantity> = options.iter().map(|option| read(option, style)).collect::<Option<_>>()?;
    let mut units = quantities.iter().map(|quantity| &*quantity.unit).filter(|unit| !unit.is_empty());
    let is_one_unit = units.next().is_none_or(|first| units.all(|unit| is_same_unit(unit, first)));
    is_one_unit.then(|| quantities.into_iter().map(|quantity| quantity.value).collect())
}

fn read(option: &str, style: Option<Style>) -> Option<Quantity> {
    let mut readings = readings(option);
    if readings.len() < 2 {
        return readings.pop();
    }
    // The reading as a fraction comes first, the one in thousands last.
    let is_fraction = option.chars().find(|sign| matches!(sign, '.' | ',')) == Some(style?.point);
    if is_fraction { readings.into_iter().next() } else { readings.pop() }
}

/// `hour` and `hours`, `MJ` and `megajoules`; not `kJ` and `MJ`, although one can be turned into the other: in a list
/// of those it is not the number that has an order.
fn is_same_unit(one: &str, other: &str) -> bool {
    convert(1.0, one, other) == Some(1.0)
}

/// How a language writes numbers.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// Groups thousands.
    group: char,
    /// Begins the fraction.
    point: char,
}

impl Style {
    const BOTH: [Self; 2] = [Self { group: ',', point: '.' }, Self { group: '.', point: ',' }];

    /// Whether the number in `text` can have been written so. Spaces and apostrophes group in every style.
    fn suits(self, text: &str) -> bool {
        let number = text.trim_start_matches(|sign| !is_part(sign));
        let number = &number[..number.find(|sign| !is_part(sign) && !is_space(sign)).unwrap_or(number.len())];
        let number = number.trim_end_matches(|sign: char| !sign.is_ascii_digit()).replace(is_space, "");
        let (whole, fraction) = number.split_once(self.point).unwrap_or((&number, ""));
        let Some((first, groups)) = whole.split_once(self.group) else { return has_digits_alone(fraction) };
        has_digits_alone(fraction)
            && (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && self.are_groups(groups)
    }

    /// In threes, or in twos before the last three as in India.
    fn are_groups(self, groups: &str) -> bool {
        let (middle, last) = groups.rsplit_once(self.group).unwrap_or(("", groups));
        last.len() == 3 && (middle.is_empty() || middle.split(self.group).all(|group| (2..=3).contains(&group.len())))
    }
}

fn is_part(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, '.' | ',')
}

fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\'' | '’')
}

fn has_digits_alone(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

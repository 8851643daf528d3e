//! Figures as words and small drawings that the parts of the page share. Drawn in outlines: browsers leave backgrounds out of
//! print, and not everybody sees colours.

use crate::bank::Kind;
use crate::class::{ItemFigures, OptionFigures, Trust};
use crate::report::printed::{Html, NoPictures, escaped};

/// Text of a bank, formatted.
pub(super) fn formatted(text: &str) -> String {
    Html { pictures: &NoPictures, bank_id: "" }.option(text.trim())
}

/// Whatever has a name, so that its letters cannot turn the rest of the line about.
pub(super) fn name(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}

/// A number with its decimals, a real minus sign where it is below 0, and never −0.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let written = format!("{value:.decimals$}");
    let is_zero = written.chars().all(|letter| matches!(letter, '-' | '0' | '.'));
    if is_zero { written.replace('-', "") } else { written.replace('-', "\u{2212}") }
}

/// A number, or a dash that is read as what it means.
pub(super) fn maybe(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| NONE.to_owned(), |value| number(value, decimals))
}

/// What cannot be computed.
pub(super) const NONE: &str = "<span aria-label=\"cannot be computed\">–</span>";

/// `0.55 to 0.71`; nothing without an interval.
pub(super) fn interval(low: Option<f64>, high: Option<f64>, decimals: usize) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{} to {}", number(low, decimals), number(high, decimals)),
        _ => String::new(),
    }
}

/// The correlation with the rest and its interval, or why there is none.
pub(super) fn discrimination(item: &ItemFigures) -> (String, String) {
    let share = |percent: Option<f64>| percent.map(|percent| percent / 100.0);
    match (item.discrimination_index, Trust::discrimination(item.attempts)) {
        (_, Trust::TooFew { learners, .. }) => (NONE.to_owned(), format!("needs {learners} learners")),
        (None, _) => (NONE.to_owned(), "all alike".to_owned()),
        (Some(index), _) => {
            (number(index / 100.0, 2), interval(share(item.discrimination_low), share(item.discrimination_high), 2))
        }
    }
}

/// A bar from 0 to 1 in an outline, with its interval as a whisker.
pub(super) fn bar(share: f64, interval: Option<(f64, f64)>) -> String {
    const WIDTH: f64 = 120.0;
    let at = |share: f64| 1.0 + (WIDTH - 2.0) * share.clamp(0.0, 1.0);
    let whisker = interval.map_or(String::new(), |(low, high)| {
        let (low, high) = (at(low), at(high));
        format!("<path class=\"whisker\" d=\"M{low:.1} 7H{high:.1}M{low:.1} 3V11M{high:.1} 3V11\"/>")
    });
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 {WIDTH} 14\" aria-hidden=\"true\">\
         <rect class=\"outline\" x=\".5\" y=\"1.5\" width=\"{}\" height=\"11\"/>\
         <rect class=\"full\" x=\".5\" y=\"1.5\" width=\"{:.1}\" height=\"11\"/>{whisker}</svg>",
        WIDTH - 1.0,
        at(share) - 0.5
    )
}

/// A column for each option, as high as it was chosen often; keys are filled and have a tick.
pub(super) fn columns(options: &[OptionFigures]) -> String {
    const STEP: usize = 17;
    const HEIGHT: f64 = 26.0;
    let most = f64::from(options.iter().map(|option| option.chosen).max().unwrap_or(0).max(1));
    let mut drawn = String::new();
    let mut words = Vec::new();
    for (place, option) in options.iter().enumerate() {
        let (x, height) = (place * STEP + 1, (HEIGHT * f64::from(option.chosen) / most).max(1.0));
        let (class, key) = if option.is_key { ("full", " (key)") } else { ("outline", "") };
        drawn += &format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{:.1}\" width=\"13\" height=\"{height:.1}\"/>",
            HEIGHT + 1.0 - height
        );
        if option.is_key {
            drawn += &format!("<path class=\"tick\" d=\"M{} {}l3 3l5 -6\"/>", x + 3, HEIGHT + 7.0);
        }
        words.push(format!("{}{key}: {}", option.text, option.chosen));
    }
    format!(
        "<svg class=\"columns\" viewBox=\"0 0 {} 38\" width=\"{}\" height=\"38\" role=\"img\" aria-label=\"{}\">{drawn}</svg>",
        options.len() * STEP,
        options.len() * STEP,
        escaped(&words.join("; "))
    )
}

/// A kind as people call it.
pub(super) fn kind_words(kind: Kind) -> String {
    kind.as_str().replace('_', " ")
}

/// Milliseconds as seconds or minutes.
pub(super) fn time(ms: u32) -> String {
    let secs = f64::from(ms) / 1000.0;
    match secs {
        ..10.0 => format!("{} s", number(secs, 1)),
        ..120.0 => format!("{} s", number(secs, 0)),
        _ => format!("{} min", number(secs / 60.0, 1)),
    }
}

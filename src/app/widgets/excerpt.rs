//! A line of a bank's text with the place underlined that a problem is about.

use crate::app::theme::{CONTROL_RADIUS, Theme};
use crate::bank::Severity;
use crate::syntax::{Excerpt, LineIndex};
use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Frame, Label, Margin, Stroke, Ui};
use std::ops::Range;

/// Shows the line that `span` begins on, as far as it goes underlined.
pub fn show<T: AsRef<str>>(ui: &mut Ui, lines: &LineIndex<T>, span: &Range<usize>, severity: Severity) {
    let theme = Theme::of(ui.ctx());
    let palette = &theme.palette;
    let (line, underlined) = lines.first_line(span);
    let excerpt = Excerpt::of(line, &underlined);
    let colour = match severity {
        Severity::Error => palette.wrong,
        Severity::Warning => palette.amber,
    };
    let plain = TextFormat::simple(theme.mono(), palette.text);
    let under = TextFormat { underline: Stroke::new(2.0, colour), ..plain.clone() };
    let mut job = LayoutJob::default();
    job.append(&format!("{}  ", lines.place(span.start).line), 0.0, TextFormat::simple(theme.mono(), palette.soft));
    if excerpt.skipped_chars > 0 {
        job.append("… ", 0.0, TextFormat::simple(theme.mono(), palette.soft));
    }
    let range = excerpt.underlined.clone();
    // What stands before is indented as in the file, but deep indents leave no room for what matters.
    job.append(excerpt.text[..range.start].trim_start(), 0.0, plain.clone());
    match &excerpt.text[range.clone()] {
        // Nothing stands there: a blank shows where.
        "" => job.append(" ", 0.0, under),
        text => job.append(text, 0.0, under),
    }
    job.append(&excerpt.text[range.end..], 0.0, plain);
    Frame::new()
        .fill(palette.sunk)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(job).wrap());
        });
}

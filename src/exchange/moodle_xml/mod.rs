//! Moodle XML: reads and writes questions with their pictures.

mod calculated;
mod cloze;
mod cloze_gap;
mod element;
mod fields;
pub(super) mod gap_text;
mod kinds;
pub(super) mod losses;
mod matching;
mod plugins;
mod question;
mod scan;
mod typed;
mod write;
mod write_calculated;
mod write_field;
mod write_hotspot;

pub(super) use cloze_gap::{EmbeddedGap, GapKind, percent, taken_apart};
pub(super) use fields::is_html;
pub(super) use kinds::KINDS;
pub(super) use matching::{GROUPS, paired};
pub(super) use question::category_topic;
pub(super) use typed::{parsed, without_wildcards};
pub(super) use write::write;

use crate::bank::Progress;
use crate::exchange::{DraftBank, Place, Unreadable};
use question::FileReader;

/// Reads a text. Each question is read by itself, so that a broken one takes no other with it.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let mut reader = FileReader::default();
    for (count, span) in scan::Questions::of(text).enumerate() {
        reader.read(&span);
        if count % 64 == 0 && !progress.advance(span.end as f32 / text.len().max(1) as f32) {
            return Err(Unreadable::Cancelled);
        }
    }
    if reader.bank.drafts.is_empty() && !text.contains("<quiz") {
        return Err(Unreadable::NotRecognised);
    }
    let said = reader.dropped.into_iter().map(|(remark, line)| (Place::line(line), remark));
    reader.bank.remarks.extend(said);
    Ok(reader.bank)
}

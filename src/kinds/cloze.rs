//! A text whose gaps are filled: typed, or picked from a list.

use crate::bank::check::findings::{Findings, alike_pairs, in_answer};
use crate::bank::model::cloze::Gap;
use crate::bank::wording::signs::is_blank;
use crate::bank::{ClozeText, Problem, Question};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::lookup::Lookup;
use crate::kinds::shared::oddity::Oddity;
use crate::kinds::shared::parts::{join_parts, split_parts};
use crate::kinds::shared::text_key::TextKey;
use crate::kinds::steps::{Part, Step, Steps};
use crate::syntax::layout::{Fields, Node};

/// See [`crate::bank::Answer::Cloze`].
pub(super) struct Cloze<'q> {
    pub text: &'q ClozeText,
}

/// Whether a gap is filled right: typed as a text without slips, or picked exactly.
pub fn is_gap_right(gap: &Gap, filled: &str) -> bool {
    match gap {
        Gap::Typed(accept) => {
            TextKey { accept, ..TextKey::default() }.mark(filled, &mut Steps::unasked()) == Mark::RIGHT
        }
        Gap::List(_) => *filled == *gap.right(),
    }
}

impl<'q> AnswerKind<'q> for Cloze<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if let Some(fault) = self.text.fault() {
            findings.add(in_answer("text"), Problem::Cloze(fault.clone()));
        }
        for gap in self.text.gaps() {
            let options = gap.options();
            for (_, later) in alike_pairs(options.iter()) {
                findings.add(in_answer("text"), Problem::DuplicateOption { option: options[later].clone() });
            }
        }
    }

    fn options(&self) -> Vec<&'q str> {
        self.text.list_options().collect()
    }

    fn right(&self) -> Right {
        Right::Nothing
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Lists(self.text.list_ranges().collect())
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Gaps(self.text)
    }

    fn texts(&self, visit: &mut Visit<'_, 'q>) {
        visit(self.text.source(), &|| in_answer("text").to_vec());
    }

    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Cloze(filled) = response else { return Mark::WRONG };
        let (mut right, mut all) = (0, 0);
        for (place, gap) in self.text.gaps().enumerate() {
            let filled = filled.get(place).map_or("", String::as_str);
            let is_right = is_gap_right(gap, filled);
            steps.note(|| Step::Part {
                part: Part::Gap,
                number: place + 1,
                given: if is_blank(filled) { String::new() } else { filled.to_owned() },
                right: gap.right().to_owned(),
                is_right,
            });
            if let Gap::Typed(accept) = gap
                && !is_right
                && !is_blank(filled)
                && steps.are_asked()
            {
                TextKey { accept, ..TextKey::default() }.mark(filled, steps);
            }
            right += usize::from(is_right);
            all += 1;
        }
        steps.note(|| Step::PartsRight { part: Part::Gap, right, all });
        Mark::ratio(right, all)
    }

    fn correct_parts(&self) -> Vec<String> {
        self.text.gaps().map(|gap| gap.right().to_owned()).collect()
    }

    fn correct_written(&self) -> String {
        join_parts(self.text.gaps().map(Gap::right))
    }

    /// The parts as texts of the gaps; gaps at the end may be left out. A part for a list is one of its options.
    fn parse(&self, written: &str) -> Option<Response> {
        let mut parts = split_parts(written).into_iter();
        let fill = |gap: &Gap| {
            let part = parts.next().unwrap_or_default();
            match gap {
                Gap::List(options) if !is_blank(&part) => find(options, &part),
                Gap::List(_) | Gap::Typed(_) => Some(part),
            }
        };
        let response = Response::Cloze(self.text.gaps().map(fill).collect::<Option<_>>()?);
        (parts.next().is_none() && !response.is_blank()).then_some(response)
    }

    /// The parts as they stand in the gaps; an option that a list does not have is not right. With more parts than gaps
    /// nobody knows which part belongs where.
    fn parse_leniently(&self, written: &str) -> Lenient {
        let (mut filled, gaps) = (split_parts(written), self.text.gaps().count());
        while filled.len() > gaps && filled.last().is_some_and(|part| is_blank(part)) {
            filled.pop();
        }
        if filled.len() > gaps {
            return (None, Some(Oddity::TooManyParts { parts: filled.len(), gaps }));
        }
        filled.resize(gaps, String::new());
        let mut oddity = None;
        for (gap, part) in self.text.gaps().zip(&mut filled) {
            let Gap::List(options) = gap else { continue };
            match find(options, part) {
                Some(found) => *part = found,
                None if is_blank(part) => {}
                None => drop(oddity.get_or_insert(Oddity::NoSuchOption { part: part.clone() })),
            }
        }
        (Some(Response::Cloze(filled)), oddity)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Cloze(filled) = response else { return String::new() };
        join_parts(filled.iter().map(String::as_str))
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        let Response::Cloze(filled) = response else { return Vec::new() };
        filled.clone()
    }

    fn ron(&self) -> Node {
        Node::Struct("Cloze", Fields::new().with("text", Node::text(self.text.source())))
    }
}

/// The option that a part names.
fn find(options: &[Box<str>], part: &str) -> Option<String> {
    let found = Lookup::new(options.iter().map(|option| &**option).collect()).find(part)?;
    Some(options[found].to_string())
}

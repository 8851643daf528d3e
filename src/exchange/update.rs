//! The text of an imported bank: written first, and brought up to date when its file is imported again. Whatever a teacher
//! has changed since stays. Opens no file.

use crate::bank::{Bank, Question, QuestionPlace, question_places, write};
use crate::exchange::origins::{Origin, hash};
use crate::exchange::{DraftBank, Format, MadeBank};
use crate::syntax::edit::{Edit, Edits};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// The text of a bank after an import, and what became of its questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedText {
    /// The text.
    pub text: String,
    /// How many questions were added.
    pub added: usize,
    /// How many were changed as the file has changed.
    pub changed: usize,
    /// How many were the same in the file as before.
    pub unchanged: usize,
    /// Drafts whose question was changed in the file and in the bank: the bank's stays.
    pub changed_here: Vec<usize>,
    /// Ids of questions that the file does not have any more; they stay.
    pub no_longer: Vec<Box<str>>,
}

impl ImportedText {
    /// Whether a bank that was there already has not one question of the file.
    pub fn is_of_other_questions(&self) -> bool {
        let found = self.changed + self.unchanged + self.changed_here.len();
        found == 0 && self.added > 0 && !self.no_longer.is_empty()
    }
}

const HEAD: &str = "// Imported from ";

/// The text of a bank that was made just now. `source` is the name of the file.
pub fn first_text(made: &MadeBank, drafts: &DraftBank, format: Format, source: &str) -> ImportedText {
    let text = write(&made.bank);
    let found = questions(&text);
    let edits = found.iter().zip(&made.made).map(|(place, one)| Edit {
        span: place.span.start..place.span.start,
        new_text: format!("{}\n        ", origin(made, drafts, format, place.index, one.draft).comment()).into(),
    });
    let head = format!(
        "{HEAD}{} ({}). The comment above each question tells where it comes from:\n\
         // with it, importing the file again changes what has changed there and doubles nothing.\n",
        source.replace(['\n', '\r'], " "),
        format.title(),
    );
    let text = Edits::new(edits).and_then(|edits| edits.apply(&text)).unwrap_or(text);
    ImportedText { text: head + &text, added: made.made.len(), ..ImportedText::default() }
}

/// Whether a bank was imported, so that it may be brought up to date.
pub fn was_imported(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with(HEAD)
}

/// The text of a bank that was imported before, with what has changed in the file since. `None` where the bank cannot be
/// read, so that nothing in it can be found again.
pub fn update(old: &str, made: &MadeBank, drafts: &DraftBank, format: Format) -> Option<ImportedText> {
    let known = questions(old);
    let fresh_text = write(&made.bank);
    let fresh = questions(&fresh_text);
    let origins: Vec<Origin> =
        fresh.iter().zip(&made.made).map(|(place, one)| origin(made, drafts, format, place.index, one.draft)).collect();
    let found = Finder::of(&known).find(&known, &origins);
    let mut told = ImportedText::default();
    let mut edits: Vec<Edit> = Vec::new();
    let mut added = String::new();
    let mut taken: BTreeSet<Box<str>> = known.iter().map(|one| one.id.clone()).collect();
    for (((place, one), new_origin), there) in fresh.iter().zip(&made.made).zip(&origins).zip(&found) {
        let question = &made.bank.questions[place.index];
        let Some(there) = *there else {
            let (question_text, origin) = with_free_id(question, new_origin, &mut taken);
            added.push_str(&format!("        {}\n        {question_text},\n", origin.comment()));
            told.added += 1;
            continue;
        };
        let there = &known[there];
        let Some(old_origin) = &there.origin else { continue };
        if old_origin.hash == new_origin.hash {
            told.unchanged += 1;
        } else if there.hash.as_ref() != Some(&old_origin.hash) {
            told.changed_here.push(one.draft);
        } else {
            let renamed = Question { id: there.id.clone(), ..question.clone() };
            let comment = Origin { key: old_origin.key.clone(), hash: new_origin.hash.clone() };
            edits.push(Edit { span: there.span.clone(), new_text: question_text(&renamed).into() });
            edits.push(Edit { span: there.comment.clone(), new_text: comment.comment().into() });
            told.changed += 1;
        }
    }
    let is_left = |index: &usize| known[*index].origin.is_some() && !found.contains(&Some(*index));
    told.no_longer = (0..known.len()).filter(is_left).map(|index| known[index].id.clone()).collect();
    if !added.is_empty() {
        append(old, known.last()?, added.trim_end(), &mut edits);
    }
    told.text = Edits::new(edits).ok()?.apply(old).ok()?;
    Some(told)
}

/// A question where it stands in a text.
struct Placed {
    /// Its place among the questions that could be read.
    index: usize,
    id: Box<str>,
    span: Range<usize>,
    /// The comment with its origin; empty without one.
    comment: Range<usize>,
    origin: Option<Origin>,
    /// The hash of the question as it stands there; `None` where it cannot be read.
    hash: Option<Box<str>>,
}

/// Every question of a text with its place.
fn questions(text: &str) -> Vec<Placed> {
    let mut from = 0;
    let mut index = 0;
    let place = |QuestionPlace { span, id, question }| {
        let found = Origin::last_in(&text[from..span.start]);
        let comment = found.as_ref().map_or(span.start..span.start, |(origin, back)| {
            let start = span.start - back;
            start..start + origin.comment().len()
        });
        from = span.end;
        let hash = question.as_ref().map(hash);
        index += usize::from(hash.is_some());
        let origin = found.map(|(origin, _)| origin);
        Placed { index: index.saturating_sub(1), id, span, comment, origin, hash }
    };
    question_places(text).into_iter().map(place).collect()
}

/// What a question is looked for by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pass {
    SameUnderItsName,
    Same,
    OfItsName,
}

/// Finds questions that were imported before, each once.
struct Finder {
    by_key: HashMap<Box<str>, Vec<usize>>,
    by_hash: HashMap<Box<str>, Vec<usize>>,
    is_left: Vec<bool>,
}

impl Finder {
    fn of(known: &[Placed]) -> Self {
        let mut finder = Self { by_key: HashMap::new(), by_hash: HashMap::new(), is_left: vec![true; known.len()] };
        for (place, origin) in known.iter().enumerate().filter_map(|(place, one)| Some((place, one.origin.as_ref()?))) {
            finder.by_key.entry(origin.key.clone()).or_default().push(place);
            finder.by_hash.entry(origin.hash.clone()).or_default().push(place);
        }
        finder
    }

    /// The place of each question of the file: first of all that says the same under the same name, then those that say the
    /// same, then those of the same name. So a new question takes no other's place, wherever it stands.
    fn find(mut self, known: &[Placed], origins: &[Origin]) -> Vec<Option<usize>> {
        let mut found = vec![None; origins.len()];
        let is_same =
            |place: &usize, origin: &Origin| known[*place].origin.as_ref().is_some_and(|own| own.hash == origin.hash);
        for pass in [Pass::SameUnderItsName, Pass::Same, Pass::OfItsName] {
            for (found, origin) in found.iter_mut().zip(origins).filter(|(found, _)| found.is_none()) {
                let among = match pass {
                    Pass::Same => self.by_hash.get(&origin.hash),
                    Pass::SameUnderItsName | Pass::OfItsName => self.by_key.get(&origin.key),
                };
                let is_wanted = |place: &&usize| {
                    self.is_left[**place] && (pass != Pass::SameUnderItsName || is_same(place, origin))
                };
                *found = among.and_then(|places| places.iter().find(is_wanted).copied());
                if let Some(place) = *found {
                    self.is_left[place] = false;
                }
            }
        }
        found
    }
}

fn origin(made: &MadeBank, drafts: &DraftBank, format: Format, question: usize, draft: usize) -> Origin {
    Origin::of(&drafts.drafts[draft], &made.bank.questions[question], format)
}

fn with_free_id(question: &Question, origin: &Origin, taken: &mut BTreeSet<Box<str>>) -> (String, Origin) {
    let ids = std::iter::once(question.id.clone())
        .chain((2..).map(|number| format!("{}-{number}", question.id).into_boxed_str()));
    let id = ids.into_iter().find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(id.clone());
    (question_text(&Question { id, ..question.clone() }), origin.clone())
}

/// A question as it stands in the list of a bank, without what is before its name.
fn question_text(question: &Question) -> String {
    let bank = Bank { questions: vec![question.clone()], ..Bank::default() };
    let text = write(&bank);
    questions(&text).first().map_or_else(String::new, |one| text[one.span.clone()].to_owned())
}

/// Puts questions behind the last one, and behind the comma and the comment that belong to it.
fn append(text: &str, last: &Placed, added: &str, edits: &mut Vec<Edit>) {
    let behind = &text[last.span.end..];
    let blank = behind.len() - behind.trim_start().len();
    if !behind[blank..].starts_with(',') {
        let new_text = format!(",\n{added}");
        match edits.iter_mut().find(|edit| edit.span.end == last.span.end) {
            Some(edit) => edit.new_text = format!("{}{new_text}", edit.new_text).into(),
            None => edits.push(Edit { span: last.span.end..last.span.end, new_text: new_text.into() }),
        }
        return;
    }
    let comma = last.span.end + blank + 1;
    let line_end = text[comma..].find(['\r', '\n']).map_or(text.len(), |end| comma + end);
    let is_comment = text[comma..line_end].trim_start().starts_with("//");
    let at = if is_comment { line_end } else { comma };
    edits.push(Edit { span: at..at, new_text: format!("\n{added}").into() });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Quietly, read};
    use crate::exchange::{Answer, Draft, MakeOptions, Place, make};

    fn drafts(all: &[(&str, &str)]) -> DraftBank {
        let draft = |(origin, prompt): &(&str, &str)| {
            let answer = Answer::TrueFalse { is_true: true, feedback: Default::default() };
            Draft { origin: (*origin).into(), ..Draft::new(Place::line(1), "truefalse", *prompt, answer) }
        };
        DraftBank { title: "Rivers".into(), drafts: all.iter().map(draft).collect(), ..DraftBank::default() }
    }

    fn first(all: &[(&str, &str)]) -> String {
        let drafts = drafts(all);
        first_text(&make(&drafts, "rivers", &MakeOptions::default()), &drafts, Format::Gift, "rivers.gift").text
    }

    #[track_caller]
    fn again(old: &str, all: &[(&str, &str)]) -> ImportedText {
        let drafts = drafts(all);
        let made = make(&drafts, "rivers", &MakeOptions::default());
        let told = update(old, &made, &drafts, Format::Gift).expect("a bank that can be read");
        let reading = read(&told.text, &Quietly);
        assert_eq!(reading.problems, [], "{}", told.text);
        told
    }

    #[track_caller]
    fn prompts(text: &str) -> Vec<String> {
        let bank = read(text, &Quietly).bank.expect("a bank");
        bank.questions.iter().map(|question| question.prompt.to_string()).collect()
    }

    const TWO: [(&str, &str); 2] = [("1", "The Rhine flows north."), ("", "The Volga flows south.")];

    #[test]
    fn importing_the_same_again_changes_no_byte() {
        let text = first(&TWO);
        assert!(was_imported(&text));
        let told = again(&text, &TWO);
        assert_eq!((told.text.as_str(), told.unchanged, told.added), (text.as_str(), 2, 0));
    }

    #[test]
    fn what_has_changed_in_the_file_changes_in_the_bank_and_nothing_else() {
        let text = first(&TWO)
            .replace("        // imported: gift:1 ", "        // My own remark.\n        // imported: gift:1 ");
        let text = text.replace("The Volga flows south.", "The Volga flows to the south.");
        let told = again(&text, &[("1", "The Rhine flows to the north."), TWO[1]]);
        assert_eq!((told.changed, told.unchanged), (1, 1));
        assert_eq!(prompts(&told.text), ["The Rhine flows to the north.", "The Volga flows to the south."]);
        assert!(told.text.contains("// My own remark."));
        let twice = again(&told.text, &[("1", "The Rhine flows to the north."), TWO[1]]);
        assert_eq!(twice.text, told.text);
    }

    #[test]
    fn what_has_changed_here_too_stays_and_is_told() {
        let text = first(&TWO).replace("The Rhine flows north.", "The Rhine flows northwards.");
        let told = again(&text, &[("1", "The Rhine flows to the north."), TWO[1]]);
        assert_eq!((told.changed_here.as_slice(), told.text.as_str()), (&[0][..], text.as_str()));
    }

    #[test]
    fn new_questions_come_behind_the_last_and_old_ones_stay() {
        let three = [TWO[0], ("3", "The Nile flows north."), ("4", "The Nile flows south.")];
        let texts = [
            first(&TWO),
            first(&TWO).replace("\n        ),\n    ],", "\n        ) // the last\n    ],"),
            first(&TWO).replace("\n        ),\n    ],", "\n        ), // the last\n    ],"),
        ];
        for text in texts {
            let told = again(&text, &three);
            assert_eq!((told.added, told.no_longer.len()), (2, 1), "{}", told.text);
            assert_eq!(
                prompts(&told.text)[1..],
                ["The Volga flows south.", "The Nile flows north.", "The Nile flows south."]
            );
            assert_eq!(again(&told.text, &three).text, told.text);
        }
    }

    #[test]
    fn the_last_question_can_change_while_others_come_behind_it() {
        let text = first(&[TWO[0]]).replace("\n        ),\n    ],", "\n        )\n    ],");
        let told = again(&text, &[("1", "The Rhine flows to the north."), ("3", "The Nile flows north.")]);
        assert_eq!(prompts(&told.text), ["The Rhine flows to the north.", "The Nile flows north."]);
    }

    #[test]
    fn a_new_question_takes_no_other_ones_place() {
        let text = first(&[("q", "First."), ("q", "Second.")]);
        let told = again(&text, &[("q", "Zeroth."), ("q", "First."), ("q", "Second.")]);
        assert_eq!((told.unchanged, told.added, told.changed), (2, 1, 0));
        let other = again(&text, &[("q", "First."), ("q", "The second.")]);
        assert_eq!((other.unchanged, other.changed, other.added), (1, 1, 0), "two of one name are two");
    }

    #[test]
    fn a_question_under_another_id_is_found_by_what_it_says() {
        let told = again(&first(&TWO), &[("new-7", TWO[0].1), TWO[1]]);
        assert_eq!((told.unchanged, told.added), (2, 0));
    }
}

//! Where the head and the questions of a bank stand in its text, sound or damaged, for whoever changes the text by hand.
//! Tells no problem.

use crate::bank::model::question::FORMAT;
use crate::bank::read::places::QuestionPlace;
use crate::bank::read::recover::options_of;
use crate::bank::read::vocabulary::BANK;
use crate::bank::read::{mark_bytes, options};
use crate::bank::{Bank, Question, Quiz};
use crate::syntax::diagnostic::Wanted;
use crate::syntax::outline::{Head, Outline, outline};
use crate::syntax::path::{content_start, id_of};
use crate::syntax::resync::{Anchor, ListEnd, Sink, anchors, split};
use ron::Options;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// A bank's text taken apart.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    /// The bank without its questions; `None` where its own fields or one of its quizzes cannot be read, or it is of
    /// another format.
    pub head: Option<Bank>,
    /// The whole bank, from its name or bracket on; empty where there is none.
    pub bank: Range<usize>,
    /// What is between the brackets of the list of questions.
    pub list: Option<Range<usize>>,
    /// The questions that can be told apart.
    pub questions: Vec<QuestionPlace>,
}

/// Takes the text of a bank apart, whatever it is.
pub(crate) fn sections(text: &str) -> Sections {
    let mark = mark_bytes(text);
    let mut sections = of_unmarked(&text[mark..]);
    let moved = |span: &Range<usize>| span.start + mark..span.end + mark;
    sections.bank = moved(&sections.bank);
    sections.list = sections.list.as_ref().map(moved);
    for place in &mut sections.questions {
        place.span = moved(&place.span);
    }
    sections
}

/// The bank's own fields and its quizzes, where the inside of the list of questions is known to stand at `list`. Costs
/// nothing for the questions.
///
/// # Errors
/// Where the list stands elsewhere.
pub(crate) fn head(text: &str, list: &Range<usize>) -> Result<Option<Bank>, ElsewhereError> {
    let mark = mark_bytes(text);
    let list = list.start.saturating_sub(mark)..list.end.saturating_sub(mark);
    let text = &text[mark..];
    let options = options_of(text);
    let mut quizzes = Elements::<Quiz>::new(text, &options);
    let mut found = None;
    let outline = outline(&BANK, text, &mut |name, open| match name {
        "questions" => {
            found = found.or(Some(open + 1));
            if open + 1 == list.start { ListEnd::Closed(list.end) } else { ListEnd::Stopped }
        }
        _ => split(&BANK, text, open, &[], &mut quizzes),
    });
    if found != Some(list.start) || outline.is_stopped {
        return Err(ElsewhereError);
    }
    Ok(head_of(text, &outline, quizzes).filter(|_| is_of_this_format(text, &outline)))
}

/// The list of questions does not stand where it was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ElsewhereError;

/// How questions of a document are read, by what it turns on itself.
pub(crate) fn question_options(text: &str) -> Options {
    options_of(&text[mark_bytes(text)..])
}

/// The question that `text` is; `None` where it cannot be read.
pub(crate) fn question(text: &str, options: &Options) -> Option<Question> {
    options.from_str(text).ok()
}

/// Whether what cannot be read as one question seems to have another in it, or the end of the list.
pub(crate) fn may_be_several(text: &str) -> bool {
    anchors(&BANK, text).iter().any(|anchor| *anchor != Anchor::Head(0))
}

fn of_unmarked(text: &str) -> Sections {
    let options = options_of(text);
    let anchors = anchors(&BANK, text);
    let mut questions = Elements::<Question>::new(text, &options);
    let mut quizzes = Elements::<Quiz>::new(text, &options);
    let mut list = None;
    let outline = outline(&BANK, text, &mut |name, open| match name {
        "questions" => {
            let end = split(&BANK, text, open, &anchors, &mut questions);
            if let ListEnd::Closed(close) = end {
                list = Some(open + 1..close);
            }
            end
        }
        _ => split(&BANK, text, open, &anchors, &mut quizzes),
    });
    let is_known = is_of_this_format(text, &outline);
    let head = head_of(text, &outline, quizzes).filter(|_| is_known);
    let places = questions.found.into_iter().map(|(span, question)| {
        let id = question.as_ref().map(|question| question.id.clone()).or_else(|| id_of(&text[span.clone()]));
        QuestionPlace { span, id: id.unwrap_or_default(), question: question.filter(|_| is_known) }
    });
    let start = content_start(text);
    Sections { head, bank: start..text.trim_end().len().max(start), list, questions: places.collect() }
}

fn is_of_this_format(text: &str, outline: &Outline) -> bool {
    let format = outline.value(text, "format").map(|span| ron::from_str::<u64>(&text[span]));
    !matches!(format, Some(Ok(found)) if found != u64::from(FORMAT))
}

fn head_of(text: &str, outline: &Outline, quizzes: Elements<'_, Quiz>) -> Option<Bank> {
    let head = Head::new(text, &outline.cuts);
    let mut bank: Bank = options().from_str(&head.text).ok()?;
    bank.quizzes = quizzes.found.into_iter().map(|(_, quiz)| quiz).collect::<Option<_>>()?;
    Some(bank)
}

/// The elements of a list with what could be read of them.
struct Elements<'a, T> {
    text: &'a str,
    options: &'a Options,
    found: Vec<(Range<usize>, Option<T>)>,
}

impl<'a, T> Elements<'a, T> {
    fn new(text: &'a str, options: &'a Options) -> Self {
        Self { text, options, found: Vec::new() }
    }
}

impl<T: DeserializeOwned> Sink for Elements<'_, T> {
    fn takes(&mut self, range: Range<usize>) -> bool {
        let read = self.options.from_str(&self.text[range.clone()]).ok();
        let is_read = read.is_some();
        if is_read {
            self.found.push((range, read));
        }
        is_read
    }

    fn refuses(&mut self, range: Range<usize>) {
        let piece = self.text[range.clone()].trim_end().trim_end_matches(',').trim_end();
        if !piece.is_empty() {
            self.found.push((range.start..range.start + piece.len(), None));
        }
    }

    fn notes(&mut self, _at: usize, _wanted: Wanted) {}

    fn goes_on(&mut self, _at: usize) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) -> Sections {
        let sections = sections(text);
        let found: Vec<_> =
            sections.questions.iter().map(|place| (&text[place.span.clone()], place.question.is_some())).collect();
        assert_eq!(found, expected, "{text}");
        sections
    }

    const SOUND: &str = "(id: \"a\", prompt: \"It is.\", answer: TrueFalse(true))";

    #[test]
    fn a_broken_question_stands_among_the_others() {
        let broken = "Question(id: \"b\", prompt: 5)";
        let text = format!(
            "\u{feff}Bank(format: 1, id: \"i\", title: \"T\", questions: [\n{SOUND}, // x\n{broken},\n{SOUND}\n])"
        );
        let sections = check(&text, &[(SOUND, true), (broken, false), (SOUND, true)]);
        assert_eq!(&text[sections.list.expect("a list")].chars().next_back(), &Some('\n'));
        assert_eq!(&text[sections.bank.clone()][..5], "Bank(");
        assert_eq!(sections.questions[1].id, "b".into());
        assert_eq!(sections.head.map(|head| head.title), Some("T".into()));
    }

    #[test]
    fn a_quotation_mark_that_is_missing_costs_its_own_question() {
        let broken = "Question(id: \"b\", prompt: \"It is., answer: TrueFalse(true))";
        let text = format!("Bank(format: 1, id: \"i\", title: \"T\", questions: [\n{broken},\n{SOUND}\n])");
        check(&text, &[(broken, false), (SOUND, true)]);
    }

    #[test]
    fn another_format_and_what_is_no_bank_are_not_touched() {
        let text = format!("Bank(format: 2, id: \"i\", title: \"T\", questions: [{SOUND}])");
        assert_eq!(check(&text, &[(SOUND, false)]).head, None);
        for text in
            ["", "Pins(pins: [])", "\u{feff}", "[[[", "Bank(questions: [", "\"", "Bank(format: 1, questions: 5)"]
        {
            let sections = check(text, &[]);
            assert!(text.get(sections.bank).is_some(), "{text}");
        }
    }

    #[test]
    fn the_head_is_read_alone() {
        let text = format!(
            "\u{feff}Bank(format: 1, id: \"i\", title: \"T\", questions: [{SOUND}], quizzes: [Quiz(id: \"q\", title: \"Q\")])"
        );
        let sections = sections(&text);
        let list = sections.list.clone().expect("a list");
        let alone = head(&text, &list).expect("the list is there").expect("a head");
        assert_eq!((Some(&alone), alone.quizzes.len()), (sections.head.as_ref(), 1));
        assert_eq!(head(&text.replace("title: \"Q\"", "titel: \"Q\""), &list), Ok(None));
        assert_eq!(head(&text, &(list.start - 1..list.end)), Err(ElsewhereError));
    }
}

//! Terms and definitions as Quizlet copies them: a card a line, and what has no separator goes on with the card before.

use crate::bank::{Answer as BankAnswer, Bank, Progress, Question};
use crate::exchange::dropped_pictures::without_pictures;
use crate::exchange::markup::{Purpose, from_plain, to_plain};
use crate::exchange::{Answer, Draft, DraftBank, Exported, KindRow, Place, Remark, Unreadable};

/// What becomes of Quizlet's cards.
pub(super) const KINDS: &[KindRow] = &[KindRow {
    theirs: "card",
    ours: "Recall",
    note: "only where cards are asked for; pictures and sound are not in the text",
}];

/// A card as the file has it.
struct Card {
    line: u32,
    term: String,
    /// `None` for a line without a separator that no card precedes.
    definition: Option<String>,
    has_several_lines: bool,
}

/// What may part term and definition where there is no tab, the surest first.
const SEPARATORS: [&str; 6] = ["|", " – ", " — ", " - ", ";", " = "];

/// What parts the terms of a text from their definitions: a tab, or else what all but one in ten of its lines have.
fn likely_separator(text: &str) -> Option<&'static str> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(200);
    let having = |separator: &str| lines().filter(|line| line.contains(separator)).count();
    if having("\t") > 0 {
        return Some("\t");
    }
    let count = lines().count();
    SEPARATORS.into_iter().find(|separator| count > 1 && having(separator) * 10 >= count * 9)
}

/// What parts terms from definitions: what is asked for, or else what the text shows.
pub(super) fn separator_of<'s>(text: &str, wanted: Option<&'s str>) -> &'s str {
    wanted.filter(|separator| !separator.is_empty()).or_else(|| likely_separator(text)).unwrap_or("\t")
}

/// Reads a text. Without a separator that is asked for, the text itself tells what parts term and definition.
pub(super) fn read(text: &str, separator: Option<&str>, progress: &dyn Progress) -> Result<DraftBank, Unreadable> {
    let asked = separator.filter(|separator| !separator.is_empty());
    let separator = separator_of(text, asked);
    let mut cards: Vec<Card> = Vec::new();
    let mut is_after_blank = false;
    for (line, number) in text.lines().zip(1_u32..) {
        if number % 1024 == 0 && !progress.advance(0.0) {
            return Err(Unreadable::Cancelled);
        }
        if line.trim().is_empty() {
            is_after_blank = true;
            continue;
        }
        let is_parted_by_blank = std::mem::take(&mut is_after_blank);
        match (line.split_once(separator), cards.last_mut()) {
            (Some((term, definition)), _) => cards.push(Card {
                line: number,
                term: term.trim().to_owned(),
                definition: Some(definition.trim().to_owned()),
                has_several_lines: false,
            }),
            (None, Some(Card { definition: Some(definition), has_several_lines, .. })) => {
                definition.push_str(if is_parted_by_blank { "\n\n" } else { "\n" });
                definition.push_str(line.trim());
                *has_several_lines = true;
            }
            (None, _) => cards.push(Card {
                line: number,
                term: line.trim().to_owned(),
                definition: None,
                has_several_lines: false,
            }),
        }
    }
    let mut bank = DraftBank { drafts: cards.into_iter().map(draft).collect(), ..DraftBank::default() };
    if asked.is_none() && separator != "\t" {
        bank.remarks.push((Place::line(1), Remark::Assumed("the sign between terms and definitions was guessed")));
    }
    Ok(bank)
}

fn draft(card: Card) -> Draft {
    let text = |words: &str| from_plain(words, Purpose::Text, true);
    let answer = match &card.definition {
        Some(definition) if !definition.is_empty() && !card.term.is_empty() => Answer::Card { back: text(definition) },
        Some(_) => Answer::LeftOut(Remark::Damaged("its term or its definition is empty".into())),
        None => Answer::LeftOut(Remark::Damaged("no separator stands between term and definition".into())),
    };
    let mut draft = Draft::new(Place::line(card.line), KINDS[0].theirs, text(&card.term), answer);
    if card.has_several_lines {
        draft.remarks.push(Remark::Boundary);
    }
    draft
}

/// Whether most lines of a text are two cells with a tab between, and none has more; or all but a few have another sign that
/// parts terms from definitions, and are short.
pub(super) fn is_text(text: &str) -> bool {
    if let Some(separator) = likely_separator(text).filter(|separator| *separator != "\t") {
        let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(200);
        let is_card = |line: &str| line.matches(separator).count() == 1 && line.chars().count() < 400;
        return lines().count() > 2 && lines().all(is_card);
    }
    let (mut cards, mut others) = (0_usize, 0_usize);
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(200) {
        match line.matches('\t').count() {
            1 => cards += 1,
            0 => others += 1,
            _ => return false,
        }
    }
    cards > others
}

/// Writes a bank: its cards, and typed answers as cards.
pub(super) fn write(bank: &Bank) -> Exported {
    let mut exported = Exported::default();
    for question in &bank.questions {
        let definition = match &question.answer {
            BankAnswer::Recall { answer } => Some(answer),
            BankAnswer::Text { accept, .. } => {
                exported.tell(question, Remark::Rule("learners rate themselves in place of typing it"));
                accept.first()
            }
            BankAnswer::Choice { .. }
            | BankAnswer::Choices { .. }
            | BankAnswer::TrueFalse(_)
            | BankAnswer::Number { .. }
            | BankAnswer::Order { .. }
            | BankAnswer::Match { .. }
            | BankAnswer::Cloze { .. }
            | BankAnswer::Categorise { .. }
            | BankAnswer::Hotspot { .. }
            | BankAnswer::Calculated { .. } => None,
        };
        match definition {
            Some(definition) => card(question, definition, &mut exported),
            None => exported.tell(question, Remark::CannotCarry("Quizlet's text has only terms and definitions")),
        }
    }
    exported
}

fn card(question: &Question, definition: &str, exported: &mut Exported) {
    let is_typed = matches!(question.answer, BankAnswer::Text { .. });
    let term = one_line(&to_plain(&without_pictures(&question.prompt), true));
    let back = if is_typed { definition.to_owned() } else { to_plain(&without_pictures(definition), true) };
    let back = back.replace('\t', " ");
    exported.bytes.extend_from_slice(format!("{term}\t{}\n", back.trim()).as_bytes());
    exported.made += 1;
    let comes_back = |written: &str, text: &str| from_plain(written, Purpose::Text, true) == text.trim();
    if !comes_back(&term, &question.prompt) || !is_typed && !comes_back(&back, definition) {
        exported.tell(question, Remark::NotTaken("pictures, line breaks of the term, and bold or slanted words"));
    }
    if !question.explanation.is_empty() || !question.hints.is_empty() {
        exported.tell(question, Remark::NotTaken("explanations and hints"));
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

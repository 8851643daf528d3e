//! The plain table of a bank, as CSV or as a workbook: read again, it is the same questions. Knows no other layout.

use crate::bank::{Answer, Bank, Kind, Punctuation, Question};
use crate::exchange::sheet::grid::letters;
use crate::exchange::sheet::lost::tell_lost;
use crate::exchange::sheet::workbook::workbook;
use crate::exchange::{Exported, Remark};
use crate::formula_guard::guard;
use crate::table::RowWriter;

/// With it spreadsheets read a CSV file as UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// More options than letters cannot be named.
const MOST_OPTIONS: usize = 26;

/// Excel's limit, less the apostrophe of a cell that looks like a formula.
const LONGEST_CELL: usize = 32_766;

/// Writes a bank as CSV.
pub(in crate::exchange) fn write_csv(bank: &Bank) -> Exported {
    let mut exported = Exported::default();
    let mut writer = RowWriter::new(BYTE_ORDER_MARK.to_vec(), b',');
    for row in rows(bank, &mut exported) {
        // Bytes in memory take every row.
        let _ = writer.write(&row.iter().map(|cell| guard(cell).into_owned().into_bytes()).collect());
    }
    exported.bytes = writer.finish().unwrap_or_default();
    exported
}

/// Writes a bank as XLSX.
pub(in crate::exchange) fn write_workbook(bank: &Bank) -> Exported {
    let mut exported = Exported::default();
    let rows = rows(bank, &mut exported);
    exported.bytes = workbook("Questions", &rows);
    exported
}

/// The cells of one question.
#[derive(Default)]
struct Cells {
    options: Vec<String>,
    correct: String,
    feedback: Vec<String>,
    unit: String,
    unit_required: &'static str,
    tolerance: String,
}

/// The headings and a row a question that a table can hold.
fn rows(bank: &Bank, exported: &mut Exported) -> Vec<Vec<String>> {
    let mut made: Vec<(&Question, Cells)> = Vec::with_capacity(bank.questions.len());
    for question in &bank.questions {
        match cells(question).and_then(|cells| fits(question, cells)) {
            Ok(cells) => {
                tell_unlike(question, &cells, exported);
                tell_lost(question, exported);
                made.push((question, cells));
            }
            Err(reason) => exported.tell(question, reason),
        }
    }
    exported.made = made.len();
    let most = |count: fn(&(&Question, Cells)) -> usize| made.iter().map(count).max().unwrap_or(0);
    let options = most(|(_, cells)| cells.options.len()).max(2);
    let feedback = most(|(_, cells)| cells.feedback.len());
    let hints = most(|(question, _)| question.hints.len());
    let rows = made.iter().map(|(question, cells)| row(question, cells, options, feedback, hints));
    std::iter::once(headings(options, feedback, hints)).chain(rows).collect()
}

fn headings(options: usize, feedback: usize, hints: usize) -> Vec<String> {
    let numbered = |name: &str, count: usize| -> Vec<String> {
        (1..=count).map(|number| format!("{name} {number} (CommonMark)")).collect()
    };
    let texts = |all: &[&str]| -> Vec<String> { all.iter().map(|text| (*text).to_owned()).collect() };
    [
        texts(&["ID", "Topic", "Type", "Question (CommonMark)"]),
        numbered("Option", options),
        texts(&["Correct"]),
        numbered("Feedback", feedback),
        texts(&["Explanation (CommonMark)"]),
        numbered("Hint", hints),
        texts(&["Points", "Difficulty", "Unit", "Unit required", "Tolerance"]),
    ]
    .concat()
}

fn row(question: &Question, cells: &Cells, options: usize, feedback: usize, hints: usize) -> Vec<String> {
    let filled = |texts: &[String], count: usize| -> Vec<String> {
        texts.iter().cloned().chain(std::iter::repeat(String::new())).take(count).collect()
    };
    let hint_texts: Vec<String> = question.hints.iter().map(|hint| hint.to_string()).collect();
    [
        vec![question.id.to_string(), question.topic.to_string()],
        vec![question.kind().as_str().to_owned(), question.prompt.to_string()],
        filled(&cells.options, options),
        vec![cells.correct.clone()],
        filled(&cells.feedback, feedback),
        vec![question.explanation.to_string()],
        filled(&hint_texts, hints),
        vec![question.points.to_string(), question.difficulty.map_or_else(String::new, |share| share.to_string())],
        vec![cells.unit.clone(), cells.unit_required.to_owned(), cells.tolerance.clone()],
    ]
    .concat()
}

fn cells(question: &Question) -> Result<Cells, Remark> {
    let feedback = |option: &str| question.feedback.get(option).map_or_else(String::new, |words| words.to_string());
    match &question.answer {
        Answer::Choice { correct, distractors } => options(std::slice::from_ref(correct), distractors, &feedback),
        Answer::Choices { correct, distractors } => options(correct, distractors, &feedback),
        Answer::TrueFalse(is_true) => Ok(Cells {
            correct: is_true.to_string(),
            feedback: ["true", "false"].map(feedback).into(),
            ..Cells::default()
        }),
        Answer::Number { value, tolerance, unit, unit_required } => Ok(Cells {
            correct: value.to_string(),
            unit: unit.to_string(),
            unit_required: if *unit_required { "yes" } else { "" },
            tolerance: tolerance.to_string(),
            ..Cells::default()
        }),
        Answer::Text { accept, .. } => {
            Ok(Cells { options: accept.iter().map(|form| form.to_string()).collect(), ..Cells::default() })
        }
        Answer::Order { .. }
        | Answer::Match { .. }
        | Answer::Cloze { .. }
        | Answer::Categorise { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. } => Err(Remark::CannotCarry("a table has no columns for its parts")),
    }
}

/// A question no text of which is longer than a spreadsheet takes.
fn fits(question: &Question, cells: Cells) -> Result<Cells, Remark> {
    let of_question =
        [&*question.prompt, &*question.explanation].into_iter().chain(question.hints.iter().map(|hint| &**hint));
    let of_cells = cells.options.iter().chain(&cells.feedback).map(|text| &**text);
    // Bytes are no fewer than the signs that spreadsheets count.
    let is_long = of_question.chain(of_cells).any(|text| text.len() > LONGEST_CELL);
    if is_long {
        Err(Remark::CannotCarry("one of its texts is longer than a cell of a spreadsheet takes"))
    } else {
        Ok(cells)
    }
}

/// The right options first, named by their letters.
fn options(right: &[Box<str>], wrong: &[Box<str>], feedback: &dyn Fn(&str) -> String) -> Result<Cells, Remark> {
    let all: Vec<&str> = right.iter().chain(wrong).map(|option| &**option).collect();
    if all.len() > MOST_OPTIONS {
        return Err(Remark::CannotCarry("it has more options than there are letters"));
    }
    let feedback: Vec<String> = all.iter().map(|option| feedback(option)).collect();
    let has_feedback = feedback.iter().any(|words| !words.is_empty());
    Ok(Cells {
        correct: (0..right.len()).map(letters).collect::<Vec<_>>().join(", "),
        feedback: if has_feedback { feedback } else { Vec::new() },
        options: all.into_iter().map(str::to_owned).collect(),
        ..Cells::default()
    })
}

/// Tells what the cells of this kind do not hold.
fn tell_unlike(question: &Question, cells: &Cells, exported: &mut Exported) {
    if let Answer::Text { typos, match_case, match_accents, reject, punctuation, .. } = &question.answer {
        let is_plain = *typos == 0 && !match_case && !match_accents && *punctuation == Punctuation::Auto;
        if !is_plain || !reject.is_empty() {
            exported
                .tell(question, Remark::Rule("a table does not say which slips are forgiven and which forms are not"));
        }
    }
    let has_feedback = !question.feedback.is_empty() && cells.feedback.is_empty();
    if has_feedback && matches!(question.kind(), Kind::Number | Kind::Text) {
        exported.tell(question, Remark::NotTaken("feedback on particular answers"));
    }
}

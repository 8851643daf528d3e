//! The kinds of question that QTI 1.2 files name, and who reads each. Reads none itself.

use crate::exchange::canvas::item::{How, Item, labels, own_material};
use crate::exchange::canvas::options::{Asked, prompt};
use crate::exchange::canvas::{blanks, formula, options, pairs, typed};
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::kind_row::rows;
use crate::exchange::{Answer, KindRow, Remark};

/// Reads a question of a kind.
pub(super) type Reader = fn(&Item, &mut HtmlTexts) -> Asked;

const TABLE: [(KindRow, Reader); 15] = [
    (
        KindRow::new("multiple_choice_question", "Choice", "options that earn a part of the points count as wrong"),
        options::one,
    ),
    (
        KindRow::new(
            "true_false_question",
            "TrueFalse",
            "in languages that are not known the first option is taken for true",
        ),
        options::true_false,
    ),
    (
        KindRow::new(
            "multiple_answers_question",
            "Choices",
            "the file gives all points or none; here a part earns a part",
        ),
        options::many,
    ),
    (
        KindRow::new("short_answer_question", "Text", "parts of words that earn something cannot be carried"),
        typed::text,
    ),
    (
        KindRow::new(
            "numerical_question",
            "Number",
            "bounds that are not equally far from the value become their middle",
        ),
        typed::numeric,
    ),
    (KindRow::new("fill_in_multiple_blanks_question", "Cloze", "patterns cannot be carried"), blanks::fill),
    (KindRow::new("multiple_dropdowns_question", "Cloze", ""), blanks::pick),
    (KindRow::new("matching_question", "Match", ""), pairs::matching),
    (KindRow::new("ordering_question", "Order", "answers that are right in part earn another share"), pairs::ordering),
    (
        KindRow::new("categorization_question", "Categorise", "items that belong to no group are dropped"),
        pairs::categories,
    ),
    (
        KindRow::new("calculated_question", "Calculated", "a tolerance that is a number becomes a share"),
        formula::calculated,
    ),
    (
        KindRow::new("hot_spot_question", "left out", "the file has no wrong places, and Torus asks for two"),
        no_wrong_places,
    ),
    (KindRow::new("essay_question", "left out, or Recall with cards", ""), by_person),
    (KindRow::new("file_upload_question", "left out", ""), by_person),
    (
        KindRow::new("text_only_question", "left out", "a passage that questions stand under is put before each"),
        description,
    ),
];

/// What becomes of each kind.
pub(in crate::exchange) const KINDS: &[KindRow] = &rows(&TABLE);

/// What others call the kinds: Common Cartridges, Blackboard, Brightspace, ILIAS, Respondus.
const OTHER_NAMES: [(&str, &str); 36] = [
    ("cc.multiple_choice.v0p1", "multiple_choice_question"),
    ("cc.multiple_response.v0p1", "multiple_answers_question"),
    ("cc.true_false.v0p1", "true_false_question"),
    ("cc.fib.v0p1", "short_answer_question"),
    ("cc.pattern_match.v0p1", "short_answer_question"),
    ("cc.essay.v0p1", "essay_question"),
    ("multiple choice", "multiple_choice_question"),
    ("multiple answer", "multiple_answers_question"),
    ("multiple response", "multiple_answers_question"),
    ("true/false", "true_false_question"),
    ("either/or", "multiple_choice_question"),
    ("fill in the blank", "short_answer_question"),
    ("fill in the blank plus", "fill_in_multiple_blanks_question"),
    ("jumbled sentence", "multiple_dropdowns_question"),
    ("short response", "essay_question"),
    ("short answer", "short_answer_question"),
    ("numeric", "numerical_question"),
    ("numerical", "numerical_question"),
    ("calculated", "calculated_question"),
    ("arithmetic", "numerical_question"),
    ("matching", "matching_question"),
    ("ordering", "ordering_question"),
    ("essay", "essay_question"),
    ("file upload", "file_upload_question"),
    ("hot spot", "hot_spot_question"),
    ("long answer", "essay_question"),
    ("multi-select", "multiple_answers_question"),
    ("fill in the blanks", "fill_in_multiple_blanks_question"),
    ("missing_word_question", "multiple_choice_question"),
    ("single choice question", "multiple_choice_question"),
    ("multiple choice question", "multiple_answers_question"),
    ("cloze question", "fill_in_multiple_blanks_question"),
    ("ordering question", "ordering_question"),
    ("numeric question", "numerical_question"),
    ("text question", "essay_question"),
    ("kprim choice", "multiple_answers_question"),
];

const NAMES_OF_KIND: [&str; 7] = [
    "question_type",
    "cc_profile",
    "bbmd_questiontype",
    "qmd_questiontype",
    "qmd_itemtype",
    "questiontype",
    "interaction_type",
];

/// What the file calls the kind of an item; where it says nothing, what its responses show.
pub(super) fn name<'i>(item: &'i Item) -> &'i str {
    match item.field(&NAMES_OF_KIND) {
        "" => shown(item).unwrap_or_default(),
        name => name,
    }
}

/// Who reads an item; `None` for a kind that nobody does.
pub(super) fn reader(item: &Item) -> Option<Reader> {
    let name = item.field(&NAMES_OF_KIND).to_lowercase();
    let known = OTHER_NAMES.iter().find(|(other, _)| *other == name).map_or(name.as_str(), |(_, known)| known);
    let of_table = |known: &str| TABLE.iter().find(|(row, _)| row.theirs == known).map(|(_, reader)| *reader);
    of_table(known).or_else(|| shown(item).and_then(of_table))
}

/// The kind that the responses of an item show.
fn shown(item: &Item) -> Option<&'static str> {
    let responses = item.responses();
    let first = responses.first()?;
    let has = |name: &str| first.find(name).is_some();
    let is_numeric = || {
        let fib = first.find("render_fib").map(|fib| fib.attribute("fibtype").to_lowercase()).unwrap_or_default();
        let is_bounded = item
            .rules
            .iter()
            .flat_map(|rule| &rule.tests)
            .any(|test| !matches!(test.how, How::Equal | How::Within | How::Other));
        matches!(fib.as_str(), "decimal" | "integer" | "scientific") || &*first.name == "response_num" || is_bounded
    };
    let cardinality = first.attribute("rcardinality").to_lowercase();
    Some(match () {
        () if &*first.name == "response_xy" || has("render_hotspot") => "hot_spot_question",
        () if item.rules.is_empty() && has("render_fib") => "essay_question",
        () if cardinality == "ordered" => "ordering_question",
        () if has("render_fib") && responses.len() > 1 => "fill_in_multiple_blanks_question",
        () if has("render_fib") && is_numeric() => "numerical_question",
        () if has("render_fib") => "fill_in_multiple_blanks_question",
        () if responses.len() > 1 && cardinality == "multiple" => "categorization_question",
        () if responses.len() > 1 && responses.iter().all(|response| !own_material(response).is_empty()) => {
            "matching_question"
        }
        () if responses.len() > 1 => "multiple_dropdowns_question",
        () if cardinality == "multiple" => "multiple_answers_question",
        () if is_true_false(&labels(first)) => "true_false_question",
        () if has("response_label") => "multiple_choice_question",
        () => return None,
    })
}

fn is_true_false(labels: &[(&str, String)]) -> bool {
    matches!(labels, [(first, _), (second, _)] if first.eq_ignore_ascii_case("true") && second.eq_ignore_ascii_case("false"))
}

fn no_wrong_places(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let answer = Answer::LeftOut(Remark::CannotCarry("its file has no wrong places, and Torus asks for two"));
    Asked { prompt: prompt(item, texts), answer }
}

/// A card of what the file says a good answer is; without that, nothing.
fn by_person(item: &Item, texts: &mut HtmlTexts) -> Asked {
    let back = ["general_fb", "solution", "correct_fb", "correct"].map(|name| item.feedback(name));
    let back = back.into_iter().find(|html| !html.is_empty()).map(|html| texts.text(&html));
    let answer = back.map_or(Answer::LeftOut(Remark::MarkedByPerson), |back| Answer::Card { back });
    Asked { prompt: prompt(item, texts), answer }
}

fn description(item: &Item, texts: &mut HtmlTexts) -> Asked {
    Asked { prompt: prompt(item, texts), answer: Answer::LeftOut(Remark::Description) }
}

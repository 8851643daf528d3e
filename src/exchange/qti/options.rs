//! Options to pick from and items to order in QTI 2 and 3.

use crate::bank::{Answer as BankAnswer, Kind};
use crate::exchange::canvas::truth;
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::qti::asked::Asked;
use crate::exchange::qti::body::{html, part, prompt};
use crate::exchange::qti::item::{Declaration, Item, Marking};
use crate::exchange::xml::Element;
use crate::exchange::{Answer, DraftOption, Remark};

/// One option or several, or true and false.
pub(super) fn choice(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let options: Vec<(&str, String)> =
        interaction.children("simpleChoice").map(|choice| (choice.attribute("identifier"), part(choice))).collect();
    let prompt = prompt(item, texts);
    Asked { prompt, answer: of_options(item, interaction, &options, texts) }
}

/// Words of a text as options, with the text as the prompt.
pub(super) fn hottext(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let words = interaction.all_named("hottext");
    let options: Vec<(&str, String)> = words.iter().map(|word| (word.attribute("identifier"), part(word))).collect();
    let whole = item.body.map(|body| {
        html(body, &mut |interaction| {
            let own = interaction.child("prompt").map(|prompt| format!("<p>{}</p>", part(prompt))).unwrap_or_default();
            let text = interaction.inner_html(&mut |inner| match &*inner.name {
                "hottext" => Some(part(inner)),
                "prompt" => Some(String::new()),
                _ => None,
            });
            own + &text
        })
    });
    let prompt = texts.text(&whole.unwrap_or_default());
    Asked { prompt, answer: of_options(item, interaction, &options, texts) }
}

fn of_options(item: &Item, interaction: &Element, options: &[(&str, String)], texts: &mut HtmlTexts) -> Answer {
    let Some(declared) = item.of(interaction).filter(|declared| is_keyed(declared)) else {
        return Answer::LeftOut(Remark::NoKey);
    };
    tell_own_rules(item, texts);
    let is_many = declared.cardinality != "single";
    let right =
        options.iter().filter(|(name, _)| declared.correct.iter().any(|correct| correct == name)).count().max(1);
    let wrong = options.len().saturating_sub(right).max(1);
    let is_mapped = is_mapped(item, declared);
    let weight = |name: &str| {
        let is_right = declared.correct.iter().any(|correct| correct == name);
        match (is_mapped, is_many, is_right) {
            (true, true, _) => declared.share(name),
            (true, false, _) => declared.weight(name),
            (false, true, true) => 1.0 / right as f64,
            (false, true, false) => -1.0 / wrong as f64,
            (false, false, true) => 1.0,
            (false, false, false) => 0.0,
        }
    };
    let options: Vec<DraftOption> = options
        .iter()
        .map(|(name, html)| DraftOption {
            text: texts.line(html),
            weight: weight(name),
            feedback: texts.text(&item.feedback(name)),
        })
        .collect();
    if is_many && !is_mapped {
        texts.tell(Remark::AllOrNothing);
    }
    match &options[..] {
        [first, second] if !is_many => match (truth(&first.text), truth(&second.text)) {
            (Some(one), Some(other)) if one != other && first.weight != second.weight => {
                let (yes, no) = if one { (first, second) } else { (second, first) };
                let feedback = [yes.feedback.clone(), no.feedback.clone()];
                Answer::TrueFalse { is_true: yes.weight > no.weight, feedback }
            }
            _ => Answer::Options { options, is_many },
        },
        _ => Answer::Options { options, is_many },
    }
}

/// Items in their right order.
pub(super) fn order(item: &Item, interaction: &Element, texts: &mut HtmlTexts) -> Asked {
    let choices: Vec<&Element> = interaction.children("simpleChoice").collect();
    let prompt = prompt(item, texts);
    let correct = item.of(interaction).map(|declared| declared.correct.as_slice()).unwrap_or_default();
    let of_name = |name: &String| choices.iter().find(|choice| choice.attribute("identifier") == name);
    let items: Vec<Box<str>> =
        correct.iter().filter_map(of_name).map(|choice| texts.line(&part(choice)).trim().into()).collect();
    tell_own_rules(item, texts);
    let answer = match items.len() {
        0 => Answer::LeftOut(Remark::NoKey),
        count @ (1 | 2) => Answer::LeftOut(Remark::TooFew(Kind::Order, count, 3)),
        count if count < choices.len() => {
            Answer::LeftOut(Remark::CannotCarry("only some of its items are put in order"))
        }
        _ => Answer::Ready { answer: BankAnswer::Order { items: items.into() }, feedback: Vec::new() },
    };
    Asked { prompt, answer }
}

/// Whether a file says which answer is right.
pub(super) fn is_keyed(declared: &Declaration) -> bool {
    !declared.correct.is_empty() || declared.mapping.iter().any(|(_, value, _)| *value > 0.0)
}

/// Whether the mapping tells what answers earn, and not only the right answer.
pub(super) fn is_mapped(item: &Item, declared: &Declaration) -> bool {
    let earns = declared.mapping.iter().any(|(_, value, _)| *value > 0.0);
    earns && (item.marking == Marking::Map || declared.correct.is_empty())
}

/// Tells that rules were not read.
pub(super) fn tell_own_rules(item: &Item, texts: &mut HtmlTexts) {
    if item.marking == Marking::Own {
        texts.tell(Remark::Rule(
            "the file's own marking rules were not read; only the answer it marks as correct counts",
        ));
    }
}

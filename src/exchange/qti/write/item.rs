//! A question as an item of QTI 2.1: what it declares, asks, earns and says. Knows no kind.

use crate::bank::Question;
use crate::exchange::Remark;
use crate::exchange::out_texts::OutTexts;
use crate::exchange::qti::write::answers::{self, Body, Earning};
use crate::exchange::qti::write::xhtml;
use crate::exchange::xml::escape;

const TEMPLATES: &str = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";

/// The item; what cannot be carried at all is the error.
pub(super) fn item(name: &str, question: &Question, texts: &mut OutTexts) -> Result<String, Remark> {
    let body = answers::body(question, texts)?;
    let points = question.points;
    let explanation = texts.html(&question.explanation);
    let mut said: Vec<(&str, String, String)> =
        body.feedback.iter().map(|(option, words)| ("FEEDBACK", option.clone(), words.clone())).collect();
    if !explanation.is_empty() {
        said.push(("SHOWN", "SOLUTION".to_owned(), explanation));
    }
    for (number, hint) in (1..).zip(&question.hints) {
        said.push(("HINT", format!("HINT_{number}"), texts.html(hint)));
    }
    if !question.hints.is_empty() {
        texts.tell(Remark::NotTaken("hints that most players show"));
    }
    let has = |outcome: &str| said.iter().any(|(known, ..)| *known == outcome);
    let mut outcomes =
        String::from("<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>\n");
    outcomes.push_str(&format!(
        "<outcomeDeclaration identifier=\"MAXSCORE\" cardinality=\"single\" baseType=\"float\"><defaultValue><value>{points}\
         </value></defaultValue></outcomeDeclaration>\n"
    ));
    for outcome in ["FEEDBACK", "SHOWN", "HINT"].into_iter().filter(|outcome| has(outcome)) {
        let cardinality = if outcome == "FEEDBACK" { body.cardinality } else { "single" };
        outcomes.push_str(&format!(
            "<outcomeDeclaration identifier=\"{outcome}\" cardinality=\"{cardinality}\" baseType=\"identifier\"/>\n"
        ));
    }
    let modal = said.iter().map(|(outcome, name, words)| {
        format!(
            "<modalFeedback outcomeIdentifier=\"{outcome}\" identifier=\"{name}\" showHide=\"show\">{}</modalFeedback>\n",
            xhtml::flow(words)
        )
    });
    let modal: String = modal.collect();
    let rules = rules(&body, points, has("FEEDBACK"), has("SHOWN"));
    Ok(format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd" identifier="{name}" title="{}" adaptive="false" timeDependent="false">
{}{outcomes}<itemBody>
{}
</itemBody>
{rules}{modal}</assessmentItem>
"#,
        escape(&question.id),
        body.declarations,
        body.asked
    ))
}

/// What the item earns: one of the templates where it says the same.
fn rules(body: &Body, points: f64, has_feedback: bool, has_solution: bool) -> String {
    let is_whole = points == 1.0 || matches!(body.earning, Earning::Map);
    let template = match &body.earning {
        Earning::Map => "map_response",
        Earning::Match => "match_correct",
        Earning::Near(_) | Earning::Sum(_) => "",
    };
    if !template.is_empty() && is_whole && !has_feedback && !has_solution {
        return format!("<responseProcessing template=\"{TEMPLATES}{template}\"/>\n");
    }
    let when = |test: &str| {
        format!(
            "<responseCondition><responseIf>{test}<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">{points}\
             </baseValue></setOutcomeValue></responseIf></responseCondition>\n"
        )
    };
    let map = |name: &str| format!("<mapResponse identifier=\"{name}\"/>");
    let variable = "<variable identifier=\"RESPONSE\"/>";
    let mut rules = match &body.earning {
        Earning::Map => set("SCORE", &map("RESPONSE")),
        Earning::Match => when(&format!("<match>{variable}<correct identifier=\"RESPONSE\"/></match>")),
        Earning::Near(tolerance) => when(&format!(
            "<equal toleranceMode=\"absolute\" tolerance=\"{tolerance} {tolerance}\">{variable}<correct \
             identifier=\"RESPONSE\"/></equal>"
        )),
        Earning::Sum(names) => {
            let all: String = names.iter().map(|name| map(name)).collect();
            set("SCORE", &format!("<sum>{all}</sum>"))
        }
    };
    if has_feedback {
        rules.push_str(&set("FEEDBACK", variable));
    }
    if has_solution {
        rules.push_str(&set("SHOWN", "<baseValue baseType=\"identifier\">SOLUTION</baseValue>"));
    }
    format!("<responseProcessing>\n{rules}</responseProcessing>\n")
}

fn set(outcome: &str, value: &str) -> String {
    format!("<setOutcomeValue identifier=\"{outcome}\">{value}</setOutcomeValue>\n")
}

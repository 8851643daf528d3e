//! A question as an item of QTI 1.2: its metadata, and the feedback that all kinds have.

use crate::bank::{Bank, Question};
use crate::exchange::Remark;
use crate::exchange::canvas::write::answers::{self, Body};
use crate::exchange::canvas::write::{ident, material, tell_losses};
use crate::exchange::out_texts::OutTexts;
use crate::exchange::xml::escape;

/// The item; what cannot be carried at all is the error.
pub(super) fn item(bank: &Bank, question: &Question, texts: &mut OutTexts) -> Result<String, Remark> {
    let body = answers::body(bank, question, texts)?;
    tell_losses(question, texts);
    let name = ident(bank, question, "");
    let reference = ident(bank, question, "reference");
    let fields = [
        ("question_type", body.kind),
        ("points_possible", &*question.points.to_string()),
        ("original_answer_ids", &*body.idents.join(",")),
        ("assessment_question_identifierref", &*reference),
        ("qmd_topic", &*question.topic),
    ];
    let fields = fields.into_iter().filter(|(label, entry)| *label != "qmd_topic" || !entry.is_empty());
    let fields: String = fields.map(|(label, entry)| field(label, entry)).collect();
    let explanation = texts.html(&question.explanation);
    let Body { presentation, rules, feedback, extension, .. } = body;
    let mut shown = String::new();
    let mut shows = String::new();
    if !explanation.is_empty() {
        shown.push_str(&itemfeedback("general_fb", &explanation));
        shows.push_str(
            "<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar><displayfeedback \
             feedbacktype=\"Response\" linkrefid=\"general_fb\"/></respcondition>\n",
        );
    }
    for (test, name, words) in feedback {
        shown.push_str(&itemfeedback(&name, &words));
        shows.push_str(&format!(
            "<respcondition continue=\"Yes\"><conditionvar>{test}</conditionvar><displayfeedback \
             feedbacktype=\"Response\" linkrefid=\"{name}\"/></respcondition>\n"
        ));
    }
    for (number, hint) in question.hints.iter().enumerate() {
        let words = material(&texts.html(hint));
        shown.push_str(&format!(
            "<itemfeedback ident=\"hint_{number}\"><hint><hintmaterial>{words}</hintmaterial></hint></itemfeedback>\n"
        ));
    }
    Ok(format!(
        "<item ident=\"{name}\" title=\"{}\">\n<itemmetadata><qtimetadata>\n{fields}</qtimetadata></itemmetadata>\n\
         <presentation>\n{presentation}</presentation>\n<resprocessing>\n<outcomes><decvar maxvalue=\"100\" minvalue=\"0\" \
         varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>\n{shows}{rules}</resprocessing>\n{shown}{extension}</item>\n",
        escape(&question.id)
    ))
}

fn field(label: &str, entry: &str) -> String {
    format!(
        "<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{}</fieldentry></qtimetadatafield>\n",
        escape(entry)
    )
}

fn itemfeedback(name: &str, html: &str) -> String {
    format!("<itemfeedback ident=\"{name}\"><flow_mat>{}</flow_mat></itemfeedback>\n", material(html))
}

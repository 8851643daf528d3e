//! What is to be told of an import or an export, remark by remark with its place and its question. Makes no words.

use crate::exchange::{DraftBank, MadeBank, Place, Remark, Severity};

/// A remark with what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where it is in the file.
    pub place: Place,
    /// The name or id of the question; empty where it is about the file.
    pub question: Box<str>,
    /// The kind of question in the words of its format; empty where it is about the file.
    pub kind: Box<str>,
    /// What there is to tell.
    pub remark: Remark,
}

impl Finding {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.remark.severity()
    }
}

/// All findings of a bank that was made: those of the file, then question by question.
pub fn findings(drafts: &DraftBank, made: &MadeBank) -> Vec<Finding> {
    let of_file = drafts.remarks.iter().map(|(place, remark)| Finding {
        place: place.clone(),
        question: Box::default(),
        kind: Box::default(),
        remark: remark.clone(),
    });
    let of_questions = made.remarks().into_iter().map(|(place, remark)| {
        let draft = &drafts.drafts[place];
        let made_id =
            made.made.binary_search_by_key(&place, |one| one.draft).ok().map(|at| made.bank.questions[at].id.clone());
        let question = if draft.name.is_empty() { made_id.unwrap_or_default() } else { draft.name.clone() };
        Finding { place: draft.place.clone(), question, kind: draft.type_name.clone(), remark: remark.clone() }
    });
    of_file.chain(of_questions).collect()
}

/// Findings that say the same of several questions, together: the heaviest first, then the commonest. No group is empty.
pub fn grouped(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for finding in findings {
        let place = *known.entry((finding.severity(), finding.remark.message())).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(finding);
    }
    groups.sort_by_key(|group| (group[0].severity(), std::cmp::Reverse(group.len())));
    groups
}

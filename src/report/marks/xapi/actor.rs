//! Who a statement is about. Makes up nobody.

use crate::class::ClassLearner;
use crate::report::marks::xapi::ids::HOME;
use serde::Serialize;

/// A learner: by email address where the class list has one, else by the id of the export.
#[derive(Clone, Serialize)]
pub(super) struct Actor<'c> {
    #[serde(rename = "objectType")]
    object_type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'c str,
    #[serde(flatten)]
    known_by: KnownBy<'c>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "lowercase")]
enum KnownBy<'c> {
    Mbox(String),
    Account(Account<'c>),
}

#[derive(Clone, Serialize)]
struct Account<'c> {
    #[serde(rename = "homePage")]
    home_page: String,
    name: &'c str,
}

impl<'c> Actor<'c> {
    /// The actor of a learner.
    pub fn of(learner: &'c ClassLearner) -> Self {
        let account = |place: &str, name| KnownBy::Account(Account { home_page: format!("{HOME}{place}"), name });
        let known_by = match &*learner.email {
            "" => account("learner", &*learner.id),
            email if is_mailbox(email) => KnownBy::Mbox(format!("mailto:{email}")),
            email => account("email", email),
        };
        Self { object_type: "Agent", name: &learner.name, known_by }
    }
}

/// Whether the address can stand in a `mailto:` IRI as it is.
fn is_mailbox(email: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_+'~".contains(letter);
    email.split_once('@').is_some_and(|(user, domain)| {
        [user, domain].into_iter().all(|part| !part.is_empty() && part.chars().all(is_plain))
    })
}

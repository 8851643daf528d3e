//! The statements of a sitting: who did what to what, with which result. Chooses no sitting.

use crate::class::{Answered, Class, ClassSitting};
use crate::moment::Moment;
use crate::report::marks::counting::total;
use crate::report::marks::titles::title;
use crate::report::marks::xapi::actor::Actor;
use crate::report::marks::xapi::ids::{answer_id, completed_id, question_iri, quiz_iri, sitting_id};
use crate::report::marks::xapi::interaction::{Interaction, interaction};
use crate::report::marks::xapi::result::Outcome;
use crate::report::marks::xapi::words::Words;
use crate::sitting::Verdict;
use crate::text::plain;
use serde::Serialize;
use std::borrow::Cow;
use uuid::Uuid;

/// A sitting and what all its statements share.
pub(super) struct Sat<'c> {
    class: &'c Class,
    sitting: &'c ClassSitting,
    id: Uuid,
    actor: Actor<'c>,
    quiz: Activity,
}

/// A statement.
#[derive(Serialize)]
pub(super) struct Statement<'s> {
    id: String,
    actor: &'s Actor<'s>,
    verb: Verb,
    object: Cow<'s, Activity>,
    result: Outcome,
    context: Context<'s>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<String>,
}

#[derive(Serialize)]
struct Verb {
    id: &'static str,
    display: English,
}

#[derive(Serialize)]
struct English {
    en: &'static str,
}

const ANSWERED: Verb = Verb { id: "http://adlnet.gov/expapi/verbs/answered", display: English { en: "answered" } };
const COMPLETED: Verb = Verb { id: "http://adlnet.gov/expapi/verbs/completed", display: English { en: "completed" } };

#[derive(Clone, Serialize)]
struct Activity {
    #[serde(rename = "objectType")]
    object_type: &'static str,
    id: String,
    definition: Definition,
}

#[derive(Clone, Serialize)]
struct Definition {
    #[serde(skip_serializing_if = "Words::is_empty")]
    name: Words,
    #[serde(skip_serializing_if = "Words::is_empty")]
    description: Words,
    #[serde(rename = "type")]
    activity_type: &'static str,
    #[serde(flatten)]
    interaction: Option<Interaction>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Context<'s> {
    registration: String,
    platform: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    context_activities: Option<ContextActivities<'s>>,
}

#[derive(Serialize)]
struct ContextActivities<'s> {
    parent: [&'s Activity; 1],
}

impl<'c> Sat<'c> {
    /// A sitting of a class.
    pub fn of(class: &'c Class, sitting: &'c ClassSitting) -> Self {
        let key = (&*sitting.bank, &*sitting.quiz);
        let definition = Definition {
            name: Words::of(&title(key, std::iter::once(&*sitting.title))),
            description: Words::of(""),
            activity_type: "http://adlnet.gov/expapi/activities/assessment",
            interaction: None,
        };
        let actor = Actor::of(&class.learners[sitting.learner as usize]);
        let quiz = Activity { object_type: "Activity", id: quiz_iri(key.0, key.1), definition };
        Self { class, sitting, id: sitting_id(sitting), actor, quiz }
    }

    /// One statement for each answer, by position and attempt. What was not answered has none.
    pub fn answered(&self) -> impl Iterator<Item = Statement<'_>> {
        let given = self.class.answers_of(self.sitting).iter();
        given.filter(|answer| answer.verdict != Verdict::Unanswered).map(|answer| self.answer(answer))
    }

    fn answer(&self, answer: &Answered) -> Statement<'_> {
        let question = &self.class.questions[answer.question as usize];
        let version = &question.versions[usize::from(answer.version)];
        let response = answer.response.map_or("", |text| self.class.texts.get(text));
        let (interaction, response) = interaction(question, version, response);
        let definition = Definition {
            name: Words::of(&question.id),
            description: Words::of(&plain(&question.prompt)),
            activity_type: "http://adlnet.gov/expapi/activities/cmi.interaction",
            interaction: Some(interaction),
        };
        let id = question_iri(&question.bank, &question.id);
        let answered_at = answer.answered_ms.map(|unix_ms| Moment { unix_ms, offset_secs: self.offset_secs() });
        Statement {
            id: answer_id(self.id, question, answer).to_string(),
            actor: &self.actor,
            verb: ANSWERED,
            object: Cow::Owned(Activity { object_type: "Activity", id, definition }),
            result: Outcome::answered(answer, response),
            context: self.context(true),
            timestamp: answered_at.or(self.sitting.finished_at).or(self.sitting.started_at).map(Moment::to_iso),
        }
    }

    /// The statement that the sitting was completed.
    pub fn completed(&self) -> Statement<'_> {
        let ClassSitting { started_at, finished_at, .. } = self.sitting;
        let duration_ms = started_at.zip(*finished_at).map(|(start, end)| end.unix_ms - start.unix_ms);
        Statement {
            id: completed_id(self.id).to_string(),
            actor: &self.actor,
            verb: COMPLETED,
            object: Cow::Borrowed(&self.quiz),
            result: Outcome::completed(
                total(self.class, self.sitting),
                duration_ms.and_then(|ms| u64::try_from(ms).ok()),
            ),
            context: self.context(false),
            timestamp: finished_at.or(*started_at).map(Moment::to_iso),
        }
    }

    fn context(&self, has_parent: bool) -> Context<'_> {
        Context {
            registration: self.id.to_string(),
            platform: "Torus",
            context_activities: has_parent.then_some(ContextActivities { parent: [&self.quiz] }),
        }
    }

    /// The learner's clock, as far as the sitting tells.
    fn offset_secs(&self) -> i32 {
        self.sitting.started_at.or(self.sitting.finished_at).map_or(0, |moment| moment.offset_secs)
    }
}

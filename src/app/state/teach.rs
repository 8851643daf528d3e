//! The class on the screen: which results it comes from, what was made of them, and what of it is looked at. Reads and
//! measures nothing.

use crate::app::action::{Look, Sort, Span, TeachPage};
use crate::app::state::class_view::{ClassView, FileTold, name_of};
use crate::app::state::teach_details::{LearnerDetail, QuestionDetail};
use crate::class::{Decisions, ItemFigures, Part, Trust};
use crate::disk::ClassChoices;
use crate::moment::Moment;
use crate::report::class::urgency;
use crate::report::recall::Recall;
use crate::schedule::StudyDay;
use std::sync::Arc;

/// What the class's page shows.
#[derive(Debug, Default)]
pub struct Teach {
    /// Where the results lie, and what is left out.
    pub choices: ClassChoices,
    /// Who is who, as far as that was decided.
    pub decisions: Decisions,
    /// Whether what is kept on the disk was read.
    pub has_loaded: bool,
    /// Whether results are being read or measured.
    pub is_reading: bool,
    /// Whether what is read is older than the choices.
    pub is_stale: bool,
    /// The files that were read last, in their order.
    pub files: Vec<FileTold>,
    /// The class; `None` until it is read.
    pub view: Option<Arc<ClassView>>,
    /// Which part of it is looked at.
    pub part: PartChoice,
    /// How the tables are sorted and what of them is shown.
    pub look: Look,
    /// Places of the questions that are shown, in [`ClassFigures::items`](crate::class::ClassFigures::items).
    pub questions: Vec<u32>,
    /// Places of the learners that are shown, in [`ClassFigures::learner_figures`](crate::class::ClassFigures::learner_figures).
    pub learners: Vec<u32>,
    /// What of the class is on the screen.
    pub page: TeachPage,
    /// Where the page of a question or a learner was opened.
    pub opened_from: TeachPage,
    /// More about the question whose page is open.
    pub question: Option<QuestionDetail>,
    /// More about the learner whose page is open.
    pub learner: Option<LearnerDetail>,
    /// On which day recall is predicted; `None` where nobody has asked.
    pub recall_on: Option<StudyDay>,
    /// What is still known on that day, as far as can be told.
    pub recall: Option<Arc<Recall>>,
    /// Place of the learner whose page is open in [`Self::recall`].
    pub recall_place: Option<usize>,
    /// Whether names are left out.
    pub hides_names: bool,
    /// When the class was read last: days are told from then.
    pub read_at: Option<Moment>,
}

/// Which part of a class is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartChoice {
    /// Id of the bank; all where it is none.
    pub bank: Option<String>,
    /// Id of the quiz.
    pub quiz: Option<String>,
    /// How far back.
    pub span: Span,
}

impl PartChoice {
    /// The part, as seen at a moment.
    pub fn part(&self, now: Moment) -> Part {
        const DAY_MS: i64 = 86_400_000;
        let days = match self.span {
            Span::All => None,
            Span::Week => Some(7),
            Span::Month => Some(30),
            Span::Year => Some(365),
        };
        Part {
            bank: self.bank.as_deref().map(Into::into),
            quiz: self.quiz.as_deref().map(Into::into),
            since_ms: days.map(|days| now.unix_ms - days * DAY_MS),
        }
    }
}

impl Teach {
    /// The place of the question or learner whose page is open is that of another once the class was read again: finds it
    /// anew, or leaves the page.
    pub fn follow(&mut self, view: Arc<ClassView>) {
        let before = self.view.take();
        let class = &view.class;
        self.page = match (self.page, before) {
            (TeachPage::Question(place), Some(before)) => {
                let same = before.class.questions.get(place as usize).and_then(|old| {
                    class.questions.iter().position(|new| (&new.bank, &new.id) == (&old.bank, &old.id))
                });
                same.filter(|place| view.item(*place as u32).is_some())
                    .map_or(TeachPage::Questions, |place| TeachPage::Question(place as u32))
            }
            (TeachPage::Learner(place), Some(before)) => {
                let id = before.class.learners.get(place as usize).map(|learner| &learner.id);
                let same = class.learners.iter().position(|learner| Some(&learner.id) == id);
                same.map_or(TeachPage::Learners, |place| TeachPage::Learner(place as u32))
            }
            (page @ (TeachPage::Question(_) | TeachPage::Learner(_)), None) => {
                if matches!(page, TeachPage::Question(_)) { TeachPage::Questions } else { TeachPage::Learners }
            }
            (page, _) => page,
        };
        if self.look.topic.as_ref().is_some_and(|topic| !view.topics().any(|known| known == topic)) {
            self.look.topic = None;
        }
        self.view = Some(view);
        self.follow_look();
        self.follow_page();
    }

    /// Works out anew which rows are shown, and in which order.
    pub fn follow_look(&mut self) {
        let Some(view) = &self.view else { return };
        self.questions = questions(view, &self.look);
        self.learners = learners(view, &self.look, self.hides_names);
    }

    /// Looks up what the page of a question or of a learner tells besides.
    pub fn follow_page(&mut self) {
        let Some(view) = &self.view else { return };
        self.question = match self.page {
            TeachPage::Question(place) => Some(QuestionDetail::of(&view.class, place)),
            _ => None,
        };
        self.learner = match self.page {
            TeachPage::Learner(place) => Some(LearnerDetail::of(view, place)),
            _ => None,
        };
        self.follow_recall();
    }

    /// Finds the learner whose page is open among those whose recall is predicted.
    pub fn follow_recall(&mut self) {
        let (Some(view), Some(recall), TeachPage::Learner(place)) = (&self.view, &self.recall, self.page) else {
            self.recall_place = None;
            return;
        };
        let learner = &view.class.learners[place as usize];
        self.recall_place = recall.learners.iter().position(|known| match &*known.learner_id {
            "" => learner.id.strip_prefix("name:") == Some(&*known.learner),
            id => *id == *learner.id,
        });
    }

    /// What a learner is called here.
    pub fn name_of(&self, learner: u32) -> String {
        self.view.as_ref().map_or_else(String::new, |view| name_of(view, learner, self.hides_names))
    }
}

fn questions(view: &ClassView, look: &Look) -> Vec<u32> {
    let items = &view.figures.items;
    let question = |item: &ItemFigures| &view.class.questions[item.question as usize];
    let words = look.words.to_lowercase();
    let is_wanted = |item: &ItemFigures| {
        let question = question(item);
        (!look.only_flagged || !item.flags.is_empty())
            && look.topic.as_deref().is_none_or(|topic| *question.topic == *topic)
            && (words.is_empty() || question.prompt.to_lowercase().contains(&words) || question.id.contains(&*words))
    };
    let mut shown: Vec<u32> =
        (0..items.len()).filter(|place| is_wanted(&items[*place])).map(|place| place as u32).collect();
    let item = |place: &u32| &items[*place as usize];
    // The sort is stable: those alike stay in the order of bank and id.
    match look.sort {
        Sort::Pressing => shown.sort_by_key(|place| item(place).flags.first().map_or(u8::MAX, urgency)),
        Sort::Prompt => shown.sort_by_cached_key(|place| question(item(place)).prompt.to_lowercase()),
        Sort::Facility | Sort::Score => {
            shown.sort_by(|one, other| order(item(one).facility, item(other).facility));
        }
        Sort::Discrimination => {
            let known = |item: &ItemFigures| {
                item.discrimination_index.filter(|_| Trust::discrimination(item.attempts).is_shown())
            };
            shown.sort_by(|one, other| order(known(item(one)), known(item(other))));
        }
    }
    if look.is_reversed {
        shown.reverse();
    }
    shown
}

fn learners(view: &ClassView, look: &Look, hides_names: bool) -> Vec<u32> {
    let all = &view.figures.learner_figures;
    let words = look.words.to_lowercase();
    let name = |place: u32| name_of(view, all[place as usize].learner, hides_names).to_lowercase();
    let mut shown: Vec<u32> = (0..all.len() as u32).collect();
    if !words.is_empty() {
        shown.retain(|place| name(*place).contains(&words));
    }
    match look.sort {
        Sort::Prompt if !hides_names => shown.sort_by_cached_key(|place| name(*place)),
        // Without names, their order must not give the alphabet away.
        Sort::Prompt => shown.sort_by_key(|place| view.numbers[all[*place as usize].learner as usize]),
        Sort::Pressing | Sort::Facility | Sort::Discrimination | Sort::Score => {
            shown.sort_by_key(|place| view.numbers[all[*place as usize].learner as usize]);
            shown.sort_by(|one, other| order(all[*one as usize].percent, all[*other as usize].percent));
        }
    }
    if look.is_reversed {
        shown.reverse();
    }
    shown
}

/// The lowest first, and what is not known last.
fn order(one: Option<f64>, other: Option<f64>) -> std::cmp::Ordering {
    one.unwrap_or(f64::INFINITY).total_cmp(&other.unwrap_or(f64::INFINITY))
}

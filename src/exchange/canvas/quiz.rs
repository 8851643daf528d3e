//! The quizzes and question banks of a file of QTI 1.2: their sections, draws and items as drafts.

use crate::bank::Progress;
use crate::exchange::canvas::item::{Item, is_general, number};
use crate::exchange::canvas::kinds;
use crate::exchange::canvas::options::Asked;
use crate::exchange::html_texts::HtmlTexts;
use crate::exchange::markup::PictureTaker;
use crate::exchange::xml::Element;
use crate::exchange::{Answer, Draft, DraftBank, DraftQuiz, Place, Remark, Unreadable, topic_path};
use std::collections::{BTreeMap, BTreeSet};

/// What a quiz's file beside it tells.
#[derive(Default)]
pub(super) struct Meta {
    pub title: String,
    /// As HTML.
    pub about: String,
    pub minutes: Option<f64>,
}

impl Meta {
    /// Of an `assessment_meta.xml`.
    pub fn new(root: &Element) -> Self {
        let Some(quiz) = root.find("quiz") else { return Self::default() };
        let text = |name: &str| quiz.child(name).map(Element::text).unwrap_or_default();
        Self { title: text("title"), about: text("description"), minutes: number(&text("time_limit")) }
    }
}

/// Reads what a file holds as one bank a quiz; items that stand in none are a bank together. The pictures are left to the
/// caller.
///
/// # Errors
/// [`Unreadable::Cancelled`].
pub(super) fn read(
    root: &Element,
    inside: &str,
    meta: &Meta,
    pictures: &mut dyn PictureTaker,
    progress: &dyn Progress,
) -> Result<Vec<DraftBank>, Unreadable> {
    let whole = root.all(&|element| matches!(&*element.name, "assessment" | "objectbank"));
    let quizzes = if whole.is_empty() { vec![root] } else { whole };
    let mut banks = Vec::new();
    for quiz in quizzes {
        let mut reading = Reading::new(quiz, inside, HtmlTexts::new(&mut *pictures), progress);
        reading.sections(quiz, "")?;
        let bank = reading.bank(quiz, meta);
        if !bank.drafts.is_empty() || !bank.remarks.is_empty() {
            banks.push(bank);
        }
    }
    Ok(banks)
}

struct Reading<'r> {
    inside: &'r str,
    texts: HtmlTexts<'r>,
    progress: &'r dyn Progress,
    title: &'r str,
    bank: DraftBank,
    /// Topics with how many questions are drawn from each.
    draws: Vec<(Box<str>, u32)>,
    topics: BTreeSet<Box<str>>,
    /// Passages that questions stand under, as HTML, by the name of their item.
    passages: BTreeMap<Box<str>, String>,
}

impl<'r> Reading<'r> {
    fn new(quiz: &'r Element, inside: &'r str, texts: HtmlTexts<'r>, progress: &'r dyn Progress) -> Self {
        Self {
            inside,
            texts,
            progress,
            title: quiz.attribute("title"),
            bank: DraftBank::default(),
            draws: Vec::new(),
            topics: BTreeSet::new(),
            passages: BTreeMap::new(),
        }
    }

    fn sections(&mut self, within: &Element, topic: &str) -> Result<(), Unreadable> {
        for element in within.elements() {
            match &*element.name {
                "item" => self.item(element, topic)?,
                "section" => self.section(element, topic)?,
                "assessment" | "objectbank" | "questestinterop" => self.sections(element, topic)?,
                // A file that stands alone hangs its items on whatever it likes.
                "" => {}
                _ if element.child("item").is_some() || element.child("section").is_some() => {
                    self.sections(element, topic)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn section(&mut self, section: &Element, topic: &str) -> Result<(), Unreadable> {
        let title = section.attribute("title");
        let selection = section.child("selection_ordering").and_then(|ordering| ordering.child("selection"));
        let wanted = selection.and_then(|selection| selection.child("selection_number"));
        let wanted = wanted.and_then(|wanted| wanted.text().parse::<u32>().ok());
        if selection.is_some_and(|selection| selection.find("sourcebank_ref").is_some())
            && section.child("item").is_none()
        {
            let place = Place::line(section.line).within(self.inside);
            let remark = Remark::NoPlaceFor("a draw from a question bank that is not in this quiz");
            self.bank.remarks.push((place, remark));
            return Ok(());
        }
        let is_named = !title.is_empty() && section.attribute("ident") != "root_section" && title != self.title;
        let name = match wanted {
            Some(_) if !is_named => format!("Group {}", self.draws.len() + 1),
            _ => {
                if is_named {
                    title.to_owned()
                } else {
                    String::new()
                }
            }
        };
        let topic = topic_path(topic.split('/').chain([name.as_str()]));
        let topic = if wanted.is_some() { self.new_topic(&topic) } else { topic };
        let before = self.bank.drafts.len();
        self.sections(section, &topic)?;
        let found = u32::try_from(self.bank.drafts.len() - before).unwrap_or(u32::MAX);
        if let Some(wanted) = wanted.filter(|_| found > 0) {
            self.draws.push((topic, wanted.min(found)));
        }
        Ok(())
    }

    /// A topic that no group has yet.
    fn new_topic(&mut self, wanted: &str) -> Box<str> {
        let mut topic: Box<str> = wanted.into();
        let mut number = 2;
        while !self.topics.insert(topic.clone()) {
            topic = format!("{wanted} {number}").into();
            number += 1;
        }
        topic
    }

    fn item(&mut self, element: &Element, topic: &str) -> Result<(), Unreadable> {
        if !self.progress.advance(0.5) {
            return Err(Unreadable::Cancelled);
        }
        let item = Item::new(element);
        let type_name = kinds::name(&item);
        let Asked { mut prompt, mut answer } = match kinds::reader(&item) {
            _ if element.is_rest => left_out(Remark::NotRead(element.line)),
            _ if element.is_cut_anywhere() => left_out(Remark::Damaged("the file breaks off in it".into())),
            Some(read) => read(&item, &mut self.texts),
            None if type_name.is_empty() => left_out(Remark::Description),
            None => left_out(Remark::UnknownType(type_name.into())),
        };
        if let Some(passage) = self.passages.get(item.field(&["parent_stimulus_item_ident"])) {
            let passage = self.texts.text(passage);
            prompt = format!("{passage}\n\n{prompt}");
            self.texts.tell(Remark::Assumed("the passage that it stands under was put before it"));
        } else if item.responses().is_empty() {
            self.passages.insert(element.attribute("ident").into(), item.prompt(&mut |_| String::new()));
        }
        let (explanation, hints) = self.explanation(&item);
        if let Answer::Card { back } = &mut answer
            && back.trim().is_empty()
        {
            answer = Answer::LeftOut(Remark::MarkedByPerson);
        }
        let own_topic = topic_path(item.field(&["qmd_topic"]).split('/'));
        let points = item.field(&["points_possible", "cc_weighting", "qmd_weighting", "qmd_absolutescore_max"]);
        let title = element.attribute("title").trim();
        let is_named = !title.eq_ignore_ascii_case("question");
        self.bank.drafts.push(Draft {
            name: if is_named { title.into() } else { Box::default() },
            origin: element.attribute("ident").into(),
            topic: if own_topic.is_empty() { topic.into() } else { own_topic },
            points: number(points),
            explanation,
            hints,
            remarks: self.texts.finish(),
            ..Draft::new(Place::line(element.line).within(self.inside), type_name, prompt, answer)
        });
        Ok(())
    }

    /// What is said whatever was answered, and help.
    fn explanation(&mut self, item: &Item) -> (String, Vec<String>) {
        let general = ["general_fb", "correct_fb", "correct"].map(|name| item.feedback(name));
        let explanation = general.into_iter().find(|html| !html.is_empty()).unwrap_or_default();
        let others = item.element.children("itemfeedback").filter(|feedback| is_general(feedback.attribute("ident")));
        let mut others = others.map(super::item::material).filter(|html| !html.is_empty());
        if others.any(|html| html != explanation) {
            self.texts.tell(Remark::NoPlaceFor("general feedback for right or wrong answers"));
        }
        let hints =
            item.element.all_named("hint").into_iter().map(|hint| self.texts.text(&super::item::material(hint)));
        let hints = hints.collect();
        let solution = item.element.find("solution").map(super::item::material).unwrap_or_default();
        let explanation = if explanation.is_empty() { solution } else { explanation };
        (self.texts.text(&explanation), hints)
    }

    fn bank(mut self, quiz: &Element, meta: &Meta) -> DraftBank {
        let fields = Item::new(quiz);
        let own = [self.title, fields.field(&["bank_title"]), &meta.title]
            .into_iter()
            .find(|title| title.chars().any(char::is_alphanumeric));
        self.bank.title = own.unwrap_or_default().trim().into();
        self.bank.about = self.texts.plain(&meta.about).into();
        self.bank.origin = quiz.attribute("ident").into();
        let minutes = meta.minutes.or_else(|| number(fields.field(&["qmd_timelimit"])));
        let time_limit_secs = minutes.filter(|minutes| *minutes > 0.0).map(|minutes| (minutes * 60.0) as u32);
        let draws = self.all_draws();
        let title = if self.bank.title.is_empty() { "Quiz".into() } else { self.bank.title.clone() };
        if !draws.is_empty() || time_limit_secs.is_some() {
            self.bank.quizzes.push(DraftQuiz { title, time_limit_secs, draws });
        }
        self.bank
    }

    /// The draws of the groups. Questions that stand in none are all asked: they get the title of the quiz for a topic.
    fn all_draws(&mut self) -> Vec<(Box<str>, u32)> {
        if self.draws.is_empty() {
            return Vec::new();
        }
        let groups: BTreeSet<Box<str>> = self.draws.iter().map(|(topic, _)| topic.clone()).collect();
        let rest = self.new_topic(&topic_path([if self.title.trim().is_empty() { "Others" } else { self.title }]));
        let mut count = 0;
        for draft in self.bank.drafts.iter_mut().filter(|draft| !groups.contains(&draft.topic)) {
            draft.topic = rest.clone();
            count += 1;
        }
        let mut draws = self.draws.clone();
        if count > 0 {
            draws.insert(0, (rest, count));
        }
        draws
    }
}

fn left_out(reason: Remark) -> Asked {
    Asked { prompt: String::new(), answer: Answer::LeftOut(reason) }
}

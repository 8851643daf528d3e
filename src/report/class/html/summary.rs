//! The head of the page: the class in four cards, and what to teach again.

use super::signs::{formatted, interval, name, number};
use super::{Page, push};
use crate::class::{Lesson, Trust, teach_again};
use crate::report::printed::escaped;

/// A figure, what it is of, and what to make of it.
struct Card {
    title: &'static str,
    figure: String,
    notes: Vec<String>,
}

impl Page<'_> {
    pub(super) fn summary(&self, html: &mut String) {
        if self.figures.sittings == 0 {
            html.push_str("<p>There is nothing to judge until somebody has finished a sitting.</p>\n");
            return;
        }
        html.push_str("<section>\n<h2>At a glance</h2>\n<dl class=\"cards\">\n");
        for Card { title, figure, notes } in [self.learners_card(), self.mean(), self.consistency(), self.error()] {
            push(html, format_args!("<div><dt>{title}</dt><dd class=\"large\">{figure}</dd>"));
            notes.iter().for_each(|note| push(html, format_args!("<dd>{note}</dd>")));
            html.push_str("</div>\n");
        }
        html.push_str("</dl>\n");
        if !self.figures.is_comparable {
            html.push_str(
                "<p>Some papers have no question in common, not even through others: they cannot be compared.</p>\n",
            );
        }
        html.push_str("</section>\n");
    }

    fn learners_card(&self) -> Card {
        let (sittings, unfinished) = (self.figures.sittings, self.figures.unfinished);
        let notes = vec![format!("{sittings} finished"), format!("{unfinished} unfinished")];
        Card { title: "Learners", figure: self.figures.learners.to_string(), notes }
    }

    fn mean(&self) -> Card {
        let scores = &self.figures.scores;
        let percent = |title: &str, value: Option<f64>| value.map(|value| format!("{title} {} %", number(value, 0)));
        let notes = [percent("median", scores.median_percent), percent("standard deviation", scores.sd_percent)];
        let mut notes: Vec<String> = notes.into_iter().flatten().collect();
        notes.push(self.n());
        let figure = scores.mean_percent.map_or("–".to_owned(), |mean| format!("{} %", number(mean, 0)));
        Card { title: "Mean score", figure, notes }
    }

    fn consistency(&self) -> Card {
        let title = "Consistency (α)";
        let (Some(alpha), Some(basis)) = (self.figures.internal_consistency, self.figures.consistency_basis) else {
            return Card { title, figure: "–".to_owned(), notes: vec!["cannot be computed".to_owned()] };
        };
        if let Trust::TooFew { learners, questions } = Trust::consistency(&basis) {
            let notes =
                vec![format!("too little to judge: needs {learners} learners with the same {questions} questions")];
            return Card { title, figure: "–".to_owned(), notes };
        }
        let share = |percent: Option<f64>| percent.map(|percent| percent / 100.0);
        let mut notes = vec![consistency_word(alpha).to_owned()];
        let ends = interval(share(self.figures.consistency_low), share(self.figures.consistency_high), 2);
        notes.extend((!ends.is_empty()).then_some(ends));
        if basis.is_from_rasch {
            notes.push("person reliability of the Rasch fit: too few had the same questions".to_owned());
        }
        notes.push(format!("n {}", basis.learners));
        Card { title, figure: number(alpha / 100.0, 2), notes }
    }

    fn error(&self) -> Card {
        let trusted = self.figures.consistency_basis.filter(|basis| Trust::consistency(basis).is_shown());
        let title = "Standard error";
        match (self.figures.standard_error, trusted) {
            (Some(error), Some(basis)) => {
                let notes = vec![
                    "of a score: two learners less than three of these apart may be alike".to_owned(),
                    format!("n {}", basis.learners),
                ];
                Card { title, figure: format!("± {} %", number(error, 1)), notes }
            }
            _ => Card { title, figure: "–".to_owned(), notes: vec!["too little to judge".to_owned()] },
        }
    }

    /// How many scores the figures come from.
    fn n(&self) -> String {
        format!("n {}", self.figures.scores.percents.len())
    }

    pub(super) fn lessons(&self, html: &mut String) {
        let lessons = teach_again(self.class, self.figures);
        if lessons.is_empty() {
            return;
        }
        html.push_str("<section class=\"lessons\">\n<h2>Teach this again</h2>\n<ol>\n");
        lessons.iter().for_each(|lesson| self.lesson(html, lesson));
        html.push_str("</ol>\n</section>\n");
    }

    fn lesson(&self, html: &mut String, lesson: &Lesson) {
        let question = &self.class.questions[lesson.question as usize];
        let topic = if lesson.topic.is_empty() {
            format!("{} {}", question.bank, question.id)
        } else {
            lesson.topic.to_string()
        };
        let [facility, low, high] =
            [lesson.facility, lesson.facility_low, lesson.facility_high].map(|share| number(100.0 * share, 0));
        push(
            html,
            format_args!(
                "<li><p><strong>{}</strong>: {facility} % ({low} to {high} %) from {} answers of {} learners</p>\n",
                name(&topic),
                lesson.answers,
                lesson.learners
            ),
        );
        let place = self.items.iter().position(|item| item.question == lesson.question).map_or(0, |place| place + 1);
        let prompt = formatted(if question.prompt.trim().is_empty() { &question.id } else { &question.prompt });
        push(html, format_args!("<p dir=\"auto\">On the board, question {place}: {prompt}</p>\n"));
        if let Some(idea) = &lesson.wrong_idea {
            push(
                html,
                format_args!(
                    "<p>The wrong idea: “<bdi>{}</bdi>”, from {} of {}</p>\n",
                    escaped(&idea.response),
                    idea.chosen,
                    idea.asked
                ),
            );
        }
        html.push_str("</li>\n");
    }
}

/// In the words of Moodle's guidance.
fn consistency_word(percent: f64) -> &'static str {
    match percent {
        75.0.. => "good",
        64.0.. => "fair",
        _ => "not satisfactory",
    }
}

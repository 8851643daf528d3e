//! All questions in one table, those to look at first; how scores and topics lie.

use super::signs::{bar, columns, discrimination, interval, maybe, name, number};
use super::table::{Column, begin, end, row};
use super::{Page, push};
use crate::class::{ItemFigures, TopicFigures};
use crate::report::class::text::flag_title;
use crate::report::plots;
use crate::report::printed::escaped;
use crate::sitting::collected::shortened;
use crate::text::plain;

const QUESTIONS: &[Column] = &[
    ("Question", false),
    ("n", true),
    ("Facility", true),
    ("Discrimination", true),
    ("Answers chosen", false),
    ("Look at", false),
];

const TOPICS: &[Column] = &[
    ("Topic", false),
    ("Facility", true),
    ("95 % interval", true),
    ("", false),
    ("Answers", true),
    ("Questions", true),
];

const SCORES: &[Column] = &[("Score", false), ("Sittings", true)];

/// So many steps of ten percent there are.
const STEPS: usize = 10;

impl Page<'_> {
    pub(super) fn questions(&self, html: &mut String) {
        html.push_str("<section>\n<h2>Questions</h2>\n");
        let caption = "Those to look at come first. Facility is the mean share of the points; discrimination, whether those \
            who do well elsewhere do well here. The key is filled and ticked.";
        begin(html, "questions", caption, QUESTIONS);
        for (number, item) in (1..).zip(&self.items) {
            row(html, QUESTIONS, &self.question_cells(number, item));
        }
        end(html);
        html.push_str("</section>\n");
    }

    fn question_cells(&self, place: usize, item: &ItemFigures) -> [String; 6] {
        let prompt = self.short_prompt(item);
        let (index, ends) = discrimination(item);
        let facility_ends = interval(item.facility_low, item.facility_high, 2);
        let mut flags: Vec<&str> = item.flags.iter().map(flag_title).collect();
        flags.dedup();
        [
            format!("<a href=\"#q{place}\">{place}. {}</a>", name(&prompt)),
            item.attempts.to_string(),
            format!("{}<small>{facility_ends}</small>", maybe(item.facility, 2)),
            format!("{index}<small>{ends}</small>"),
            if item.options.is_empty() { String::new() } else { columns(&item.options) },
            flags.iter().map(|flag| format!("<span class=\"flag\">{flag}</span>")).collect::<Vec<_>>().join(" "),
        ]
    }

    /// The start of the prompt, for a table.
    pub(super) fn short_prompt(&self, item: &ItemFigures) -> String {
        shortened(&self.plain_prompt(item)).to_string()
    }

    /// The prompt in a line of plain words, or the id where there is none.
    pub(super) fn plain_prompt(&self, item: &ItemFigures) -> String {
        let question = &self.class.questions[item.question as usize];
        let prompt = plain(question.prompt.trim());
        let words = prompt.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() { question.id.to_string() } else { words }
    }

    pub(super) fn scores(&self, html: &mut String) {
        let counts = counts(&self.figures.scores.percents);
        let column = |(step, count): (usize, &usize)| plots::Column {
            value: *count,
            is_first: false,
            says: format!("{}: {count}", step_words(step)),
        };
        let drawn: Vec<plots::Column> = counts.iter().enumerate().map(column).collect();
        let sentence = format!("How many of {} sittings scored how much", self.figures.scores.percents.len());
        let svg = plots::svg(&plots::columns(420.0, 12.0, &drawn, ["0 %", "100 %"]), "", &sentence);
        push(html, format_args!("<section class=\"scores\">\n<h2>Scores</h2>\n<div class=\"beside\">\n{svg}"));
        begin(html, "narrow", "The same in numbers", SCORES);
        for (step, count) in counts.iter().enumerate() {
            row(html, SCORES, &[step_words(step), count.to_string()]);
        }
        end(html);
        html.push_str("</div>\n</section>\n");
    }

    pub(super) fn topics(&self, html: &mut String) {
        html.push_str("<section>\n<h2>Topics</h2>\n");
        begin(
            html,
            "topics",
            "Mean share of the points, and where it would lie in other classes like this one.",
            TOPICS,
        );
        for topic in &self.figures.topics {
            row(html, TOPICS, &topic_cells(topic));
        }
        end(html);
        html.push_str("</section>\n");
    }
}

fn topic_cells(topic: &TopicFigures) -> [String; 6] {
    let percent = |share: f64| number(100.0 * share, 0);
    let ends = topic.facility_low.zip(topic.facility_high);
    let title = if topic.topic.is_empty() { "<em>no topic</em>".to_owned() } else { name(&topic.topic) };
    [
        title,
        topic.facility.map_or("–".to_owned(), |facility| format!("{} %", percent(facility))),
        ends.map_or(String::new(), |(low, high)| format!("{} to {} %", percent(low), percent(high))),
        topic.facility.map_or(String::new(), |facility| bar(facility, ends)),
        topic.answers.to_string(),
        topic.questions.to_string(),
    ]
}

/// How many scores lie in each step of ten percent. What is below 0 counts with the lowest.
fn counts(percents: &[f64]) -> [usize; STEPS] {
    let mut counts = [0; STEPS];
    for percent in percents {
        let step = (percent / 10.0).floor().clamp(0.0, (STEPS - 1) as f64);
        counts[step as usize] += 1;
    }
    counts
}

fn step_words(step: usize) -> String {
    let (low, high) = (10 * step, 10 * (step + 1));
    escaped(&if step + 1 == STEPS { format!("{low} to {high} %") } else { format!("{low} to below {high} %") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_counts_in_the_step_that_it_begins() {
        assert_eq!(counts(&[-5.0, 0.0, 9.99, 10.0, 99.9, 100.0]), [3, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
        assert_eq!((step_words(0), step_words(9)), ("0 to below 10 %".to_owned(), "90 to 100 %".to_owned()));
    }
}

//! A section for each question: what it asks, what to look at, who chose what.

use super::signs::{discrimination, formatted, interval, kind_words, maybe, name, number, time};
use super::{Page, chosen, push};
use crate::class::{ClassQuestion, ItemFigures, Trust};
use crate::report::class::counted::counted;
use crate::report::class::text::{flag_words, key_lines};
use crate::report::printed::escaped;
use crate::sitting::collected::shortened;

impl Page<'_> {
    pub(super) fn each_question(&self, html: &mut String) {
        // Around the heading and the first question, since not every browser keeps a heading with what follows it.
        html.push_str("<section class=\"each\">\n<div class=\"whole\">\n<h2>Question by question</h2>\n");
        for (place, item) in (1..).zip(&self.items) {
            self.question(html, place, item);
            if place == 1 {
                html.push_str("</div>\n");
            }
        }
        if self.items.is_empty() {
            html.push_str("</div>\n");
        }
        html.push_str("</section>\n");
    }

    fn question(&self, html: &mut String, place: usize, item: &ItemFigures) {
        let question = &self.class.questions[item.question as usize];
        let prompt = question.prompt.trim();
        let heading = self.heading(item);
        push(html, format_args!("<article id=\"q{place}\">\n<div class=\"top\">\n<h3 dir=\"auto\">{place}. "));
        push(html, format_args!("{}</h3>\n", escaped(&heading)));
        push(html, format_args!("<p class=\"of\">{}</p>\n", origin(question)));
        if heading != prompt && !prompt.is_empty() {
            push(html, format_args!("<div class=\"prompt\" dir=\"auto\">{}</div>\n", formatted(prompt)));
        }
        if !item.flags.is_empty() {
            html.push_str("<ul class=\"flags\">\n");
            for flag in &item.flags {
                push(html, format_args!("<li>{}</li>\n", escaped(&flag_words(flag))));
            }
            html.push_str("</ul>\n");
        }
        facts(html, item);
        html.push_str("</div>\n");
        if item.options.is_empty() {
            right_answer(html, question);
        } else {
            chosen::options(html, item);
        }
        chosen::certainty(html, item);
        for line in key_lines(self.class, item).lines() {
            push(html, format_args!("<p dir=\"auto\">{}</p>\n", escaped(line.trim())));
        }
        versions(html, question, item);
        html.push_str("</article>\n");
    }

    /// The prompt in plain words, shortened where it is too long for a heading.
    fn heading(&self, item: &ItemFigures) -> String {
        let words = self.plain_prompt(item);
        if words.chars().count() <= LONGEST_HEADING { words } else { shortened(&words).to_string() }
    }
}

/// A prompt up to so many letters is the heading whole.
const LONGEST_HEADING: usize = 220;

fn origin(question: &ClassQuestion) -> String {
    let mut words = name(&format!("{} {}", question.bank, question.id));
    if let Some(kind) = question.kind {
        push(&mut words, format_args!(" · {}", kind_words(kind)));
    }
    if !question.topic.is_empty() {
        push(&mut words, format_args!(" · {}", name(&question.topic)));
    }
    words
}

/// The figures as pairs of a term and what there is to say.
fn facts(html: &mut String, item: &ItemFigures) {
    let (index, index_ends) = discrimination(item);
    let mut facts = vec![
        ("Learners asked", item.attempts.to_string(), String::new()),
        ("Facility", maybe(item.facility, 2), interval(item.facility_low, item.facility_high, 2)),
        ("Discrimination", index, index_ends),
    ];
    if let Some(ms) = item.median_ms {
        facts.push(("Median time", time(ms), String::new()));
    }
    facts.push(("Left blank", item.left_blank.to_string(), String::new()));
    facts.push(("Not reached", item.not_reached.to_string(), String::new()));
    match (item.rasch, Trust::rasch(item.attempts)) {
        (Some(rasch), Trust::IntervalOnly | Trust::Hint | Trust::Sound) => facts.push((
            "Rasch difficulty",
            number(rasch.difficulty, 2),
            format!("± {} logits", number(rasch.standard_error, 2)),
        )),
        (_, Trust::TooFew { .. }) | (None, _) => {}
    }
    for (title, count) in [("Marks set aside", item.overruled), ("Remarks", item.remarks)] {
        if count > 0 {
            facts.push((title, count.to_string(), String::new()));
        }
    }
    html.push_str("<dl class=\"facts\">\n");
    for (title, figure, more) in facts {
        let more = if more.is_empty() { String::new() } else { format!(" <small>{more}</small>") };
        push(html, format_args!("<div><dt>{title}</dt><dd>{figure}{more}</dd></div>\n"));
    }
    html.push_str("</dl>\n");
}

fn right_answer(html: &mut String, question: &ClassQuestion) {
    let key = question.versions.last().map_or("", |version| version.key.trim());
    if !key.is_empty() {
        push(html, format_args!("<p dir=\"auto\"><span class=\"key\">✓ Right answer:</span> {}</p>\n", formatted(key)));
    }
}

fn versions(html: &mut String, question: &ClassQuestion, item: &ItemFigures) {
    if question.versions.len() > 1 {
        let versions = counted(question.versions.len() as u32, "version");
        let had = counted(item.had_another_key, "learner");
        push(html, format_args!("<p>{versions} of it were asked; {had} had one with another key.</p>\n"));
    }
}

//! The second part: figures for who wants to know more.

use super::signs::{interval, maybe, name, number};
use super::table::{Column, begin, end, row};
use super::{Page, push};
use crate::class::{ItemFigures, Trust};

const WHOLE: &[Column] = &[("Figure", false), ("Value", true), ("What it says", false)];

const WEIGHTS: &[Column] = &[
    ("Question", false),
    ("n", true),
    ("Standard deviation", true),
    ("Intended weight", true),
    ("Effective weight", true),
    ("Discriminative efficiency", true),
    ("Random guess", true),
    ("Rasch difficulty", true),
];

impl Page<'_> {
    pub(super) fn more_figures(&self, html: &mut String) {
        html.push_str("<section class=\"second\">\n<h2>More figures</h2>\n<h3>The whole test</h3>\n");
        let caption = format!("Over {} scores", self.figures.scores.percents.len());
        begin(html, "whole", &caption, WHOLE);
        for (title, value, meaning) in self.whole() {
            row(html, WHOLE, &[title.to_owned(), value, meaning.to_owned()]);
        }
        end(html);
        html.push_str("<h3>Weights</h3>\n");
        let caption = "Standard deviations in points, difficulties in logits with their standard error, all else in percent. An \
            effective weight that cannot be computed works against the test.";
        begin(html, "weights", caption, WEIGHTS);
        for (place, item) in (1..).zip(&self.items) {
            row(html, WEIGHTS, &self.weight_cells(place, item));
        }
        end(html);
        push(
            html,
            format_args!(
                "<p>How each figure is computed, and when not to rely on it: docs/statistics.md.</p>\n</section>\n"
            ),
        );
    }

    fn whole(&self) -> Vec<(&'static str, String, &'static str)> {
        let (figures, scores) = (self.figures, &self.figures.scores);
        let ends = interval(figures.consistency_low, figures.consistency_high, 0);
        let ends = if ends.is_empty() { maybe(None, 0) } else { ends };
        vec![
            ("Mean, percent", maybe(scores.mean_percent, 1), "50 to 75 tells learners apart best"),
            ("Median, percent", maybe(scores.median_percent, 1), "half of the scores are below"),
            ("Standard deviation, percent", maybe(scores.sd_percent, 1), "12 to 18 is usual"),
            ("Skewness", maybe(scores.skewness, 2), "below 0: a long tail of low scores; above 0: of high ones"),
            ("Kurtosis", maybe(scores.kurtosis, 2), "above 0: more scores far out than in a normal distribution"),
            ("Internal consistency, percent", maybe(figures.internal_consistency, 1), "75 and more is good"),
            ("Its 95 % interval", ends, "Feldt’s"),
            ("Error ratio, percent", maybe(figures.error_ratio, 1), "share of the spread that is chance"),
            ("Standard error, percent", maybe(figures.standard_error, 1), "of a single score"),
            (
                "Spread of ability",
                maybe(figures.rasch.as_ref().map(|rasch| rasch.sigma), 2),
                "σ of the Rasch fit, logits",
            ),
            (
                "Person reliability",
                maybe(figures.rasch.as_ref().and_then(|rasch| rasch.person_reliability), 2),
                "share of the spread of ability that is no chance",
            ),
        ]
    }

    fn weight_cells(&self, place: usize, item: &ItemFigures) -> [String; 8] {
        let rasch = item.rasch.filter(|_| Trust::rasch(item.attempts).is_shown());
        let difficulty = rasch.map_or(maybe(None, 2), |rasch| {
            format!("{} <small>± {}</small>", number(rasch.difficulty, 2), number(rasch.standard_error, 2))
        });
        [
            format!("{place}. {}", name(&self.short_prompt(item))),
            item.attempts.to_string(),
            maybe(item.sd, 2),
            maybe(item.intended_weight, 1),
            maybe(item.effective_weight, 1),
            maybe(item.discriminative_efficiency, 0),
            maybe(item.random_guess, 0),
            difficulty,
        ]
    }
}

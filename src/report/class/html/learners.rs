//! What each learner scored, by name.

use super::Page;
use super::signs::{bar, maybe, name};
use super::table::{Column, begin, end, row};
use crate::class::{LearnerFigures, Trust};
use crate::report::write_number;

const LEARNERS: &[Column] = &[
    ("Learner", false),
    ("Score", true),
    ("", false),
    ("Points", true),
    ("of", true),
    ("Answers", true),
    ("Sittings", true),
    ("Ability", true),
];

impl Page<'_> {
    pub(super) fn learners(&self, html: &mut String) {
        html.push_str("<section>\n<h2>Learners</h2>\n");
        let caption = "By name. Ability is in logits by the Rasch fit: 0 is the middle of the class.";
        begin(html, "learners", caption, LEARNERS);
        let mut learners: Vec<&LearnerFigures> = self.figures.learner_figures.iter().collect();
        learners.sort_by_cached_key(|learner| (self.name_of(learner).to_lowercase(), learner.learner));
        for learner in learners {
            row(html, LEARNERS, &self.learner_cells(learner));
        }
        end(html);
        html.push_str("</section>\n");
    }

    fn learner_cells(&self, learner: &LearnerFigures) -> [String; 8] {
        let ability = learner.ability.filter(|_| Trust::rasch(self.figures.learners).is_shown());
        [
            name(self.name_of(learner)),
            learner.percent.map_or("–".to_owned(), |_| maybe(learner.percent, 0) + " %"),
            learner.percent.map_or(String::new(), |percent| bar(percent / 100.0, None)),
            points(learner.score),
            points(learner.max_score),
            learner.answers.to_string(),
            learner.sittings.to_string(),
            maybe(ability, 2),
        ]
    }

    fn name_of(&self, learner: &LearnerFigures) -> &str {
        let learner = &self.class.learners[learner.learner as usize];
        if learner.name.trim().is_empty() { &learner.id } else { &learner.name }
    }
}

fn points(points: f64) -> String {
    write_number((points * 1e6).round() / 1e6).replace('-', "\u{2212}")
}

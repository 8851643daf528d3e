//! Marks a line as the window marks answers, and tries it against the keys of the other versions.

use super::cells::Cell;
use super::line::{answered, split_version};
use super::{Answered, Line, PrintedPaper};
use crate::paper::{Paper, PaperItem};
use crate::sitting::{Mark, Turn, Verdict, grade};

/// A line with what it earns.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedLine {
    /// The line.
    pub line: Line,
    /// The verdict on each answer.
    pub verdicts: Vec<Verdict>,
    /// Points earned.
    pub score: f64,
    /// Points that could be earned.
    pub max_score: f64,
    /// A version whose key fits much better, where there is one.
    pub better: Option<BetterVersion>,
}

/// Another version whose key fits better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BetterVersion {
    /// Its index.
    pub version: usize,
    /// How many answers are right by its key.
    pub right: usize,
    /// How many are right by the key of the version that was typed.
    pub instead_of: usize,
}

/// Marks a line.
pub fn mark_line(paper: &PrintedPaper, line: Line) -> MarkedLine {
    let turns: Vec<Turn> = turns(paper, &line).collect();
    let verdicts: Vec<Verdict> = turns.iter().map(Turn::verdict).collect();
    let total = |points: &dyn Fn(&Turn) -> f64| 0.0 + turns.iter().map(points).sum::<f64>();
    MarkedLine {
        score: total(&Turn::score),
        max_score: total(&Turn::max_score),
        better: better_version(paper, &line, count_right(&verdicts)),
        verdicts,
        line,
    }
}

/// The answers of a line as turns of a sitting, by which they are marked and told as any others.
pub(super) fn turns(paper: &PrintedPaper, line: &Line) -> impl Iterator<Item = Turn> {
    let items: &[PaperItem] = paper.papers.get(line.version).map_or(&[], |paper| &paper.items);
    items.iter().zip(&line.answers).map(|(item, answered)| turn(item, answered))
}

fn turn(item: &PaperItem, answered: &Answered) -> Turn {
    let turn = Turn::new(item.clone(), 1);
    match answered {
        Answered::Blank | Answered::Unreadable => turn,
        Answered::Double { .. } => Turn { mark: Some(Mark { fraction: 0.0, note: None }), ..turn },
        Answered::Given(response) => {
            Turn { mark: Some(grade(&item.question, response)), response: Some(response.clone()), ..turn }
        }
    }
}

fn count_right(verdicts: &[Verdict]) -> usize {
    verdicts.iter().filter(|verdict| **verdict == Verdict::Correct).count()
}

/// The version whose key fits best, where it fits so much better that chance does not explain it.
fn better_version(paper: &PrintedPaper, line: &Line, instead_of: usize) -> Option<BetterVersion> {
    let others = (0..paper.papers.len()).filter(|version| *version != line.version);
    let fits = others.map(|version| (version, right_by(&paper.papers[version], line)));
    // The first of those that fit alike.
    let (version, right) = fits.rev().max_by_key(|(_, right)| *right)?;
    let is_beyond_chance = right as f64 >= instead_of as f64 + beyond_chance(line.answers.len());
    is_beyond_chance.then_some(BetterVersion { version, right, instead_of })
}

/// By how many right answers another key must fit better. By two wrong keys for questions of four options, each answer is
/// right with a chance of 1/4, so the difference of the two counts over n questions has the variance 2 × 3/16 n. Two and a
/// half standard deviations, 1.53 √n, are passed by chance by 1 in 160 of those who only guess, and by nobody else.
fn beyond_chance(questions: usize) -> f64 {
    2.5 * (2.0 * 3.0 / 16.0 * questions as f64).sqrt()
}

/// How many cells are right by the key of that version.
fn right_by(paper: &Paper, line: &Line) -> usize {
    let is_right = |(item, cell): (&PaperItem, &Cell)| match answered(item, cell) {
        Ok(Answered::Given(response)) => grade(&item.question, &response).verdict() == Verdict::Correct,
        Ok(Answered::Blank | Answered::Unreadable | Answered::Double { .. }) | Err(_) => false,
    };
    paper.items.iter().zip(&line.cells).filter(|pair| is_right(*pair)).count()
}

/// The same line on another version; `None` where it has no answers.
pub fn on_version(paper: &PrintedPaper, text: &str, version: usize) -> Option<String> {
    let (before, after) = text.split_once([':', '：', '\t'])?;
    let name = if paper.has_versions() { split_version(before.trim()).0 } else { before.trim() };
    Some(format!("{name} ({}): {}", crate::report::letter(version), after.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper_marks::fixture::{choice, item, printed, versions};
    use crate::paper_marks::read_line;
    use crate::report::key_letters;
    use proptest::prelude::*;

    fn marked(paper: &PrintedPaper, text: &str) -> MarkedLine {
        mark_line(paper, read_line(paper, 0, text).expect("a line"))
    }

    fn key(paper: &PrintedPaper, version: usize) -> Vec<String> {
        paper.papers[version].items.iter().map(key_letters).collect()
    }

    #[test]
    fn what_is_blank_unreadable_or_marked_twice_earns_nothing_and_only_the_double_is_wrong() {
        let set = r#"(id: "set", prompt: "Q?", points: 2, answer: Choices(correct: ["x", "y"], distractors: ["z"]))"#;
        let paper = printed(vec![choice("a"), choice("b"), choice("c"), choice("d"), item(set, &[0, 1, 2])]);
        let line = marked(&paper, "Ada: b - ? bc ab");
        use Verdict::{Correct, Unanswered, Wrong};
        assert_eq!(line.verdicts, [Correct, Unanswered, Unanswered, Wrong, Correct]);
        assert_eq!((line.score, line.max_score), (3.0, 6.0));
        assert_eq!(marked(&printed(vec![choice("a")]), "Ada: -").score.to_string(), "0");
    }

    #[test]
    fn a_line_that_was_typed_for_the_wrong_version_is_told_with_both_counts() {
        let paper = versions(15, 4, 7);
        let mut typed = key(&paper, 1);
        typed[0] = "-".into();
        typed[1] = "?".into();
        let line = marked(&paper, &format!("Ada: {}", typed.join(" ")));
        let better = line.better.expect("version B fits better");
        assert_eq!((better.version, better.right), (1, 13));
        assert!(better.instead_of <= 7, "{better:?}");
        let line = marked(&paper, &format!("Ada (B): {}", typed.join(" ")));
        assert_eq!(line.better, None);
    }

    #[test]
    fn four_questions_are_told_only_where_none_is_right_and_all_would_be() {
        assert!((3.0..3.1).contains(&beyond_chance(4)));
    }

    #[test]
    fn a_line_is_put_on_another_version_with_its_answers_as_they_are() {
        let paper = versions(2, 3, 7);
        let check = |text: &str, expected: Option<&str>| assert_eq!(on_version(&paper, text, 2).as_deref(), expected);
        check("Ada: a b", Some("Ada (C): a b"));
        check("Ada (B):  a \"b : c\"", Some("Ada (C): a \"b : c\""));
        check("Ada", None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn guessing_seldom_fits_another_version_and_the_key_of_another_always_does(
            seed: u32, letters in proptest::collection::vec("[a-d]", 20), version in 1..4_usize,
        ) {
            let paper = versions(20, 4, seed);
            // Whoever knows most of it is never told of another version.
            let mut known = key(&paper, 0);
            known.iter_mut().zip(&letters).step_by(4).for_each(|(known, guess)| known.clone_from(guess));
            prop_assert_eq!(marked(&paper, &format!("Ada: {}", known.join(" "))).better, None);
            let own = key(&paper, version);
            let line = marked(&paper, &format!("Ada: {}", own.join(" ")));
            if line.score <= 13.0 {
                prop_assert_eq!(line.better.map(|better| (better.version, better.right)), Some((version, 20)));
            }
        }
    }
}

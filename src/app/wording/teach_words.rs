//! The words of the class's page: figures with what they mean, and words in their place where too few have answered.

use crate::app::state::class_view::{ClassView, FileTold};
use crate::app::wording::words::{self, count};
use crate::class::{
    Class, ClassFigures, ClassQuestion, Doubt, Flag, ItemFigures, Lesson, Likeness, OptionFigures, Proposal, Trust,
};
use crate::report::class::flag_title;
use crate::text::plain;
use std::path::Path;

/// What is said when results came while a quiz is on the screen.
pub const ADDED_FOR_LATER: &str = "The results that were opened are on the page Teach.";
/// That a question does not count any more.
pub const LEFT_OUT: &str = "The question is left out of every figure.";
/// That a question counts again.
pub const COUNTS_AGAIN: &str = "The question counts again.";
/// That two learners are one.
pub const ONE_PERSON: &str = "They count as one person from now on.";
/// That two learners are not one.
pub const TWO_PERSONS: &str = "They stay two persons.";
/// What everybody must know who prints.
pub const NAMES_LEFT_OUT: &str = "Names, remarks and file names are left out, and learners have numbers in no order.";

/// So many copies that differ are told one by one.
const MOST_COPIES: usize = 10;

/// That results were taken out.
pub fn removed(name: &str) -> String {
    format!("{name} was taken out of the class. The file is still there.")
}

/// That a folder is looked through from now on.
pub fn watched(folder: &Path) -> String {
    format!("Torus looks into {} every 20 seconds.", folder.display())
}

/// That there is nothing at a path.
pub fn no_such_path(path: &Path) -> String {
    format!("There is nothing at {}.", path.display())
}

/// A share with two decimals, and a minus sign that is as wide as a plus.
pub fn share(share: f64) -> String {
    let text = format!("{:.2}", share.abs());
    if share < 0.0 && text != "0.00" { format!("\u{2212}{text}") } else { text }
}

/// A facility for a table: `0.61`, or a dash where nobody was asked.
pub fn facility(item: &ItemFigures) -> String {
    item.facility.map_or("–".to_owned(), share)
}

/// A discrimination for a table: a figure, or in a word why there is none.
pub fn discrimination(item: &ItemFigures) -> String {
    match (item.discrimination_index, Trust::discrimination(item.attempts).is_shown()) {
        (_, false) => "too few".to_owned(),
        (None, true) => "all alike".to_owned(),
        (Some(index), true) => share(index / 100.0),
    }
}

/// The whole of what a facility says.
pub fn facility_sentence(item: &ItemFigures) -> String {
    let Some(facility) = item.facility else { return "Nobody has answered it yet.".to_owned() };
    let learners = count(item.attempts as usize, "learner");
    let earned = format!("{learners} earned {} of the points on average", words::percent(100.0 * facility));
    match (item.facility_low, item.facility_high) {
        (Some(low), Some(high)) => format!(
            "{earned}; for learners like these it is most likely between {} and {}.",
            words::percent(100.0 * low),
            words::percent(100.0 * high)
        ),
        _ => format!("{earned}."),
    }
}

/// The whole of what a discrimination says.
pub fn discrimination_sentence(item: &ItemFigures) -> String {
    match (Trust::discrimination(item.attempts), item.discrimination_index) {
        (Trust::TooFew { learners, .. }, _) => {
            format!("Too few to judge: it takes {learners} learners, and {} answered.", item.attempts)
        }
        (_, None) => "All are alike, on this question or on the rest, so nothing can be told apart.".to_owned(),
        (trust, Some(index)) => {
            let range = match (item.discrimination_low, item.discrimination_high) {
                (Some(low), Some(high)) => {
                    format!(", most likely between {} and {}", share(low / 100.0), share(high / 100.0))
                }
                _ => String::new(),
            };
            let rest = match trust {
                Trust::IntervalOnly => " So few learners tell little: look at the range.",
                Trust::Hint => " It is a hint: the class is small.",
                Trust::Sound | Trust::TooFew { .. } => "",
            };
            format!("{}: {}{range}.{rest}", telling(index), share(index / 100.0))
        }
    }
}

fn telling(index: f64) -> &'static str {
    match index {
        index if index < 0.0 => "Those who do well on the rest do worse on this",
        index if index < 10.0 => "It hardly tells who knows the rest",
        index if index < 30.0 => "It tells a little of who knows the rest",
        _ => "It tells well who knows the rest",
    }
}

/// A flag in a word or three, with a question mark where the class is too small to be sure.
pub fn flag(flag: &Flag) -> String {
    let (title, is_hint) = match flag {
        Flag::CheckKey { is_hint, .. } => (flag_title(flag), *is_hint),
        // Which one stands on the page of the question.
        Flag::NobodyPicks { is_hint, .. } => ("unused option", *is_hint),
        Flag::TooEasy | Flag::TooHard | Flag::Ambiguous | Flag::Slow | Flag::DiffersByVersion => {
            (flag_title(flag), false)
        }
    };
    format!("{title}{}", if is_hint { "?" } else { "" })
}

/// What is asked, on one line and without marks.
pub fn prompt(question: &ClassQuestion) -> String {
    const MOST: usize = 240;
    let shown: String = plain(question.prompt.trim()).chars().take(MOST).collect();
    if shown.trim().is_empty() { question.id.to_string() } else { shown.replace(['\n', '\r'], " ") }
}

/// A topic as it is shown.
pub fn topic(topic: &str) -> String {
    if topic.is_empty() { "No topic".to_owned() } else { topic.replace('/', " · ") }
}

/// What the class is called: its bank, where there is one.
pub fn title(view: &ClassView, bank: Option<&str>) -> String {
    let chosen = bank.and_then(|id| view.banks.iter().find(|(known, _)| known == id));
    match (chosen, view.banks.as_slice()) {
        (Some((_, title)), _) | (None, [(_, title)]) => title.clone(),
        (None, []) => "Class results".to_owned(),
        (None, banks) => format!("{} banks", banks.len()),
    }
}

/// `Class results · 28 files, 812 answers`.
pub fn extent(view: &ClassView, files: usize) -> String {
    let answers = count(view.class.answers.len(), "answer");
    format!("Class results · {}, {answers}", count(files, "file"))
}

/// The four cards above: what, how much, and of what.
pub fn summary(figures: &ClassFigures) -> Vec<[String; 3]> {
    let unfinished = match figures.unfinished {
        0 => format!("{} finished", count(figures.sittings as usize, "quiz").replace("quizs", "quizzes")),
        unfinished => format!("{unfinished} unfinished"),
    };
    let scores = &figures.scores;
    let spread = match scores.sd_percent {
        Some(sd) => format!("SD {}, n {}", words::percent(sd), figures.sittings),
        None => format!("n {}", figures.sittings),
    };
    let mean = scores.mean_percent.map_or("–".to_owned(), words::percent);
    let [alpha, alpha_words] = consistency(figures);
    let [error, error_words] = match figures.standard_error.filter(|_| consistency_is_shown(figures)) {
        Some(error) => [format!("{error:.1} %"), "of a score, up or down".to_owned()],
        None => ["–".to_owned(), "follows from the consistency".to_owned()],
    };
    vec![
        ["Learners".to_owned(), figures.learners.to_string(), unfinished],
        ["Mean score".to_owned(), mean, spread],
        ["Consistency (α)".to_owned(), alpha, alpha_words],
        ["Standard error".to_owned(), error, error_words],
    ]
}

fn consistency_is_shown(figures: &ClassFigures) -> bool {
    figures.consistency_basis.is_some_and(|basis| Trust::consistency(&basis).is_shown())
}

fn consistency(figures: &ClassFigures) -> [String; 2] {
    let (Some(alpha), Some(basis)) = (figures.internal_consistency, figures.consistency_basis) else {
        return ["–".to_owned(), "cannot be computed".to_owned()];
    };
    if let Trust::TooFew { learners, questions } = Trust::consistency(&basis) {
        return ["Too few".to_owned(), format!("takes {learners} learners, {questions} questions")];
    }
    let good = match alpha {
        alpha if alpha < 50.0 => "low",
        alpha if alpha < 70.0 => "fair",
        alpha if alpha < 80.0 => "satisfactory",
        alpha if alpha < 90.0 => "good",
        _ => "very good",
    };
    [share(alpha / 100.0), format!("{good}, n {}", basis.learners)]
}

/// What to know before the figures are compared; empty where there is nothing.
pub fn cautions(view: &ClassView, hides_names: bool) -> Vec<String> {
    let figures = &view.figures;
    let mut told = Vec::new();
    if !figures.is_one_paper {
        told.push("Learners had different papers: figures of a question are over those who were asked it.".to_owned());
    }
    if !figures.is_comparable {
        told.push(
            "Some papers have no question in common, not even through others: their scores cannot be compared."
                .to_owned(),
        );
    }
    told.extend(left_out(view));
    match (view.copies.as_slice(), hides_names) {
        ([], _) => {}
        // File names may tell who it is.
        (copies, true) => told.push(format!(
            "{} in several files, of which the longer or later counts.",
            count(copies.len(), "copy").replace("copys", "copies")
        )),
        (copies, false) => told.extend(copies.iter().take(MOST_COPIES).cloned()),
    }
    if view.doubled_rows > 0 {
        let rows = count(view.doubled_rows as usize, "row");
        told.push(format!("{rows} stood twice in a file and counted once."));
    }
    told
}

/// What leaving questions out has changed: both denominators.
pub fn left_out(view: &ClassView) -> Option<String> {
    let all = view.with_all.as_ref()?;
    let (kept, whole) = (view.figures.items.len(), all.items.len());
    let mean = |figures: &ClassFigures| figures.scores.mean_percent.map_or("none".to_owned(), words::percent);
    Some(format!(
        "Mean score {} over {}; it was {} over all {whole}. Left out: {}.",
        mean(&view.figures),
        count(kept, "question"),
        mean(all),
        whole - kept
    ))
}

/// How many of a learner's points count, with and without what is left out.
pub fn learner_score(view: &ClassView, learner: u32) -> String {
    let of = |figures: &ClassFigures| {
        let found = figures.learner_figures.iter().find(|known| known.learner == learner)?;
        Some(format!("{} of {} points", words::points(found.score), words::points(found.max_score)))
    };
    match (of(&view.figures), view.with_all.as_ref().and_then(of)) {
        (None, _) => "No finished quiz yet".to_owned(),
        (Some(kept), None) => kept,
        (Some(kept), Some(all)) => format!("{kept}; {all} with the questions left out"),
    }
}

/// A row of the table of questions, as it is said.
pub fn spoken_question(class: &Class, item: &ItemFigures) -> String {
    let question = &class.questions[item.question as usize];
    let flags: Vec<String> = item.flags.iter().map(flag).collect();
    let flags = if flags.is_empty() { String::new() } else { format!("; {}", flags.join(", ")) };
    format!(
        "{}; facility {}, discrimination {}, n {}{}{flags}",
        prompt(question),
        facility(item),
        discrimination(item),
        item.attempts,
        spoken_options(&item.options)
    )
}

fn spoken_options(options: &[OptionFigures]) -> String {
    if options.is_empty() {
        return String::new();
    }
    let one = |option: &OptionFigures| {
        format!("{}{} {}", plain(&option.text), if option.is_key { " (key)" } else { "" }, option.chosen)
    };
    format!("; chosen: {}", options.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// Thirds as the table of options shows them.
pub fn third(share: f64) -> String {
    words::points((share * 10.0).round() / 10.0)
}

/// How many left a question out, and how many did not come to it.
pub fn omissions(item: &ItemFigures) -> String {
    match (item.left_blank, item.not_reached) {
        (0, 0) => "Everybody answered it.".to_owned(),
        (left, 0) => format!("{left} left it out."),
        (0, not_reached) => format!("{not_reached} did not come to it."),
        (left, not_reached) => format!("{left} left it out, and {not_reached} did not come to it."),
    }
}

/// Why a lesson is one.
pub fn lesson(lesson: &Lesson) -> String {
    format!(
        "{} of the points in {} by {}; for learners like these surely below {}.",
        words::percent(100.0 * lesson.facility),
        count(lesson.answers as usize, "answer"),
        count(lesson.learners as usize, "learner"),
        words::percent(100.0 * lesson.facility_high)
    )
}

/// What makes two learners alike, and what speaks against it.
pub fn proposal(proposal: &Proposal) -> String {
    let alike = match proposal.likeness {
        Likeness::SameNumber => "They have one number in the class list",
        Likeness::SameEmail => "They have one email address",
        Likeness::SameName => "They have one name and two ids",
    };
    match proposal.doubt {
        None => format!("{alike}."),
        Some(Doubt::ListedTwice) => format!("{alike}, but two persons of that name are on the list."),
        Some(Doubt::SatAtOnce) => format!("{alike}, but both answered at the same time."),
    }
}

/// The sentence of the distribution of scores.
pub fn scores(view: &ClassView) -> String {
    let scores = &view.figures.scores;
    let (Some(median), n) = (scores.median_percent, scores.percents.len()) else {
        return "No scores yet.".to_owned();
    };
    format!("{} scores; half of them are {} or more.", n, words::percent(median))
}

/// A column of the distribution: `40 to 50 %: 3 scores`.
pub fn tenth(place: usize, scores: u32) -> String {
    let (from, to) = (10 * place, 10 * place + 10);
    format!("{from} to {to} %: {}", count(scores as usize, "score"))
}

/// What there is to tell of a file, in a line.
pub fn file(told: &FileTold) -> String {
    match (&told.failure, told.row_count) {
        (Some((line, reason)), _) => format!("Line {line}: {}", words::as_sentence(reason)),
        (None, 0) => "All of it counts.".to_owned(),
        (None, rows) => format!("{} cannot be used; the others count.", count(rows, "row")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::ConsistencyBasis;

    fn item(attempts: u32, index: Option<f64>) -> ItemFigures {
        ItemFigures { attempts, discrimination_index: index, ..ItemFigures::default() }
    }

    #[test]
    fn words_stand_in_place_of_figures_where_too_few_answered() {
        let of = |attempts, index| discrimination(&item(attempts, index));
        assert_eq!([of(7, Some(40.0)), of(8, None), of(8, Some(-12.4))], ["too few", "all alike", "\u{2212}0.12"]);
        assert!(discrimination_sentence(&item(7, Some(40.0))).contains("it takes 8 learners"));
    }

    #[test]
    fn a_consistency_of_few_learners_is_no_figure() {
        let basis = |learners| Some(ConsistencyBasis { learners, questions: 9, is_from_rasch: false });
        let figures = |learners| ClassFigures {
            internal_consistency: Some(81.0),
            standard_error: Some(6.6),
            consistency_basis: basis(learners),
            ..ClassFigures::default()
        };
        let shown = |learners| summary(&figures(learners)).into_iter().skip(2).map(|[_, figure, _]| figure).collect();
        let (few, enough): (Vec<String>, Vec<String>) = (shown(14), shown(15));
        assert_eq!((few, enough), (vec!["Too few".into(), "–".into()], vec!["0.81".into(), "6.6 %".into()]));
    }

    #[test]
    fn a_share_that_rounds_to_nothing_has_no_sign() {
        assert_eq!([share(-0.001), share(-0.12), share(1.0)], ["0.00", "\u{2212}0.12", "1.00"]);
    }
}

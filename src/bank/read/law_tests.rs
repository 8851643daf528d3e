//! What holds for every bank: writing and reading are inverse, damage stays where it is, and no text makes a panic.

use crate::bank::Punctuation;
use crate::bank::model::entries::Entries;
use crate::bank::read::recover::recover;
use crate::bank::values::quantity;
use crate::bank::{
    Answer, Bank, Cite, Cites, ClozeText, Diagnostic, Kind, Mode, Problem, Question, Quietly, Quiz, QuizDraw, Severity,
    Shape, Source, Spot, Variable, check, read, write,
};
use crate::syntax::LineIndex;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use ron::ser::PrettyConfig;

/// Text with all that could lead a reader astray, but for control characters in maths, which are an error of their own.
fn text() -> impl Strategy<Value = Box<str>> {
    prop_oneof![
        "[a-z]{1,8}",
        "[ -~\n\té“”∈]{1,20}",
        Just("Question(id: \"x\", prompt: ".to_owned()),
        Just(", (id: 7), ]".to_owned()),
        Just("/* // \" ' r#\"".to_owned()),
    ]
    .prop_map(|text| if text.contains(['\t', '\n']) { text.replace('$', "£") } else { text })
    .prop_map(|text| format!("{text}.").into())
}

fn texts() -> impl Strategy<Value = Box<[Box<str>]>> {
    vec(text(), 0..3).prop_map(Vec::into_boxed_slice)
}

fn share() -> impl Strategy<Value = f64> {
    (0..=20_u32).prop_map(|twentieths| f64::from(twentieths) / 20.0)
}

/// Options that differ by their number, whatever else stands in them.
fn options(from: usize, least: usize) -> impl Strategy<Value = Box<[Box<str>]>> {
    vec(text(), least..4).prop_map(move |texts| {
        texts.iter().enumerate().map(|(index, text)| format!("{} {text}", from + index).into()).collect()
    })
}

/// An answer of any kind. Kinds are gone through one by one, so that a new one cannot be forgotten.
fn answer() -> impl Strategy<Value = Answer> {
    prop::sample::select(&Kind::ALL[..]).prop_flat_map(answer_of)
}

fn answer_of(kind: Kind) -> BoxedStrategy<Answer> {
    match kind {
        Kind::Choice => (options(0, 1), options(9, 1))
            .prop_map(|(keys, distractors)| Answer::Choice { correct: keys[0].clone(), distractors })
            .boxed(),
        Kind::Choices => (options(0, 1), options(9, 0))
            .prop_map(|(correct, distractors)| Answer::Choices { correct, distractors })
            .boxed(),
        Kind::TrueFalse => any::<bool>().prop_map(Answer::TrueFalse).boxed(),
        Kind::Number => (-1e9..1e9, share(), unit(), any::<bool>())
            .prop_map(|(value, tolerance, unit, unit_required)| Answer::Number {
                value,
                tolerance,
                unit,
                unit_required,
            })
            .boxed(),
        Kind::Text => (vec(text(), 1..3), 0..3_u32, any::<bool>(), any::<bool>())
            .prop_map(|(accept, typos, match_case, match_accents)| Answer::Text {
                accept: accept.into(),
                typos,
                match_case,
                match_accents,
                reject: Box::default(),
                punctuation: Punctuation::Auto,
                others: Box::default(),
            })
            .boxed(),
        Kind::Order => options(0, 3).prop_map(|items| Answer::Order { items }).boxed(),
        Kind::Match => (options(0, 3), options(10, 3), options(20, 0))
            .prop_map(|(lefts, rights, extra)| Answer::Match { pairs: lefts.into_iter().zip(rights).collect(), extra })
            .boxed(),
        Kind::Cloze => cloze().boxed(),
        Kind::Categorise => (options(0, 1), options(10, 1))
            .prop_map(|(people, places)| {
                let groups = [("People".into(), people), ("Places".into(), places)];
                Answer::Categorise { groups: Entries(groups.into()) }
            })
            .boxed(),
        Kind::Hotspot => hotspot().boxed(),
        Kind::Calculated => calculated().boxed(),
        Kind::Recall => text().prop_map(|answer| Answer::Recall { answer }).boxed(),
    }
}

/// What can stand after a number; where the text cannot, something that looks like the end of a question.
fn unit() -> impl Strategy<Value = Box<str>> {
    let fit = |text: Box<str>| match format!("u{text}") {
        unit if !text.is_empty() && quantity::is_unit(&unit) => unit.into(),
        _ if text.is_empty() => text,
        _ => "u\", (id: x), ]".into(),
    };
    text().prop_map(fit)
}

fn cloze() -> impl Strategy<Value = Answer> {
    let gaps = vec((text(), vec("[a-zé]{1,4}", 1..4), any::<bool>()), 1..4);
    gaps.prop_map(|gaps| {
        let gap = |(words, answers, is_list): (Box<str>, Vec<String>, bool)| {
            let numbered = answers.iter().enumerate().map(|(index, answer)| format!("{index} {answer}"));
            let words = words.replace(['{', '}', '$', '\\'], "");
            format!("{words}{{{}}}", numbered.collect::<Vec<_>>().join(if is_list { " ~ " } else { "|" }))
        };
        Answer::Cloze { text: ClozeText::new(&gaps.into_iter().map(gap).collect::<String>()) }
    })
}

fn hotspot() -> impl Strategy<Value = Answer> {
    (3..6_usize, shape(), text()).prop_map(|(count, shape, describe)| {
        let spot = |index| Spot { name: format!("s{index}").into(), shape: shape.clone(), describe: describe.clone() };
        Answer::Hotspot { image: "a.png".into(), spots: (0..count).map(spot).collect(), correct: ["s1".into()].into() }
    })
}

fn shape() -> impl Strategy<Value = Shape> {
    let corner = || (share(), share());
    prop_oneof![
        (share(), share(), share()).prop_map(|(x, y, r)| Shape::Circle { x, y, r: r + 0.01 - r / 20.0 }),
        (share(), share(), share()).prop_map(|(x, y, share)| {
            let half = |room: f64| room * (0.05 + share / 2.0);
            Shape::Rect { x: x / 2.0, y: y / 2.0, width: half(0.5), height: half(0.5) }
        }),
        vec(corner(), 3..6).prop_map(|corners| Shape::Polygon(corners.into())),
    ]
}

fn calculated() -> impl Strategy<Value = Answer> {
    let range = (-50..50_i32, 0..50_u32, 1..9_u32).prop_map(|(from, length, step)| Variable::Range {
        from: f64::from(from) / 4.0,
        to: f64::from(from) / 4.0 + f64::from(length),
        step: f64::from(step) / 4.0,
    });
    let values = vec(-1e6..1e6_f64, 1..4).prop_map(|values| Variable::Values(values.into()));
    let expression = prop::sample::select(vec!["E * t_1 - 2", "-E ^ 2", "max(E, t_1) / 4", "E", "7", "exp(0) + pi"]);
    (range, values, expression, share(), unit(), any::<bool>()).prop_map(
        |(range, values, expression, tolerance_percent, unit, unit_required)| Answer::Calculated {
            variables: Entries([("E".into(), range), ("t_1".into(), values)].into()),
            value: expression.into(),
            tolerance_percent,
            unit,
            unit_required,
        },
    )
}

/// Names in braces would be taken for variables.
fn without_braces(text: &str) -> Box<str> {
    text.replace(['{', '}'], "").into()
}

fn cites() -> impl Strategy<Value = Cites> {
    let cite = (0..3_u32, text()).prop_map(|(source, place)| Cite { source: format!("s{source}").into(), place });
    vec(cite, 0..3).prop_map(|cites| Cites(cites.into()))
}

/// Any question that can be asked, without an id.
pub(crate) fn question() -> impl Strategy<Value = Question> {
    let told = (text(), text(), texts(), cites(), btree_map(text(), text(), 0..3));
    let valued = (share(), option::of(share()), share(), texts(), texts(), text());
    (text(), answer(), told, valued).prop_map(|(prompt, answer, told, valued)| {
        let (topic, explanation, hints, cite, feedback) = told;
        let (points, difficulty, hint_cost, facts, enemies, alt) = valued;
        let feedback = Entries(feedback.into_iter().collect());
        let (points, difficulty) = (points + 0.5, difficulty.map(|share| share as f32));
        let is_calculated = matches!(answer, Answer::Calculated { .. });
        let fit = |text: Box<str>| if is_calculated { without_braces(&text) } else { text };
        let (prompt, explanation, hints) = (fit(prompt), fit(explanation), hints.into_iter().map(fit).collect());
        #[rustfmt::skip]
        let question = Question {
            id: "".into(), topic, prompt, answer, feedback, explanation, hints, cite, points, difficulty, facts,
            enemies, hint_cost, alt,
        };
        question
    })
}

fn quiz() -> impl Strategy<Value = Quiz> {
    let draw = (0..2_u32).prop_map(|count| QuizDraw { topic: "".into(), count });
    let mode = prop_oneof![Just(Mode::Practice), Just(Mode::Test)];
    let flags = (any::<bool>(), option::of(any::<bool>()));
    (text(), mode, option::of(1..999_u32), option::of(share()), vec(draw, 0..3), flags).prop_map(
        |(title, mode, time_limit_secs, pass_percent, draw, (certainty, pausable))| Quiz {
            id: "".into(),
            title,
            mode,
            time_limit_secs,
            pass_percent,
            draw: draw.into(),
            certainty,
            pausable,
        },
    )
}

fn source() -> impl Strategy<Value = Source> {
    (text(), text(), option::of(-3000..3000_i32), text()).prop_map(|(title, publisher, year, url)| Source {
        title,
        publisher,
        year,
        url,
    })
}

/// A bank in which everything can be asked.
fn bank() -> impl Strategy<Value = Bank> {
    let head = (text(), text(), text(), texts(), vec(source(), 3));
    (head, vec(question(), 1..6), vec(quiz(), 0..3)).prop_map(
        |((id, title, about, authors, sources), questions, quizzes)| {
            let mut bank = Bank {
                format: 1,
                id,
                title,
                about,
                language: "en".into(),
                authors,
                licence: "".into(),
                sources: Entries(
                    sources.into_iter().enumerate().map(|(n, source)| (format!("s{n}").into(), source)).collect(),
                ),
                questions,
                quizzes: quizzes.into(),
            };
            // A test draws no question to recall, so a bank of nothing else would be too thin for it.
            if bank.questions.iter().all(|question| question.kind() == Kind::Recall) {
                bank.quizzes.iter_mut().for_each(|quiz| quiz.mode = Mode::Practice);
            }
            bank.questions.iter_mut().enumerate().for_each(|(n, question)| question.id = format!("q{n}").into());
            bank.quizzes.iter_mut().enumerate().for_each(|(n, quiz)| quiz.id = format!("z{n}").into());
            bank
        },
    )
}

fn written(bank: &Bank, is_pretty: bool) -> String {
    let pretty = PrettyConfig::new().struct_names(true);
    let text = if is_pretty { ron::ser::to_string_pretty(bank, pretty) } else { ron::to_string(bank) };
    text.expect("writes")
}

/// Ids of the questions that play.
fn ids(bank: &Bank) -> Vec<&str> {
    bank.questions.iter().map(|question| &*question.id).collect()
}

/// Where the text of question `index` stands: from its own beginning to that of the next or to the list's end.
fn span(text: &str, question_count: usize, index: usize) -> (usize, usize) {
    let start = |n: usize| {
        let at = text.find(&format!("\"q{n}\"")).expect("the id is there");
        let open = text[..at].rfind('(').expect("a bracket before the id");
        if text[..open].ends_with("Question") { open - "Question".len() } else { open }
    };
    let list_end = || text[..text.rfind("quizzes:").expect("the quizzes come last")].rfind(']').expect("a list");
    (start(index), if index + 1 < question_count { start(index + 1) } else { list_end() })
}

/// The errors that reading for play tells of, and those that the check does, each in the order of the file.
fn errors_both_ways(text: &str) -> [Vec<Diagnostic>; 2] {
    let reading = read(text, &Quietly);
    let played = reading.problems.into_iter().chain(reading.bank.err());
    [played.collect(), check(text, &Quietly)].map(|mut problems| {
        problems.retain(|problem| problem.problem.severity() == Severity::Error);
        problems.sort_by_key(|problem| problem.span.start);
        problems
    })
}

proptest! {
    #[test]
    fn the_check_tells_the_errors_that_reading_tells(bank in bank(), cut: prop::sample::Index, pieces in vec(piece(), 0..30)) {
        let mut damaged = written(&bank, true);
        let places: Vec<usize> = damaged.char_indices().map(|(at, _)| at).collect();
        damaged.remove(places[cut.index(places.len())]);
        let heap = format!("(format:1,id:\"b\",title:\"B\",questions:[{}", pieces.concat());
        for text in [damaged, heap] {
            let [played, checked] = errors_both_ways(&text);
            // Two at one place may stand in either order.
            prop_assert_eq!(played.len(), checked.len(), "{}", text);
            prop_assert!(played.iter().all(|problem| checked.contains(problem)), "{}", text);
        }
    }

    #[test]
    fn every_problem_of_the_check_has_a_place_in_the_text(bank in bank(), is_pretty: bool) {
        let text = written(&bank, is_pretty);
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in check(&text, &Quietly) {
            let place = LineIndex::new(&text).place(problem.span.start);
            prop_assert!(text.get(problem.span.clone()).is_some(), "{:?}", problem);
            prop_assert!(place.column <= lines[place.line - 1].chars().count() + 1, "{:?}", problem);
        }
    }

    #[test]
    fn what_is_written_reads_back_equal(bank in bank(), is_pretty: bool) {
        let text = written(&bank, is_pretty);
        let reading = read(&text, &Quietly);
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert_eq!(reading.bank, Ok(bank));
    }

    #[test]
    fn what_is_written_as_a_teacher_would_reads_back_equal(bank in bank()) {
        let text = write(&bank);
        let reading = read(&text, &Quietly);
        prop_assert_eq!(&reading.problems, &[], "{}", text);
        prop_assert_eq!(reading.bank, Ok(bank));
    }

    #[test]
    fn the_straight_way_and_the_way_of_recovery_agree(bank in bank(), is_pretty: bool) {
        let text = written(&bank, is_pretty);
        let recovered = recover(&text, &Quietly).map_err(|reading| reading.bank);
        let recovered = recovered.expect("a bank");
        prop_assert_eq!(&recovered.problems, &[]);
        prop_assert_eq!(recovered.bank, bank);
    }

    /// Holds for a letter taken out anywhere in a question. Its own neighbours are lost only where the letter was the
    /// one that told where the question ends: not even an unclosed string or bracket costs another question.
    #[test]
    fn damage_to_one_question_costs_no_other(bank in bank(), is_pretty: bool, which: prop::sample::Index, at: prop::sample::Index) {
        let mut text = written(&bank, is_pretty);
        let index = which.index(bank.questions.len());
        let (start, end) = span(&text, bank.questions.len(), index);
        let letters: Vec<usize> = text[start..end].char_indices().map(|(at, _)| start + at).collect();
        let at = letters[at.index(letters.len())];
        text.remove(at);
        let reading = read(&text, &Quietly);
        let kept = reading.bank.expect(&text);
        let others: Vec<&str> = ids(&kept).into_iter().filter(|id| *id != format!("q{index}")).collect();
        let expected: Vec<String> = (0..bank.questions.len()).filter(|n| *n != index).map(|n| format!("q{n}")).collect();
        let is_id_changed = others.len() == expected.len() + 1;
        let others: Vec<&str> = others.into_iter().filter(|id| !is_id_changed || expected.iter().any(|known| known == id)).collect();
        prop_assert_eq!(others, expected, "{}", text);
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in "\\PC{0,80}") {
        let _ = read(&text, &Quietly);
    }

    #[test]
    fn any_heap_of_ron_is_read_without_a_panic(pieces in vec(piece(), 0..40)) {
        let text = pieces.concat();
        for text in [text.clone(), format!("(format:1,id:\"b\",title:\"B\",questions:[{text}")] {
            let reading = read(&text, &Quietly);
            prop_assert!(reading.bank.is_ok() || !matches!(reading.bank, Err(ref problem) if problem.problem == Problem::Cancelled));
        }
    }

    #[test]
    fn a_bank_cut_short_anywhere_keeps_the_whole_questions_before_the_cut(bank in bank(), is_pretty: bool, cut: prop::sample::Index) {
        let text = written(&bank, is_pretty);
        let (last_start, _) = span(&text, bank.questions.len(), bank.questions.len() - 1);
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| *at > last_start && *at < last_start + 20).collect();
        let cut = cuts[cut.index(cuts.len())];
        let kept = read(&text[..cut], &Quietly).bank.expect("a bank");
        prop_assert_eq!(kept.questions.len(), bank.questions.len() - 1);
    }
}

/// What RON and banks are made of, in any order.
fn piece() -> impl Strategy<Value = String> {
    const FIXED: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "'",
        "\\",
        "r#\"",
        "\"#",
        "//",
        "/*",
        "*/",
        "\n",
        "#![",
        "Bank(",
        "Question(",
        "(id:",
        "prompt:",
        "answer:",
        "TrueFalse(true)",
        "Choice(",
        "Order(items: [",
        "Match(pairs: [(\"a\", ",
        "Cloze(text: \"{",
        "Categorise(groups: {\"",
        "Hotspot(image:",
        "shape: Circle(x: 2",
        "Calculated(variables: {\"E\":",
        "Range(from:",
        "value: \"E /",
        "Recall(answer:",
        "questions:",
        "quizzes:",
        "format: 1",
        "Some(",
        "-",
        "1e9",
        "b'",
        "é",
        "cite:",
    ];
    prop_oneof![prop::sample::select(FIXED).prop_map(|piece: &str| piece.to_owned()), "\\PC{0,3}"]
}

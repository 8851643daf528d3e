//! Classes in which statistics are least at ease: figures that cannot be computed are none, and nothing is ever not a
//! number.

use crate::given::{Given, Questions, class_of, class_with, figures, item, mark, question, table, version};
use crate::plain::random_class;
use crate::random::Chance;
use crate::reference::check;
use torus::bank::{Kind, Mode};
use torus::class::{
    Class, ClassFigures, Flag, KeyDoubt, MeasuringOptions, OtherKey, QuestionVersion, denominator, measure,
    measure_with,
};
use torus::sitting::{State, Verdict};

const NOT_DRAWN: f64 = f64::NAN;

fn measured(class: &Class) -> ClassFigures {
    measure(class, &MeasuringOptions::default())
}

/// Written out, a figure that is not a number or has no bounds would show.
fn assert_sane(figures: &ClassFigures) {
    let written = format!("{figures:?}");
    assert!(!written.contains("NaN") && !written.contains("inf"), "{written}");
}

#[test]
fn nobody_at_all_has_no_figures() {
    let figures = figures(&[]);
    assert_eq!(figures, ClassFigures { is_comparable: true, is_one_paper: true, ..ClassFigures::default() });
}

#[test]
fn all_right_and_all_wrong_are_alike() {
    for score in [0.0, 1.0] {
        let figures = figures(&table(&[[score; 6]; 20]));
        assert_sane(&figures);
        assert_eq!(
            (figures.scores.sd_percent, figures.scores.skewness, figures.scores.kurtosis),
            (Some(0.0), None, None)
        );
        assert_eq!((figures.internal_consistency, figures.standard_error), (None, None));
        for item in &figures.items {
            assert_eq!((item.facility, item.sd), (Some(score), Some(0.0)));
            assert_eq!((item.discrimination_index, item.discriminative_efficiency), (None, None));
            assert_eq!(item.effective_weight, None);
            assert!(item.facility_low < item.facility_high, "Wilson's interval is no point");
        }
    }
}

#[test]
fn without_a_prior_what_all_got_right_has_no_difficulty() {
    let class = class_of(&table(&[&[1.0, 1.0, 0.0], &[1.0, 0.0, 1.0], &[1.0, 1.0, 0.0]]), &Questions::new());
    let without = measure(&class, &MeasuringOptions { no_prior: true, ..MeasuringOptions::default() });
    assert_eq!(without.items[0].rasch, None);
    assert!(without.items[1].rasch.is_some());
    assert!(measured(&class).items[0].rasch.is_some_and(|rasch| rasch.difficulty < -1.0));
    assert_sane(&without);
}

#[test]
fn one_learner_has_a_score_and_nothing_about_spread() {
    let figures = figures(&table(&[&[1.0, 0.0, 1.0]]));
    assert_sane(&figures);
    check(figures.scores.mean_percent, 200.0 / 3.0, 1e-9);
    assert_eq!((figures.scores.sd_percent, figures.internal_consistency, &figures.rasch), (None, None, &None));
    assert_eq!((figures.items[0].sd, figures.items[0].discrimination_index), (None, None));
}

#[test]
fn one_question_has_no_rest() {
    let figures = figures(&table(&[&[1.0], &[0.0], &[1.0]]));
    assert_sane(&figures);
    let item = &figures.items[0];
    assert_eq!((item.discrimination_index, item.discriminative_efficiency, item.rasch), (None, None, None));
    check(item.effective_weight, 100.0, 1e-9);
    assert_eq!(figures.internal_consistency, None);
}

#[test]
fn two_learners_alike_are_all_alike() {
    let figures = figures(&table(&[&[1.0, 0.0, 0.5], &[1.0, 0.0, 0.5]]));
    assert_sane(&figures);
    assert_eq!(figures.scores.sd_percent, Some(0.0));
    assert!(figures.items.iter().all(|item| item.discrimination_index.is_none()));
    assert_eq!((figures.items[2].facility_low, figures.items[2].facility), (None, Some(0.5)));
}

#[test]
fn a_question_that_nobody_drew_is_left_out_and_one_that_one_drew_is_not() {
    let questions: Questions = [question("undrawn", Kind::Choice, vec![version("v", "a", &["a", "b"])])].into();
    let class = class_of(&table(&[&[1.0, 0.0, 1.0], &[0.0, 1.0, NOT_DRAWN], &[1.0, 1.0, NOT_DRAWN]]), &questions);
    let figures = measured(&class);
    assert_sane(&figures);
    assert_eq!(figures.items.iter().map(|item| item.attempts).collect::<Vec<_>>(), [3, 3, 1]);
    let drawn_once = item(&class, &figures, "question 002");
    assert_eq!((drawn_once.facility, drawn_once.sd, drawn_once.discrimination_index), (Some(1.0), None, None));
}

#[test]
fn papers_without_a_common_question_are_not_compared() {
    let first = [1.0, 0.0, NOT_DRAWN, NOT_DRAWN];
    let second = [NOT_DRAWN, NOT_DRAWN, 0.0, 1.0];
    let apart = figures(&table(&[&first, &first, &[0.0, 1.0, NOT_DRAWN, NOT_DRAWN], &second, &second]));
    assert_sane(&apart);
    assert!(!apart.is_comparable && !apart.is_one_paper);
    assert_eq!(apart.rasch, None);
    let tied = figures(&table(&[&first, &[NOT_DRAWN, 0.0, 1.0, NOT_DRAWN], &second]));
    assert!(tied.is_comparable && !tied.is_one_paper);
}

#[test]
fn two_tests_of_the_same_learners_are_compared() {
    let mut given = table(&[[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]);
    let second = table(&[[0.0, 1.0], [1.0, 1.0], [1.0, 0.0]]);
    given.extend(second.into_iter().map(|given| Given {
        sitting: format!("second {}", given.sitting),
        question: format!("second {}", given.question),
        ..given
    }));
    let figures = figures(&given);
    assert_eq!((figures.sittings, figures.learners, figures.items.len()), (6, 3, 4));
    assert!(figures.is_comparable && !figures.is_one_paper && figures.rasch.is_some());
}

#[test]
fn a_learner_has_the_sums_of_all_sittings() {
    let mut given = table(&[[1.0, 0.0], [0.5, 1.0]]);
    given.push(Given { sitting: "second".into(), max_score: 2.0, ..mark("learner 00000", "another", 2.0) });
    let figures = figures(&given);
    let ada = &figures.learner_figures[0];
    assert_eq!((ada.sittings, ada.answers, ada.score, ada.max_score, ada.percent), (2, 3, 3.0, 4.0, Some(75.0)));
    assert!(ada.ability_se < Some(1.5) && ada.ability.is_some());
}

/// Five learners who each know all three questions of a topic or none are five, and not fifteen.
#[test]
fn the_interval_of_a_topic_goes_by_learners() {
    let mut questions = Questions::new();
    for place in 0..3 {
        questions.extend([question(&format!("question {place:03}"), Kind::Number, vec![Default::default()])]);
    }
    let alike = class_of(&table(&[[1.0; 3], [1.0; 3], [0.0; 3], [1.0; 3], [0.0; 3]]), &questions);
    let figures = measured(&alike);
    let topic = &figures.topics[0];
    assert_eq!((&*topic.topic, topic.answers, topic.questions, topic.facility), ("Topic", 15, 3, Some(0.6)));
    // Wilson, 3 of 5.
    check(topic.facility_low, 0.230_718, 1e-4);
    check(topic.facility_high, 0.882_396, 1e-4);
}

#[test]
fn a_table_without_options_has_those_that_were_chosen_and_the_key() {
    let questions: Questions = [question("choice", Kind::Choice, vec![version("v", "a", &[])])].into();
    let class = class_of(&chosen(&[("b", 0), ("c", 0), ("b", 0)], |_| "a"), &questions);
    let figures = measured(&class);
    let options = &item(&class, &figures, "choice").options;
    let told: Vec<(&str, bool, u32)> =
        options.iter().map(|option| (&*option.text, option.is_key, option.chosen)).collect();
    assert_eq!(told, [("a", true, 0), ("b", false, 2), ("c", false, 1)]);
    assert_eq!(item(&class, &figures, "choice").random_guess, None);
}

#[test]
fn choices_and_true_or_false_have_options_and_guesses_of_their_own() {
    let several = QuestionVersion {
        key_parts: vec!["a; b".into(), "c".into()],
        ..version("v", r"a\; b; c", &["a; b", "c", "d"])
    };
    let questions: Questions = [
        question("several", Kind::Choices, vec![several]),
        question("truth", Kind::TrueFalse, vec![version("v", "true", &[])]),
    ]
    .into();
    let given = [
        Given { response: Some(r"a\; b; d".into()), ..mark("ada", "several", 0.0) },
        Given { response: Some("c".into()), ..mark("ben", "several", 0.5) },
        Given { response: Some("true".into()), position: 2, ..mark("ada", "truth", 1.0) },
        Given { response: None, verdict: Some(Verdict::Unanswered), position: 2, ..mark("ben", "truth", 0.0) },
    ];
    let class = class_of(&given, &questions);
    let figures = measured(&class);
    let counts = |id: &str| -> Vec<(String, bool, u32)> {
        let options = &item(&class, &figures, id).options;
        options.iter().map(|option| (option.text.to_string(), option.is_key, option.chosen)).collect()
    };
    let told = |text: &str, is_key, chosen| (text.to_owned(), is_key, chosen);
    assert_eq!(counts("several"), [told("a; b", true, 1), told("c", true, 1), told("d", false, 1)]);
    assert_eq!(counts("truth"), [told("true", true, 1), told("false", false, 0)]);
    check(item(&class, &figures, "several").random_guess, 25.0, 1e-9);
    check(item(&class, &figures, "truth").random_guess, 50.0, 1e-9);
}

#[test]
fn alpha_comes_from_fifteen_who_share_a_paper_and_else_from_the_rasch_fit() {
    let class_of_sharers = |sharers: usize| {
        let mut chance = Chance(3);
        let mut marks: Vec<[f64; 6]> = Vec::new();
        for learner in 0..30 {
            let ability = chance.normal();
            let mut row = [0.0; 6].map(|_: f64| f64::from(u8::from(chance.normal() < ability)));
            if learner >= sharers {
                row[learner % 6] = NOT_DRAWN;
            }
            marks.push(row);
        }
        figures(&table(&marks))
    };
    let basis = class_of_sharers(15).consistency_basis.expect("a basis");
    assert_eq!((basis.learners, basis.questions, basis.is_from_rasch), (15, 6, false));
    let from_rasch = class_of_sharers(14);
    let basis = from_rasch.consistency_basis.expect("a basis");
    assert_eq!((basis.learners, basis.questions, basis.is_from_rasch), (30, 6, true));
    assert_eq!(from_rasch.consistency_low, None);
    check(
        from_rasch.internal_consistency,
        100.0 * from_rasch.rasch.and_then(|rasch| rasch.person_reliability).expect("a fit"),
        1e-9,
    );
}

#[test]
fn negative_marks_go_below_nothing() {
    let marks: [&[f64]; 4] = [&[-2.0, 1.0, 3.0], &[-6.0, 3.0, 1.0], &[3.0, -2.0, 2.0], &[1.0, 1.0, -6.0]];
    let figures = figures(&table(&marks));
    assert_sane(&figures);
    check(figures.items[0].facility, -1.0, 1e-12);
    assert!(figures.items[0].facility_low < Some(-1.0));
    assert!(figures.learner_figures[1].percent < Some(0.0));
}

#[test]
fn part_marks_have_an_interval_by_t() {
    let figures = figures(&table(&[&[0.5, 1.0], &[0.25, 0.0], &[0.75, 1.0], &[0.5, 1.0]]));
    // Mean ½, SD 0.204124, t 3.182446 with 3 degrees of freedom.
    let half = 3.182_446_3 * 0.204_124_145 / 2.0;
    check(figures.items[0].facility_low, 0.5 - half, 1e-6);
    check(figures.items[0].facility_high, 0.5 + half, 1e-6);
}

#[test]
fn weights_with_negative_covariances_leave_these_out() {
    let marks: [&[f64]; 6] = [
        &[1.0, 1.0, 0.0, 0.0],
        &[1.0, 1.0, 0.0, 0.0],
        &[1.0, 1.0, 0.0, 1.0],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.0, 1.0, 1.0, 0.0],
    ];
    let figures = figures(&table(&marks));
    assert_sane(&figures);
    let weights: Vec<Option<f64>> = figures.items.iter().map(|item| item.effective_weight).collect();
    assert!(weights[0].is_some() && weights[2].is_none(), "{weights:?}");
    check(Some(weights.iter().flatten().sum()), 100.0, 1e-9);
}

#[test]
fn half_the_covariances_negative_leaves_half_the_weights() {
    // The two halves of the test pull against each other, and the first pulls harder.
    let marks: [&[f64]; 8] = [
        &[1.0, 1.0, 1.0, 0.0],
        &[1.0, 1.0, 0.0, 0.0],
        &[1.0, 1.0, 0.0, 0.0],
        &[1.0, 1.0, 0.0, 0.0],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.0, 0.0, 0.0, 1.0],
    ];
    let figures = figures(&table(&marks));
    assert_sane(&figures);
    let weights: Vec<bool> = figures.items.iter().map(|item| item.effective_weight.is_some()).collect();
    assert_eq!(weights, [true, true, false, false]);
    check(Some(figures.items.iter().filter_map(|item| item.effective_weight).sum()), 100.0, 1e-9);
    assert!(figures.items.iter().all(|item| item.discrimination_index.is_some()));
}

/// A choice between a, b, c and d, answered by learners who are told apart by another question.
fn chosen(responses: &[(&str, usize)], key: impl Fn(usize) -> &'static str) -> Vec<Given> {
    let mut given = Vec::new();
    for (learner, (response, version)) in responses.iter().enumerate() {
        let score = f64::from(u8::from(*response == key(*version)));
        let name = format!("{learner:03}");
        given.push(Given { response: Some((*response).to_owned()), version: *version, ..mark(&name, "choice", score) });
        given.push(Given { position: 2, ..mark(&name, "other", f64::from(u8::from(learner % 2 == 0))) });
    }
    given
}

#[test]
fn a_key_that_changed_is_told_as_marked_and_by_the_last_key() {
    let versions = vec![version("old", "a", &["a", "b"]), version("new", "b", &["a", "b"])];
    let questions: Questions = [question("choice", Kind::Choice, versions)].into();
    let given = chosen(&[("a", 0), ("b", 0), (" B ", 0), ("b", 1)], |version| ["a", "b"][version]);
    let class = class_of(&given, &questions);
    let figures = measured(&class);
    let found = item(&class, &figures, "choice");
    assert_eq!((found.facility, found.facility_by_last_key, found.had_another_key), (Some(0.5), Some(0.75), 3));
    assert_eq!(found.flags, [Flag::DiffersByVersion]);
    assert_eq!(found.other_keys, [OtherKey { version: 0, sittings: vec![0, 1, 2] }]);
}

#[test]
fn what_scores_are_out_of_is_told_with_a_question_and_without_it() {
    let marks: [&[f64]; 3] = [&[1.0, 0.0, 1.0], &[0.0, 1.0, NOT_DRAWN], &[1.0, 1.0, 0.0]];
    let class = class_of(&table(&marks), &Questions::new());
    let with = denominator(&class, &[].into());
    assert_eq!((with.questions, with.fewest_points, with.most_points), (3, 2.0, 3.0));
    check(with.mean_percent, (200.0 / 3.0 + 50.0 + 200.0 / 3.0) / 3.0, 1e-9);
    let without = denominator(&class, &[2].into());
    assert_eq!((without.questions, without.fewest_points, without.most_points), (2, 2.0, 2.0));
    check(without.median_percent, 50.0, 1e-9);
    let nothing = denominator(&class, &[0, 1, 2].into());
    assert_eq!((nothing.questions, nothing.most_points, nothing.mean_percent), (0, 0.0, None));
}

#[test]
fn options_that_changed_are_told_and_a_new_wording_is_not() {
    let flags = |one: &[&str], other: &[&str]| {
        let versions = vec![version("old", "a", one), version("new", "a", other)];
        let questions: Questions = [question("choice", Kind::Choice, versions)].into();
        let class = class_of(&chosen(&[("a", 0), ("b", 1)], |_| "a"), &questions);
        let figures = measured(&class);
        item(&class, &figures, "choice").flags.clone()
    };
    assert_eq!(flags(&["a", "b"], &["a", "b"]), []);
    assert_eq!(flags(&["a", "b"], &["a", "b", "c"]), [Flag::DiffersByVersion]);
    assert_eq!(flags(&[], &["a", "b"]), [], "older tables tell no options");
}

#[test]
fn the_numbers_of_a_calculated_question_may_differ() {
    let versions = vec![version("v", "12 m", &[]), version("v", "15 m", &[])];
    let questions: Questions = [question("choice", Kind::Calculated, versions)].into();
    let class = class_of(&chosen(&[("12 m", 0), ("15 m", 1)], |version| ["12 m", "15 m"][version]), &questions);
    let figures = measured(&class);
    let found = item(&class, &figures, "choice");
    assert_eq!((found.had_another_key, found.facility_by_last_key), (0, None));
    assert_eq!((&*found.flags, &*found.options, found.random_guess), (&[][..], &[][..], Some(0.0)));
}

#[test]
fn nine_of_ten_who_overrule_make_a_question_ambiguous() {
    let mut given = table(&[[0.0, 1.0]; 10]);
    for given in given.iter_mut().filter(|given| given.question == "question 000" && given.learner != "learner 00000") {
        given.is_overruled = true;
    }
    let figures = figures(&given);
    assert_eq!((figures.items[0].overruled, figures.items[0].facility), (9, Some(0.0)));
    assert!(figures.items[0].flags.contains(&Flag::Ambiguous));
    assert_eq!(figures.items[1].overruled, 0);
}

#[test]
fn remarks_count_and_many_make_a_question_ambiguous() {
    let given = table(&[[1.0, 0.0]; 10]);
    let learners: Vec<String> = (0..4).map(|learner| format!("learner {learner:05}")).collect();
    let remarks: Vec<(&str, &str)> = learners.iter().map(|learner| (&**learner, "question 000")).collect();
    let class = class_with(&given, &Questions::new(), &remarks);
    let figures = measured(&class);
    assert_eq!((figures.items[0].remarks, figures.items[1].remarks), (4, 0));
    assert!(figures.items[0].flags.contains(&Flag::Ambiguous) && !figures.items[1].flags.contains(&Flag::Ambiguous));
}

#[test]
fn the_last_six_blank_for_half_the_class_were_not_reached() {
    let mut given = table(&[[1.0; 12]; 10]);
    for given in &mut given {
        let is_slow = given.learner.as_str() < "learner 00005";
        if is_slow && (given.position > 6 || given.position == 2) {
            (given.score, given.verdict) = (0.0, Some(Verdict::Unanswered));
        }
    }
    let figures = figures(&given);
    let gaps: Vec<(u32, u32)> = figures.items.iter().map(|item| (item.left_blank, item.not_reached)).collect();
    assert_eq!(gaps[0], (0, 0));
    assert_eq!(gaps[1], (5, 0));
    assert!(gaps[6..].iter().all(|gap| *gap == (0, 5)), "{gaps:?}");
    assert_eq!((figures.items[11].attempts, figures.items[11].facility), (10, Some(0.5)), "blank is 0");
}

#[test]
fn only_first_attempts_of_finished_sittings_count() {
    let mut given = table(&[&[1.0, 0.0], &[0.0, 1.0]]);
    given.push(Given { attempt: 2, position: 3, ..mark("learner 00000", "question 001", 1.0) });
    given.push(Given { attempt: 2, position: 4, ..mark("learner 00000", "question 999", 1.0) });
    let later = Given { sitting: "again".into(), started_ms: Some(5), ..mark("learner 00000", "question 001", 1.0) };
    let unfinished =
        Given { sitting: "open".into(), state: State::InProgress, ..mark("learner 00002", "question 001", 1.0) };
    let before = figures(&given[..4]);
    given.extend([later, unfinished]);
    let after = figures(&given);
    assert_eq!((after.sittings, after.learners, after.unfinished), (2, 2, 1));
    assert_eq!(after.items, before.items);
    // The same sitting, but before the other: now its answer is the first.
    given[6].started_ms = Some(-5);
    let moved = figures(&given);
    assert_eq!((moved.sittings, moved.learners), (3, 2));
    assert_eq!(moved.items[1].facility, Some(1.0));
}

#[test]
fn a_question_left_out_is_left_out_of_every_sum() {
    let class = class_of(&table(&[&[1.0, 0.0, 1.0], &[0.0, 1.0, 1.0]]), &Questions::new());
    let left_out = measure(&class, &MeasuringOptions { left_out: [2].into(), ..MeasuringOptions::default() });
    let without = figures(&table(&[&[1.0, 0.0], &[0.0, 1.0]]));
    assert_eq!(left_out, without);
}

#[test]
fn options_are_counted_by_thirds_with_ties_shared() {
    let questions: Questions = [question("choice", Kind::Choice, vec![version("v", "a", &["a", "b", "c"])])].into();
    let class = class_of(&chosen(&[("a", 0), ("b", 0), (" A", 0), ("b", 0), ("a", 0), ("B", 0)], |_| "a"), &questions);
    let figures = measured(&class);
    let options = &item(&class, &figures, "choice").options;
    let told: Vec<(&str, bool, u32)> =
        options.iter().map(|option| (&*option.text, option.is_key, option.chosen)).collect();
    assert_eq!(told, [("a", true, 3), ("b", false, 3), ("c", false, 0)]);
    // Three are right elsewhere, three are not: the thirds of two cut through both.
    assert_eq!((options[0].lower, options[0].middle, options[0].upper), (0.0, 1.0, 2.0));
    assert_eq!((options[1].lower, options[1].middle, options[1].upper), (2.0, 1.0, 0.0));
    check(options[0].correlation, 1.0, 1e-12);
    assert_eq!(options[2].correlation, None);
}

/// Thirty learners; the better half of them chose b, and the table calls a right.
fn with_wrong_key(learners: usize) -> (Class, ClassFigures) {
    let mut given = Vec::new();
    for learner in 0..learners {
        let (name, is_good) = (format!("{learner:03}"), learner * 2 >= learners);
        let response = if is_good { "b" } else { "a" };
        let score = f64::from(u8::from(!is_good));
        given.push(Given { response: Some(response.to_owned()), ..mark(&name, "choice", score) });
        for position in 2..8 {
            let score = f64::from(u8::from(is_good || position == 2));
            given.push(Given { position, ..mark(&name, &format!("other {position}"), score) });
        }
    }
    let questions: Questions = [question("choice", Kind::Choice, vec![version("v", "a", &["a", "b", "c"])])].into();
    let class = class_of(&given, &questions);
    let figures = measured(&class);
    (class, figures)
}

#[test]
fn a_wrong_key_is_doubted_from_twenty_learners_on_and_surely_from_thirty() {
    let flags = |learners: usize| {
        let (class, figures) = with_wrong_key(learners);
        item(&class, &figures, "choice").flags.clone()
    };
    let doubt = |is_hint| Flag::CheckKey { doubt: KeyDoubt::BestChose { option: "b".into() }, is_hint };
    let nobody = |is_hint| Flag::NobodyPicks { option: "c".into(), is_hint };
    assert_eq!(flags(18), []);
    assert_eq!(flags(20), [doubt(true), nobody(true)]);
    assert_eq!(flags(30), [doubt(false), nobody(false)]);
}

#[test]
fn what_nearly_everybody_knows_is_too_easy_in_tests_alone() {
    let flags = |mode: Option<Mode>| {
        let mut given = table(&[[1.0, 0.0]; 40]);
        given.iter_mut().for_each(|given| given.mode = mode);
        figures(&given).items[0].flags.clone()
    };
    assert_eq!(flags(Some(Mode::Test)), [Flag::TooEasy]);
    assert_eq!(flags(Some(Mode::Practice)), []);
    assert_eq!(flags(None), []);
}

#[test]
fn what_hardly_anybody_knows_is_too_hard() {
    assert_eq!(figures(&table(&[[0.0, 1.0]; 20])).items[0].flags, [Flag::TooHard]);
    assert_eq!(figures(&table(&[[0.0, 1.0]; 7])).items[0].flags, []);
}

#[test]
fn a_question_that_takes_far_longer_than_the_others_is_slow() {
    let mut given = table(&[[1.0, 0.0, 1.0, 0.0]; 10]);
    for given in &mut given {
        let learner: u32 = given.learner[8..].parse().expect("a number");
        let slowly = if given.position == 4 { 10 } else { 1 };
        given.duration_ms = Some(slowly * (10_000 + 100 * learner));
    }
    let figures = figures(&given);
    assert_eq!(figures.items[0].median_ms, Some(10_450));
    assert!(figures.items[3].flags.contains(&Flag::Slow) && !figures.items[0].flags.contains(&Flag::Slow));
}

#[test]
fn measuring_stops_where_it_is_told() {
    struct Stopped(f32, std::cell::Cell<f32>);
    impl torus::bank::Progress for Stopped {
        fn advance(&self, share: f32) -> bool {
            assert!((self.1.get()..=1.0).contains(&share), "{share} after {}", self.1.get());
            self.1.set(share);
            share < self.0
        }
    }
    let class = class_of(&crate::reference::lsat6(), &Questions::new());
    for stop in [0.05, 0.2, 0.6, 0.9] {
        assert_eq!(measure_with(&class, &MeasuringOptions::default(), &Stopped(stop, 0.0.into())), None);
    }
    assert!(measure_with(&class, &MeasuringOptions::default(), &Stopped(2.0, 0.0.into())).is_some());
}

#[test]
fn no_figure_of_a_random_class_is_not_a_number() {
    let mut chance = Chance(17);
    for _ in 0..300 {
        let class = class_of(&random_class(&mut chance), &Questions::new());
        assert_sane(&measured(&class));
        assert_sane(&measure(&class, &MeasuringOptions { no_prior: true, ..MeasuringOptions::default() }));
    }
}

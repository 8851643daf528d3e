//! What holds for every answer to every question: marks stay within bounds, and what is written reads back.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use torus::bank::{Answer, ClozeText, Entries, Punctuation, Question, Shape, Spot, Variable};
use torus::sitting::response::{correct_parts, correct_written, split_parts, written_options};
use torus::sitting::{Response, Verdict, grade, grade_written};

/// Texts with all that is special somewhere, and a letter so that none is blank.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z;=é, ]{0,5}[a-z]", r"[\\;= ]{0,3}[a-zß]\PC{0,6}", "[1-9][0-9]{0,3}"]
}

fn boxed(texts: impl IntoIterator<Item = String>) -> Box<[Box<str>]> {
    texts.into_iter().map(String::into_boxed_str).collect()
}

/// A question that the format allows.
fn questions() -> impl Strategy<Value = Question> {
    let unit = prop::sample::select(vec!["", "MJ", "pages", "W/m²", "%", "°C", "light bulbs", "kg CO2"]);
    let options = || (btree_set(words(), 2..7), 1..6_usize);
    let choices = options().prop_map(|(options, keys)| {
        let mut options: Vec<String> = options.into_iter().collect();
        let distractors = options.split_off(keys.min(options.len()));
        Answer::Choices { correct: boxed(options), distractors: boxed(distractors) }
    });
    let choice = options().prop_map(|(options, _)| {
        let mut options = options.into_iter();
        Answer::Choice { correct: options.next().unwrap_or_default().into(), distractors: boxed(options) }
    });
    let number = (any::<f64>().prop_filter("finite", |value| value.is_finite()), 0.0..1e9, unit, any::<bool>());
    let number = number.prop_map(|(value, tolerance, unit, unit_required)| Answer::Number {
        value,
        tolerance,
        unit: unit.into(),
        unit_required,
    });
    let text = (vec(words(), 1..4), any::<u32>(), any::<bool>(), any::<bool>());
    let text = text.prop_map(|(accept, typos, match_case, match_accents)| Answer::Text {
        accept: boxed(accept),
        typos,
        match_case,
        match_accents,
        reject: [].into(),
        punctuation: Punctuation::Auto,
        others: [].into(),
    });
    let truth = any::<bool>().prop_map(Answer::TrueFalse);
    prop_oneof![choice, choices, truth, number, text, several_parts(), calculated()].prop_map(asking)
}

/// The kinds of several parts, and the one that learners rate themselves.
fn several_parts() -> impl Strategy<Value = Answer> {
    let distinct = |least| btree_set(words(), least..7).prop_map(|texts| texts.into_iter().collect::<Vec<_>>());
    let order = distinct(3).prop_shuffle().prop_map(|items| Answer::Order { items: boxed(items) });
    let pairs = (distinct(2), distinct(6), vec(0..4_usize, 6)).prop_map(|(lefts, rights, chosen)| {
        let right = |place: usize| rights[chosen[place]].as_str().into();
        let pairs = lefts.into_iter().enumerate().map(|(place, left)| (left.into(), right(place))).collect();
        Answer::Match { pairs, extra: boxed(rights[4..].to_vec()) }
    });
    let categorise = (distinct(3), distinct(3)).prop_map(|(groups, mut items)| {
        let others = items.split_off(1);
        let groups = groups.into_iter().map(String::into_boxed_str).zip([boxed(items), boxed(others)]).collect();
        Answer::Categorise { groups: Entries(groups) }
    });
    let gap = (distinct(1), any::<bool>()).prop_map(|(answers, is_list)| {
        let escaped = |answer: &String| -> String {
            let special = |sign: char| matches!(sign, '{' | '}' | '|' | '~' | '$' | '\\');
            answer.chars().flat_map(|sign| special(sign).then_some('\\').into_iter().chain([sign])).collect()
        };
        let answers: Vec<String> = answers.iter().map(escaped).collect();
        format!("{{{}}}", answers.join(if is_list { " ~ " } else { "|" }))
    });
    let cloze = vec(gap, 1..4).prop_map(|gaps| Answer::Cloze { text: ClozeText::new(&gaps.join(" and ")) });
    let hotspot = (distinct(3), 1..3_usize).prop_map(|(names, keys)| {
        let shape = Shape::Circle { x: 0.5, y: 0.5, r: 0.1 };
        let spot = |name: &String| Spot { name: name.as_str().into(), shape: shape.clone(), describe: "".into() };
        let correct = boxed(names.iter().rev().take(keys).cloned());
        Answer::Hotspot { image: "a.png".into(), spots: names.iter().map(spot).collect(), correct }
    });
    prop_oneof![
        order,
        pairs,
        categorise,
        cloze,
        hotspot,
        words().prop_map(|answer| Answer::Recall { answer: answer.into() })
    ]
}

/// A calculated answer whose values are drawn.
fn calculated() -> impl Strategy<Value = Answer> {
    let expression = prop::sample::select(vec!["a / b", "a * b - 7", "sqrt(b) + a", "a ^ 3 / 7", "exp(a / 1000)", "b"]);
    let unit = prop::sample::select(vec!["", "MJ", "m/s"]);
    (expression, -1000..1000_i32, 1..1000_u32, 0..500_u32, unit).prop_map(|(value, a, b, tolerance, unit)| {
        let only = |value: f64| Variable::Values([value].into());
        Answer::Calculated {
            variables: Entries([("a".into(), only(a.into())), ("b".into(), only(b.into()))].into()),
            value: value.into(),
            tolerance_percent: f64::from(tolerance) / 100.0,
            unit: unit.into(),
            unit_required: !unit.is_empty(),
        }
    })
}

/// A question that the check would refuse.
fn broken_questions() -> impl Strategy<Value = Question> {
    let list = || vec(".{0,4}", 0..4).prop_map(boxed);
    let choices = (list(), list()).prop_map(|(correct, distractors)| Answer::Choices { correct, distractors });
    let number =
        (any::<f64>(), any::<f64>(), ".{0,6}", any::<bool>()).prop_map(|(value, tolerance, unit, unit_required)| {
            Answer::Number { value, tolerance, unit: unit.into(), unit_required }
        });
    let text = (list(), any::<u32>(), any::<bool>()).prop_map(|(accept, typos, match_case)| Answer::Text {
        accept,
        typos,
        match_case,
        match_accents: !match_case,
        reject: [].into(),
        punctuation: if match_case { Punctuation::Counts } else { Punctuation::Ignored },
        others: [].into(),
    });
    prop_oneof![choices, number, text, broken_parts()].prop_map(asking)
}

/// Answers of several parts, and calculated ones, that the check would refuse.
fn broken_parts() -> impl Strategy<Value = Answer> {
    let list = || vec("[ab=;]{0,2}", 0..4).prop_map(boxed);
    let order = list().prop_map(|items| Answer::Order { items });
    let pairs = (list(), list(), list())
        .prop_map(|(lefts, rights, extra)| Answer::Match { pairs: lefts.into_iter().zip(rights).collect(), extra });
    let cloze = r"[{}|~a$]{0,9}".prop_map(|text| Answer::Cloze { text: ClozeText::new(&text) });
    let groups = vec(("[ab]{0,1}", list()), 0..3).prop_map(|groups| {
        let groups = groups.into_iter().map(|(name, items)| (name.into(), items)).collect();
        Answer::Categorise { groups: Entries(groups) }
    });
    let hotspot = (list(), list()).prop_map(|(names, correct)| {
        let spot = |name| Spot { name, shape: Shape::Polygon([].into()), describe: "".into() };
        Answer::Hotspot { image: "".into(), spots: names.into_iter().map(spot).collect(), correct }
    });
    let numbers = (any::<f64>(), any::<f64>(), any::<f64>(), any::<f64>());
    let calculated = (r"[E0-9/*^()-]{0,9}", numbers).prop_map(|(value, (from, to, step, tolerance_percent))| {
        let variables = Entries([("E".into(), Variable::Range { from, to, step })].into());
        Answer::Calculated { variables, value: value.into(), tolerance_percent, unit: "".into(), unit_required: true }
    });
    let recall = Just(Answer::Recall { answer: "".into() });
    prop_oneof![order, pairs, cloze, groups, hotspot, calculated, recall]
}

fn asking(answer: Answer) -> Question {
    let mut question: Question =
        ron::from_str(r#"Question(id: "q", prompt: "What?", answer: TrueFalse(true))"#).expect("reads");
    question.answer = answer;
    question
}

fn responses() -> impl Strategy<Value = Response> {
    prop_oneof![
        any::<usize>().prop_map(Response::Choice),
        (0..8_usize).prop_map(Response::Choice),
        vec(prop_oneof![0..8_usize, any::<usize>()], 0..9).prop_map(Response::Choices),
        any::<bool>().prop_map(Response::TrueFalse),
        any::<bool>().prop_map(Response::Known),
        vec(prop_oneof![0..8_usize, any::<usize>()], 0..9).prop_map(Response::Order),
        Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle().prop_map(Response::Order),
        vec(prop_oneof![0..8_usize, any::<usize>()], 0..9).prop_map(Response::Spots),
        vec(prop::option::of(prop_oneof![0..8_usize, any::<usize>()]), 0..9).prop_map(Response::Pairs),
        vec(words(), 0..5).prop_map(Response::Gaps),
        any::<String>().prop_map(Response::Typed),
        words().prop_map(Response::Typed),
        "[-−0-9., ’]{1,8}(e-?[0-9]{1,3})? ?(MJ|kJ|%|m/s|pages|)".prop_map(Response::Typed),
    ]
}

/// A response that fits the question: picks among its options, or something typed.
fn fitting(question: &Question, picks: &[usize], typed: &str) -> Response {
    let count = question.options().len().max(1);
    let picked = || {
        let mut picked: Vec<usize> = picks.iter().map(|pick| pick % count).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    };
    let pick = |place: usize| picks[place % picks.len()];
    let pairs = |lefts: usize, rights: usize| {
        let chosen = (1..lefts).map(|place| (pick(place) % 3 > 0).then_some(pick(place) % rights));
        Response::Pairs(std::iter::once(Some(pick(0) % rights)).chain(chosen).collect())
    };
    match &question.answer {
        Answer::Choice { .. } => Response::Choice(picks[0] % count),
        Answer::Choices { .. } => Response::Choices(picked()),
        Answer::TrueFalse(_) => Response::TrueFalse(picks[0].is_multiple_of(2)),
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => Response::Typed(typed.into()),
        Answer::Order { .. } => {
            let mut order: Vec<usize> = (0..count).collect();
            order.rotate_left(picks[0] % count);
            order.swap(0, picks[picks.len() - 1] % count);
            Response::Order(order)
        }
        Answer::Match { pairs: lefts, .. } => pairs(lefts.len(), count),
        Answer::Categorise { groups } => pairs(count, groups.0.len()),
        Answer::Cloze { text } => {
            let filled = text.gaps().enumerate().map(|(place, gap)| match gap.options() {
                [] => typed.to_owned(),
                options => options[pick(place) % options.len()].to_string(),
            });
            Response::Gaps(filled.collect())
        }
        Answer::Hotspot { .. } => Response::Spots(picked()),
        Answer::Recall { .. } => Response::Known(picks[0].is_multiple_of(2)),
    }
}

/// Every response that deserves the full mark for sure.
fn right_responses(question: &Question) -> Vec<Response> {
    match &question.answer {
        Answer::Choice { .. } => vec![Response::Choice(0)],
        Answer::Choices { .. } => vec![Response::Choices((0..question.key_count()).collect())],
        Answer::TrueFalse(key) => vec![Response::TrueFalse(*key)],
        Answer::Number { .. } | Answer::Text { .. } | Answer::Calculated { .. } => {
            correct_parts(question).into_iter().map(Response::Typed).collect()
        }
        Answer::Order { items } => vec![Response::Order((0..items.len()).collect())],
        answer @ (Answer::Match { .. } | Answer::Categorise { .. }) => {
            vec![Response::Pairs(answer.right_pairs().into_iter().map(Some).collect())]
        }
        Answer::Cloze { text } => vec![Response::Gaps(text.gaps().map(|gap| gap.right().to_owned()).collect())],
        answer @ Answer::Hotspot { .. } => {
            let numbered = answer.right_spots().into_iter().enumerate();
            vec![Response::Spots(numbered.filter(|(_, is_right)| *is_right).map(|(index, _)| index).collect())]
        }
        Answer::Recall { .. } => vec![Response::Known(true)],
    }
}

proptest! {
    #[test]
    fn a_mark_is_between_nothing_and_all(
        question in prop_oneof![questions(), broken_questions()],
        response in responses(),
    ) {
        let fraction = grade(&question, &response).fraction;
        prop_assert!((0.0..=1.0).contains(&fraction), "{fraction}");
    }

    #[test]
    fn what_is_written_reads_back(question in questions(), picks in vec(any::<usize>(), 1..6), typed in words()) {
        let response = fitting(&question, &picks, &typed);
        let written = response.written(&question);
        prop_assert_eq!(Response::from_written(&question, &written), Some(response), "{}", written);
    }

    #[test]
    fn what_is_written_is_marked_as_the_response_itself(
        question in questions(), picks in vec(any::<usize>(), 1..6), typed in words(),
    ) {
        let response = fitting(&question, &picks, &typed);
        let collected = grade_written(&question, &response.written(&question));
        prop_assert_eq!(collected.mark, Some(grade(&question, &response)));
        prop_assert_eq!(collected.oddity, None);
    }

    #[test]
    fn any_text_is_marked(question in prop_oneof![questions(), broken_questions()], written in r"\PC{0,12}|[abB;= \\]{0,12}") {
        let collected = grade_written(&question, &written);
        if let Some(mark) = &collected.mark {
            prop_assert!((0.0..=1.0).contains(&mark.fraction));
        }
        prop_assert!(!written.trim().is_empty() || collected.mark.is_none());
        if let Some(response) = Response::from_written(&question, &written) {
            prop_assert_eq!(collected.mark, Some(grade(&question, &response)));
            prop_assert_eq!(collected.oddity, None);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(question in prop_oneof![questions(), broken_questions()], written in any::<String>()) {
        if let Some(response) = Response::from_written(&question, &written) {
            prop_assert!(!response.is_blank());
        }
    }

    #[test]
    fn the_right_answer_earns_the_full_mark_after_writing_and_reading(question in questions()) {
        prop_assert!(!right_responses(&question).is_empty());
        for response in right_responses(&question) {
            let written = response.written(&question);
            let read = Response::from_written(&question, &written).expect("fits");
            prop_assert_eq!(grade(&question, &read).verdict(), Verdict::Correct, "{}", written);
        }
    }

    #[test]
    fn the_right_answer_is_written_as_a_response_is(question in questions()) {
        let written = correct_written(&question);
        if matches!(question.answer, Answer::Text { .. }) {
            prop_assert_eq!(split_parts(&written), correct_parts(&question));
        } else {
            prop_assert_eq!(right_responses(&question)[0].written(&question), written);
        }
    }

    #[test]
    fn options_are_written_in_the_order_shown(question in questions(), seed in any::<usize>()) {
        let options = question.options();
        let mut order: Vec<usize> = (0..options.len()).collect();
        order.rotate_left(seed.checked_rem(options.len()).unwrap_or(0));
        let shown: Vec<&str> = order.iter().map(|index| options[*index]).collect();
        prop_assert_eq!(split_parts(&written_options(&question, &order)), shown);
    }

    #[test]
    fn a_wrong_pick_never_earns_more(question in questions(), picks in vec(any::<usize>(), 1..6), more in any::<usize>()) {
        let Response::Choices(mut picked) = fitting(&question, &picks, "") else { return Ok(()) };
        let before = grade(&question, &Response::Choices(picked.clone())).fraction;
        let distractor_count = question.options().len() - question.key_count();
        let Some(distractor) = more.checked_rem(distractor_count) else { return Ok(()) };
        picked.push(question.key_count() + distractor);
        prop_assert!(grade(&question, &Response::Choices(picked)).fraction <= before);
    }
}

#[test]
fn a_blank_or_unfitting_text_is_no_response() {
    let check = |answer: &str, written: &str| {
        let answer: Answer = ron::from_str(answer).expect("reads");
        assert_eq!(Response::from_written(&asking(answer), written), None, "{written:?}");
    };
    let choice = r#"Choice(correct: "a", distractors: ["B", "b"])"#;
    let choices = r#"Choices(correct: ["a", "c"], distractors: ["B", "b"])"#;
    let order = r#"Order(items: ["a", "B", "c"])"#;
    let pairs = r#"Match(pairs: [("a", "x"), ("b", "y")], extra: ["z"])"#;
    let groups = r#"Categorise(groups: {"A": ["x", "y"], "B": ["z"]})"#;
    let cloze = r#"Cloze(text: "{a} {b ~ c}")"#;
    let power = r#"Calculated(variables: {}, value: "1")"#;
    let recall = r#"Recall(answer: "a")"#;
    for answer in [choice, choices, "TrueFalse(true)", "Number(value: 1)", r#"Text(accept: ["a"])"#] {
        check(answer, "");
        check(answer, " \t\n");
    }
    for answer in [order, pairs, groups, cloze, power, recall] {
        check(answer, "");
        check(answer, " \t\n");
    }
    for unfit in ["a; B", "a; b; c; c", "a; a; c", "a; b; d", "a; b; c;"] {
        check(order, unfit);
    }
    for unfit in ["a", "a = ", "a = w", "c = x", "a = x; a = y", "a = x; a = x", "a = x = y", "; ;"] {
        check(pairs, unfit);
    }
    for unfit in ["x", "A = x", "x = C", "x = A; X = B"] {
        check(groups, unfit);
    }
    for unfit in ["; ", "a; d", "a; b; c", "a; b; "] {
        check(cloze, unfit);
    }
    for unfit in ["true", "1", "a", "right; wrong"] {
        check(recall, unfit);
    }
    check(choice, "d");
    check(choice, "a; b");
    check(choice, " b");
    check(choices, "a; d");
    check(choices, "; ;");
    check("TrueFalse(true)", "yes");
}

#[test]
fn picks_are_read_ascending_and_each_once() {
    let question = asking(ron::from_str(r#"Choices(correct: ["a", "b"], distractors: ["c"])"#).expect("reads"));
    assert_eq!(Response::from_written(&question, "C; a;; b; A "), Some(Response::Choices(vec![0, 1, 2])));
}

#[test]
fn a_blank_response_is_written_as_nothing() {
    let text = asking(ron::from_str(r#"Text(accept: ["a"])"#).expect("reads"));
    assert_eq!(Response::Typed(" \n".into()).written(&text), "");
    assert_eq!(Response::Typed(" a\n".into()).written(&text), " a\n");
    assert_eq!(Response::Choices(vec![]).written(&text), "");
    assert_eq!(Response::Choice(7).written(&text), "");
}

#[test]
fn the_right_answer_is_written_for_every_kind() {
    let check = |answer: &str, parts: &[&str], written: &str| {
        let question = asking(ron::from_str(answer).expect("reads"));
        assert_eq!(correct_parts(&question), parts);
        assert_eq!(correct_written(&question), written);
    };
    check(r#"Choice(correct: "a; b", distractors: ["c"])"#, &["a; b"], "a; b");
    check(r#"Choices(correct: ["a; b", "c=d"], distractors: ["e"])"#, &["a; b", "c=d"], r"a\; b; c\=d");
    check("TrueFalse(false)", &["false"], "false");
    check(r#"Number(value: 59, tolerance: 0.5, unit: "MJ")"#, &["59 MJ"], "59 MJ");
    check("Number(value: 21.7)", &["21.7"], "21.7");
    check(r#"Text(accept: ["tungsten", "wolfram"])"#, &["tungsten", "wolfram"], "tungsten; wolfram");
    check(r#"Order(items: ["a;", "b", "c"])"#, &["a;", "b", "c"], r"a\;; b; c");
    check(
        r#"Match(pairs: [("Hannes Alfvén", "Sweden"), ("a=b", "x; y"), ("c", "sweden")], extra: ["Italy"])"#,
        &["Hannes Alfvén = Sweden", r"a\=b = x\; y", "c = Sweden"],
        r"Hannes Alfvén = Sweden; a\=b = x\; y; c = Sweden",
    );
    check(
        r#"Categorise(groups: {"People": ["Ada", "Bo"], "Places": ["Culham"]})"#,
        &["Ada = People", "Bo = People", "Culham = Places"],
        "Ada = People; Bo = People; Culham = Places",
    );
    check(
        r#"Cloze(text: "Sited at {Culham}, near {Oxford|Oxford, England}; {a ~ b}.")"#,
        &["Culham", "Oxford", "a"],
        "Culham; Oxford; a",
    );
    let power =
        |more: &str| format!(r#"Calculated(variables: {{"E": Values([22])}}, value: "E / 3", unit: "MW"{more})"#);
    check(&power(""), &["7.33333 MW"], "7.33333 MW");
    let whole = r#"Calculated(variables: {"n": Values([1234567.5])}, value: "n * 10")"#;
    check(whole, &["12345675"], "12345675");
    check(&power(", tolerance_percent: 0"), &["7.33333333333333 MW"], "7.33333333333333 MW");
    check(r#"Calculated(variables: {"E": Values([2, 3])}, value: "E")"#, &[], "");
    check(r#"Recall(answer: "59 MJ")"#, &["right"], "right");
}

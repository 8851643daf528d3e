//! Answers of every kind, as the format allows them and as a check would refuse them, and responses to them, right and
//! wrong. Kinds are gone through one by one, so that a new one cannot be forgotten.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use torus::bank::{Answer, ClozeText, Entries, Kind, Punctuation, Question, Shape, Spot, Variable};
use torus::sitting::Response;
use torus::sitting::response::correct_parts;

/// A question that the format allows.
pub fn questions() -> impl Strategy<Value = Question> {
    prop::sample::select(&Kind::ALL[..]).prop_flat_map(sound).prop_map(asking)
}

/// A question that the format allows, or one that the check would refuse.
pub fn any_question() -> impl Strategy<Value = Question> {
    let kind = || prop::sample::select(&Kind::ALL[..]);
    prop_oneof![kind().prop_flat_map(sound), kind().prop_flat_map(broken)].prop_map(asking)
}

/// Any response to any question, most of which do not fit.
pub fn responses() -> impl Strategy<Value = Response> {
    prop::sample::select(&Kind::ALL[..]).prop_flat_map(response)
}

/// Texts with all that is special somewhere, and a letter so that none is blank.
pub fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z;=é, ]{0,5}[a-z]", r"[\\;= ]{0,3}[a-zß]\PC{0,6}", "[1-9][0-9]{0,3}"]
}

fn boxed(texts: impl IntoIterator<Item = String>) -> Box<[Box<str>]> {
    texts.into_iter().map(String::into_boxed_str).collect()
}

fn distinct(least: usize) -> impl Strategy<Value = Vec<String>> {
    btree_set(words(), least..7).prop_map(|texts| texts.into_iter().collect())
}

/// An answer of this kind that the format allows.
fn sound(kind: Kind) -> BoxedStrategy<Answer> {
    let unit = || prop::sample::select(vec!["", "MJ", "pages", "W/m²", "%", "°C", "light bulbs", "kg CO2"]);
    match kind {
        Kind::Choice => distinct(2)
            .prop_map(|options| {
                let mut options = options.into_iter();
                Answer::Choice { correct: options.next().unwrap_or_default().into(), distractors: boxed(options) }
            })
            .boxed(),
        Kind::Choices => (distinct(2), 1..6_usize)
            .prop_map(|(mut options, keys)| {
                let distractors = options.split_off(keys.min(options.len()));
                Answer::Choices { correct: boxed(options), distractors: boxed(distractors) }
            })
            .boxed(),
        Kind::TrueFalse => any::<bool>().prop_map(Answer::TrueFalse).boxed(),
        Kind::Number => {
            let value = any::<f64>().prop_filter("finite", |value| value.is_finite());
            (value, 0.0..1e9, unit(), any::<bool>())
                .prop_map(|(value, tolerance, unit, unit_required)| Answer::Number {
                    value,
                    tolerance,
                    unit: unit.into(),
                    unit_required,
                })
                .boxed()
        }
        Kind::Text => (vec(words(), 1..4), any::<u32>(), any::<bool>(), any::<bool>())
            .prop_map(|(accept, typos, match_case, match_accents)| Answer::Text {
                accept: boxed(accept),
                typos,
                match_case,
                match_accents,
                reject: [].into(),
                punctuation: Punctuation::Auto,
                others: [].into(),
            })
            .boxed(),
        Kind::Order => distinct(3).prop_shuffle().prop_map(|items| Answer::Order { items: boxed(items) }).boxed(),
        Kind::Match => (distinct(2), distinct(6), vec(0..4_usize, 6))
            .prop_map(|(lefts, rights, chosen)| {
                let right = |place: usize| rights[chosen[place]].as_str().into();
                let pairs = lefts.into_iter().enumerate().map(|(place, left)| (left.into(), right(place))).collect();
                Answer::Match { pairs, extra: boxed(rights[4..].to_vec()) }
            })
            .boxed(),
        Kind::Cloze => {
            vec(gap(), 1..4).prop_map(|gaps| Answer::Cloze { text: ClozeText::new(&gaps.join(" and ")) }).boxed()
        }
        Kind::Categorise => (distinct(3), distinct(3))
            .prop_map(|(groups, mut items)| {
                let others = items.split_off(1);
                let groups =
                    groups.into_iter().map(String::into_boxed_str).zip([boxed(items), boxed(others)]).collect();
                Answer::Categorise { groups: Entries(groups) }
            })
            .boxed(),
        Kind::Hotspot => (distinct(3), 1..3_usize)
            .prop_map(|(names, keys)| {
                let shape = Shape::Circle { x: 0.5, y: 0.5, r: 0.1 };
                let spot =
                    |name: &String| Spot { name: name.as_str().into(), shape: shape.clone(), describe: "".into() };
                let correct = boxed(names.iter().rev().take(keys).cloned());
                Answer::Hotspot { image: "a.png".into(), spots: names.iter().map(spot).collect(), correct }
            })
            .boxed(),
        Kind::Calculated => calculated().boxed(),
        Kind::Recall => words().prop_map(|answer| Answer::Recall { answer: answer.into() }).boxed(),
    }
}

/// A gap as it is written, with typed answers or with a list.
fn gap() -> impl Strategy<Value = String> {
    (distinct(1), any::<bool>()).prop_map(|(answers, is_list)| {
        let escaped = |answer: &String| -> String {
            let special = |sign: char| matches!(sign, '{' | '}' | '|' | '~' | '$' | '\\');
            answer.chars().flat_map(|sign| special(sign).then_some('\\').into_iter().chain([sign])).collect()
        };
        let answers: Vec<String> = answers.iter().map(escaped).collect();
        format!("{{{}}}", answers.join(if is_list { " ~ " } else { "|" }))
    })
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

/// An answer of this kind that the check may refuse.
fn broken(kind: Kind) -> BoxedStrategy<Answer> {
    let list = || vec("[ab=;]{0,2}|.{0,4}", 0..4).prop_map(boxed);
    match kind {
        Kind::Choice => (".{0,2}", list())
            .prop_map(|(correct, distractors)| Answer::Choice { correct: correct.into(), distractors })
            .boxed(),
        Kind::Choices => {
            (list(), list()).prop_map(|(correct, distractors)| Answer::Choices { correct, distractors }).boxed()
        }
        // Whatever it says, it can be asked.
        Kind::TrueFalse => any::<bool>().prop_map(Answer::TrueFalse).boxed(),
        Kind::Number => (any::<f64>(), any::<f64>(), ".{0,6}", any::<bool>())
            .prop_map(|(value, tolerance, unit, unit_required)| Answer::Number {
                value,
                tolerance,
                unit: unit.into(),
                unit_required,
            })
            .boxed(),
        Kind::Text => (list(), any::<u32>(), any::<bool>())
            .prop_map(|(accept, typos, match_case)| Answer::Text {
                accept,
                typos,
                match_case,
                match_accents: !match_case,
                reject: [].into(),
                punctuation: if match_case { Punctuation::Counts } else { Punctuation::Ignored },
                others: [].into(),
            })
            .boxed(),
        Kind::Order => list().prop_map(|items| Answer::Order { items }).boxed(),
        Kind::Match => (list(), list(), list())
            .prop_map(|(lefts, rights, extra)| Answer::Match { pairs: lefts.into_iter().zip(rights).collect(), extra })
            .boxed(),
        Kind::Cloze => r"[{}|~a$]{0,9}".prop_map(|text| Answer::Cloze { text: ClozeText::new(&text) }).boxed(),
        Kind::Categorise => vec(("[ab]{0,1}", list()), 0..3)
            .prop_map(|groups| {
                let groups = groups.into_iter().map(|(name, items)| (name.into(), items)).collect();
                Answer::Categorise { groups: Entries(groups) }
            })
            .boxed(),
        Kind::Hotspot => (list(), list())
            .prop_map(|(names, correct)| {
                let spot = |name| Spot { name, shape: Shape::Polygon([].into()), describe: "".into() };
                Answer::Hotspot { image: "".into(), spots: names.into_iter().map(spot).collect(), correct }
            })
            .boxed(),
        Kind::Calculated => {
            let numbers = (any::<f64>(), any::<f64>(), any::<f64>(), any::<f64>());
            (r"[E0-9/*^()-]{0,9}", numbers)
                .prop_map(|(value, (from, to, step, tolerance_percent))| Answer::Calculated {
                    variables: Entries([("E".into(), Variable::Range { from, to, step })].into()),
                    value: value.into(),
                    tolerance_percent,
                    unit: "".into(),
                    unit_required: true,
                })
                .boxed()
        }
        Kind::Recall => Just(Answer::Recall { answer: "".into() }).boxed(),
    }
}

/// A question with this answer.
pub fn asking(answer: Answer) -> Question {
    let mut question: Question =
        ron::from_str(r#"Question(id: "q", prompt: "What?", answer: TrueFalse(true))"#).expect("reads");
    question.answer = answer;
    question
}

/// A response of this kind, whether it fits a question or not.
fn response(kind: Kind) -> BoxedStrategy<Response> {
    let index = || prop_oneof![0..8_usize, any::<usize>()];
    let picks = || vec(index(), 0..9);
    let sides = || vec(prop::option::of(index()), 0..9);
    let typed = || prop_oneof![any::<String>(), words(), "[-−0-9., ’]{1,8}(e-?[0-9]{1,3})? ?(MJ|kJ|%|m/s|pages|)"];
    match kind {
        Kind::Choice => index().prop_map(Response::Choice).boxed(),
        Kind::Choices => picks().prop_map(Response::Choices).boxed(),
        Kind::TrueFalse => any::<bool>().prop_map(Response::TrueFalse).boxed(),
        Kind::Number => typed().prop_map(Response::Number).boxed(),
        Kind::Text => typed().prop_map(Response::Text).boxed(),
        Kind::Order => {
            let whole = Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle();
            prop_oneof![picks(), whole].prop_map(Response::Order).boxed()
        }
        Kind::Match => sides().prop_map(Response::Match).boxed(),
        Kind::Cloze => vec(words(), 0..5).prop_map(Response::Cloze).boxed(),
        Kind::Categorise => sides().prop_map(Response::Categorise).boxed(),
        Kind::Hotspot => picks().prop_map(Response::Hotspot).boxed(),
        Kind::Calculated => typed().prop_map(Response::Calculated).boxed(),
        Kind::Recall => any::<bool>().prop_map(Response::Recall).boxed(),
    }
}

/// A response that fits the question: picks among its options, or something typed.
pub fn fitting(question: &Question, picks: &[usize], typed: &str) -> Response {
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
        std::iter::once(Some(pick(0) % rights)).chain(chosen).collect()
    };
    match &question.answer {
        Answer::Choice { .. } => Response::Choice(picks[0] % count),
        Answer::Choices { .. } => Response::Choices(picked()),
        Answer::TrueFalse(_) => Response::TrueFalse(picks[0].is_multiple_of(2)),
        Answer::Number { .. } => Response::Number(typed.into()),
        Answer::Text { .. } => Response::Text(typed.into()),
        Answer::Calculated { .. } => Response::Calculated(typed.into()),
        Answer::Order { .. } => {
            let mut order: Vec<usize> = (0..count).collect();
            order.rotate_left(picks[0] % count);
            order.swap(0, picks[picks.len() - 1] % count);
            Response::Order(order)
        }
        Answer::Match { pairs: lefts, .. } => Response::Match(pairs(lefts.len(), count)),
        Answer::Categorise { groups } => Response::Categorise(pairs(count, groups.0.len())),
        Answer::Cloze { text } => {
            let filled = text.gaps().enumerate().map(|(place, gap)| match gap.options() {
                [] => typed.to_owned(),
                options => options[pick(place) % options.len()].to_string(),
            });
            Response::Cloze(filled.collect())
        }
        Answer::Hotspot { .. } => Response::Hotspot(picked()),
        Answer::Recall { .. } => Response::Recall(picks[0].is_multiple_of(2)),
    }
}

/// Every response that deserves the full mark for sure.
pub fn right_responses(question: &Question) -> Vec<Response> {
    match &question.answer {
        Answer::Choice { .. } => vec![Response::Choice(0)],
        Answer::Choices { .. } => vec![Response::Choices((0..question.key_count()).collect())],
        Answer::TrueFalse(key) => vec![Response::TrueFalse(*key)],
        Answer::Number { .. } => correct_parts(question).into_iter().map(Response::Number).collect(),
        Answer::Text { .. } => correct_parts(question).into_iter().map(Response::Text).collect(),
        Answer::Calculated { .. } => correct_parts(question).into_iter().map(Response::Calculated).collect(),
        Answer::Order { items } => vec![Response::Order((0..items.len()).collect())],
        answer @ Answer::Match { .. } => {
            vec![Response::Match(answer.right_pairs().into_iter().map(Some).collect())]
        }
        answer @ Answer::Categorise { .. } => {
            vec![Response::Categorise(answer.right_pairs().into_iter().map(Some).collect())]
        }
        Answer::Cloze { text } => vec![Response::Cloze(text.gaps().map(|gap| gap.right().to_owned()).collect())],
        answer @ Answer::Hotspot { .. } => {
            let numbered = answer.right_spots().into_iter().enumerate();
            vec![Response::Hotspot(numbered.filter(|(_, is_right)| *is_right).map(|(index, _)| index).collect())]
        }
        Answer::Recall { .. } => vec![Response::Recall(true)],
    }
}

/// A response to a question that the format allows, which does not deserve the full mark for sure.
pub fn wrong_response(question: &Question) -> Response {
    let last_turned = || -> Vec<Option<usize>> {
        let mut right = question.answer.right_pairs();
        let side = right.pop().map(|side| if side == 0 { 1 } else { 0 });
        right.into_iter().map(Some).chain([side]).collect()
    };
    match &question.answer {
        Answer::Choice { .. } => Response::Choice(1),
        Answer::Choices { correct, distractors } if distractors.is_empty() => {
            Response::Choices((1..correct.len()).collect())
        }
        Answer::Choices { correct, .. } => Response::Choices((0..=correct.len()).collect()),
        Answer::TrueFalse(key) => Response::TrueFalse(!key),
        Answer::Number { .. } => Response::Number("no number".into()),
        Answer::Text { .. } => Response::Text("¿".repeat(40)),
        Answer::Order { items } => Response::Order((0..items.len()).rev().collect()),
        Answer::Match { .. } => Response::Match(last_turned()),
        Answer::Cloze { text } => Response::Cloze(text.gaps().map(|_| "¿".repeat(40)).collect()),
        Answer::Categorise { .. } => Response::Categorise(last_turned()),
        Answer::Hotspot { .. } => Response::Hotspot((0..question.options().len()).collect()),
        Answer::Calculated { .. } => Response::Calculated("no number".into()),
        Answer::Recall { .. } => Response::Recall(false),
    }
}

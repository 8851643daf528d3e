//! Any expression over any variables. The first line is the expression; each line after it is a variable: its name, and
//! its values, or `FROM to TO by STEP`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use torus_fuzz::bank::values::{drawn, formula};
use torus_fuzz::bank::{Answer, Bank, Entries, Question, Quietly, Variable, read};
use torus_fuzz::paper::{Met, Plan, draw};
use torus_fuzz::sitting::response::correct_written;
use torus_fuzz::sitting::{Verdict, grade_written};

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let expression = lines.next().unwrap_or_default();
    let variables: Vec<(Box<str>, Variable)> = lines.take(8).map(variable).collect();
    let values: Vec<(&str, f64)> =
        variables.iter().map(|(name, variable)| (&**name, variable.value(0).unwrap_or(0.0))).collect();
    if let Ok(value) = formula::evaluate(expression, &values) {
        assert!(value.is_finite());
    }
    let combinations: usize = variables.iter().fold(1, |all, (_, variable)| all.saturating_mul(variable.count()));
    let names: String = variables.iter().map(|(name, _)| format!("{{{name}}} ")).collect();
    let mut question: Question =
        ron::from_str(r#"(id: "q", prompt: "What?", answer: TrueFalse(true))"#).expect("a question");
    question.prompt = format!("What of {names}?").into();
    question.answer = Answer::Calculated {
        variables: Entries(variables.into()),
        value: expression.into(),
        tolerance_percent: 1.0,
        unit: "".into(),
        unit_required: false,
    };
    let bank =
        Bank { format: 1, id: "b".into(), title: "B".into(), questions: vec![question], ..Bank::default() };
    let written = ron::to_string(&bank).expect("a bank can be written");
    let Ok(bank) = read(&written, &Quietly).bank else { return };
    for seed in 0..4 {
        for item in draw(&[&bank], &Plan::default(), &Met::new(), seed).items {
            let key = drawn::key(&item.question.answer);
            assert!(key.is_some() || combinations > 1000, "the check tried every combination");
            if key.is_some() {
                let mark = grade_written(&item.question, &correct_written(&item.question)).mark;
                assert_eq!(mark.map(|mark| mark.verdict()), Some(Verdict::Correct), "{:?}", item.question);
            }
        }
    }
});

fn variable(line: &str) -> (Box<str>, Variable) {
    let (name, values) = line.split_once(' ').unwrap_or((line, ""));
    let number = |word: &str| word.trim().parse::<f64>().ok();
    let range = || {
        let (from, rest) = values.split_once(" to ")?;
        let (to, step) = rest.split_once(" by ")?;
        Some(Variable::Range { from: number(from)?, to: number(to)?, step: number(step)? })
    };
    let listed = || Variable::Values(values.split_whitespace().filter_map(number).collect());
    (name.into(), range().unwrap_or_else(listed))
}

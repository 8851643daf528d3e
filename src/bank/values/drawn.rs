//! Questions whose values are drawn: their key, and how they are asked with certain values. Draws nothing itself.

use crate::bank::values::formula::evaluate;
use crate::bank::values::placeholders::filled;
use crate::bank::{Answer, Entries, Question, Variable};

/// The key of a question whose values are drawn; `None` for one whose values are not drawn yet, that gives no number,
/// or that is of another kind.
pub fn key(answer: &Answer) -> Option<f64> {
    let Answer::Calculated { variables, value, .. } = answer else { return None };
    value_of(value, variables)
}

/// The value of an expression whose variables have one value each; `None` where one has several, or it gives no number.
pub(crate) fn value_of(expression: &str, variables: &Entries<Variable>) -> Option<f64> {
    let only = |(name, variable): (_, &Variable)| Some((name, variable.only()?));
    let values: Vec<_> = variables.iter().map(only).collect::<Option<_>>()?;
    evaluate(expression, &values).ok()
}

/// The question as it is asked with these values, one for each variable in the order of the file: each variable has
/// that value alone, and prompt, hints and explanation show it. `None` where the values are no fit, or for a question
/// of another kind.
pub fn pinned(question: &Question, values: &[f64]) -> Option<Question> {
    let Answer::Calculated { variables, .. } = &question.answer else { return None };
    if variables.0.len() != values.len() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let fill = |text: &str| -> Box<str> {
        let value = |name: &str| variables.iter().position(|(known, _)| known == name).map(|index| values[index]);
        filled(text, &value).into()
    };
    let mut asked = Question {
        prompt: fill(&question.prompt),
        explanation: fill(&question.explanation),
        hints: question.hints.iter().map(|hint| fill(hint)).collect(),
        ..question.clone()
    };
    if let Answer::Calculated { variables, .. } = &mut asked.answer {
        let pairs = std::mem::take(variables).0.into_iter().zip(values);
        *variables = Entries(pairs.map(|((name, _), value)| (name, Variable::Values([*value].into()))).collect());
    }
    Some(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pinned_question_has_one_value_for_each_variable() {
        let text = r#"(id: "q", prompt: "{E} in {t}?", explanation: "{E} / {t}", hints: ["{t} s"], answer: Calculated(
            variables: {"E": Range(from: 20, to: 60), "t": Values([2, 4, 5])}, value: "E / t", unit: "MW"))"#;
        let question: Question = ron::from_str(text).expect("reads");
        assert_eq!(key(&question.answer), None);
        let asked = pinned(&question, &[37.0, 5.0]).expect("fits");
        assert_eq!((&*asked.prompt, &*asked.explanation, &*asked.hints[0]), ("37 in 5?", "37 / 5", "5 s"));
        assert_eq!(key(&asked.answer), Some(7.4));
        assert_eq!(pinned(&asked, &[37.0, 5.0]), Some(asked));
        assert_eq!(pinned(&question, &[37.0]), None);
        assert_eq!(pinned(&question, &[37.0, f64::NAN]), None);
    }
}

//! A part of a class: the sittings of one bank, one quiz or one span of time. Computes no figure.

use crate::class::model::Class;

/// Which sittings are looked at; everything where nothing is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Id of the bank.
    pub bank: Option<Box<str>>,
    /// Id of the ready-made quiz.
    pub quiz: Option<Box<str>>,
    /// Those begun from then on, in milliseconds since 1970; a sitting without a time is then left out.
    pub since_ms: Option<i64>,
}

impl Part {
    /// Whether it is everything.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The class with the sittings of this part alone. Learners and questions keep their places.
    pub fn of(&self, class: &Class) -> Class {
        let mut part = Class {
            learners: class.learners.clone(),
            questions: class.questions.clone(),
            remarks: class.remarks.clone(),
            texts: class.texts.clone(),
            ..Class::default()
        };
        for sitting in &class.sittings {
            let is_named = |wanted: &Option<Box<str>>, found: &str| wanted.as_deref().is_none_or(|id| id == found);
            let is_in_time =
                self.since_ms.is_none_or(|since| sitting.started_at.is_some_and(|started| started.unix_ms >= since));
            if !is_in_time || !is_named(&self.bank, &sitting.bank) || !is_named(&self.quiz, &sitting.quiz) {
                continue;
            }
            let (place, first) = (part.sittings.len() as u32, part.answers.len() as u32);
            part.answers.extend(class.answers_of(sitting).iter().copied().map(|mut answer| {
                answer.sitting = place;
                answer
            }));
            let mut sitting = sitting.clone();
            sitting.answers = (first, part.answers.len() as u32);
            part.sittings.push(sitting);
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::model::{Answered, ClassSitting};
    use crate::moment::Moment;
    use crate::sitting::{State, Verdict};

    fn sitting(bank: &str, quiz: &str, started_ms: Option<i64>, answers: (u32, u32)) -> ClassSitting {
        ClassSitting {
            id: format!("{bank}{quiz}").into(),
            learner: 0,
            bank: bank.into(),
            title: "".into(),
            quiz: quiz.into(),
            mode: None,
            started_at: started_ms.map(|unix_ms| Moment { unix_ms, offset_secs: 0 }),
            finished_at: None,
            state: State::Finished,
            answers,
        }
    }

    fn answer(sitting: u32, position: u32) -> Answered {
        Answered {
            sitting,
            question: position,
            version: 0,
            position,
            attempt: 1,
            score: 1.0,
            max_score: 1.0,
            verdict: Verdict::Correct,
            response: None,
            certainty: None,
            hints_used: 0,
            duration_ms: None,
            answered_ms: None,
            is_overruled: false,
            is_flagged: false,
        }
    }

    fn class() -> Class {
        Class {
            sittings: vec![
                sitting("a", "", None, (0, 1)),
                sitting("b", "ten", Some(5), (1, 3)),
                sitting("b", "", Some(9), (3, 4)),
            ],
            answers: vec![answer(0, 1), answer(1, 1), answer(1, 2), answer(2, 7)],
            ..Class::default()
        }
    }

    fn kept(part: Part) -> Vec<(String, Vec<(u32, u32)>)> {
        let part = part.of(&class());
        let answers = |sitting: &ClassSitting| {
            part.answers_of(sitting).iter().map(|answer| (answer.sitting, answer.position)).collect()
        };
        part.sittings.iter().map(|sitting| (sitting.id.to_string(), answers(sitting))).collect()
    }

    #[test]
    fn everything_is_the_class_itself() {
        assert!(Part::default().is_all());
        assert_eq!(Part::default().of(&class()), class());
    }

    #[test]
    fn a_part_keeps_its_sittings_with_their_own_answers() {
        let bank = Part { bank: Some("b".into()), ..Part::default() };
        assert_eq!(kept(bank.clone()), [("bten".into(), vec![(0, 1), (0, 2)]), ("b".into(), vec![(1, 7)])]);
        let quiz = Part { quiz: Some("ten".into()), ..bank };
        assert_eq!(kept(quiz), [("bten".into(), vec![(0, 1), (0, 2)])]);
    }

    #[test]
    fn a_sitting_without_a_time_belongs_to_no_span_of_time() {
        assert_eq!(kept(Part { since_ms: Some(6), ..Part::default() }), [("b".into(), vec![(0, 7)])]);
    }
}

//! How many questions of a bank can be asked as the set-up says. Counts once for each choice, not for each frame.

use crate::bank::{Bank, Mode};
use crate::disk::SetupChoice;
use crate::paper::{Draw, Met, Plan, draw};

/// More than a day's work; the whole of a bank of 100,000 questions is no quiz.
pub const MOST_QUESTIONS: u32 = 1000;

/// What a bank holds, by the first parts of its topics in the order in which they first appear.
#[derive(Debug, Default)]
pub(super) struct Drawable {
    topics: Vec<Topic>,
    /// Whether some questions give others away, so that fewer can be asked together than there are.
    has_enemies: bool,
    planned: u32,
}

#[derive(Debug, Default)]
struct Topic {
    name: String,
    /// All of its questions.
    count: u32,
    /// Those that a test can ask.
    count_in_test: u32,
}

impl Drawable {
    /// Counts the questions of a bank.
    pub fn of(bank: &Bank) -> Self {
        let mut drawable = Self::default();
        for question in &bank.questions {
            let topic = drawable.topic(question.topic.split('/').next().unwrap_or_default());
            topic.count += 1;
            topic.count_in_test += u32::from(Mode::Test.asks(question.kind()));
            drawable.has_enemies |= !question.enemies.is_empty();
        }
        drawable
    }

    fn topic(&mut self, name: &str) -> &mut Topic {
        let index = self.topics.iter().position(|topic| topic.name == name).unwrap_or_else(|| {
            self.topics.push(Topic { name: name.to_owned(), ..Topic::default() });
            self.topics.len() - 1
        });
        &mut self.topics[index]
    }

    /// The first parts of the topics, each with its number of questions.
    pub fn topics(&self) -> impl Iterator<Item = (&str, u32)> {
        self.topics.iter().map(|topic| (topic.name.as_str(), topic.count))
    }

    /// How many questions the chosen topics hold that can be asked in the chosen mode.
    pub fn available(&self, choice: &SetupChoice) -> u32 {
        let is_chosen = |topic: &&Topic| choice.topics.is_empty() || choice.topics.contains(&topic.name);
        let asked = |topic: &Topic| match choice.mode {
            Mode::Practice => topic.count,
            Mode::Test => topic.count_in_test,
        };
        self.topics.iter().filter(is_chosen).map(asked).sum::<u32>().min(MOST_QUESTIONS)
    }

    /// Works out how many questions a quiz on `bank` would have.
    pub fn plan(&mut self, bank: &Bank, choice: &SetupChoice) {
        let most = choice.count.unwrap_or(u32::MAX).min(self.available(choice));
        self.planned = if self.has_enemies { most.min(drawn(bank, choice, most)) } else { most };
    }

    /// How many questions the quiz would have.
    pub fn planned(&self) -> u32 {
        self.planned
    }
}

/// How many questions a paper has that asks for so many: those that give others away are kept apart.
fn drawn(bank: &Bank, choice: &SetupChoice, count: u32) -> u32 {
    let line = Draw { topics: choice.topics.clone(), count: Some(count as usize) };
    let plan = Plan { draws: vec![line], mode: choice.mode };
    u32::try_from(draw(&[bank], &plan, &Met::default(), 0).items.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Quietly, read};

    fn check(choice: &SetupChoice, planned: u32) {
        let questions = r#"
            (id: "a", topic: "Rivers/Europe", prompt: "The Rhine flows north.", answer: TrueFalse(true)),
            (id: "b", topic: "Rivers", prompt: "The Volga flows north.", answer: TrueFalse(false), enemies: ["c", "e"]),
            (id: "c", topic: "Seas", prompt: "The Nile flows north.", answer: TrueFalse(true)),
            (id: "d", topic: "Rivers", prompt: "What is a meander?", answer: Recall(answer: "A bend.")),
            (id: "e", topic: "Rivers", prompt: "The Ob flows north.", answer: TrueFalse(true)),
        "#;
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [{questions}])");
        let bank = read(&text, &Quietly).bank.expect("a bank");
        let mut drawable = Drawable::of(&bank);
        drawable.plan(&bank, choice);
        assert_eq!(drawable.planned(), planned, "{choice:?}");
    }

    #[test]
    fn as_many_are_promised_as_are_asked() {
        let all = SetupChoice::default();
        check(&all, 5);
        check(&SetupChoice { mode: Mode::Test, ..all.clone() }, 4);
        check(&SetupChoice { topics: vec!["Seas".to_owned()], ..all.clone() }, 1);
        check(&SetupChoice { count: Some(2), ..all.clone() }, 2);
        // Of four that a test can ask, three are taken so that none gives another away.
        check(&SetupChoice { mode: Mode::Test, count: Some(3), ..all }, 3);
    }

    #[test]
    fn questions_that_give_others_away_are_not_promised() {
        let rivers = SetupChoice { mode: Mode::Test, topics: vec!["Rivers".to_owned()], ..SetupChoice::default() };
        check(&SetupChoice { count: Some(2), ..rivers.clone() }, 2);
        check(&rivers, 3);
    }
}

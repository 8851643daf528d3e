//! Which part of the answers figures are wanted of.

use crate::schedule::StudyDay;

/// How far back figures go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// The last 28 days.
    FourWeeks,
    /// The last 91 days.
    #[default]
    ThreeMonths,
    /// The last 365 days.
    Year,
    /// From the first answer on.
    All,
}

impl Period {
    /// Every period, from the shortest.
    pub const ALL: [Self; 4] = [Self::FourWeeks, Self::ThreeMonths, Self::Year, Self::All];

    /// Its first day where it ends with `today`; `first` is that of the first answer.
    pub fn begins(self, today: StudyDay, first: StudyDay) -> StudyDay {
        match self {
            Self::FourWeeks => today + -27,
            Self::ThreeMonths => today + -90,
            Self::Year => today + -364,
            Self::All => first.min(today),
        }
    }
}

/// Which part of the answers figures are wanted of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The id of a bank; all where none is named.
    pub bank: Option<String>,
    /// A topic with those below it; all where none is named.
    pub topic: Option<String>,
    /// How far back.
    pub period: Period,
}

impl Wish {
    /// Whether a question of that bank and topic is wanted.
    pub fn takes(&self, bank_id: &str, topic: &str) -> bool {
        self.bank.as_deref().is_none_or(|bank| bank == bank_id)
            && self.topic.as_deref().is_none_or(|wanted| is_within(topic, wanted))
    }
}

/// Whether a topic is that one or stands below it, as `JET/dates` below `JET`.
fn is_within(topic: &str, wanted: &str) -> bool {
    topic.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_takes_those_below_it() {
        let wish = Wish { bank: Some("fusion".to_owned()), topic: Some("JET".to_owned()), ..Wish::default() };
        assert!(wish.takes("fusion", "JET") && wish.takes("fusion", "JET/dates"));
        assert!(!wish.takes("fusion", "JETS") && !wish.takes("fusion", "") && !wish.takes("fission", "JET"));
        assert!(Wish::default().takes("any", ""));
    }

    #[test]
    fn all_goes_back_to_the_first_answer() {
        let today = StudyDay(20_000);
        assert_eq!(Period::All.begins(today, StudyDay(19_000)), StudyDay(19_000));
        assert_eq!(Period::All.begins(today, StudyDay(20_005)), today, "an answer from a clock that ran ahead");
        assert_eq!(Period::FourWeeks.begins(today, StudyDay(1)), StudyDay(19_973));
    }
}

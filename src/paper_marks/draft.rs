//! The lines under way: two passes, what is being typed, and the way back. A line is never lost.

use serde::{Deserialize, Serialize};

/// Which time the papers are gone through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pass {
    /// The one whose marks are saved.
    #[default]
    First,
    /// The one that is compared with it.
    Second,
}

/// What a teacher has typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MarkingDraft {
    /// The pass at hand.
    pub pass: Pass,
    /// Index of the version at hand.
    pub version: usize,
    /// The line that is being typed.
    pub typing: String,
    /// The place of the line in its pass that is being changed; `None` where a new one is typed.
    pub changing: Option<usize>,
    first: Vec<String>,
    second: Vec<String>,
    /// What takes back what was done, the last last.
    done: Vec<Deed>,
    /// What does again what was taken back.
    undone: Vec<Deed>,
}

/// Something that was done to the lines, with what its reverse needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Deed {
    pass: Pass,
    place: usize,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum What {
    Added,
    Changed { before: String },
    Removed { line: String },
}

impl MarkingDraft {
    /// The lines of a pass.
    pub fn lines(&self, pass: Pass) -> &[String] {
        match pass {
            Pass::First => &self.first,
            Pass::Second => &self.second,
        }
    }

    /// Puts a line at the end of the pass at hand, or in the place of the one that is being changed.
    pub fn keep(&mut self, line: String) {
        let pass = self.pass;
        let changing = self.changing.take();
        self.typing.clear();
        let lines = self.lines_mut(pass);
        let (place, what) = match changing.and_then(|place| Some((place, lines.get_mut(place)?))) {
            Some((_, there)) if *there == line => return,
            Some((place, there)) => (place, What::Changed { before: std::mem::replace(there, line) }),
            None => {
                lines.push(line);
                (lines.len() - 1, What::Added)
            }
        };
        self.note(Deed { pass, place, what });
    }

    /// Takes a line of the pass at hand to change it. What was being typed must have been kept.
    pub fn change(&mut self, place: usize) {
        if let Some(line) = self.lines(self.pass).get(place).cloned() {
            self.typing = line;
            self.changing = Some(place);
        }
    }

    /// Puts another line in the place of one of the pass at hand.
    pub fn replace(&mut self, place: usize, line: String) {
        let pass = self.pass;
        if let Some(there) = self.lines_mut(pass).get_mut(place) {
            let before = std::mem::replace(there, line);
            self.note(Deed { pass, place, what: What::Changed { before } });
        }
    }

    /// Takes a line of the pass at hand out.
    pub fn remove(&mut self, place: usize) {
        let pass = self.pass;
        let lines = self.lines_mut(pass);
        if place < lines.len() {
            let line = lines.remove(place);
            self.note(Deed { pass, place, what: What::Removed { line } });
            self.stop_changing();
        }
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something that was taken back can be done again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes back what was done last, in whichever pass that was. What is being typed stays.
    pub fn undo(&mut self) {
        if let Some(reverse) = self.done.pop().map(|deed| self.reverse(deed)) {
            self.undone.push(reverse);
        }
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) {
        if let Some(reverse) = self.undone.pop().map(|deed| self.reverse(deed)) {
            self.done.push(reverse);
        }
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.second.is_empty() && self.typing.trim().is_empty()
    }

    /// As RON, to be kept.
    pub fn to_ron(&self) -> String {
        ron::to_string(self).expect("a draft holds only texts, numbers and lists, which RON can write")
    }

    /// Reads back what [`Self::to_ron`] wrote; `None` for anything else.
    pub fn from_ron(text: &str) -> Option<Self> {
        ron::from_str(text).ok()
    }

    fn note(&mut self, deed: Deed) {
        self.done.push(deed);
        self.undone.clear();
    }

    /// Reverses a deed; gives what reverses that.
    fn reverse(&mut self, Deed { pass, place, what }: Deed) -> Deed {
        self.stop_changing();
        self.pass = pass;
        let lines = self.lines_mut(pass);
        // A file that was changed by hand may name a place that there is not.
        let what = match what {
            What::Removed { line } => {
                lines.insert(place.min(lines.len()), line);
                What::Added
            }
            What::Added if place < lines.len() => What::Removed { line: lines.remove(place) },
            What::Added => What::Added,
            What::Changed { before } => match lines.get_mut(place) {
                Some(there) => What::Changed { before: std::mem::replace(there, before) },
                None => What::Changed { before },
            },
        };
        Deed { pass, place, what }
    }

    fn lines_mut(&mut self, pass: Pass) -> &mut Vec<String> {
        match pass {
            Pass::First => &mut self.first,
            Pass::Second => &mut self.second,
        }
    }

    /// The line that was being changed stands in its pass as it was.
    fn stop_changing(&mut self) {
        if self.changing.take().is_some() {
            self.typing.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    enum Step {
        Keep(String),
        Change(usize, String),
        Replace(usize, String),
        Remove(usize),
        Turn,
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let line = || "[a-c]: [a-d]";
        let step = prop_oneof![
            3 => line().prop_map(Step::Keep),
            1 => (0..5_usize, line()).prop_map(|(place, line)| Step::Change(place, line)),
            1 => (0..5_usize, line()).prop_map(|(place, line)| Step::Replace(place, line)),
            1 => (0..5_usize).prop_map(Step::Remove),
            1 => Just(Step::Turn),
        ];
        vec(step, 0..20)
    }

    fn take(draft: &mut MarkingDraft, step: Step) {
        match step {
            Step::Keep(line) => draft.keep(line),
            Step::Change(place, line) => {
                draft.change(place);
                if draft.changing.is_some() {
                    draft.keep(line);
                }
            }
            Step::Replace(place, line) => draft.replace(place, line),
            Step::Remove(place) => draft.remove(place),
            Step::Turn => draft.pass = if draft.pass == Pass::First { Pass::Second } else { Pass::First },
        }
    }

    fn both(draft: &MarkingDraft) -> [Vec<String>; 2] {
        [Pass::First, Pass::Second].map(|pass| draft.lines(pass).to_vec())
    }

    proptest! {
        #[test]
        fn undo_goes_back_through_every_state_to_the_beginning_and_redo_forth(steps in steps()) {
            let mut draft = MarkingDraft::default();
            let mut states = vec![both(&draft)];
            for step in steps {
                take(&mut draft, step);
                if *states.last().expect("one at least") != both(&draft) || draft.done.len() >= states.len() {
                    states.push(both(&draft));
                }
            }
            prop_assert_eq!(draft.done.len() + 1, states.len());
            for state in states.iter().rev() {
                prop_assert_eq!(&both(&draft), state);
                draft.undo();
            }
            prop_assert!(!draft.can_undo());
            for state in states.iter() {
                prop_assert_eq!(&both(&draft), state);
                draft.redo();
            }
            prop_assert!(!draft.can_redo());
        }

        #[test]
        fn a_draft_is_kept_with_the_way_back(steps in steps(), typing in "\\PC{0,9}", version in 0..26_usize) {
            let mut draft = MarkingDraft { typing, version, ..MarkingDraft::default() };
            steps.into_iter().for_each(|step| take(&mut draft, step));
            prop_assert_eq!(MarkingDraft::from_ron(&draft.to_ron()), Some(draft));
        }
    }

    #[test]
    fn what_is_being_typed_stays_when_a_line_before_it_is_taken_back() {
        let mut draft = MarkingDraft::default();
        draft.keep("Ada: c".into());
        draft.typing = "Ben: a".into();
        draft.undo();
        assert_eq!((draft.typing.as_str(), draft.lines(Pass::First).len()), ("Ben: a", 0));
        draft.redo();
        assert_eq!((draft.typing.as_str(), draft.lines(Pass::First)), ("Ben: a", &["Ada: c".to_owned()][..]));
    }

    #[test]
    fn a_draft_of_an_older_program_is_read_and_nonsense_is_not() {
        assert_eq!(MarkingDraft::from_ron("(first:[\"Ada: c\"])").map(|draft| draft.lines(Pass::First).len()), Some(1));
        assert_eq!(MarkingDraft::from_ron("Ada: c"), None);
    }
}

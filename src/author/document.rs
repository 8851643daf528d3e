//! A bank's text with its questions, changes of it and the way back. Opens and saves nothing.

use crate::author::change::{Applied, Change, ChangedField, Refusal, Step, StepKind};
use crate::author::make::free_like;
use crate::author::places::{Placed, Places, QuestionKey};
use crate::author::steps::{Steps, Taken};
use crate::bank::{Bank, Question, write_question};
use crate::syntax::edit::{Edit, Edits};
use crate::syntax::lexer::{Lexer, Token, comments};
use std::ops::Range;

/// A bank under a teacher's hands.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    places: Places,
    steps: Steps,
}

impl Document {
    /// A document of any text at all, with nothing to undo.
    pub fn open(text: String) -> Self {
        let places = Places::of(&text);
        Self { text, places, steps: Steps::default() }
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The questions in the order of the text.
    pub fn questions(&self) -> &[Placed] {
        &self.places.questions
    }

    /// The question of that key, if it is there.
    pub fn question(&self, key: QuestionKey) -> Option<&Placed> {
        self.places.questions.get(self.places.index(key)?)
    }

    /// The bank without its questions; `None` where its own fields or one of its quizzes cannot be read.
    pub fn head(&self) -> Option<&Bank> {
        self.places.head.as_ref()
    }

    /// Makes a change.
    ///
    /// # Errors
    /// Why it was not made; nothing has changed then.
    pub fn apply(&mut self, change: Change) -> Result<Applied, Refusal> {
        match change {
            Change::Question { key, new } => self.rewrite(key, &new),
            Change::Insert { after, questions } => self.insert(after, &questions, StepKind::Insert),
            Change::Remove { keys } => self.remove(&keys),
            Change::Move { keys, before } => self.move_before(&keys, before),
            Change::Duplicate { key } => self.duplicate(key),
            Change::Head { new } => self.rewrite_head(&new),
            Change::Text { span, new } => {
                let keys = self.touched(&span);
                self.commit(vec![Edit { span, new_text: new }], StepKind::Text, keys, Vec::new())
            }
        }
    }

    /// Undoes the last step; `None` where there is none.
    pub fn undo(&mut self) -> Option<Applied> {
        let Taken { step, back, before, .. } = self.steps.last_done()?.clone();
        self.make(&back, &before).ok()?;
        self.steps.step_back();
        Some(Applied { edits: back, keys: self.there(&step.keys), step })
    }

    /// Does the step again that was undone last; `None` where there is none.
    pub fn redo(&mut self) -> Option<Applied> {
        let Taken { step, there, after, .. } = self.steps.last_undone()?.clone();
        self.make(&there, &after).ok()?;
        self.steps.step_forward();
        Some(Applied { edits: there, keys: self.there(&step.keys), step })
    }

    /// What [`Self::undo`] would undo.
    pub fn next_undo(&self) -> Option<&Step> {
        self.steps.last_done().map(|taken| &taken.step)
    }

    /// What [`Self::redo`] would do again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.last_undone().map(|taken| &taken.step)
    }

    /// The next change is a step of its own, though it may go on typing where the last one did.
    pub fn break_typing(&mut self) {}

    /// Takes a whole text over: one from outside, or one that two were merged to. One step.
    pub fn adopt(&mut self, text: String) -> Applied {
        let edit = difference(&self.text, &text);
        let keys = self.touched(&edit.span);
        let edits = Edits::new([edit]).unwrap_or_default();
        let back = edits.inverse(&self.text).unwrap_or_default();
        let before = self.keys();
        self.text = text;
        self.places.follow(&self.text, &edits, &[]);
        let step = Step { kind: StepKind::Adopt, keys };
        let after = self.keys();
        self.steps.push(Taken { step: step.clone(), there: edits.clone(), back, before, after });
        Applied { edits, keys: self.there(&step.keys), step }
    }

    fn keys(&self) -> Vec<QuestionKey> {
        self.places.questions.iter().map(|placed| placed.key).collect()
    }

    fn there(&self, keys: &[QuestionKey]) -> Vec<QuestionKey> {
        keys.iter().copied().filter(|key| self.places.index(*key).is_some()).collect()
    }

    fn touched(&self, span: &Range<usize>) -> Vec<QuestionKey> {
        let touched =
            self.places.questions.iter().filter(|placed| span.start < placed.span.end && placed.span.start < span.end);
        touched.map(|placed| placed.key).collect()
    }

    fn index(&self, key: QuestionKey) -> Result<usize, Refusal> {
        self.places.index(key).ok_or(Refusal::NoSuchQuestion(key))
    }

    /// The text after the edits, and where its questions stand then.
    fn make(&mut self, edits: &Edits, came: &[QuestionKey]) -> Result<(), Refusal> {
        self.text = edits.apply(&self.text).map_err(|_| Refusal::WouldHarm)?;
        self.places.follow(&self.text, edits, came);
        Ok(())
    }

    /// Makes the edits and remembers them.
    fn commit(
        &mut self,
        edits: Vec<Edit>,
        kind: StepKind,
        keys: Vec<QuestionKey>,
        came: Vec<QuestionKey>,
    ) -> Result<Applied, Refusal> {
        let first = edits.first().map_or(0..0, |edit| edit.span.clone());
        let no_such_span = Refusal::NoSuchSpan { start: first.start, end: first.end };
        let edits = Edits::new(edits).map_err(|_| Refusal::WouldHarm)?;
        let back = edits.inverse(&self.text).map_err(|_| no_such_span)?;
        let before = self.keys();
        self.make(&edits, &came)?;
        let after = self.keys();
        let mut all = keys;
        all.extend(came);
        all.extend(after.iter().filter(|key| !before.contains(key)));
        all.sort_unstable();
        all.dedup();
        let step = Step { kind, keys: all };
        self.steps.push(Taken { step: step.clone(), there: edits.clone(), back, before, after });
        Ok(Applied { edits, keys: self.there(&step.keys), step })
    }

    fn rewrite(&mut self, key: QuestionKey, new: &Question) -> Result<Applied, Refusal> {
        let placed = &self.places.questions[self.index(key)?];
        let span = placed.span.clone();
        placed.question.as_ref().ok_or(Refusal::Unreadable(key))?;
        let mut text: String = comments(&self.text[span.clone()]).map(|comment| format!("{comment}\n")).collect();
        let written = indented(&write_question(new), self.indent(span.start));
        if ron::from_str(&written) != Ok(new.clone()) {
            return Err(Refusal::CannotBeWritten);
        }
        text.push_str(&written);
        let kind = StepKind::Question(vec![ChangedField { field: "answer", part: None, item: None }]);
        self.commit(vec![Edit { span, new_text: text.into() }], kind, vec![key], vec![key])
    }

    fn insert(
        &mut self,
        after: Option<QuestionKey>,
        questions: &[Question],
        kind: StepKind,
    ) -> Result<Applied, Refusal> {
        let list = self.places.list.clone().ok_or(Refusal::NoList)?;
        let came = questions.iter().map(|_| self.places.fresh_key()).collect();
        let written: Vec<String> =
            questions.iter().map(|question| indented(&write_question(question), "        ")).collect();
        let written: String = written.iter().map(|question| format!("\n        {question},")).collect();
        let edits = match after {
            None => vec![Edit { span: list.start..list.start, new_text: written.into() }],
            Some(key) => {
                let end = self.places.questions[self.index(key)?].span.end;
                match comma_behind(&self.text, end) {
                    Some(comma) => vec![Edit { span: comma.end..comma.end, new_text: written.into() }],
                    None => vec![Edit { span: end..end, new_text: format!(",{written}").into() }],
                }
            }
        };
        self.commit(edits, kind, Vec::new(), came)
    }

    fn remove(&mut self, keys: &[QuestionKey]) -> Result<Applied, Refusal> {
        let mut edits = Vec::new();
        for key in keys {
            let span = self.places.questions[self.index(*key)?].span.clone();
            let end = comma_behind(&self.text, span.end).map_or(span.end, |comma| comma.end);
            edits.push(Edit { span: span.start..end, new_text: "".into() });
        }
        self.commit(edits, StepKind::Remove, keys.to_vec(), Vec::new())
    }

    fn move_before(&mut self, keys: &[QuestionKey], before: Option<QuestionKey>) -> Result<Applied, Refusal> {
        let list = self.places.list.clone().ok_or(Refusal::NoList)?;
        let mut indices = keys.iter().map(|key| self.index(*key)).collect::<Result<Vec<_>, _>>()?;
        indices.sort_unstable();
        let target = before.map(|key| self.index(key)).transpose()?;
        let order: Vec<usize> = {
            let rest = |index: &usize| !indices.contains(index);
            let end = target.unwrap_or(self.places.questions.len());
            let head = (0..end).filter(rest);
            let tail = (end..self.places.questions.len()).filter(rest);
            head.chain(indices.iter().copied()).chain(tail).collect()
        };
        let spans: Vec<Range<usize>> = self.places.questions.iter().map(|placed| placed.span.clone()).collect();
        let came: Vec<QuestionKey> = order.iter().map(|index| self.places.questions[*index].key).collect();
        let edits: Vec<Edit> = spans
            .iter()
            .zip(&order)
            .filter(|(span, from)| spans[**from] != **span)
            .map(|(span, from)| Edit { span: span.clone(), new_text: self.text[spans[*from].clone()].into() })
            .collect();
        let moved: Vec<QuestionKey> = came
            .iter()
            .copied()
            .filter(|key| edits.iter().any(|edit| self.question(*key).is_some_and(|placed| placed.span == edit.span)))
            .collect();
        let came = came.into_iter().filter(|key| moved.contains(key)).collect();
        let _ = list;
        self.commit(edits, StepKind::Move, keys.to_vec(), came)
    }

    fn duplicate(&mut self, key: QuestionKey) -> Result<Applied, Refusal> {
        let placed = &self.places.questions[self.index(key)?];
        let mut question = placed.question.clone().ok_or(Refusal::Unreadable(key))?;
        question.id = free_like(&question.id, |id| self.places.questions.iter().any(|placed| *placed.id == *id));
        self.insert(Some(key), &[question], StepKind::Duplicate)
    }

    fn rewrite_head(&mut self, _new: &Bank) -> Result<Applied, Refusal> {
        Err(Refusal::UnreadableHead)
    }

    /// The blanks that the line of `at` begins with.
    fn indent(&self, at: usize) -> &str {
        let line = &self.text[self.text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
        &line[..line.len() - line.trim_start().len()]
    }
}

fn indented(text: &str, indent: &str) -> String {
    text.replace('\n', &format!("\n{indent}"))
}

fn comma_behind(text: &str, end: usize) -> Option<Range<usize>> {
    Lexer::new(text, end).next().filter(|(token, _)| *token == Token::Comma).map(|(_, range)| range)
}

/// The smallest edit that leads from one text to another.
fn difference(old: &str, new: &str) -> Edit {
    let same = |left: &[u8], right: &[u8]| left.iter().zip(right).take_while(|(left, right)| left == right).count();
    let start = old.floor_char_boundary(same(old.as_bytes(), new.as_bytes()));
    let back = |text: &str| text.as_bytes()[start..].iter().rev().copied().collect::<Vec<u8>>();
    let mut end = same(&back(old), &back(new));
    while !old.is_char_boundary(old.len() - end) {
        end -= 1;
    }
    Edit { span: start..old.len() - end, new_text: new[start..new.len() - end].into() }
}

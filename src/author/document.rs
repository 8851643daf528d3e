//! A bank's text with its questions, changes of it and the way back. Opens and saves nothing.

use crate::author::change::{Applied, Change, Refusal, Step, StepKind};
use crate::author::fields;
use crate::author::guard;
use crate::author::list::{List, fresh, indices, text_of};
use crate::author::make::{free_id, free_like};
use crate::author::places::{Placed, Places, QuestionKey, Traffic};
use crate::author::steps::{Steps, Taken};
use crate::bank::read::sections;
use crate::bank::write::{head_node, question_node};
use crate::bank::{Bank, Question};
use crate::syntax::edit::{Edit, Edits};
use crate::syntax::lexer::{Lexer, comments, skip_value};
use crate::syntax::rewrite::{Rewritten, rewrite, written_anew};
use std::ops::Range;

/// A bank under a teacher's hands.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    places: Places,
    steps: Steps,
}

/// What is asked for, before it is made.
struct Plan {
    kind: StepKind,
    is_typing: bool,
    edits: Edits,
    /// Questions that change.
    changed: Vec<QuestionKey>,
    /// Keys for the questions that come, in the order of the text.
    came: Vec<QuestionKey>,
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

    /// An id made from a prompt that no question of the bank has.
    pub fn free_id(&self, prompt: &str) -> Box<str> {
        free_id(prompt, |id| self.has_id(id))
    }

    /// Makes a change.
    ///
    /// # Errors
    /// Why it was not made; nothing has changed then.
    pub fn apply(&mut self, change: Change) -> Result<Applied, Refusal> {
        match change {
            Change::Question { key, new } => self.change_question(key, &new),
            Change::Insert { after, questions } => self.insert(after, &questions),
            Change::Remove { keys } => self.remove(&keys),
            Change::Move { keys, before } => self.move_before(&keys, before),
            Change::Duplicate { key } => self.duplicate(key),
            Change::Head { new } => self.change_head(&new),
            Change::Text { span, new } => self.change_text(span, new),
        }
    }

    /// Undoes the last step; `None` where there is none.
    pub fn undo(&mut self) -> Option<Applied> {
        let Taken { step, back, went, .. } = self.steps.last_done()?.clone();
        self.make(&back, &went).ok()?;
        self.steps.step_back();
        Some(Applied { edits: back, keys: self.there(&step.keys), step })
    }

    /// Does the step again that was undone last; `None` where there is none.
    pub fn redo(&mut self) -> Option<Applied> {
        let Taken { step, there, came, .. } = self.steps.last_undone()?.clone();
        self.make(&there, &came).ok()?;
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
    pub fn break_typing(&mut self) {
        self.steps.break_typing();
    }

    /// Takes a whole text over: one from outside, or one that two were merged to. One step.
    pub fn adopt(&mut self, text: String) -> Applied {
        let edit = difference(&self.text, &text);
        let changed = self.touched(&edit.span);
        let edits = Edits::new([edit]).unwrap_or_default();
        let plan = Plan { kind: StepKind::Adopt, is_typing: false, edits, changed, came: Vec::new() };
        let back = plan.edits.inverse(&self.text).unwrap_or_default();
        self.text = text;
        let traffic = self.places.follow(&self.text, &plan.edits, &[]);
        self.remember(plan, back, traffic)
    }

    fn has_id(&self, id: &str) -> bool {
        self.places.questions.iter().any(|placed| *placed.id == *id)
    }

    fn there(&self, keys: &[QuestionKey]) -> Vec<QuestionKey> {
        keys.iter().copied().filter(|key| self.places.index(*key).is_some()).collect()
    }

    fn touched(&self, span: &Range<usize>) -> Vec<QuestionKey> {
        let is_touched = |placed: &&Placed| span.start < placed.span.end && placed.span.start < span.end;
        self.places.questions.iter().filter(is_touched).map(|placed| placed.key).collect()
    }

    fn index(&self, key: QuestionKey) -> Result<usize, Refusal> {
        self.places.index(key).ok_or(Refusal::NoSuchQuestion(key))
    }

    /// The text after the edits, and where its questions stand then.
    fn make(&mut self, edits: &Edits, came: &[QuestionKey]) -> Result<Traffic, Refusal> {
        self.text = edits.apply(&self.text).map_err(|_| Refusal::WouldHarm)?;
        Ok(self.places.follow(&self.text, edits, came))
    }

    /// Makes what is planned; where it does not come out as `is_right` wants it, all is as it was.
    fn carry_out(&mut self, plan: Plan, is_right: impl Fn(&Self, &Traffic) -> bool) -> Result<Applied, Refusal> {
        let back = plan.edits.inverse(&self.text).map_err(|_| Refusal::WouldHarm)?;
        if plan.edits.iter().next().is_none() {
            let step = Step { kind: plan.kind, keys: plan.changed };
            return Ok(Applied { edits: plan.edits, keys: Vec::new(), step });
        }
        let was_sound = self.places.is_sound;
        let traffic = self.make(&plan.edits, &plan.came)?;
        let is_harmed = was_sound && !self.places.is_sound && plan.kind != StepKind::Text;
        if is_harmed || !is_right(self, &traffic) {
            self.make(&back, &traffic.went)?;
            return Err(Refusal::WouldHarm);
        }
        Ok(self.remember(plan, back, traffic))
    }

    fn remember(&mut self, plan: Plan, back: Edits, traffic: Traffic) -> Applied {
        let Plan { kind, is_typing, edits, changed: mut keys, .. } = plan;
        keys.extend(traffic.went.iter().chain(&traffic.came));
        keys.sort_unstable();
        keys.dedup();
        let step = Step { kind, keys };
        let Traffic { went, came } = traffic;
        self.steps.push(Taken { step: step.clone(), is_typing, there: edits.clone(), back, went, came });
        Applied { edits, keys: self.there(&step.keys), step }
    }

    fn change_question(&mut self, key: QuestionKey, new: &Question) -> Result<Applied, Refusal> {
        let placed = &self.places.questions[self.index(key)?];
        let old = placed.question.as_ref().ok_or(Refusal::Unreadable(key))?;
        let (old_node, new_node) = (question_node(old), question_node(new));
        let span = placed.span.clone();
        let options = sections::question_options(&self.text);
        let is_wanted = |own: &str| {
            let read = sections::question(own, &options);
            read.is_some_and(|read| question_node(&read).says(&new_node))
                && skip_value(&mut Lexer::new(own, 0)) == Some(own.len())
        };
        let in_parts = rewrite(&self.text, span.clone(), &old_node, &new_node).ok();
        let in_parts = in_parts.and_then(|rewritten| checked(&self.text, &span, rewritten, is_wanted));
        let whole = || checked(&self.text, &span, written_anew(&self.text, &span, &new_node), is_wanted);
        let edits = in_parts.or_else(whole).ok_or(Refusal::CannotBeWritten)?;
        let (fields, is_typing) = fields::changed(&old_node, &new_node);
        let kind = StepKind::Question(fields);
        let plan = Plan { kind, is_typing, edits, changed: vec![key], came: Vec::new() };
        self.carry_out(plan, |document, traffic| {
            let now = document.question(key).and_then(|placed| placed.question.as_ref());
            traffic.is_none() && now.is_some_and(|now| question_node(now).says(&new_node))
        })
    }

    fn insert(&mut self, after: Option<QuestionKey>, questions: &[Question]) -> Result<Applied, Refusal> {
        let index = after.map_or(Ok(0), |key| self.index(key).map(|index| index + 1))?;
        let edits = List::of(&self.text, &self.places)?.insert(index, questions.iter().map(fresh).collect())?;
        let came: Vec<QuestionKey> = questions.iter().map(|_| self.places.fresh_key()).collect();
        if !guard::keeps_comments(&self.text, &edits, "", "") {
            return Err(Refusal::WouldHarm);
        }
        let plan = Plan { kind: StepKind::Insert, is_typing: false, edits, changed: Vec::new(), came: came.clone() };
        let wanted: Vec<_> = questions.iter().map(question_node).collect();
        if questions.iter().any(|question| !reads_back(question)) {
            return Err(Refusal::CannotBeWritten);
        }
        self.carry_out(plan, |document, traffic| {
            let now = came.iter().map(|key| document.question(*key).and_then(|placed| placed.question.as_ref()));
            let are_there =
                now.zip(&wanted).all(|(now, wanted)| now.is_some_and(|now| question_node(now).says(wanted)));
            are_there && traffic.went.is_empty() && traffic.came == came
        })
    }

    fn remove(&mut self, keys: &[QuestionKey]) -> Result<Applied, Refusal> {
        let indices = indices(&self.places, keys)?;
        let list = List::of(&self.text, &self.places)?;
        let edits = list.remove(&indices)?;
        if !guard::keeps_comments(&self.text, &edits, &list.taken(&indices), "") {
            return Err(Refusal::WouldHarm);
        }
        let went: Vec<QuestionKey> = indices.iter().map(|index| self.places.questions[*index].key).collect();
        let plan = Plan { kind: StepKind::Remove, is_typing: false, edits, changed: Vec::new(), came: Vec::new() };
        self.carry_out(plan, |_, traffic| traffic.came.is_empty() && traffic.went == went)
    }

    fn move_before(&mut self, keys: &[QuestionKey], before: Option<QuestionKey>) -> Result<Applied, Refusal> {
        let indices = indices(&self.places, keys)?;
        let target = before.map_or(Ok(self.places.questions.len()), |key| self.index(key))?;
        let edits = List::of(&self.text, &self.places)?.move_before(&indices, target)?;
        if !guard::keeps_comments(&self.text, &edits, "", "") {
            return Err(Refusal::WouldHarm);
        }
        let moved: Vec<&Placed> = indices.iter().map(|index| &self.places.questions[*index]).collect();
        let texts: Vec<String> = moved.iter().map(|placed| self.text[placed.span.clone()].to_owned()).collect();
        let came: Vec<QuestionKey> = moved.iter().map(|placed| placed.key).collect();
        let plan = Plan { kind: StepKind::Move, is_typing: false, edits, changed: came.clone(), came: came.clone() };
        self.carry_out(plan, |document, traffic| {
            let now = came.iter().map(|key| document.question(*key).map(|placed| &document.text[placed.span.clone()]));
            let are_there = now.zip(&texts).all(|(now, text)| now == Some(text.as_str()));
            are_there && traffic.went == traffic.came
        })
    }

    fn duplicate(&mut self, key: QuestionKey) -> Result<Applied, Refusal> {
        let index = self.index(key)?;
        let old = self.places.questions[index].question.as_ref().ok_or(Refusal::Unreadable(key))?;
        let new = Question { id: free_like(&old.id, |id| self.has_id(id)), ..old.clone() };
        let list = List::of(&self.text, &self.places)?;
        let chunk = list.copy(index, old, &new)?;
        let edits = list.insert(index + 1, vec![chunk.clone()])?;
        if !guard::keeps_comments(&self.text, &edits, "", &text_of(&chunk)) {
            return Err(Refusal::WouldHarm);
        }
        let came = self.places.fresh_key();
        let plan = Plan { kind: StepKind::Duplicate, is_typing: false, edits, changed: Vec::new(), came: vec![came] };
        let wanted = question_node(&new);
        self.carry_out(plan, |document, traffic| {
            let now = document.question(came).and_then(|placed| placed.question.as_ref());
            traffic.went.is_empty() && now.is_some_and(|now| question_node(now).says(&wanted))
        })
    }

    fn change_head(&mut self, new: &Bank) -> Result<Applied, Refusal> {
        let old = self.places.head.as_ref().ok_or(Refusal::UnreadableHead)?;
        let list = self.places.list.clone().ok_or(Refusal::NoList)?;
        let (old_node, new_node) = (head_node(old), head_node(new));
        // The questions are left out, so that changing a title costs nothing for them.
        let head = [&self.text[..list.start], &self.text[list.end..]].concat();
        let start = self.places.bank.start;
        let end = skip_value(&mut Lexer::new(&head, start)).ok_or(Refusal::UnreadableHead)?;
        let Rewritten { edits, gone } =
            rewrite(&head, start..end, &old_node, &new_node).map_err(|_| Refusal::CannotBeWritten)?;
        if edits.iter().any(|edit| edit.span.start <= list.start && edit.span.end >= list.start) {
            return Err(Refusal::WouldHarm);
        }
        let changed = Edits::new(edits).map_err(|_| Refusal::WouldHarm)?;
        let after = changed.apply(&head).map_err(|_| Refusal::WouldHarm)?;
        let gone: Vec<&str> = gone.iter().map(|span| &head[span.clone()]).collect();
        if !guard::has_comments_of(&head, &after, &gone) {
            return Err(Refusal::WouldHarm);
        }
        let moved = |at: usize| if at < list.start { at } else { at + list.len() };
        let moved = changed.iter().map(|Edit { span, new_text }| Edit {
            span: moved(span.start)..moved(span.end),
            new_text: new_text.clone(),
        });
        let edits = Edits::new(moved).map_err(|_| Refusal::WouldHarm)?;
        let (fields, is_typing) = fields::changed(&old_node, &new_node);
        let kind = StepKind::Head(fields);
        let plan = Plan { kind, is_typing, edits, changed: Vec::new(), came: Vec::new() };
        self.carry_out(plan, |document, traffic| {
            let now = document.head().map(head_node);
            traffic.is_none() && now.is_some_and(|now| now.says(&new_node))
        })
    }

    fn change_text(&mut self, span: Range<usize>, new: Box<str>) -> Result<Applied, Refusal> {
        if self.text.get(span.clone()).is_none() {
            return Err(Refusal::NoSuchSpan { start: span.start, end: span.end });
        }
        let changed = self.touched(&span);
        let edits = Edits::new([Edit { span, new_text: new }]).map_err(|_| Refusal::WouldHarm)?;
        let plan = Plan { kind: StepKind::Text, is_typing: false, edits, changed, came: Vec::new() };
        self.carry_out(plan, |_, _| true)
    }
}

/// The edits, if with them the value at `span` is as it is wanted and has its comments.
fn checked(text: &str, span: &Range<usize>, rewritten: Rewritten, is_wanted: impl Fn(&str) -> bool) -> Option<Edits> {
    let Rewritten { edits, gone } = rewritten;
    let is_inside = edits.iter().all(|edit| edit.span.start >= span.start && edit.span.end <= span.end);
    let edits = Edits::new(edits).ok()?;
    let own = edits.iter().map(|edit| Edit {
        span: edit.span.start.wrapping_sub(span.start)..edit.span.end.wrapping_sub(span.start),
        new_text: edit.new_text.clone(),
    });
    let own = Edits::new(own).ok()?;
    let old = &text[span.clone()];
    let new = own.apply(old).ok()?;
    let gone: Vec<&str> = gone.iter().map(|span| &text[span.clone()]).collect();
    (is_inside && is_wanted(&new) && guard::has_comments_of(old, &new, &gone)).then_some(edits)
}

fn reads_back(question: &Question) -> bool {
    let written = question_node(question).on_one_line();
    let options = sections::question_options("");
    sections::question(&written, &options).is_some_and(|read| question_node(&read).says(&question_node(question)))
        && comments(&written).next().is_none()
}

/// The smallest edit that leads from one text to another.
fn difference(old: &str, new: &str) -> Edit {
    let front = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let start = old.floor_char_boundary(front);
    let back = old.as_bytes()[start..].iter().rev().zip(new.as_bytes()[start..].iter().rev());
    let same = back.take_while(|(old, new)| old == new).count();
    let end = old.ceil_char_boundary(old.len() - same);
    Edit { span: start..end, new_text: new[start..new.len() - (old.len() - end)].into() }
}

//! What becomes of the list of questions when some come, go or move. Changes no text itself.

use crate::author::change::Refusal;
use crate::author::places::{Places, QuestionKey};
use crate::bank::Question;
use crate::bank::write::question_node;
use crate::syntax::edit::{Edit, Edits};
use crate::syntax::rewrite::sequence::{Chunk, Core, Sequence, Slot};
use crate::syntax::rewrite::{Comments, merged, rewrite};
use std::ops::Range;

/// The list of questions in a text.
pub(super) struct List<'a> {
    text: &'a str,
    inside: Range<usize>,
    spans: Vec<Range<usize>>,
}

impl<'a> List<'a> {
    /// That of a document.
    pub fn of(text: &'a str, places: &Places) -> Result<Self, Refusal> {
        let inside = places.list.clone().ok_or(Refusal::NoList)?;
        let spans = places.questions.iter().map(|placed| placed.span.clone()).collect();
        Ok(Self { text, inside, spans })
    }

    /// The edits that put these before the question of that index.
    pub fn insert(&self, index: usize, chunks: Vec<Chunk>) -> Result<Edits, Refusal> {
        let mut slots: Vec<Slot> = (0..index).map(Slot::Stay).collect();
        slots.extend(chunks.into_iter().map(Slot::Put));
        slots.extend((index..self.spans.len()).map(Slot::Stay));
        self.edits(slots)
    }

    /// The edits that take these out; the indices are in order.
    pub fn remove(&self, indices: &[usize]) -> Result<Edits, Refusal> {
        let is_left = |index: &usize| indices.binary_search(index).is_err();
        self.edits((0..self.spans.len()).filter(is_left).map(Slot::Stay).collect())
    }

    /// The edits that put these before the question of that index; the indices are in order.
    pub fn move_before(&self, indices: &[usize], target: usize) -> Result<Edits, Refusal> {
        let is_left = |index: &usize| indices.binary_search(index).is_err();
        let mut slots: Vec<Slot> = (0..target).filter(is_left).map(Slot::Stay).collect();
        for index in indices {
            slots.push(Slot::Put(self.chunk(*index)?));
        }
        slots.extend((target..self.spans.len()).filter(is_left).map(Slot::Stay));
        self.edits(slots)
    }

    /// A question with its comments, saying something else.
    pub fn copy(&self, index: usize, old: &Question, new: &Question) -> Result<Chunk, Refusal> {
        let own = &self.text[self.spans[index].clone()];
        let rewritten = rewrite(own, 0..own.len(), &question_node(old), &question_node(new));
        let edits = rewritten.ok().and_then(|rewritten| Edits::new(rewritten.edits).ok()).ok_or(Refusal::WouldHarm)?;
        let core = Core::Verbatim(edits.apply(own).map_err(|_| Refusal::WouldHarm)?);
        Ok(Chunk { core, ..self.chunk(index)? })
    }

    /// What goes when these questions go, with their comments.
    pub fn taken(&self, indices: &[usize]) -> String {
        let sequence = self.sequence();
        indices.iter().filter_map(|index| sequence.chunk(*index)).map(|chunk| text_of(&chunk)).collect()
    }

    fn chunk(&self, index: usize) -> Result<Chunk, Refusal> {
        self.sequence().chunk(index).ok_or(Refusal::WouldHarm)
    }

    fn sequence(&self) -> Sequence<'_> {
        Sequence::new(self.text, &self.inside, &self.spans, Comments::Go)
    }

    fn edits(&self, slots: Vec<Slot>) -> Result<Edits, Refusal> {
        let edits: Option<Vec<Edit>> = self.sequence().edits(slots).and_then(|edits| merged(self.text, edits));
        edits.and_then(|edits| Edits::new(edits).ok()).ok_or(Refusal::WouldHarm)
    }
}

/// The text of a chunk with its comments, each on lines of its own.
pub(super) fn text_of(chunk: &Chunk) -> String {
    let core = match &chunk.core {
        Core::Verbatim(text) => text.clone(),
        Core::Laid(_, node) => node.on_one_line(),
    };
    let tail: String = chunk.tail.iter().map(|comment| format!("{comment}\n")).collect();
    format!("{}{core}\n{tail}", chunk.lead)
}

/// A question to be put in, in the layout that is found there.
pub(super) fn fresh(question: &Question) -> Chunk {
    Chunk::laid(None, question_node(question))
}

/// The indices of these questions, in the order of the text and each once.
pub(super) fn indices(places: &Places, keys: &[QuestionKey]) -> Result<Vec<usize>, Refusal> {
    let found = keys.iter().map(|key| places.index(*key).ok_or(Refusal::NoSuchQuestion(*key)));
    let mut indices = found.collect::<Result<Vec<usize>, Refusal>>()?;
    indices.sort_unstable();
    indices.dedup();
    Ok(indices)
}

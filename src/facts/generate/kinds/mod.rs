//! The kinds of question, one file each. A kind makes drafts from one fact, or from several of a relation, and decides
//! nothing about the bank as a whole.

pub(crate) mod choice;
pub(crate) mod gaps;
pub(crate) mod groups;
pub(crate) mod order;
pub(crate) mod pairs;
pub(crate) mod several;
pub(crate) mod truth;
pub(crate) mod typed;

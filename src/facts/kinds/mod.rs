//! The kinds of question, one file each. A kind makes drafts from one fact, or from several of a relation, and decides
//! nothing about the bank as a whole.

pub(super) mod choice;
pub(super) mod gaps;
pub(super) mod groups;
pub(super) mod order;
pub(super) mod pairs;
pub(super) mod several;
pub(super) mod truth;
pub(super) mod typed;

//! A bank under a teacher's hands: what stands in its fields while it is written. Opens no file and no window.

pub mod form;

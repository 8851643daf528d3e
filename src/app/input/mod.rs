//! Keys, clicks and the focus: which of them reach the screens, and when.

pub(super) mod click_guard;
pub(super) mod focus;
pub(super) mod key_queue;
pub(super) mod keys;
pub(super) mod listen;

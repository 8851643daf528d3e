//! Banks under a teacher's hands: what holds whatever is changed in whatever text.

#[path = "../marking/any.rs"]
#[expect(dead_code, reason = "responses are for the tests of marking")]
mod any;
mod laws;
mod nasty;
mod texts;

//! Who is who: learners who may be one, what was decided of them, and the class list that tells who is missing. Merges
//! nobody of itself.

mod attendance;
mod decisions;
mod list;
mod list_columns;
mod merge;
mod names;
mod proposals;

pub use attendance::{Attendance, Enrolment};
pub use decisions::{Contradiction, Decision, Decisions, DecisionsFault};
pub use list::{ClassList, Enrolled, ListFault, ListRead};
pub use names::have_names_apart;
pub use proposals::{Doubt, Likeness, Proposal, proposals};

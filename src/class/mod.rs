//! Takes the exports of many learners together and says what they show: who needs help, what was not understood, which
//! questions are bad. Opens no file, asks for no time, and finds no words.

mod anonymous;
mod figures;
mod model;
mod nets;
mod part;
mod people;
mod read;
mod statistics;
mod teach_again;

pub use anonymous::without_names;
pub use figures::{
    CertaintyCounts, ClassFigures, ConsistencyBasis, Denominator, Flag, ItemFigures, KeyDoubt, LearnerFigures,
    MeasuringOptions, OptionFigures, OtherKey, RaschFigures, RaschItem, ScoreFigures, TopicFigures,
};
pub use model::{
    Answered, Class, ClassLearner, ClassQuestion, ClassRemark, ClassSitting, QuestionVersion, TextId, Texts,
};
pub use part::Part;
pub use people::{
    Attendance, ClassList, Contradiction, Decision, Decisions, DecisionsFault, Doubt, Enrolled, Enrolment, Likeness,
    ListFault, ListRead, Proposal, have_names_apart, proposals,
};
pub use read::{Copies, Fault, Gathered, Gathering, RowFault, TableTold};
pub(crate) use read::{ExportColumn, Row, bare, each_row, whole};
pub use statistics::{Trust, denominator, measure, measure_with};
pub use teach_again::{Lesson, WrongIdea, teach_again};

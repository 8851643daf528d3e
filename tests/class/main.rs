//! The statistics of a class: against published figures, against plain computations, and where they are least at ease.

mod given;
mod random;
mod rasch;
mod reference;

//! The history as the window and the commands use it: through its public methods, on files of its own.

mod copies;
mod damage;
mod disputes;
mod fixture;
mod flags;
mod learners;
mod lists;
mod memory;
mod merge;
mod practice;
mod progress;
mod purge;
mod reading;
mod restart;
mod standing;

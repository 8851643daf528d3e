//! The statistics of a class: against published figures, against plain computations, and where they are least at ease.

mod anonymous;
mod exports;
mod flags;
mod given;
mod html;
mod lessons;
mod libreoffice;
mod moodle;
mod nasty;
mod people;
mod plain;
mod random;
mod rasch;
mod reference;

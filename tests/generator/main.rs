//! Makes questions from fact tables and holds them against the tables.

mod laws;
mod oracle;
mod sample;
mod tables;

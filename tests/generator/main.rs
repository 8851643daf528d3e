//! Makes questions from fact tables and holds them against the tables.

mod answers;
mod apart;
mod case;
mod cautions;
mod kinds;
mod laws;
mod oracle;
mod sample;
mod tables;
mod telling;
mod told_laws;

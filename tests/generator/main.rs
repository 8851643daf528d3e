//! Makes questions from fact tables and holds them against the tables.

mod answers;
mod apart;
mod case;
mod cautions;
mod kinds;
mod laws;
mod nearness;
mod oracle;
mod report;
mod sample;
mod tables;
mod telling;
mod told_laws;
mod worth;

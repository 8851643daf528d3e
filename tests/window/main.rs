//! Journeys through the window, as people make them: by what it shows and says, with the mouse or with keys alone.

mod accessibility;
mod adding;
mod bad_banks;
mod bank_page;
mod banks;
mod carrying;
mod certainty;
mod clock;
mod exam;
mod formatted;
mod hints;
mod history;
mod journey;
mod keyboard;
mod kinds;
mod layout;
mod people;
mod plans;
mod player;
mod practice;
mod printing;
mod resume;
mod settings;
mod tour;
mod watching;
mod world;

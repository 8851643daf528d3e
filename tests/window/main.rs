//! Journeys through the window, as people make them: by what it shows and says, with the mouse or with keys alone.

mod banks;
mod journey;
mod player;
mod practice;
mod world;

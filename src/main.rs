//! Reads the command line; opens the window or runs one command.

fn main() {}

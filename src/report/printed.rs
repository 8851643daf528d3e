//! A paper to print, to read on a terminal, or as JSON.

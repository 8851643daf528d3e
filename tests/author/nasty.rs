//! Files that are nasty to change.

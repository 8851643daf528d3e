//! The order in which options are shown.

//! Texts as they are shown, and hostile ones. Draws nothing.

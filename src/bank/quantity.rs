//! Numbers with units, as people type them.

//! The rules about a bank as a whole, and when rules keep silent.

//! The file of results: opened, migrated, copied every day, replaced where it is damaged, and wiped of who was deleted.

pub(super) mod backup;
pub(super) mod connection;
pub(super) mod damage;
pub(super) mod files;
pub(super) mod notice;
pub(super) mod open;
pub(super) mod purge;
pub(super) mod schema;

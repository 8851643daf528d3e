//! One file a layout: how it is told, and what its rows mean.

pub mod blackboard;
pub mod blooket;
pub mod brightspace;
pub mod gimkit;
pub mod kahoot;
pub mod plain;
pub mod wayground;

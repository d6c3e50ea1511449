//! The files that the book is made of, read: pages, listings, numbers.

pub mod listing;
pub mod mask;
pub mod numbers;
pub mod page;
pub mod problem;

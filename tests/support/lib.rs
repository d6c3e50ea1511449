//! What the tests of the book are made of. Each check takes the root of a book,
//! so that faults can be seeded in a small one.

pub mod book;
mod cargo;
pub mod case;
pub mod fixture;
pub mod house;
pub mod html;
pub mod listings;
pub mod machine;
pub mod names;
pub mod numbers;
pub mod page;
mod run;
mod strace;
pub mod supervise;
mod uses;
pub mod verdict;

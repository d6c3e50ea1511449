//! The `book` command: it builds *Process by Process*, serves it, and gives
//! the tests the same reading of a page that the build uses.

pub mod build;
pub mod downloads;
pub mod draw;
pub mod files;
pub mod html;
pub mod pages;
pub mod read;
pub mod render;
pub mod serve;
pub mod site;
pub mod terms;

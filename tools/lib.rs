//! The `book` command: it builds *Process by Process*, serves it, and gives
//! the tests the same reading of a page that the build uses.

pub mod admonish;
pub mod archive;
pub mod build;
pub mod epub;
pub mod highlight;
pub mod index;
pub mod listing;
pub mod mask;
pub mod numbers;
pub mod page;
pub mod pdf;
pub mod plot;
pub mod preprocess;
pub mod serve;
pub mod site;
pub mod terms;
pub mod timeline;
pub mod xhtml;

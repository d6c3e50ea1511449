//! What a page shows of a file: pictures, tables, coloured code.

pub mod code;
pub mod floors;
mod lines;
pub mod plot;
mod svg;
pub mod table;
pub mod timeline;

//! This process: who it is, its parent, its children, its end.

pub mod authkey;
pub mod children;
pub mod cpu_count;
pub mod current;
pub mod end;
pub mod parent;
pub mod record;

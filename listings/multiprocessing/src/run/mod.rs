//! The child's side of a start, and what can be sent there.

pub mod brief;
pub mod guard;
pub mod life;
mod serve;
pub mod target;
pub mod work;

//! What travels between processes: values as bytes, bytes as parcels.

pub mod codec;
#[cfg(feature = "serde")]
mod decode;
#[cfg(feature = "serde")]
mod encode;
pub mod fields;
pub mod parcel;
#[cfg(feature = "serde")]
mod tag;

//! A value as bytes, and back.

use std::any::type_name;
#[cfg(feature = "serde")]
use std::any::{Any, TypeId};
use std::borrow::Cow;
use std::io;

use crate::error::{Result, system};
#[cfg(feature = "serde")]
use crate::wire::{decode, encode};

// ANCHOR: value
/// What can be sent to another process: with the feature `serde`, which is on
/// by default, everything that serde can write and read again.
///
/// A value arrives as it was sent, or the sender gets an error: NaNs keep their
/// bits, `Some(None)` is not `None`, maps may have any keys, and enums may be
/// untagged, if what they hold tells them apart. A value may be at most 400
/// levels deep. What a type leaves out of its bytes cannot be missed: a field
/// that is skipped, or an empty map in the place of none that is flattened.
#[cfg(feature = "serde")]
pub trait Value:
    serde::Serialize + serde::de::DeserializeOwned + 'static
{
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize + serde::de::DeserializeOwned + 'static> Value for T {}

/// What can be sent to another process: without the feature `serde`, bytes.
#[cfg(not(feature = "serde"))]
pub trait Value: AsRef<[u8]> + From<Vec<u8>> + 'static {}

#[cfg(not(feature = "serde"))]
impl Value for Vec<u8> {}
// ANCHOR_END: value

// ANCHOR: codec
/// A value as bytes. Python: `pickle.dumps`.
///
/// Fails if serde or the type refuses, if [`decode`] would, or if what it gives
/// is written otherwise: the bytes are read once, so that it is the sender who
/// learns of it. A `Vec<u8>` is its own bytes, and not copied.
#[cfg(feature = "serde")]
pub fn encode<T: Value>(value: &T) -> Result<Cow<'_, [u8]>> {
    let failed = system::<io::Error>("cannot write the value");
    if let Some(bytes) = (value as &dyn Any).downcast_ref::<Vec<u8>>() {
        return Ok(bytes.into());
    }
    let bytes = encode::to_bytes(value).map_err(failed)?;
    let arrived = decode::from_bytes::<T>(&bytes).map_err(failed)?;
    let again = encode::to_bytes(&arrived).map_err(failed)?;
    match same_but_for_order(&bytes, &again) {
        true => Ok(bytes.into()),
        false => {
            let what = "it would arrive as another value; is it untagged?";
            let error = io::Error::new(io::ErrorKind::InvalidData, what);
            Err(failed(error))
        }
    }
}

/// Whether these are the same bytes, or could be those of one hash map, which
/// puts its entries into another order each time.
#[cfg(feature = "serde")]
fn same_but_for_order(one: &[u8], other: &[u8]) -> bool {
    let count = |bytes: &[u8]| {
        let mut counts = [0; 256];
        bytes.iter().for_each(|&byte| counts[usize::from(byte)] += 1);
        counts
    };
    one == other || one.len() == other.len() && count(one) == count(other)
}

/// The value of some bytes of [`encode`]. Python: `pickle.loads`, which runs
/// what the bytes say; this reads data.
#[cfg(feature = "serde")]
pub fn decode<T: Value>(bytes: Vec<u8>) -> Result<T> {
    if TypeId::of::<T>() == TypeId::of::<Vec<u8>>() {
        let bytes: Box<dyn Any> = Box::new(bytes);
        return Ok(*bytes.downcast().expect("it is this type"));
    }
    decode::from_bytes(&bytes).map_err(system("cannot read the value"))
}

/// The bytes themselves.
#[cfg(not(feature = "serde"))]
pub fn encode<T: Value>(value: &T) -> Result<Cow<'_, [u8]>> {
    Ok(value.as_ref().into())
}

/// The bytes themselves.
#[cfg(not(feature = "serde"))]
pub fn decode<T: Value>(bytes: Vec<u8>) -> Result<T> {
    Ok(bytes.into())
}
// ANCHOR_END: codec

// ANCHOR: kind
/// The type of a value, as it travels beside it. Both ends are the same
/// program, in which the name of a type says which one it is.
pub fn kind<T>() -> &'static str {
    type_name::<T>()
}

/// An error if what was sent is of another type than what is wanted.
pub fn same_kind(sent: &str, wanted: &str) -> Result<()> {
    match sent == wanted {
        true => Ok(()),
        false => {
            let both = format!("{sent} was sent, {wanted} is wanted");
            let error = io::Error::new(io::ErrorKind::InvalidData, both);
            Err(system("the value is of another type")(error))
        }
    }
}
// ANCHOR_END: kind

//! The key by which processes of one program know each other.

use std::fmt;

use nix::libc;

use crate::error::{Error, Result};

// ANCHOR: authkey
/// A secret that the children of a program share with it. It is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthKey(Vec<u8>);

impl AuthKey {
    /// 32 random bytes of the system's.
    pub(crate) fn random() -> Result<Self> {
        let mut key = vec![0; 32];
        // SAFETY: the pointer and the length are those of `key`.
        match unsafe { libc::getentropy(key.as_mut_ptr().cast(), key.len()) } {
            0 => Ok(AuthKey(key)),
            _ => Err(Error::last("cannot make a random key")),
        }
    }

    /// The bytes, to be given to whoever checks them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<&[u8]> for AuthKey {
    fn from(bytes: &[u8]) -> Self {
        AuthKey(bytes.to_vec())
    }
}

impl fmt::Debug for AuthKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuthKey({} bytes)", self.0.len())
    }
}
// ANCHOR_END: authkey

//! The first byte of each value, which says what follows.

// ANCHOR: tag
pub const UNIT: u8 = 0;
pub const FALSE: u8 = 1;
pub const TRUE: u8 = 2;
pub const NONE: u8 = 3;
/// A value follows.
pub const SOME: u8 = 4;
// The bytes of a number, the lowest first.
pub const I8: u8 = 5;
pub const I16: u8 = 6;
pub const I32: u8 = 7;
pub const I64: u8 = 8;
pub const I128: u8 = 9;
pub const U8: u8 = 10;
pub const U16: u8 = 11;
pub const U32: u8 = 12;
pub const U64: u8 = 13;
pub const U128: u8 = 14;
pub const F32: u8 = 15;
pub const F64: u8 = 16;
pub const CHAR: u8 = 17;
// A length and as many bytes.
pub const STR: u8 = 18;
pub const BYTES: u8 = 19;
/// The same for a sequence of bytes, which each would need a tag.
pub const PACKED: u8 = 20;
/// Values, and an `END`.
pub const SEQ: u8 = 21;
/// Keys and values in turn, and an `END`.
pub const MAP: u8 = 22;
/// The length and bytes of a variant's name.
pub const UNIT_VARIANT: u8 = 23;
/// The same, and what the variant holds.
pub const VARIANT: u8 = 24;
pub const END: u8 = 25;
// ANCHOR_END: tag

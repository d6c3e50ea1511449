//! Serde's values as bytes.

use std::fmt::Display;
use std::io;

use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct,
    SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant, Serializer,
};

use crate::sys::stack;
use crate::wire::tag;

// ANCHOR: depth
/// How deep a value may be, and how deep one is at the moment. What is written
/// in many small steps down is also written, and read, with many frames of a
/// type's own code on the stack.
#[derive(Default)]
pub struct Depth {
    levels: u32,
    floor: usize,
}

impl Depth {
    const DEEPEST: u32 = 400;

    /// One level down, if that is allowed and there is stack for it.
    pub fn down(&mut self) -> Result<(), Error> {
        self.levels += 1;
        if self.levels > Self::DEEPEST {
            let deepest = Self::DEEPEST;
            let what = format_args!("it is more than {deepest} levels deep");
            return Err(Error::new(what));
        }
        if self.levels > 4 && self.floor == 0 {
            self.floor = stack::floor();
        }
        match self.levels <= 4 || stack::here() > self.floor {
            true => Ok(()),
            false => Err(Error::new("it needs more stack than there is")),
        }
    }

    /// And up again.
    pub fn up(&mut self) {
        self.levels -= 1;
    }
}

pub fn to_bytes(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut encoder = Encoder { bytes: Vec::new(), depth: Depth::default() };
    value.serialize(&mut encoder).map_err(|Error(e)| e)?;
    Ok(encoder.bytes)
}

/// An error of serde's: what a type says of itself, or a limit.
#[derive(Debug)]
pub struct Error(pub io::Error);

impl Error {
    pub fn new(what: impl Display) -> Self {
        let what = what.to_string();
        Error(io::Error::new(io::ErrorKind::InvalidData, what))
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}

impl serde::ser::Error for Error {
    fn custom<T: Display>(what: T) -> Self {
        Error::new(what)
    }
}

type Done = Result<(), Error>;
// ANCHOR_END: depth

// ANCHOR: encode
struct Encoder {
    bytes: Vec<u8>,
    depth: Depth,
}

impl Encoder {
    /// A length in groups of seven bits, the lowest first.
    fn length(&mut self, mut length: usize) {
        while length > 0x7f {
            self.bytes.push(length as u8 | 0x80);
            length >>= 7;
        }
        self.bytes.push(length as u8);
    }

    fn block(&mut self, tag: u8, bytes: &[u8]) -> Done {
        self.bytes.push(tag);
        self.length(bytes.len());
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn number<const N: usize>(&mut self, tag: u8, bytes: [u8; N]) -> Done {
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&bytes);
        Ok(())
    }

    /// Begins what holds other values.
    fn open(&mut self, tag: u8) -> Result<&mut Self, Error> {
        self.bytes.push(tag);
        self.deeper()
    }

    fn deeper(&mut self) -> Result<&mut Self, Error> {
        self.depth.down()?;
        Ok(self)
    }

    fn variant(&mut self, name: &str) -> Result<&mut Self, Error> {
        self.block(tag::VARIANT, name.as_bytes())?;
        Ok(self)
    }

    fn close(&mut self) -> Done {
        self.depth.up();
        self.bytes.push(tag::END);
        Ok(())
    }
}
// ANCHOR_END: encode

// ANCHOR: serializer
macro_rules! numbers {
    ($($method:ident $type:ty, $tag:ident;)*) => { $(
        fn $method(self, number: $type) -> Done {
            self.number(tag::$tag, number.to_le_bytes())
        }
    )* };
}

impl Serializer for &mut Encoder {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8 i8, I8;
        serialize_i16 i16, I16;
        serialize_i32 i32, I32;
        serialize_i64 i64, I64;
        serialize_i128 i128, I128;
        serialize_u8 u8, U8;
        serialize_u16 u16, U16;
        serialize_u32 u32, U32;
        serialize_u64 u64, U64;
        serialize_u128 u128, U128;
        serialize_f32 f32, F32;
        serialize_f64 f64, F64;
    }

    fn serialize_bool(self, value: bool) -> Done {
        self.number(if value { tag::TRUE } else { tag::FALSE }, [])
    }

    fn serialize_char(self, value: char) -> Done {
        self.number(tag::CHAR, u32::from(value).to_le_bytes())
    }

    fn serialize_str(self, value: &str) -> Done {
        self.block(tag::STR, value.as_bytes())
    }

    fn serialize_bytes(self, value: &[u8]) -> Done {
        self.block(tag::BYTES, value)
    }

    fn serialize_none(self) -> Done {
        self.number(tag::NONE, [])
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        let encoder = self.open(tag::SOME)?;
        value.serialize(&mut *encoder)?;
        encoder.depth.up();
        Ok(())
    }

    fn serialize_unit(self) -> Done {
        self.number(tag::UNIT, [])
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Done {
        self.block(tag::UNIT_VARIANT, name.as_bytes())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Done {
        let encoder = self.variant(name)?.deeper()?;
        value.serialize(&mut *encoder)?;
        encoder.depth.up();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(tag::SEQ)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        self.open(tag::SEQ)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.open(tag::SEQ)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.variant(name)?.open(tag::SEQ)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        self.open(tag::MAP)
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.open(tag::MAP)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        self.variant(name)?.open(tag::MAP)
    }
    // ANCHOR_END: serializer

    // ANCHOR: packed
    /// Serde asks a vector or slice for one element after the other. A run of
    /// bytes is copied at once.
    fn collect_seq<I>(self, items: I) -> Done
    where
        I: IntoIterator<Item: Serialize>,
    {
        let kind = typeid::of::<I>();
        let bytes = if kind == typeid::of::<&Vec<u8>>() {
            // SAFETY: `I` is this type; only the lifetime is not known, and
            // the vector is not needed for longer than `items`.
            unsafe { (*(&raw const items).cast::<&Vec<u8>>()).as_slice() }
        } else if kind == typeid::of::<&[u8]>() {
            // SAFETY: as above.
            unsafe { *(&raw const items).cast::<&[u8]>() }
        } else {
            let mut seq = self.serialize_seq(None)?;
            for item in items {
                SerializeSeq::serialize_element(&mut seq, &item)?;
            }
            return SerializeSeq::end(seq);
        };
        self.block(tag::PACKED, bytes)
    }
    // ANCHOR_END: packed

    // ANCHOR: compound
    fn is_human_readable(&self) -> bool {
        false
    }
}

macro_rules! sequences {
    ($($trait:ident $method:ident;)*) => { $(
        impl $trait for &mut Encoder {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )* };
}

sequences! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! structs {
    ($($trait:ident)*) => { $(
        impl $trait for &mut Encoder {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Done {
                self.block(tag::STR, name.as_bytes())?;
                value.serialize(&mut **self)
            }

            fn end(self) -> Done {
                self.close()
            }
        }
    )* };
}

structs!(SerializeStruct SerializeStructVariant);

impl SerializeMap for &mut Encoder {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close()
    }
}
// ANCHOR_END: compound

//! Bytes as serde's values.

use std::fmt::Display;
use std::io;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use crate::wire::encode::{Depth, Error};
use crate::wire::tag;

// ANCHOR: from_bytes
/// The value of these bytes, and of all of them.
pub fn from_bytes<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> io::Result<T> {
    let mut decoder = Decoder { rest: bytes, depth: Depth::default() };
    let value = T::deserialize(&mut decoder).map_err(|Error(e)| e)?;
    match decoder.rest {
        [] => Ok(value),
        _ => Err(Error::new("more bytes than one value").0),
    }
}

impl serde::de::Error for Error {
    fn custom<T: Display>(what: T) -> Self {
        Error::new(what)
    }
}
// ANCHOR_END: from_bytes

// ANCHOR: decode
struct Decoder<'de> {
    rest: &'de [u8],
    depth: Depth,
}

impl<'de> Decoder<'de> {
    fn peek(&self) -> Result<u8, Error> {
        self.rest.first().copied().ok_or_else(cut_short)
    }

    /// Takes the tag, if it is this one.
    fn take(&mut self, tag: u8) -> Result<bool, Error> {
        let is_it = self.peek()? == tag;
        self.rest = &self.rest[usize::from(is_it)..];
        Ok(is_it)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (array, rest) =
            self.rest.split_first_chunk().ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(*array)
    }

    fn length(&mut self) -> Result<usize, Error> {
        let mut length = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let [byte] = self.array()?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(length);
            }
        }
        Err(cut_short())
    }

    fn block(&mut self) -> Result<&'de [u8], Error> {
        let length = self.length()?;
        let (block, rest) =
            self.rest.split_at_checked(length).ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(block)
    }

    fn text(&mut self) -> Result<&'de str, Error> {
        std::str::from_utf8(self.block()?).map_err(Error::new)
    }

    /// Reads what holds other values.
    fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.depth.down()?;
        let value = read(self);
        self.depth.up();
        value
    }

    /// What a type leaves unread would be taken for the next value.
    fn end<T>(&mut self, value: T, at_end: bool) -> Result<T, Error> {
        match at_end || self.take(tag::END)? {
            true => Ok(value),
            false => Err(Error::new("more elements than the type has")),
        }
    }

    fn seq<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        self.nested(|decoder| {
            let mut items = Items { decoder, at_end: false };
            let value = visitor.visit_seq(&mut items)?;
            let Items { decoder, at_end } = items;
            decoder.end(value, at_end)
        })
    }
}

fn cut_short() -> Error {
    Error::new("the bytes end in the middle of a value")
}

impl<'de> Deserializer<'de> for &mut Decoder<'de> {
    type Error = Error;

    fn deserialize_any<V>(self, visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        let [tag] = self.array()?;
        match tag {
            tag::UNIT => visitor.visit_unit(),
            tag::FALSE => visitor.visit_bool(false),
            tag::TRUE => visitor.visit_bool(true),
            tag::NONE => visitor.visit_none(),
            tag::SOME => self.nested(|decoder| visitor.visit_some(decoder)),
            tag::I8 => visitor.visit_i8(i8::from_le_bytes(self.array()?)),
            tag::I16 => visitor.visit_i16(i16::from_le_bytes(self.array()?)),
            tag::I32 => visitor.visit_i32(i32::from_le_bytes(self.array()?)),
            tag::I64 => visitor.visit_i64(i64::from_le_bytes(self.array()?)),
            tag::I128 => visitor.visit_i128(i128::from_le_bytes(self.array()?)),
            tag::U8 => visitor.visit_u8(u8::from_le_bytes(self.array()?)),
            tag::U16 => visitor.visit_u16(u16::from_le_bytes(self.array()?)),
            tag::U32 => visitor.visit_u32(u32::from_le_bytes(self.array()?)),
            tag::U64 => visitor.visit_u64(u64::from_le_bytes(self.array()?)),
            tag::U128 => visitor.visit_u128(u128::from_le_bytes(self.array()?)),
            tag::F32 => visitor.visit_f32(f32::from_le_bytes(self.array()?)),
            tag::F64 => visitor.visit_f64(f64::from_le_bytes(self.array()?)),
            tag::CHAR => {
                let number = u32::from_le_bytes(self.array()?);
                let value = char::from_u32(number);
                visitor.visit_char(value.ok_or_else(cut_short)?)
            }
            tag::STR => visitor.visit_borrowed_str(self.text()?),
            tag::BYTES => visitor.visit_borrowed_bytes(self.block()?),
            tag::PACKED => visit_bytes(self.block()?, visitor),
            tag::SEQ => self.seq(visitor),
            tag::MAP => self.nested(|decoder| {
                let mut items = Items { decoder, at_end: false };
                let value = visitor.visit_map(&mut items)?;
                let Items { decoder, at_end } = items;
                decoder.end(value, at_end)
            }),
            // To whoever does not know that it is an enum, it is what serde
            // makes of one in formats without enums.
            tag::UNIT_VARIANT => visitor.visit_borrowed_str(self.text()?),
            tag::VARIANT => {
                let name = Some(self.text()?);
                self.nested(|decoder| {
                    visitor.visit_map(Single { name, decoder })
                })
            }
            _ => Err(Error::new(format_args!("no value begins with {tag}"))),
        }
    }

    fn deserialize_option<V>(self, visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        match self.peek()? {
            tag::NONE | tag::SOME | tag::UNIT => self.deserialize_any(visitor),
            _ => visitor.visit_some(self), // written without an `Option`
        }
    }

    fn deserialize_newtype_struct<V>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V>(self, visitor: V) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        match self.take(tag::BYTES)? {
            true => visit_bytes(self.block()?, visitor),
            false => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error>
    where
        V: Visitor<'de>,
    {
        let [tag] = self.array()?;
        match tag {
            tag::UNIT_VARIANT | tag::STR => {
                visitor.visit_enum(self.text()?.into_deserializer())
            }
            tag::VARIANT => {
                let name = Some(self.text()?);
                self.nested(|decoder| {
                    visitor.visit_enum(Single { name, decoder })
                })
            }
            _ => Err(Error::new("an enum is wanted, something else was sent")),
        }
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf unit unit_struct tuple tuple_struct map struct
        identifier ignored_any
    }
}
// ANCHOR_END: decode

// ANCHOR: accesses
fn visit_bytes<'de, V: Visitor<'de>>(
    bytes: &'de [u8],
    visitor: V,
) -> Result<V::Value, Error> {
    let mut bytes = Bytes(bytes.iter());
    let value = visitor.visit_seq(&mut bytes)?;
    match bytes.0.len() {
        0 => Ok(value),
        _ => Err(Error::new("more elements than the type has")),
    }
}

/// The elements of a `PACKED` sequence.
struct Bytes<'de>(std::slice::Iter<'de, u8>);

impl<'de> SeqAccess<'de> for &mut Bytes<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        match self.0.next() {
            Some(&byte) => seed.deserialize(byte.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The elements of a `SEQ`, or the keys and values of a `MAP`.
struct Items<'a, 'de> {
    decoder: &'a mut Decoder<'de>,
    at_end: bool,
}

impl<'de> Items<'_, 'de> {
    fn next<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.at_end = self.at_end || self.decoder.take(tag::END)?;
        match self.at_end {
            true => Ok(None),
            false => seed.deserialize(&mut *self.decoder).map(Some),
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Items<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.next(seed)
    }
}

impl<'de> MapAccess<'de> for &mut Items<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.next(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Error> {
        seed.deserialize(&mut *self.decoder)
    }
}

/// A variant that holds something: as an enum, or as a map of one entry.
struct Single<'a, 'de> {
    name: Option<&'de str>,
    decoder: &'a mut Decoder<'de>,
}

impl<'de> Single<'_, 'de> {
    fn name(&mut self) -> Option<StrDeserializer<'de, Error>> {
        self.name.take().map(IntoDeserializer::into_deserializer)
    }
}

impl<'de> MapAccess<'de> for Single<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.name().map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Error> {
        seed.deserialize(&mut *self.decoder)
    }
}

impl<'de> EnumAccess<'de> for Single<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(
        mut self,
        seed: V,
    ) -> Result<(V::Value, Self), Error> {
        let name = self.name().ok_or_else(cut_short)?;
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Single<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Err(Error::new("a variant without contents is wanted"))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, Error> {
        seed.deserialize(self.decoder)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.decoder.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.decoder.deserialize_any(visitor)
    }
}
// ANCHOR_END: accesses

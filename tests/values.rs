//! A value arrives as it was sent, or the sender gets an error: the codec of the
//! library, over all that serde knows.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::error::Error as _;
use std::fmt::Debug;

use multiprocessing::{Error, Value, decode, encode};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

/// What has come back, through the bytes.
fn sent<T: Value>(value: &T) -> T {
    let bytes = encode(value).expect("it can be sent").into_owned();
    decode(bytes).expect("what can be sent can be read")
}

/// Why it is refused.
fn refused<T: Value>(value: &T) -> String {
    match encode(value) {
        Err(error @ Error::System { .. }) => {
            let reason = error.source().map(ToString::to_string);
            format!("{error}: {}", reason.unwrap_or_default())
        }
        other => panic!("{other:?}"),
    }
}

fn arrives<T: Value + PartialEq + Debug>(value: T) {
    assert_eq!(sent(&value), value);
}

/// Every kind of value of serde's data model, inside one another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Any {
    Unit,
    Nothing(()),
    Bool(bool),
    Small(i8, i16, i32, u8, u16, u32),
    Large {
        signed: i64,
        unsigned: u64,
        most: i128,
        all: u128,
    },
    /// By its bits, so that a NaN is equal to itself.
    #[serde(with = "floats")]
    Floats(u32, u64),
    Char(char),
    Text(String),
    #[serde(with = "block")]
    Block(Vec<u8>),
    Bytes(Vec<u8>),
    Option(Option<Box<Any>>),
    Options(Option<Option<()>>),
    Marker(Marker),
    Wrapped(Wrapped),
    Pair(Box<(Any, Any)>),
    List(Vec<Any>),
    Named(BTreeMap<String, Any>),
    Keyed(BTreeMap<(u8, Option<String>), Any>),
    Struct(Box<Struct>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Marker;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Wrapped(Box<Option<Any>>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Struct {
    first: Any,
    #[serde(rename = "2nd", default, skip_serializing_if = "Option::is_none")]
    second: Option<Any>,
    last: [u8; 3],
}

mod floats {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(
        single: &u32,
        double: &u64,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        (f32::from_bits(*single), f64::from_bits(*double)).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<(u32, u64), D::Error> {
        let (single, double) = <(f32, f64)>::deserialize(from)?;
        Ok((single.to_bits(), double.to_bits()))
    }
}

/// Bytes as serde has them, though a `Vec<u8>` is a sequence to it.
mod block {
    use serde::de::{Deserializer, Visitor};
    use serde::ser::Serializer;

    pub fn serialize<S: Serializer>(
        bytes: &[u8],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<u8>, D::Error> {
        struct Block;
        impl Visitor<'_> for Block {
            type Value = Vec<u8>;

            fn expecting(
                &self,
                f: &mut std::fmt::Formatter<'_>,
            ) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
                Ok(bytes.to_vec())
            }
        }
        from.deserialize_bytes(Block)
    }
}

fn any() -> impl Strategy<Value = Any> {
    let leaf = prop_oneof![
        Just(Any::Unit),
        Just(Any::Nothing(())),
        any_of::<bool>().prop_map(Any::Bool),
        any_of::<(i8, i16, i32, u8, u16, u32)>()
            .prop_map(|(a, b, c, d, e, f)| Any::Small(a, b, c, d, e, f)),
        any_of::<(i64, u64, i128, u128)>().prop_map(
            |(signed, unsigned, most, all)| Any::Large {
                signed,
                unsigned,
                most,
                all
            }
        ),
        any_of::<(u32, u64)>().prop_map(|(a, b)| Any::Floats(a, b)),
        any_of::<char>().prop_map(Any::Char),
        any_of::<String>().prop_map(Any::Text),
        any_of::<Vec<u8>>().prop_map(Any::Block),
        any_of::<Vec<u8>>().prop_map(Any::Bytes),
        any_of::<Option<Option<()>>>().prop_map(Any::Options),
        Just(Any::Marker(Marker)),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let some = proptest::option::of(inner.clone());
        let boxed = some.clone().prop_map(|any| any.map(Box::new));
        let text = any_of::<String>();
        let key = any_of::<(u8, Option<String>)>();
        let several = 0..5usize;
        let named = proptest::collection::btree_map(
            text,
            inner.clone(),
            several.clone(),
        );
        let keyed = proptest::collection::btree_map(
            key,
            inner.clone(),
            several.clone(),
        );
        prop_oneof![
            boxed.prop_map(Any::Option),
            some.clone().prop_map(|any| Any::Wrapped(Wrapped(any.into()))),
            (inner.clone(), inner.clone())
                .prop_map(|pair| Any::Pair(Box::new(pair))),
            proptest::collection::vec(inner.clone(), several)
                .prop_map(Any::List),
            named.prop_map(Any::Named),
            keyed.prop_map(Any::Keyed),
            (inner, some, any_of::<[u8; 3]>()).prop_map(
                |(first, second, last)| {
                    Any::Struct(Box::new(Struct { first, second, last }))
                }
            ),
        ]
    })
}

fn any_of<T: Arbitrary>() -> impl Strategy<Value = T> + Clone
where
    T::Strategy: Clone,
{
    proptest::arbitrary::any::<T>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_serde_knows_arrives(value in any()) {
        prop_assert_eq!(sent(&value), value);
    }

    #[test]
    fn no_bytes_are_trusted(bytes in proptest::collection::vec(0..40u8, 0..60)) {
        let _ = decode::<Any>(bytes.clone());
        let _ = decode::<(Vec<u8>, String, HashMap<u8, u16>)>(bytes);
    }

    #[test]
    fn a_value_cut_short_is_an_error(value in any(), at in 0.0..1.0f64) {
        let mut bytes = encode(&value).expect("it can be sent").into_owned();
        bytes.truncate((bytes.len() as f64 * at) as usize);
        prop_assert!(decode::<Any>(bytes).is_err());
    }
}

#[test]
fn what_json_has_changed_arrives() {
    arrives(117.63331139400017_f64);
    assert!(sent(&f64::NAN).is_nan());
    arrives([f64::INFINITY, f64::NEG_INFINITY, -0.0, f64::MIN_POSITIVE]);
    arrives(Some(()));
    arrives(Some(None::<u8>));
    arrives([None, Some(None), Some(Some(()))]);
    arrives(HashMap::from([((1, 'a'), vec![1]), ((2, 'b'), vec![])]));
    arrives((u64::MAX, i128::MIN, "\u{0}".to_owned(), '\u{10FFFF}'));
    let quiet = f64::from_bits(0x7ff8_0000_dead_beef);
    assert_eq!(sent(&quiet).to_bits(), quiet.to_bits());
}

#[test]
fn attributes_that_need_a_format_which_describes_itself() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Untagged {
        Number(u64),
        Pair(u8, String),
        Map { of: Vec<u8> },
    }
    arrives(vec![
        Untagged::Number(300),
        Untagged::Pair(1, "x".to_owned()),
        Untagged::Map { of: vec![1, 2, 3] },
    ]);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        Circle { radius: f64 },
        Empty,
    }
    arrives([Tagged::Circle { radius: 0.1 }, Tagged::Empty]);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind", content = "is")]
    enum Beside {
        Some(Option<u8>),
        Pair(u8, u8),
    }
    arrives([Beside::Some(None), Beside::Pair(1, 2)]);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Flat {
        #[serde(skip_serializing_if = "Option::is_none", default)]
        first: Option<u8>,
        #[serde(flatten)]
        rest: BTreeMap<String, Option<f32>>,
        last: String,
    }
    for first in [None, Some(7)] {
        let rest = BTreeMap::from([("x".to_owned(), Some(1.5))]);
        arrives(Flat { first, rest, last: "y".to_owned() });
    }
}

/// In a format without names the two fields that are left change places with
/// the ones behind them, and nobody is told.
#[test]
fn a_field_that_is_left_out_moves_no_other() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Order {
        #[serde(skip_serializing_if = "is_zero", default)]
        table: u8,
        note: String,
        extras: Vec<u8>,
    }
    fn is_zero(table: &u8) -> bool {
        *table == 0
    }
    arrives(Order { table: 0, note: "\u{1}A".to_owned(), extras: vec![1, 9] });
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Nested(Option<Box<Nested>>);

fn nested(depth: usize) -> Nested {
    (0..depth).fold(Nested(None), |inner, _| Nested(Some(Box::new(inner))))
}

#[test]
fn a_deep_value_arrives_or_is_refused() {
    arrives(nested(200));
    arrives(nested(400));
    let refusal = refused(&nested(401));
    assert!(refusal.contains("more than 400 levels deep"), "{refusal}");
    refused(&nested(5000));
}

/// A stack that is too small for a value is found out before it is used up.
#[test]
fn a_small_stack_is_enough_or_an_error() {
    #[derive(Debug, Serialize, Deserialize)]
    struct Big {
        numbers: [[u64; 32]; 4],
        next: Option<Box<Big>>,
    }
    for kib in [256, 512, 2048] {
        let thread = std::thread::Builder::new().stack_size(kib << 10);
        let tried = thread.spawn(|| {
            let numbers = [[7; 32]; 4];
            let mut big = Big { numbers, next: None };
            let mut fits = 0;
            for _ in 0..180 {
                big = Big { numbers, next: Some(Box::new(big)) };
                match encode(&big) {
                    Ok(_) => fits += 1,
                    Err(_) => break,
                }
            }
            fits
        });
        let fits = tried.expect("a thread").join().expect("no overflow");
        assert!(fits > 2, "{fits} levels in {kib} KiB");
    }
}

/// The deepest value is read on the smallest stack that a thread has, in a
/// build that is not optimised.
#[test]
fn the_deepest_value_fits_on_a_threads_stack() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(tag = "kind")]
    enum Tree {
        Leaf,
        Node { left: Box<Tree>, right: Option<Box<Tree>> },
    }
    let deep = |depth: usize| {
        (0..depth).fold(Tree::Leaf, |left, _| Tree::Node {
            left: Box::new(left),
            right: None,
        })
    };
    arrives(deep(300));
    arrives(vec![deep(50)]);
}

#[test]
fn what_could_not_be_read_is_refused_at_once() {
    #[derive(Debug, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Wide {
        Number(i128), // serde's own limit: it buffers no number of 128 bits
    }
    let refusal = refused(&Wide::Number(1 << 100));
    assert!(refusal.contains("cannot write the value: "), "{refusal}");

    #[derive(PartialEq, Debug, Serialize, Deserialize)]
    struct Uneven {
        #[serde(skip_serializing)]
        secret: String,
    }
    let uneven = Uneven { secret: "x".to_owned() };
    assert_eq!(uneven, uneven);
    let refusal = refused(&uneven);
    assert!(refusal.contains("missing field `secret`"), "{refusal}");

    #[derive(Deserialize)]
    struct Unwilling;
    impl Serialize for Unwilling {
        fn serialize<S: serde::Serializer>(
            &self,
            _: S,
        ) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("the stove is on"))
        }
    }
    assert_eq!(refused(&Unwilling), "cannot write the value: the stove is on");
}

#[test]
fn another_type_is_not_read_as_this_one() {
    let bytes = encode(&300u32).expect("a number").into_owned();
    assert_eq!(decode::<i64>(bytes.clone()).expect("it fits"), 300);
    assert!(decode::<u8>(bytes.clone()).is_err());
    assert!(decode::<String>(bytes.clone()).is_err());
    assert!(decode::<Vec<u32>>(bytes).is_err());
    let bytes = encode(&[1, 2, 3]).expect("numbers").into_owned();
    assert!(decode::<[i32; 2]>(bytes.clone()).is_err());
    assert!(decode::<[i32; 4]>(bytes).is_err());
}

/// What serde itself takes for something else.
#[test]
fn a_value_that_would_arrive_as_another_is_refused() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Nothing,
        Maybe(Option<()>),
        Small(i8),
        Large(i64),
        Text(String),
        Kind(Kind),
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Red,
    }
    arrives(Loose::Nothing);
    arrives(Loose::Small(5));
    arrives(Loose::Large(500));
    arrives(Loose::Text("Red".to_owned()));
    for value in [Loose::Maybe(None), Loose::Large(5), Loose::Kind(Kind::Red)] {
        let refusal = refused(&value);
        assert!(refusal.contains("as another value"), "{value:?}: {refusal}");
    }
    let map: HashMap<u32, String> =
        (0..100).map(|n| (n, n.to_string())).collect();
    arrives(map); // in another order each time
}

/// Bytes are bytes: alone they are not even copied, and in a value they are
/// copied at once.
#[test]
fn bytes_are_not_written_one_by_one() {
    let bytes = vec![7; 1 << 20];
    assert!(matches!(encode(&bytes), Ok(Cow::Borrowed(same)) if same == bytes));
    arrives(bytes.clone());
    let in_a_value = ("name".to_owned(), bytes.clone());
    let written = encode(&in_a_value).expect("bytes");
    assert!(written.len() < bytes.len() + 20, "{}", written.len());
    arrives(in_a_value);
}

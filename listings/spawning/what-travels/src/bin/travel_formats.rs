use std::{collections::BTreeMap, fmt::Debug};

use anyhow::Result;
use multiprocessing::{Process, Value, decode, encode};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
struct Order {
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    vegan: bool, // ①
    tables: Vec<u8>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)] // ②
enum Payment {
    Cash(u32),
}

fn send<T: Value + Debug>(value: T) -> Result<()> {
    println!("{value:?}");
    let ours = encode(&value)?.into_owned();
    let json = serde_json::to_vec(&value).unwrap_or_default(); // ③
    let postcard = postcard::to_allocvec(&value)?;
    let mut child = Process::new(move || {
        println!("  encode: {:?}", decode::<T>(ours).ok());
        println!("  JSON: {:?}", serde_json::from_slice::<T>(&json).ok());
        println!("  postcard: {:?}", postcard::from_bytes::<T>(&postcard).ok());
    });
    child.start()?;
    Ok(child.join()?)
}

fn main() -> Result<()> {
    send((117.63331139400017, Some(f64::NAN), Some(None::<u8>)))?;
    send(BTreeMap::from([((1, 'a'), 4)]))?;
    send(Order { vegan: false, tables: vec![0] })?;
    send([Payment::Cash(7)])
}

use std::borrow::Cow;

use anyhow::Result;
use multiprocessing::{Process, decode, encode};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
struct Order {
    dish: String,
    guests: u32,
}

fn main() -> Result<()> {
    let order = Order { dish: "soup".to_owned(), guests: 4 };
    let bytes = encode(&order)?;
    println!("{} bytes: {}", bytes.len(), bytes.escape_ascii());
    let bytes = bytes.into_owned();
    let mut child =
        Process::new(move || println!("{:?}", decode::<Order>(bytes)));
    child.start()?;
    child.join()?;
    let photo = vec![7u8; 1_000_000];
    let bytes = encode(&photo)?;
    let is_copied = matches!(bytes, Cow::Owned(_)); // ①
    println!("a photo: {} bytes, copied: {is_copied}", bytes.len());
    Ok(())
}

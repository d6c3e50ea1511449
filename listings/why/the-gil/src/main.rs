use std::hint::spin_loop;
use std::sync::OnceLock;
use std::thread::{Builder, park, scope};

use anyhow::Result;

/// Who signs first, if the baker does not sign before somebody else has?
fn first(pause: fn()) -> Result<&'static str> {
    let book = OnceLock::new();
    scope(|threads| -> Result<()> {
        let baker = Builder::new().spawn_scoped(threads, || {
            while book.get().is_none() {
                pause();
            }
            book.get_or_init(|| "the baker");
        })?;
        book.get_or_init(|| "main"); // ①
        baker.thread().unpark();
        Ok(())
    })?;
    Ok(book.get().unwrap_or(&"nobody"))
}

fn main() -> Result<()> {
    let who = first(park)?; // ②
    println!("no lock, the baker waits:    first is {who}");
    let who = first(spin_loop)?; // ③
    println!("no lock, the baker computes: first is {who}");
    Ok(())
}

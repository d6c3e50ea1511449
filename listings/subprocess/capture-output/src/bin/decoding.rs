use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::process::Command;
use std::str::from_utf8;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut printf = Command::new("printf");
    let output = printf.arg(r"caf\351 noir").output(); // ①
    let bytes = output.context("cannot run printf")?.stdout;

    match from_utf8(&bytes) {
        Ok(text) => println!("strict: {text}"),
        Err(error) => println!("strict: {error}"), // ②
    }
    println!("replace: {}", String::from_utf8_lossy(&bytes)); // ③
    println!("backslashreplace: {}", bytes.escape_ascii());
    let ignored: String = bytes.utf8_chunks().map(|c| c.valid()).collect();
    println!("ignore: {ignored}");
    let latin_1: String = bytes.iter().map(|&b| char::from(b)).collect(); // ④
    println!("latin-1: {latin_1}");
    let name = OsString::from_vec(bytes.clone()); // ⑤
    println!("surrogateescape: nothing lost: {}", name.as_bytes() == bytes);
    Ok(())
}

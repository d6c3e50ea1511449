use std::process::Command;

use anyhow::{Context, Result};

const LINE: &str = r#"bake 'rye bread' "for Ada's cat" 2\ rolls"#;

fn main() -> Result<()> {
    println!("cut at spaces: {} words", LINE.split(' ').count());
    let words = shlex::split(LINE).context("a quote is not closed")?; // ①
    println!("by shlex:      {} words", words.len());

    let nested = shlex::try_join(words.iter().map(String::as_str))?; // ②
    let script = format!("printf '  %s\\n' {nested}");
    let mut sh = Command::new("sh");
    sh.args(["-c", &script]).status().context("cannot run sh")?;

    match shlex::split("bake 'rye bread") {
        Some(words) => println!("not closed:    {} words", words.len()),
        None => println!("not closed:    refused"), // ③
    }
    Ok(())
}

//! HTML: writing text in it, and the part of a page that is its text.

use anyhow::{Context, Result};

/// Escapes text for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // mdBook would look for a command of its own behind two of these.
            '{' => out.push_str("&#123;"),
            c => out.push(c),
        }
    }
    out
}

/// What stands in the `<main>` of a page.
pub fn main(page: &str) -> Result<&str> {
    let (_, main) = page.split_once("<main").context("there is no <main>")?;
    let (_, main) = main.split_once('>').context("<main has no >")?;
    let (main, _) = main.split_once("</main>").context("<main> never ends")?;
    Ok(main)
}

/// The way from a file to the root that it is named from.
pub fn up(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

//! The small language of pictures and tables: a line says one thing, and `#`
//! begins a remark.

/// The lines that say something, counted from 1.
pub fn lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines =
        source.lines().enumerate().map(|(n, line)| (n + 1, line.trim()));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// `NAME: KEY`
pub fn pair(text: &str) -> Result<(&str, &str), String> {
    let pair = text.rsplit_once(": ").map(|(name, key)| (name, key.trim()));
    pair.ok_or_else(|| format!("{text:?} is not `NAME: KEY`"))
}

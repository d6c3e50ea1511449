//! Tables of numbers that were measured.
//!
//! A table is a file of a few lines, in which `*` in the key of a column stands
//! for the key of a row:
//!
//! ```text
//! title What a child costs that does nothing
//! head Child
//! column Time: start.*.time
//! row A thread: thread
//! row `fork`: fork
//! holds 2 start.thread.time < start.fork.time
//! ```
//!
//! The last line is what the page says in words. Where the numbers contradict
//! it, the book is not built.

use std::fmt::Write;

use super::lines::{lines, pair};
use crate::html::escape;
use crate::read::numbers::{Numbers, data};

/// A table as HTML, from the lines of a `.numbers` file.
pub fn table(numbers: &Numbers, source: &str) -> Result<String, String> {
    let (mut title, mut head) = (None, "");
    let (mut columns, mut rows) = (Vec::new(), Vec::new());
    for (n, line) in lines(source) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let wrong = |what: String| format!("line {n}: {what}");
        match word {
            "title" => title = Some(rest),
            "head" => head = rest,
            "column" => columns.push(pair(rest).map_err(wrong)?),
            "row" => rows.push(pair(rest).map_err(wrong)?),
            "holds" => numbers.check(rest).map_err(wrong)?,
            _ => {
                let what = "a line is `title`, `head`, `column NAME: KEY`, \
                                `row NAME: KEY` or `holds A < B`";
                return Err(wrong(what.to_owned()));
            }
        }
    }
    let title = title.ok_or("there is no line `title …`")?;
    if columns.is_empty() || rows.is_empty() {
        return Err("a table has columns and rows".to_owned());
    }
    let heads: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let mut cells = Vec::new();
    for (name, row) in rows {
        let keys = columns.iter().map(|(_, key)| key.replace('*', row));
        cells.push((name, keys.collect()));
    }
    html(numbers, title, head, &heads, &cells)
}

/// A table of numbers as HTML, without a blank line, which would end it.
pub fn html(
    numbers: &Numbers,
    title: &str,
    head: &str,
    heads: &[&str],
    rows: &[(&str, Vec<String>)],
) -> Result<String, String> {
    let mut out = format!(
        "<table class=\"numbers\">\n<caption>{}</caption>\n<thead><tr>\
             <th>{}</th>",
        code(title),
        code(head)
    );
    for head in heads {
        let _ = write!(out, "<th>{}</th>", code(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (name, keys) in rows {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", code(name));
        for key in keys {
            let number = numbers.get(key)?;
            let _ = write!(out, "<td>{}", data(key, &number.text()));
            if let Some(spread) = number.spread() {
                let _ = write!(out, " <small>{spread}</small>");
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    Ok(out)
}

/// Words with code between backticks, as HTML.
fn code(words: &str) -> String {
    let mut out = String::new();
    for (n, part) in words.split('`').enumerate() {
        let part = escape(part);
        let _ = match n % 2 {
            0 => write!(out, "{part}"),
            _ => write!(out, "<code>{}</code>", part.replace("::", "::<wbr>")),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::read::numbers::tests::numbers;

    #[test]
    fn a_table_has_a_row_and_a_column_for_each_line() {
        let source = "title T\nhead H\ncolumn Time: start.*.time\n\
                     row `a::b`: fork\nrow S: spawn\n\
                     holds 9 start.fork.time < start.spawn.time\n";
        let html = table(&numbers(), source).expect("a good table");
        for part in [
            "<caption>T</caption>",
            "<th>H</th><th>Time</th>",
            "<th scope=\"row\"><code>a::<wbr>b</code></th>",
            "141\u{a0}µs</data> <small>140–152</small></td></tr>",
            "1.41\u{a0}ms</data> <small>0.9–2</small></td></tr>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("\n\n"));
    }

    #[test]
    fn what_is_no_table_is_an_error() {
        for (source, what) in [
            ("head H", "no line `title"),
            ("title T", "has columns and rows"),
            ("title T\nrow R", "line 2: \"R\" is not"),
            ("title T\n\ncell x", "line 3: a line is"),
            (
                "title T\ncolumn C: start.*.time\nrow R: clone",
                "\"start.clone.time\"",
            ),
        ] {
            let error = table(&numbers(), source).expect_err(source);
            assert!(error.contains(what), "{error}");
        }
    }
}

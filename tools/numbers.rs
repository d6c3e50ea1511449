//! Numbers that were measured: `measure/results.json`, as pages show them. A
//! page names a number, and has its text from here:
//!
//! ```text
//! a fork costs {{number start.fork.time}}, measured on {{machine}}
//! ```
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

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::highlight::escape;

/// The file that `cargo run --release -p measure` writes.
pub const FILE: &str = "measure/results.json";

/// Everything that a page can name.
#[derive(Default)]
pub struct Numbers {
    machine: BTreeMap<String, String>,
    numbers: BTreeMap<String, Number>,
}

/// A number, as the quartiles of what was measured.
pub struct Number {
    pub unit: String,
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Numbers {
    /// Reads the file of the book at `root`. A book without one has no numbers.
    pub fn read(root: &Path) -> Result<Self, String> {
        match fs::read_to_string(root.join(FILE)) {
            Ok(text) => {
                Numbers::parse(&text).map_err(|what| format!("{FILE}: {what}"))
            }
            Err(_) => Ok(Numbers::default()),
        }
    }

    fn parse(text: &str) -> Result<Self, String> {
        let json: Value =
            serde_json::from_str(text).map_err(|e| e.to_string())?;
        let mut read = Numbers::default();
        for (key, fact) in json["machine"].as_object().into_iter().flatten() {
            let fact = fact.as_str().ok_or(format!("{key} is no text"))?;
            read.machine.insert(key.clone(), fact.to_owned());
        }
        for (key, number) in json["numbers"].as_object().into_iter().flatten() {
            let quartile = |name: &str| {
                number[name].as_f64().ok_or(format!("{key} has no {name}"))
            };
            let number = Number {
                unit: number["unit"].as_str().unwrap_or_default().to_owned(),
                low: quartile("low")?,
                median: quartile("median")?,
                high: quartile("high")?,
            };
            read.numbers.insert(key.clone(), number);
        }
        Ok(read)
    }

    /// The number of this name.
    pub fn get(&self, key: &str) -> Result<&Number, String> {
        let number = self.numbers.get(key);
        number.ok_or_else(|| format!("no number is called {key:?} in {FILE}"))
    }

    /// A line of a page with each `{{number KEY}}` and `{{machine}}` filled in.
    pub fn fill(&self, line: &str) -> Result<String, String> {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("{{") {
            out.push_str(before);
            let inside = after.split_once("}}");
            let (text, after) = match inside {
                Some(("machine", after)) => (self.machine()?, after),
                Some((words, after)) if words.starts_with("number ") => {
                    let key = words["number ".len()..].trim();
                    let fact = key
                        .strip_prefix("machine.")
                        .and_then(|name| self.machine.get(name));
                    let text = match fact {
                        Some(fact) => escape(fact),
                        None => data(key, &self.get(key)?.text()),
                    };
                    (text, after)
                }
                _ => ("{{".to_owned(), after),
            };
            out.push_str(&text);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The machine in a few words: `a virtual machine with 2 cores (…), …`.
    fn machine(&self) -> Result<String, String> {
        let fact = |name: &str| {
            let fact = self.machine.get(name);
            fact.ok_or_else(|| format!("{FILE} does not say {name:?}"))
        };
        Ok(escape(&format!(
            "{} with {} cores ({}), Linux {}, {}, Rust {} and Python {}",
            fact("kind")?,
            fact("cores")?,
            fact("processor")?,
            fact("kernel")?,
            fact("libc")?,
            fact("rust")?,
            fact("python")?,
        )))
    }

    /// A table as HTML, from the lines of a `.numbers` file.
    pub fn table(&self, source: &str) -> Result<String, String> {
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
                "holds" => self.check(rest).map_err(wrong)?,
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
        self.html(title, head, &heads, &cells)
    }

    /// A table of numbers as HTML, without a blank line, which would end it.
    pub fn html(
        &self,
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
                let number = self.get(key)?;
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

    /// Does `A < B` hold? Each side is a number, or a key with or without a
    /// factor: `2 start.fork.time`.
    pub fn check(&self, claim: &str) -> Result<(), String> {
        let value = |side: &str| -> Result<f64, String> {
            let side = side.trim();
            if let Ok(number) = side.parse() {
                return Ok(number);
            }
            let (factor, key) = match side.split_once(' ') {
                Some((factor, key)) => (factor.parse().ok(), key.trim()),
                None => (Some(1.0), side),
            };
            let factor = factor.ok_or(format!("{side:?} is no number"))?;
            Ok(factor * self.get(key)?.median)
        };
        let (left, right) =
            claim.split_once('<').ok_or("a claim is `holds A < B`")?;
        let (left, right) = (value(left)?, value(right)?);
        match left < right {
            true => Ok(()),
            false => Err(format!(
                "{claim:?} does not hold: {left} is not less than {right}. \
                 Change the page's words with it"
            )),
        }
    }
}

impl Number {
    /// The median with its unit: `141 µs`.
    pub fn text(&self) -> String {
        let (factor, unit) = self.scale();
        let number = digits(self.median / factor, self.median / factor);
        match unit {
            "" => number,
            "×" => number + unit,
            // A number stays on one line with its unit.
            _ => format!("{number}\u{a0}{unit}"),
        }
    }

    /// The quartiles, in the unit of the median: `133–152`. None where they
    /// are what the median is.
    fn spread(&self) -> Option<String> {
        let (factor, _) = self.scale();
        let like = self.median / factor;
        let [low, median, high] = [self.low, self.median, self.high]
            .map(|value| digits(value / factor, like));
        (low != median || high != median).then(|| format!("{low}–{high}"))
    }

    /// What to divide by, so that the number is short, and the unit then.
    fn scale(&self) -> (f64, &str) {
        match self.unit.as_str() {
            "µs" if self.median >= 1e6 => (1e6, "s"),
            "µs" if self.median >= 1e3 => (1e3, "ms"),
            "KiB" if self.median >= 1024.0 => (1024.0, "MiB"),
            unit => (1.0, unit),
        }
    }
}

/// Three digits, which is more than another machine would agree on; as many
/// places as `like` has.
fn digits(value: f64, like: f64) -> String {
    let places = match like.abs() {
        like if like >= 99.95 => 0,
        like if like >= 9.995 => 1,
        _ => 2,
    };
    let text = format!("{value:.places$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A number in a page: it keeps the name that it is measured under.
fn data(key: &str, text: &str) -> String {
    format!("<data value=\"{}\">{text}</data>", escape(key))
}

/// Words with code between backticks, as HTML.
pub fn code(words: &str) -> String {
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

#[cfg(test)]
pub mod tests {
    use super::Numbers;

    pub const RESULTS: &str = r#"{
        "machine": { "kind": "a machine", "cores": "2", "processor": "X",
            "kernel": "6", "libc": "glibc 2", "rust": "1", "python": "3" },
        "numbers": {
            "start.fork.time":
                { "unit": "µs", "low": 140.2, "median": 141.4, "high": 152 },
            "start.spawn.time":
                { "unit": "µs", "low": 900, "median": 1410, "high": 2000 },
            "start.spawn.ratio":
                { "unit": "×", "low": 9, "median": 10.04, "high": 11.06 },
            "memory.fork":
                { "unit": "KiB", "low": 2048, "median": 2048, "high": 2048 }
        }}"#;

    pub fn numbers() -> Numbers {
        Numbers::parse(RESULTS).expect("good results")
    }

    fn filled(line: &str) -> Result<String, String> {
        let line = numbers().fill(line)?;
        let parts = line.split('<').map(|part| match part.split_once('>') {
            Some((_, text)) => text.replace('\u{a0}', " "),
            None => part.to_owned(),
        });
        Ok(parts.collect())
    }

    #[test]
    fn numbers_are_filled_in_with_their_units() {
        for (line, text) in [
            ("a {{number start.fork.time}}, b", "a 141 µs, b"),
            ("{{number start.spawn.time}}", "1.41 ms"),
            ("{{number start.spawn.ratio}}", "10×"),
            ("{{number memory.fork}}", "2 MiB"),
            ("{{number machine.cores}} cores", "2 cores"),
            ("{{#include x}} {{", "{{#include x}} {{"),
        ] {
            assert_eq!(filled(line).as_deref(), Ok(text));
        }
        let machine = "a machine with 2 cores (X), Linux 6, glibc 2, Rust 1 \
                       and Python 3.";
        assert_eq!(filled("{{machine}}.").as_deref(), Ok(machine));
        let key = numbers().fill("{{number start.fork.time}}");
        assert!(key.is_ok_and(|k| k.contains("value=\"start.fork.time\"")));
    }

    #[test]
    fn an_unknown_number_is_an_error() {
        for line in ["{{number start.fork}}", "{{number machine.colour}}"] {
            assert!(filled(line).is_err_and(|e| e.contains("no number is")));
        }
        let table = "title T\nhead H\ncolumn C: start.*.time\nrow R: clone";
        let error = numbers().table(table);
        assert!(error.is_err_and(|e| e.contains("\"start.clone.time\"")));
    }

    #[test]
    fn a_table_has_a_row_and_a_column_for_each_line() {
        let table = "title T\nhead H\ncolumn Time: start.*.time\n\
                     row `a::b`: fork\nrow S: spawn\n\
                     holds 9 start.fork.time < start.spawn.time\n";
        let html = numbers().table(table).expect("a good table");
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
    fn what_does_not_hold_is_an_error() {
        let check = |claim: &str| numbers().check(claim);
        assert_eq!(check("start.fork.time < 150"), Ok(()));
        assert_eq!(check("2 start.fork.time < start.spawn.time"), Ok(()));
        for (claim, what) in [
            ("start.spawn.time < start.fork.time", "does not hold: 1410 is"),
            ("start.fork.time < x 3", "\"x 3\" is no number"),
            ("start.fork.time", "a claim is"),
        ] {
            let error = check(claim).expect_err(claim);
            assert!(error.contains(what), "{error}");
        }
    }

    #[test]
    fn what_is_no_table_is_an_error() {
        for (table, what) in [
            ("head H", "no line `title"),
            ("title T", "has columns and rows"),
            ("title T\nrow R", "line 2: \"R\" is not"),
            ("title T\n\ncell x", "line 3: a line is"),
        ] {
            let error = numbers().table(table).expect_err(table);
            assert!(error.contains(what), "{error}");
        }
    }
}

//! Numbers that were measured: `measure/results.json`, as pages show them. A
//! page names a number, and has its text from here:
//!
//! ```text
//! a fork costs {{number start.fork.time}}, measured on {{machine}}
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::html::escape;

/// The file that `cargo run --release -p measure` writes.
pub const FILE: &str = "measure/results.json";

/// Everything that a page can name.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    machine: BTreeMap<String, String>,
    numbers: BTreeMap<String, Number>,
}

/// A number, as the quartiles of what was measured.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    pub unit: String,
    pub low: f64,
    pub median: f64,
    pub high: f64,
    /// How often it was measured.
    pub of: Option<u32>,
}

impl Numbers {
    /// Reads the file of the book at `root`. A book without one has no numbers.
    pub fn read(root: &Path) -> Result<Self, String> {
        match fs::read_to_string(root.join(FILE)) {
            Ok(text) => {
                serde_json::from_str(&text).map_err(|e| format!("{FILE}: {e}"))
            }
            Err(_) => Ok(Numbers::default()),
        }
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
        text(self.median, &self.unit)
    }

    /// The quartiles, in the unit of the median: `133–152`. None where they
    /// are what the median is.
    pub fn spread(&self) -> Option<String> {
        let (factor, _) = scale(self.median, &self.unit);
        let like = self.median / factor;
        let [low, median, high] = [self.low, self.median, self.high]
            .map(|value| digits(value / factor, like));
        (low != median || high != median).then(|| format!("{low}–{high}"))
    }
}

/// A value with its unit: `141 µs`.
pub fn text(value: f64, unit: &str) -> String {
    let (factor, unit) = scale(value, unit);
    let number = digits(value / factor, value / factor);
    match unit {
        "" => number,
        "×" => number + unit,
        // A number stays on one line with its unit.
        _ => format!("{number}\u{a0}{unit}"),
    }
}

/// What to divide by, so that the number is short, and the unit then.
fn scale(value: f64, unit: &str) -> (f64, &str) {
    match unit {
        "µs" if value >= 1e6 => (1e6, "s"),
        "µs" if value >= 1e3 => (1e3, "ms"),
        "KiB" if value >= 1024.0 => (1024.0, "MiB"),
        unit => (1.0, unit),
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
pub fn data(key: &str, text: &str) -> String {
    format!("<data value=\"{}\">{text}</data>", escape(key))
}

#[cfg(test)]
pub mod tests {
    use super::Numbers;

    const RESULTS: &str = r#"{
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
        serde_json::from_str(RESULTS).expect("good results")
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
}

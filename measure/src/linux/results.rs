//! The numbers, and the one file that they are in.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Serialize;

use super::rounds::Samples;

/// The reference against itself: beyond these bounds a machine is too noisy.
/// The first is for the median, the second for the quartiles.
const MEDIAN: f64 = 1.1;
const QUARTILES: f64 = 1.4;

/// Everything that a page can name.
#[derive(Serialize)]
pub struct Results {
    machine: BTreeMap<&'static str, String>,
    numbers: BTreeMap<String, Number>,
}

/// The quartiles of what was measured.
#[derive(Serialize)]
struct Number {
    unit: &'static str,
    low: f64,
    median: f64,
    high: f64,
    /// How many measurements they are from.
    of: usize,
}

impl Results {
    pub fn new(machine: BTreeMap<&'static str, String>) -> Self {
        Results { machine, numbers: BTreeMap::new() }
    }

    pub fn put(&mut self, key: String, unit: &'static str, values: Vec<f64>) {
        let [low, median, high] = quartiles(&values).map(rounded);
        let of = values.len();
        self.numbers.insert(key, Number { unit, low, median, high, of });
    }

    /// How far the reference was from itself, as `noise.EXPERIMENT`.
    pub fn put_noise(&mut self, samples: &Samples) {
        let key = format!("noise.{}", samples.name);
        self.put(key, "×", samples.noise.clone());
    }

    /// The experiments whose reference differs from itself.
    pub fn too_noisy(&self) -> Vec<String> {
        let within =
            |value: f64, bound: f64| (1.0 / bound..=bound).contains(&value);
        let noise = self.numbers.iter().filter_map(|(key, number)| {
            Some((key.strip_prefix("noise.")?, number))
        });
        noise
            .filter(|(_, number)| {
                !within(number.median, MEDIAN)
                    || !within(number.low, QUARTILES)
                    || !within(number.high, QUARTILES)
            })
            .map(|(name, number)| {
                format!(
                    "{name} (by {}, quartiles {} and {})",
                    number.median, number.low, number.high
                )
            })
            .collect()
    }

    /// Writes the file of the book, and says where it is.
    pub fn write(&self) -> Result<PathBuf> {
        let path =
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("results.json");
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        fs::write(&path, text)
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}

/// A line a number, to look at.
impl fmt::Display for Results {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, number) in &self.numbers {
            let Number { unit, low, median, high, .. } = number;
            writeln!(f, "{key:45} {median:>9} {unit:3} [{low} to {high}]")?;
        }
        Ok(())
    }
}

/// The lower quartile, the median and the upper quartile.
fn quartiles(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    [1, 2, 3].map(|n| sorted[n * (sorted.len() - 1) / 4])
}

/// Four digits are more than a measurement has.
fn rounded(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let digits = 3 - value.abs().log10().floor() as i32;
    let factor = 10f64.powi(digits);
    (value * factor).round() / factor
}

#[cfg(test)]
mod tests {
    use super::{Results, quartiles, rounded};

    #[test]
    fn quartiles_are_values_that_were_measured() {
        assert_eq!(quartiles(&[5.0, 1.0, 4.0, 2.0, 3.0]), [2.0, 3.0, 4.0]);
        assert_eq!(quartiles(&[7.0]), [7.0; 3]);
    }

    #[test]
    fn four_digits_are_kept() {
        assert_eq!(rounded(123.456), 123.5);
        assert_eq!(rounded(0.000_123_456), 0.000_123_5);
        assert_eq!(rounded(123_456.0), 123_500.0);
        assert_eq!(rounded(0.0), 0.0);
    }

    #[test]
    fn a_reference_that_differs_from_itself_is_noise() {
        let mut results = Results::new(Default::default());
        results.put("noise.calm".into(), "×", vec![0.95, 1.0, 1.05]);
        results.put("start.fork".into(), "µs", vec![10.0, 100.0, 1000.0]);
        assert!(results.too_noisy().is_empty());
        results.put("noise.shifted".into(), "×", vec![1.2, 1.2, 1.2]);
        results.put("noise.wild".into(), "×", vec![0.5, 0.5, 1.0, 2.0, 2.0]);
        let noisy = results.too_noisy().join(", ");
        assert!(noisy.starts_with("shifted (by 1.2"), "{noisy}");
        assert!(noisy.contains("wild (by 1,"), "{noisy}");
    }
}

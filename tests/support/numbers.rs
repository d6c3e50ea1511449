//! The numbers on the built pages are those that were measured.

use std::fs;
use std::path::Path;

use book::files::files_below;
use book::read::problem::Problem;

/// The numbers on the pages in `html` are those in the file, rounded. This does
/// not go through the code that wrote them.
pub fn check_numbers(root: &Path, html: &Path) -> Vec<Problem> {
    let file = Path::new("measure/results.json");
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    let Ok(results) = serde_json::from_str::<serde_json::Value>(&text) else {
        return vec![Problem::new(file, 0, "holds no results")];
    };
    let mut problems = Vec::new();
    let mut found = 0;
    for page in files_below(html, Path::new("")) {
        let text = fs::read_to_string(html.join(&page)).unwrap_or_default();
        for shown in text.split("<data value=\"").skip(1) {
            let shown = shown.split("</data>").next().unwrap_or_default();
            let (key, shown) = shown.split_once("\">").unwrap_or((shown, ""));
            let number = &results["numbers"][key];
            let unit = shown.trim_start_matches(|c: char| {
                c.is_ascii_digit() || c == '.' || c == '\u{a0}'
            });
            let digits = shown.strip_suffix(unit).unwrap_or(shown);
            let value: f64 = digits.trim().parse().unwrap_or(f64::NAN);
            let factor = match (unit, number["unit"].as_str()) {
                ("ms", Some("µs")) => 1e3,
                ("s", Some("µs")) => 1e6,
                ("MiB", Some("KiB")) => 1024.0,
                (unit, Some(measured)) if unit == measured => 1.0,
                _ => f64::NAN,
            };
            let median = number["median"].as_f64().unwrap_or(f64::NAN);
            let off = (value * factor - median).abs();
            if off.is_nan() || off > 0.006 * factor.max(median) {
                let what =
                    format!("{key} is shown as {shown}, and is {number}");
                problems.push(Problem::new(&page, 0, what));
            }
            found += 1;
        }
    }
    if found == 0 {
        problems.push(Problem::new(file, 0, "no page shows a number of it"));
    }
    problems
}

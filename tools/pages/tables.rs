//! The tables of a page: their code may break at its joints, and each case of a
//! table of cases has an address.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::html::escape;

/// Lines that stay as they are, but for tables.
pub fn prose(out: &mut String, lines: &[String], cases: &mut BTreeSet<String>) {
    let mut of_cases = false;
    for (n, line) in lines.iter().enumerate() {
        if !line.starts_with('|') {
            out.push_str(line);
        } else if n == 0 || !lines[n - 1].starts_with('|') {
            of_cases = first_cell(line).trim() == "Case";
            out.push_str(&with_breaks(line));
        } else if of_cases && !line.starts_with("|--") {
            out.push_str(&with_breaks(&with_anchor(line, cases)));
        } else {
            out.push_str(&with_breaks(line));
        }
        out.push('\n');
    }
}

/// What stands in the first cell of a table's row.
fn first_cell(row: &str) -> &str {
    let cell = &row[1..];
    let mut ends = cell.match_indices('|').map(|(at, _)| at);
    let end = ends.find(|&at| !cell[..at].ends_with('\\'));
    &cell[..end.unwrap_or(cell.len())]
}

/// The row of a table of cases with an address of its own: what is in its first
/// cell leads to itself, as a heading does. `cases` are those that are taken.
fn with_anchor(row: &str, cases: &mut BTreeSet<String>) -> String {
    let cell = first_cell(row);
    let rest = &row[1 + cell.len()..];
    let cell = cell.trim();
    let id = case_id(cell, cases);
    if cell.contains("](") {
        return format!("| <span id=\"{id}\">{cell}</span> {rest}");
    }
    format!("| <a class=\"case\" id=\"{id}\" href=\"#{id}\">{cell}</a> {rest}")
}

/// What a case is called in an address: its words, without what they lead to.
fn case_id(cell: &str, cases: &mut BTreeSet<String>) -> String {
    let mut parts = cell.split("](");
    let mut words = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once(')').map_or(part, |(_, after)| after);
        words.push_str(after);
    }
    let words = words.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = format!("case-{}", words.join("-"));
    let free = (1..).map(|n| match n {
        1 => id.clone(),
        n => format!("{id}-{n}"),
    });
    let mut free = free.skip_while(|id| cases.contains(id));
    let id = free.next().expect("there are more numbers than cases");
    cases.insert(id.clone());
    id
}

/// The code in tables: a name such as `std::process::Command` may break at its
/// joints, or a table would be wider than a telephone.
fn with_breaks(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (n, part) in line.split('`').enumerate() {
        // The odd parts stand between two backticks.
        if n % 2 == 0 {
            out.push_str(part);
            continue;
        }
        // What Markdown would read as something else stays code.
        let mut code = String::new();
        for c in part.replace("\\|", "|").chars() {
            match c {
                '*' | '[' | ']' | '\\' | '~' | '|' => {
                    let _ = write!(code, "&#{};", c as u32);
                }
                '_' => code.push_str("&#95;<wbr>"),
                c => code.push_str(&escape(&c.to_string())),
            }
        }
        let code = code.replace("::", "::<wbr>").replace('(', "<wbr>(");
        let code = code.replace('.', ".<wbr>");
        let _ = write!(out, "<code>{code}</code>");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::prose;

    #[test]
    fn each_case_has_an_address() {
        let table = "| Case | Rust |\n|---|---|\n| `a \\| b` fails | `x` |\n\
                     | `A`, b: fails | |\n| [no `x`](x.md), now | |\n\
                     \n| Name | |\n|---|---|\n| x | |";
        let lines: Vec<String> = table.lines().map(str::to_owned).collect();
        let mut out = String::new();
        prose(&mut out, &lines, &mut BTreeSet::new());
        let rows: Vec<&str> = out.lines().collect();
        let link = |id: &str, text: &str| {
            format!(
                "| <a class=\"case\" id=\"{id}\" href=\"#{id}\">{text}</a> |"
            )
        };
        let first = link("case-a-b-fails", "<code>a &#124; b</code> fails");
        assert_eq!(rows[2], first + " <code>x</code> |");
        let second = link("case-a-b-fails-2", "<code>A</code>, b: fails");
        assert_eq!(rows[3], second + " |");
        let third =
            "<span id=\"case-no-x-now\">[no <code>x</code>](x.md), now</span>";
        assert_eq!(rows[4], format!("| {third} | |"));
        assert_eq!(rows[8], "| x | |");
    }
}

//! What a snapshot masks, because it differs from run to run. A crate declares
//! it in its `Cargo.toml`, and the page says it above the output.

use std::collections::BTreeSet;

use serde::Deserialize;

/// A thing that differs from run to run.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Mask {
    /// PIDs are renumbered.
    Pids,
    /// Lines are compared as a set.
    Order,
}

impl Mask {
    /// How a page tells it to the reader.
    pub fn label(self) -> &'static str {
        match self {
            Mask::Pids => "PIDs renumbered",
            Mask::Order => "lines in any order",
        }
    }
}

/// Are two outputs the same, as far as the masks let us tell?
pub fn same(a: &str, b: &str, masks: &[Mask]) -> bool {
    let canonical = |text: &str| {
        let mut lines: Vec<&str> = text.trim_end().lines().collect();
        if masks.contains(&Mask::Order) {
            lines.sort_by_key(|line| mask_pids(line, |_| String::new()));
        }
        let text = lines.join("\n");
        match masks.contains(&Mask::Pids) {
            true => by_appearance(&text),
            false => text,
        }
    };
    canonical(a) == canonical(b)
}

/// Masks what is declared to vary, and fails where nothing of the kind is seen:
/// then the declaration is not needed.
pub fn mask(text: &str, masks: &[Mask]) -> Result<String, String> {
    for mask in masks {
        let needed = match mask {
            Mask::Pids => renumber(text) != text,
            Mask::Order => text.lines().count() > 1,
        };
        if !needed {
            return Err(format!(
                "the mask for {:?} is not needed; it prints:\n{text}",
                mask.label()
            ));
        }
    }
    Ok(match masks.contains(&Mask::Pids) {
        true => renumber(text),
        false => text.to_owned(),
    })
}

/// Gives the processes the numbers 4201, 4202, …, the smallest PID first, so
/// that equal stay equal and older stay smaller. 1 is always 1.
fn renumber(text: &str) -> String {
    let mut pids = BTreeSet::new();
    mask_pids(text, |pid| {
        pids.extend(pid.parse::<u64>().ok().filter(|&pid| pid != 1));
        String::new()
    });
    let pids: Vec<u64> = pids.into_iter().collect();
    mask_pids(text, |pid| {
        let pid = pid.parse::<u64>().ok();
        let place = pid.and_then(|pid| pids.binary_search(&pid).ok());
        place.map_or(1, |place| 4201 + place).to_string()
    })
}

/// Numbers the processes in the order in which they appear: PIDs can wrap
/// around, so a comparison takes nothing from their sizes.
fn by_appearance(text: &str) -> String {
    let mut seen = vec!["1".to_owned()];
    mask_pids(text, |pid| {
        let place = seen.iter().position(|known| known == pid);
        place
            .unwrap_or_else(|| {
                seen.push(pid.to_owned());
                seen.len() - 1
            })
            .to_string()
    })
}

/// What stands before a PID: the word, or the way in which Python and Rust
/// print a process and a thread.
const BEFORE_A_PID: [&str; 4] = ["PID ", "pid=", "parent=", "' ("];

/// Replaces each number that stands where a PID does.
fn mask_pids(text: &str, mut with: impl FnMut(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let next = BEFORE_A_PID
            .iter()
            .filter_map(|word| Some(rest.find(word)? + word.len()))
            .min();
        let Some(at) = next else { return out + rest };
        let (before, after) = rest.split_at(at);
        let end = after.find(|c: char| !c.is_ascii_digit());
        let (number, after) = after.split_at(end.unwrap_or(after.len()));
        out += before;
        if !number.is_empty() {
            out += &with(number);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::{Mask, mask, same};

    #[test]
    fn pids_are_renumbered_and_nothing_else() {
        let masked =
            mask("a: PID 77, PPID 9\nb: PID 9, 77 is 1", &[Mask::Pids]);
        let expected = "a: PID 4202, PPID 4201\nb: PID 4201, 77 is 1";
        assert_eq!(masked.as_deref(), Ok(expected));
        assert!(mask("no number here", &[Mask::Pids]).is_err());
    }

    #[test]
    fn an_order_that_may_vary_hides_no_changed_line() {
        let masks = [Mask::Pids, Mask::Order];
        let a = "P: PID 7, PPID 5\ny: PID 8, PPID 5";
        assert!(same(a, "y: PID 3, PPID 1000\nP: PID 2, PPID 1000", &masks));
        assert!(!same(a, "y: PID 3, PPID 1000\nP: PID 2, PPID 3", &masks));
        assert!(!same(a, "y: PID 3, PPID 1000\nP: PID 3, PPID 1000", &masks));
        assert!(!same(a, "P: PID 7, PPID 5", &masks));
        assert!(!same(a, "y: PID 8, PPID 5\nP: PID 7, PPID 5", &[Mask::Pids]));
    }
}

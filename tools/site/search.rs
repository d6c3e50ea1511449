//! The index of the search: which words are in which section. It is a tenth of
//! mdBook's, which holds every page whole; `theme/search.js` reads it.
//!
//! ```text
//! pages     [["process/join.html", "join"], …]
//! sections  [[page, anchor, title, beginning], …]
//! words     a line each: the word, then its sections in order, as steps from
//!           the one before, in base 36
//! terms     [[name or words, section, …], …]: the sections that come first
//! ```
//!
//! The function that asks the terms stands behind it: `theme/terms.js`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::chapter::Chapter;
use super::reading::beginning;
use crate::terms::{INDEX, Place, Terms, key};

/// So many letters of a section are shown with it.
const BEGINNING: usize = 90;

/// So many sections come first for one term.
const PINNED: usize = 3;

/// The index as a script, so that it can be loaded from `file://`. Fails if a
/// term leads to a section that the pages do not have.
pub fn script(
    chapters: &[Chapter],
    terms: &Terms,
    ask: &str,
) -> Result<String> {
    let mut sections = Vec::new();
    let mut numbers = HashMap::new();
    let terms_page = INDEX.replace(".md", ".html");
    let mut words: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (page, chapter) in chapters.iter().enumerate() {
        // The printed index has all names and explains none.
        let is_index = chapter.file == terms_page;
        for section in &chapter.reading.sections {
            for text in [&chapter.name, &section.title, &section.text] {
                for word in words_of(text).filter(|_| !is_index) {
                    words.entry(word).or_default().insert(sections.len());
                }
            }
            numbers.insert((page, section.anchor.as_str()), sections.len());
            sections.push(json!([
                page,
                section.anchor,
                section.title,
                beginning(&section.text, BEGINNING),
            ]));
        }
    }
    let pages: Vec<_> =
        chapters.iter().map(|c| json!([c.file, c.name])).collect();
    let words: Vec<String> = words
        .iter()
        .map(|(word, sections)| {
            let mut line = word.clone();
            let mut last = 0;
            for section in sections {
                line.push(' ');
                line.push_str(&base36(section - last));
                last = *section;
            }
            line
        })
        .collect();
    let index = json!({
        "pages": pages,
        "sections": sections,
        "words": words.join("\n"),
        "terms": pinned(terms, &numbers)?,
    });
    Ok(format!("window.searchIndex = {index};\n{ask}"))
}

/// Each term with its sections, one row for all names that are typed the same.
fn pinned(
    terms: &Terms,
    sections: &HashMap<(usize, &str), usize>,
) -> Result<Vec<Value>> {
    let mut rows: BTreeMap<String, (&str, Vec<&Place>)> = BTreeMap::new();
    for term in &terms.terms {
        let row = rows.entry(key(&term.name));
        let (_, places) = row.or_insert((&term.name, Vec::new()));
        places.extend(&term.places);
    }
    let mut out = Vec::new();
    for (name, mut places) in rows.into_values() {
        places.sort_by_key(|place| (place.weight, place.page));
        let mut row = vec![json!(name)];
        for place in places {
            let section = sections.get(&(place.page, place.anchor.as_str()));
            let section = section.with_context(|| {
                let page = &terms.pages[place.page].path;
                format!("{name:?}: {page} has no section #{}", place.anchor)
            })?;
            let section = json!(section);
            if !row.contains(&section) && row.len() <= PINNED {
                row.push(section);
            }
        }
        out.push(json!(row));
    }
    Ok(out)
}

/// The words of a text in small letters. A name such as `is_alive` is one word.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn base36(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().map(|&digit| digit as char).collect()
}

#[cfg(test)]
mod tests {
    use super::{base36, words_of};

    #[test]
    fn a_name_is_one_word() {
        let words: Vec<String> = words_of("p.is_alive(), or Popen?").collect();
        assert_eq!(words, ["p", "is_alive", "or", "popen"]);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([0, 35, 36, 1295].map(base36), ["0", "z", "10", "zz"]);
    }
}

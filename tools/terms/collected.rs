//! The terms that were found so far, and their places.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Result, bail};

use super::names::kind_of;
use super::term::{Kind, Place, Term, Weight, key};

#[derive(Default)]
pub struct Collected {
    places: HashMap<(String, Kind), Vec<Place>>,
    /// The names that are listed nowhere: variables of the examples, words that
    /// stand in a table of names and are none.
    dropped: HashSet<String>,
}

impl Collected {
    pub fn add(&mut self, name: &str, kind: Kind, place: Place) {
        let places = self.places.entry((name.to_owned(), kind)).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// Adds what `theme/terms.toml` says.
    pub fn add_chosen(
        &mut self,
        text: &str,
        anchors: &HashMap<String, (usize, HashSet<String>)>,
    ) -> Result<()> {
        let table: BTreeMap<String, Vec<String>> = toml::from_str(text)?;
        for (place, names) in &table {
            if place == "dropped" {
                self.dropped.extend(names.iter().cloned());
                continue;
            }
            let (path, anchor) =
                place.split_once('#').unwrap_or((place.as_str(), ""));
            let Some((page, known)) = anchors.get(path) else {
                bail!("src/SUMMARY.md has no page {path}");
            };
            if !anchor.is_empty() && !known.contains(anchor) {
                bail!("src/{path} has no heading #{anchor}");
            }
            for name in names {
                let (name, kind) = match name.strip_prefix('`') {
                    Some(code) => {
                        let code = code.trim_end_matches('`');
                        (code, kind_of(code, Kind::Python))
                    }
                    None if name.split(' ').count() > 2 => {
                        (name.as_str(), Kind::Question)
                    }
                    None => (name.as_str(), Kind::Subject),
                };
                let place = Place {
                    weight: Weight::Chosen,
                    page: *page,
                    anchor: anchor.to_owned(),
                };
                self.add(name, kind, place);
            }
        }
        Ok(())
    }

    /// The terms in order. A name that is only ever mentioned is none, but for
    /// signals and errors; other mentions belong to names that have a table.
    pub fn sorted(self) -> Vec<Term> {
        let Collected { places, dropped } = self;
        let mut mentions: HashMap<String, Vec<Place>> = HashMap::new();
        let mut terms = Vec::new();
        for ((name, kind), mut places) in places {
            let only_mentioned =
                places.iter().all(|place| place.weight == Weight::Mention);
            if dropped.contains(&name) {
                continue;
            }
            if only_mentioned && !matches!(kind, Kind::Signal | Kind::Error) {
                mentions.insert(name, places);
                continue;
            }
            places.sort_by_key(|place| (place.weight, place.page));
            terms.push(Term { name, kind, places });
        }
        for term in &mut terms {
            if term.kind == Kind::SystemCall
                && let Some(places) = mentions.get(&term.name)
            {
                term.places.extend(places.iter().cloned());
            }
        }
        terms.sort_by_cached_key(|term| {
            (term.kind, key(&term.name), term.name.clone())
        });
        terms
    }
}

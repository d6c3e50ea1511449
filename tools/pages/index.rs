//! The printed index: every name of the book, and the pages that explain it.
//! It takes the place of a comment on its page, `src/reference/index.md`.

use std::fmt::Write;

use crate::html::{escape, up};
use crate::terms::{INDEX, Kind, Place, Term, Terms, Weight};

/// The comment on the page that the index takes the place of.
pub const MARKER: &str = "<!-- the index -->";

/// So many pages are given for a name. Who has read them knows it.
const PLACES: usize = 5;

const KINDS: [(Kind, &str); 6] = [
    (Kind::Python, "Python"),
    (Kind::Rust, "Rust"),
    (Kind::SystemCall, "System calls"),
    (Kind::Signal, "Signals"),
    (Kind::Error, "Errors"),
    (Kind::Subject, "Subjects"),
];

/// The index as Markdown. Its links lead from its own page.
pub fn markdown(terms: &Terms) -> String {
    let mut out = String::new();
    for (kind, title) in KINDS {
        let _ = writeln!(out, "## {title}\n\n<div class=\"names\">\n");
        for term in terms.terms.iter().filter(|term| term.kind == kind) {
            let links: Vec<String> =
                printed(term).map(|place| link(terms, place)).collect();
            let name = match kind {
                Kind::Subject => escape(&term.name),
                _ => format!("`{}`", term.name),
            };
            let _ = writeln!(out, "- {name}: {}", links.join(", "));
        }
        out.push_str("\n</div>\n\n");
    }
    out
}

/// The places that are printed: one a page, the best ones of the term.
pub fn printed(term: &Term) -> impl Iterator<Item = &Place> {
    let mut pages = Vec::new();
    let places = term.places.iter().filter(move |place| {
        let new = !pages.contains(&place.page);
        pages.push(place.page);
        new
    });
    places.take(PLACES)
}

/// A link to a place from the page of the index. The place that says most is
/// the first one, in bold if it is about nothing else.
fn link(terms: &Terms, place: &Place) -> String {
    let page = &terms.pages[place.page];
    let anchor = match place.anchor.as_str() {
        "" => String::new(),
        anchor => format!("#{anchor}"),
    };
    let title = page.title.replace('_', "\\_").replace('*', "\\*");
    let link = format!("[{title}]({}{}{anchor})", up(INDEX), page.path);
    match place.weight {
        Weight::Title => format!("**{link}**"),
        _ => link,
    }
}

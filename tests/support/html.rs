//! The promise, of the built book: no dead link, no request to another host, no
//! program that is typed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use book::files::{files_below, normal};
use book::read::problem::Problem;
use html5gum::{Token, Tokenizer};

/// What is wrong with the built book in `html`: dead links, dead headings, two
/// things with one name, a request to another host, a raw admonition.
pub fn check_html(html: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeMap::new();
    let mut pages = Vec::new();
    for file in files_below(html, Path::new("")) {
        if file.extension().is_some_and(|ending| ending == "html") {
            let text = fs::read_to_string(html.join(&file)).unwrap_or_default();
            let elements = elements(&text);
            let mut seen = BTreeSet::new();
            for id in elements.iter().filter_map(|e| e.get("id")) {
                if !seen.insert(id.clone()) {
                    let what = format!("two things are called #{id}");
                    problems.push(Problem::new(&file, 0, what));
                }
            }
            ids.insert(file.clone(), seen);
            pages.push((file, text, elements));
        }
    }
    for (file, text, elements) in &pages {
        for raw in ["```", "{{#", "{{number", "{{machine", "language-admonish"]
        {
            // The documentation of the library has blocks of its own.
            let is_raw = |(at, _)| !text[..at].ends_with("/// ");
            if text.match_indices(raw).any(is_raw) {
                let what = format!("{raw:?} was not rendered");
                problems.push(Problem::new(file, 0, what));
            }
        }
        for block in ["<pre", "<samp"] {
            let typed = text.match_indices(block).any(|(at, _)| {
                let figure = text[..at].rfind("<figure class=\"listing");
                figure.is_none() || text[..at].rfind("</figure>") > figure
            });
            if typed {
                let what =
                    format!("{block}> outside of a listing: it is typed");
                problems.push(Problem::new(file, 0, what));
            }
        }
        let links = elements.iter().filter(|e| e["<"] == "link").any(|link| {
            let elsewhere = |value: &String| value.contains("//");
            link.get("href").is_some_and(elsewhere)
                && link.get("rel").is_none_or(|rel| rel != "canonical")
        });
        if links || text.contains("url(http") || text.contains("url(//") {
            let what = "asks another host for its looks";
            problems.push(Problem::new(file, 0, what));
        }
        for name in ["src", "srcset", "data", "poster"] {
            for address in elements.iter().filter_map(|e| e.get(name)) {
                if address.contains("//") {
                    let what = format!("asks another host: {address}");
                    problems.push(Problem::new(file, 0, what));
                }
            }
        }
        // The addresses of 404.html start at the site's root.
        if file.ends_with("404.html") {
            continue;
        }
        for address in elements.iter().filter_map(|e| e.get("href")) {
            if address.contains("://") || address.starts_with("data:") {
                continue;
            }
            let (path, fragment) =
                address.split_once('#').unwrap_or((address, ""));
            let target = match path {
                "" => file.clone(),
                path => normal(&file.with_file_name(path)),
            };
            let what = if !html.join(&target).is_file() {
                format!("dead link: {address}")
            } else if !fragment.is_empty()
                && !ids.get(&target).is_some_and(|ids| ids.contains(fragment))
            {
                format!("dead heading: {address}")
            } else {
                continue;
            };
            problems.push(Problem::new(file, 0, what));
        }
    }
    problems
}

/// The attributes of an element, and under `<` its name.
type Element = BTreeMap<String, String>;

fn elements(html: &str) -> Vec<Element> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let tags = Tokenizer::new(html).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) => Some(tag),
        _ => None,
    });
    tags.map(|tag| {
        let attributes = tag.attributes.iter();
        let mut element: Element =
            attributes.map(|(name, value)| (text(name), text(value))).collect();
        element.insert("<".to_owned(), text(&tag.name));
        element
    })
    .collect()
}

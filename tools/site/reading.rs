//! A page as a reader sees it: its sections and their words.

use anyhow::Result;
use html5gum::{Token, Tokenizer};

use crate::html::main;

/// What a page says.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its first paragraph, or as many of its sentences as search engines show.
    pub description: String,
    pub sections: Vec<Section>,
}

/// A heading, and what stands under it up to the next one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// 1 to 6, as in `<h1>`, or [`TERM`].
    pub level: u8,
    /// Its `id`; the first section of a page needs none.
    pub anchor: String,
    pub title: String,
    /// The prose, without listings and pictures.
    pub text: String,
}

/// The level of a term with its definition, `<dt>`: below all headings.
const TERM: u8 = 7;

/// About so many letters of a description are shown by search engines.
const DESCRIPTION: usize = 180;

impl Reading {
    /// Reads the `<main>` of a page.
    pub fn new(html: &str) -> Result<Self> {
        let prose = without_figures(main(html)?);
        let mut sections: Vec<Section> = Vec::new();
        let mut paragraph = String::new();
        let (mut in_heading, mut in_paragraph) = (false, false);
        for token in Tokenizer::new(&prose) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    match name.as_str() {
                        "p" => in_paragraph = paragraph.is_empty(),
                        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" => {
                            in_heading = true;
                            let id = tag.attributes.get(&b"id"[..]);
                            let id = id.map(|id| String::from_utf8_lossy(id));
                            sections.push(Section {
                                level: match name.as_bytes()[1] {
                                    b't' => TERM,
                                    digit => digit - b'0',
                                },
                                anchor: match sections.is_empty() {
                                    true => String::new(),
                                    false => id.unwrap_or_default().into(),
                                },
                                ..Section::default()
                            });
                        }
                        // Letters on both sides of these are one word.
                        "a" | "b" | "code" | "em" | "strong" | "wbr" => {}
                        _ => {
                            if let Some(section) = sections.last_mut() {
                                section.text.push(' ');
                            }
                        }
                    }
                }
                Token::EndTag(tag) => match &tag.name[..] {
                    b"p" => in_paragraph = false,
                    [b'h', b'1'..=b'6'] | b"dt" => in_heading = false,
                    _ => {}
                },
                Token::String(text) => {
                    let text = String::from_utf8_lossy(&text);
                    if in_paragraph {
                        paragraph.push_str(&text);
                    }
                    match sections.last_mut() {
                        Some(section) if in_heading => {
                            section.title.push_str(&text);
                        }
                        Some(section) => section.text.push_str(&text),
                        None => {}
                    }
                }
                _ => {}
            }
        }
        for section in &mut sections {
            section.title = one_line(&section.title);
            section.text = one_line(&section.text);
        }
        let description = sentences(&one_line(&paragraph), DESCRIPTION);
        Ok(Reading { description, sections })
    }
}

/// The HTML without listings and pictures, which are most of it.
fn without_figures(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (n, part) in html.split("<figure").enumerate() {
        let prose = match n {
            0 => Some(part),
            _ => part.split_once("</figure>").map(|(_, after)| after),
        };
        out.push_str(prose.unwrap_or_default());
    }
    out
}

/// The text with one space where there were any spaces and line ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The beginning of a text, cut after a sentence if one ends in time.
fn sentences(text: &str, limit: usize) -> String {
    let start = beginning(text, limit);
    match start.strip_suffix('…').and_then(|s| s.rfind(['.', '?', '!'])) {
        Some(end) if end > limit / 3 => start[..=end].to_owned(),
        _ => start,
    }
}

/// The beginning of a text, cut after a word, with `…` if more follows.
pub fn beginning(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", text[..end].trim_end_matches([',', ':', ';']))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, beginning};

    #[test]
    fn a_page_has_sections_and_a_description() {
        let html = "<main id=\"text\"><h1 id=\"join\"><a>join</a></h1>\
                    <p>Who <em>waits</em>? You &amp; I.</p>\
                    <figure>unread</figure><table><tr><td>p.<wbr>join</td>\
                    <td>x</td></tr></table>\
                    <h2 id=\"end\">The <code>end</code></h2>Done.</main>";
        let reading = Reading::new(html).expect("a page");
        assert_eq!(reading.description, "Who waits? You & I.");
        let [first, second] = &reading.sections[..] else {
            panic!("{reading:?}")
        };
        assert_eq!(first.text, "Who waits? You & I. p.join x");
        assert_eq!((first.title.as_str(), first.level), ("join", 1));
        assert_eq!((second.title.as_str(), second.level), ("The end", 2));
        assert_eq!(
            (first.anchor.as_str(), second.anchor.as_str()),
            ("", "end")
        );
    }

    #[test]
    fn a_beginning_ends_after_a_word() {
        assert_eq!(beginning("one two", 7), "one two");
        assert_eq!(beginning("one, two", 6), "one…");
    }
}

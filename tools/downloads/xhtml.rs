//! From the HTML that mdBook writes to the XHTML of an EPUB: each element is
//! closed, each attribute quoted, and what only a browser needs is gone.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use html5gum::{StartTag, Token, Tokenizer};

use crate::html::{escape, main};

/// What stands in the `<main>` of a page, as XHTML.
pub struct Xhtml {
    pub body: String,
    /// Does it hold a picture drawn in SVG?
    pub svg: bool,
    /// The files of its other pictures, relative to the page.
    pub images: BTreeSet<String>,
}

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
    "source", "track", "wbr", "param",
];

/// Names of SVG with capitals, which HTML does not tell from small letters.
const CAPITALS: [&str; 16] = [
    "clipPath",
    "clipPathUnits",
    "gradientTransform",
    "gradientUnits",
    "lengthAdjust",
    "linearGradient",
    "markerHeight",
    "markerWidth",
    "pathLength",
    "patternUnits",
    "preserveAspectRatio",
    "radialGradient",
    "refX",
    "refY",
    "textLength",
    "viewBox",
];

/// Converts the `<main>` of a page. Fails if its elements do not nest.
pub fn convert(html: &str) -> Result<Xhtml> {
    let mut out =
        Xhtml { body: String::new(), svg: false, images: BTreeSet::new() };
    // The open elements, and as what they are written; of some, only what is
    // in them is.
    let mut open: Vec<(String, Option<String>)> = Vec::new();
    for token in Tokenizer::new(main(html)?) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let within = |outer| open.iter().any(|(n, _)| n == outer);
                let is_void = VOID.contains(&name.as_str());
                let ends = is_void || (within("svg") && tag.self_closing);
                let written = match name.as_str() {
                    _ if is_heading_link(&tag) => None,
                    // mdbook-admonish has blocks there, which HTML forbids.
                    "div" | "p" if within("summary") => Some("span"),
                    name => Some(with_capitals(name)),
                };
                if let Some(name) = written {
                    out.start(name, &tag, ends);
                }
                let written = written.map(str::to_owned);
                if !ends {
                    open.push((name, written));
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                match open.pop() {
                    Some((last, written)) if last == name => {
                        if let Some(name) = written {
                            out.body.push_str(&format!("</{name}>"));
                        }
                    }
                    Some((last, _)) => bail!("</{name}> ends <{last}>"),
                    None => bail!("</{name}> ends nothing"),
                }
            }
            Token::String(string) => out.body.push_str(&plain(&text(&string))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    match open.pop() {
        Some((name, _)) => bail!("<{name}> never ends"),
        None => Ok(out),
    }
}

impl Xhtml {
    fn start(&mut self, name: &str, tag: &StartTag<()>, ends: bool) {
        self.body.push_str(&format!("<{name}"));
        if name == "svg" {
            self.svg = true;
            self.body.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
        }
        for (key, value) in &tag.attributes {
            let (key, value) = (text(key), text(value));
            let letter =
                |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
            if matches!(key.as_str(), "tabindex" | "xmlns")
                || !key.chars().all(letter)
            {
                continue;
            }
            let value = match key.as_str() {
                "id" | "for" => xml_id(&value),
                "href" => address(&value),
                _ => value,
            };
            if key == "src" && !value.contains(':') {
                self.images.insert(value.clone());
            }
            let (key, value) = (with_capitals(&key), plain(&value));
            self.body.push_str(&format!(" {key}=\"{value}\""));
        }
        self.body.push_str(if ends { "/>" } else { ">" });
    }
}

/// The link of a heading to itself.
fn is_heading_link(tag: &StartTag<()>) -> bool {
    let class = tag.attributes.get(&b"class"[..]);
    text(&tag.name) == "a" && class.is_some_and(|class| text(class) == "header")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Text as XML has it.
pub fn plain(text: &str) -> String {
    // Characters that XML has no way to write, such as an escape sequence's.
    let allowed = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    escape(&text.chars().filter(allowed).collect::<String>())
}

fn with_capitals(name: &str) -> &str {
    let mut known = CAPITALS.iter();
    known.find(|n| n.eq_ignore_ascii_case(name)).map_or(name, |n| n)
}

/// The address of a page of the book ends in `.xhtml`.
fn address(href: &str) -> String {
    if href.contains("://") || href.starts_with("mailto:") {
        return href.to_owned();
    }
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, format!("#{}", xml_id(fragment))),
        None => (href, String::new()),
    };
    match path.strip_suffix(".html") {
        Some(page) => format!("{page}.xhtml{fragment}"),
        None => format!("{path}{fragment}"),
    }
}

/// A name in XML does not begin with a digit or a hyphen.
fn xml_id(id: &str) -> String {
    match id.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        true => format!("_{id}"),
        false => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::convert;

    fn body(main: &str) -> String {
        let page = format!("<main id=\"text\">{main}</main>");
        convert(&page).expect("it nests").body
    }

    #[test]
    fn html_becomes_xml() {
        assert_eq!(
            body("<p hidden>a&nbsp;&lt; b<br>c<!-- d --></p>"),
            "<p hidden=\"\">a\u{a0}&lt; b<br/>c</p>"
        );
        assert_eq!(
            body("<h2 id=\"2-x\"><a class=\"header\" href=\"#2-x\">X</a></h2>"),
            "<h2 id=\"_2-x\">X</h2>"
        );
        assert_eq!(
            body("<a href=\"../process/join.html#2-x\">join</a>"),
            "<a href=\"../process/join.xhtml#_2-x\">join</a>"
        );
        assert_eq!(
            body("<svg viewbox=\"0 0 9 9\"><path d=\"M0 0\" /></svg>"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
             <path d=\"M0 0\"/></svg>"
        );
    }

    #[test]
    fn what_does_not_nest_is_an_error() {
        let fails = |main: &str| {
            let page = format!("<main>{main}</main>");
            convert(&page).err().map(|e| e.to_string())
        };
        assert_eq!(fails("<p><b></p>").as_deref(), Some("</p> ends <b>"));
        assert_eq!(fails("<p>").as_deref(), Some("<p> never ends"));
    }
}

//! What is around the text of each page: the frame of `theme/index.hbs`, whose
//! open places are filled in.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use mdbook_driver::book::Book;

use super::address::Address;
use super::chapter::Chapter;
use super::contents;
use crate::files::{files_below, read, write};
use crate::html::{escape, up};

/// What is around the text of each page.
pub struct Frame<'a> {
    pub dest: &'a Path,
    pub book: &'a Book,
    /// The file of the search's index.
    pub index: &'a str,
    pub address: Option<&'a Address>,
    /// May browsers keep the whole book?
    pub offline: bool,
}

impl Frame<'_> {
    /// Finishes one page. A page that is no chapter is print.html or 404.html.
    pub fn finish(&self, file: &str, chapter: Option<&Chapter>) -> Result<()> {
        let up = up(file);
        let mut page = Patched::read(self.dest, file)?;
        let mut attributes = format!(" data-index=\"{up}{}\"", self.index);
        if self.offline {
            attributes.push_str(" data-offline");
        }
        if file == "404.html" {
            attributes.push_str(" data-lost");
        }
        page.after(&format!("data-root=\"{up}\""), &attributes)?;
        // A corner of a table is no head of a column.
        page.html = page.html.replace("<th></th>", "<td></td>");
        let contents = contents::list(self.book, &up, chapter);
        page.between("<!-- contents -->", "<!-- /contents -->", &contents)?;
        if let Some(chapter) = chapter {
            let head = self.head(chapter);
            page.between("<!-- page -->", "<!-- /page -->", &head)?;
        } else {
            page.once("<!-- page -->\n", "")?;
            page.once("<!-- /page -->\n", "")?;
        }
        page.write()
    }

    /// What search engines and those who link to a page are told about it.
    fn head(&self, chapter: &Chapter) -> String {
        let description = escape(&chapter.reading.description);
        let mut head =
            format!("<meta name=\"description\" content=\"{description}\">");
        let Some(address) = self.address else { return head };
        let canonical = address.of(&chapter.file);
        head.push_str(&format!(
            "\n<link rel=\"canonical\" href=\"{canonical}\">"
        ));
        for (property, content) in [
            ("type", "article"),
            ("title", &escape(&chapter.name)),
            ("description", &description),
            ("url", &canonical),
            ("image", &address.of("card.png")),
        ] {
            head.push_str(&format!(
                "\n<meta property=\"og:{property}\" content=\"{content}\">"
            ));
        }
        head.push_str(
            "\n<meta name=\"twitter:card\" content=\"summary_large_image\">",
        );
        head
    }
}

/// Adds links to the files beside a finished site, by their labels and names, to
/// each of its pages.
pub fn add_links(dest: &Path, links: &[(&str, &str)]) -> Result<()> {
    for file in files_below(dest, Path::new("")) {
        if file.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let mut page = Patched::read(dest, &file.display().to_string())?;
        let root = page.html.split("data-root=\"").nth(1);
        let root = root.and_then(|rest| rest.split('"').next());
        let root = root.unwrap_or_default().to_owned();
        let links = links.iter().map(|(label, name)| {
            format!("<a href=\"{root}{name}\" download>{label}</a>\n")
        });
        let links: String = links.collect();
        page.before("</p>\n</footer>", &links)?;
        page.write()?;
    }
    Ok(())
}

/// A page in which places are replaced that have to be there.
struct Patched {
    path: PathBuf,
    html: String,
}

impl Patched {
    fn read(dest: &Path, file: &str) -> Result<Self> {
        let path = dest.join(file);
        let html = read(&path)?;
        Ok(Patched { path, html })
    }

    /// Where `place` is, which has to be there exactly once.
    fn find(&self, place: &str) -> Result<usize> {
        let mut found = self.html.match_indices(place);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (first, _) => bail!(
                "{}: {place:?} is there {}, not once: theme/index.hbs or \
                 mdBook has changed",
                self.path.display(),
                if first.is_none() { "never" } else { "twice" },
            ),
        }
    }

    fn once(&mut self, place: &str, with: &str) -> Result<()> {
        let at = self.find(place)?;
        self.html.replace_range(at..at + place.len(), with);
        Ok(())
    }

    fn after(&mut self, place: &str, with: &str) -> Result<()> {
        let at = self.find(place)? + place.len();
        self.html.insert_str(at, with);
        Ok(())
    }

    fn before(&mut self, place: &str, with: &str) -> Result<()> {
        let at = self.find(place)?;
        self.html.insert_str(at, with);
        Ok(())
    }

    /// Replaces all from `start` to `end`, which included.
    fn between(&mut self, start: &str, end: &str, with: &str) -> Result<()> {
        let (from, to) = (self.find(start)?, self.find(end)?);
        self.html.replace_range(from..to + end.len(), with);
        Ok(())
    }

    fn write(self) -> Result<()> {
        write(&self.path, &self.html)
    }
}

/// The page for a dead address is sent in the place of any page, so that its
/// own links begin at the root of the host.
pub fn make_absolute(dest: &Path, path: &str) -> Result<()> {
    let mut page = Patched::read(dest, "404.html")?;
    page.once("data-root=\"\"", &format!("data-root=\"{path}\""))?;
    for name in ["href", "src", "data-index", "data-search"] {
        let start = format!(" {name}=\"");
        let mut parts = page.html.split(&start);
        let mut html = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            html.push_str(&start);
            if !part.starts_with('#') && !part.starts_with('"') {
                html.push_str(path);
            }
            html.push_str(part);
        }
        page.html = html;
    }
    page.html = page.html.replace("url(\"", &format!("url(\"{path}"));
    page.write()
}

#[cfg(test)]
mod tests {
    use super::Patched;

    #[test]
    fn a_place_that_is_not_there_once_is_an_error() {
        let page = |html: &str| Patched {
            path: "join.html".into(),
            html: html.to_owned(),
        };
        let error = page("<b>").once("<i>", "").expect_err("never");
        assert!(error.to_string().contains("\"<i>\" is there never"));
        let error = page("<i><i>").once("<i>", "").expect_err("twice");
        assert!(error.to_string().contains("join.html"));
        let mut good = page("a<!-- x -->old<!-- /x -->b");
        good.between("<!-- x -->", "<!-- /x -->", "new").expect("once");
        assert_eq!(good.html, "anewb");
    }
}

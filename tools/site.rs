//! What the site has and mdBook does not make: the contents beside each page,
//! descriptions for search engines, an index for the search, a list of files
//! for reading offline. It is a pass over the pages that mdBook wrote with
//! `theme/index.hbs`.

mod contents;
mod index;
mod offline;
mod reading;

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use mdbook_driver::book::Book;

use crate::highlight::escape;
use crate::terms::Terms;
use reading::Reading;

/// The beginnings of the files that mdBook writes for a frame of its own.
const UNUSED: [&str; 10] = [
    "ayu-highlight",
    "clipboard",
    "css/chrome",
    "css/general",
    "css/print",
    "css/variables",
    "highlight",
    "toc-",
    "toc.html",
    "tomorrow-night",
];

/// For whom the site is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// An author who looks at what was just saved: nothing may be kept.
    Author,
    /// Readers, for whom browsers may keep the whole book.
    Readers,
    /// Readers who find the whole book beside the site as well: [`DOWNLOADS`].
    Web,
}

/// The whole book as one file: what its link says, and its name.
pub const DOWNLOADS: [(&str, &str); 3] = [
    ("EPUB", "process-by-process.epub"),
    ("PDF", "process-by-process.pdf"),
    ("Zip", "process-by-process.zip"),
];

/// Where the site will be, as in `https://example.org/book/`.
#[derive(Clone)]
pub struct Address(String);

impl Address {
    pub fn new(address: &str) -> Result<Self> {
        let good = address.starts_with("https://") && address.ends_with('/');
        if !good || address.contains(['"', '<', '&', ' ']) {
            bail!("the address {address:?} is not `https://…/`");
        }
        Ok(Address(address.to_owned()))
    }

    /// The part after the host: `/book/`.
    pub fn path(&self) -> &str {
        let host = &self.0["https://".len()..];
        host.find('/').map_or("/", |at| &host[at..])
    }

    /// The one address of a page, which search engines know it by.
    fn of(&self, file: &str) -> String {
        match file {
            "index.html" => self.0.clone(),
            file => format!("{}{file}", self.0),
        }
    }
}

/// A page of the book, in its order.
struct Chapter {
    name: String,
    /// From the site's root, `/` between folders.
    file: String,
    reading: Reading,
}

/// Finishes the site that mdBook wrote into `dest`. Fails if mdBook's pages are
/// not the ones that this was written for.
pub fn finish(
    root: &Path,
    book: &Book,
    dest: &Path,
    address: Option<&Address>,
    audience: For,
) -> Result<()> {
    remove_unused(dest)?;
    let mut chapters = Vec::new();
    for chapter in book.chapters() {
        let Some(path) = &chapter.path else { continue };
        let file = path.with_extension("html").display().to_string();
        let html = read(&dest.join(&file))?;
        let reading = Reading::new(&html).with_context(|| file.clone())?;
        // mdBook writes the first page twice: it is the site's front page.
        let file = if chapters.is_empty() { "index.html".into() } else { file };
        chapters.push(Chapter { name: chapter.name.clone(), file, reading });
    }
    let first = book.chapters().next().and_then(|c| c.path.as_ref());
    let first = first.context("the book has no page")?.with_extension("html");

    let terms = Terms::read(root, book)?;
    let ask = read(&root.join("theme/terms.js"))?;
    let index = index::script(&chapters, &terms, &ask)?;
    let index_file = format!("search-index-{}.js", hash(index.as_bytes()));
    write(&dest.join(&index_file), &index)?;
    let frame = Frame { dest, book, index: &index_file, address, audience };
    for (n, chapter) in chapters.iter().enumerate() {
        frame.finish(&chapter.file, Some(chapter))?;
        if n == 0 {
            frame.finish(&first.display().to_string(), Some(chapter))?;
        }
    }
    frame.finish("print.html", None)?;
    frame.finish("404.html", None)?;
    make_absolute(dest, address.map_or("/", Address::path))?;

    if let Some(address) = address {
        write(&dest.join("sitemap.xml"), &sitemap(address, &chapters))?;
        let card = root.join("theme/card.png");
        fs::copy(&card, dest.join("card.png"))
            .with_context(|| format!("cannot copy {}", card.display()))?;
    }
    if audience != For::Author {
        offline::write(root, dest)?;
    }
    Ok(())
}

/// What is around the text of each page.
struct Frame<'a> {
    dest: &'a Path,
    book: &'a Book,
    /// The file of the search's index.
    index: &'a str,
    address: Option<&'a Address>,
    audience: For,
}

impl Frame<'_> {
    /// Finishes one page. A page that is no chapter is print.html or 404.html.
    fn finish(&self, file: &str, chapter: Option<&Chapter>) -> Result<()> {
        let up = "../".repeat(file.matches('/').count());
        let mut page = Patched::read(self.dest, file)?;
        let mut attributes = format!(" data-index=\"{up}{}\"", self.index);
        if self.audience != For::Author {
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
        let downloads = match self.audience {
            For::Web => downloads(&up),
            For::Author | For::Readers => String::new(),
        };
        page.once("<!-- downloads -->\n", &downloads)?;
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

/// The links to the files beside the site; `up` is the way to its root.
fn downloads(up: &str) -> String {
    let link =
        |(name, file)| format!("<a href=\"{up}{file}\" download>{name}</a>\n");
    DOWNLOADS.map(link).concat()
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
fn make_absolute(dest: &Path, path: &str) -> Result<()> {
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

/// The list of pages for search engines: <https://www.sitemaps.org/protocol.html>.
fn sitemap(address: &Address, chapters: &[Chapter]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for chapter in chapters {
        let url = address.of(&chapter.file);
        xml.push_str(&format!("<url><loc>{url}</loc></url>\n"));
    }
    xml + "</urlset>\n"
}

fn remove_unused(dest: &Path) -> Result<()> {
    for start in UNUSED {
        let path = dest.join(start);
        let dir = path.parent().unwrap_or(dest);
        let start = path.file_name().unwrap_or_default().to_string_lossy();
        let mut found = false;
        for name in crate::listing::names(dir, Path::new("")) {
            if name.starts_with(&*start) {
                fs::remove_file(dir.join(name))?;
                found = true;
            }
        }
        if !found {
            bail!("mdBook no longer writes {}", path.display());
        }
    }
    Ok(fs::remove_dir(dest.join("css"))?)
}

/// Eight digits that differ when the contents do.
fn hash(contents: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(contents);
    format!("{:08x}", hasher.finish() >> 32)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)
        .with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{Address, Patched};

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

    #[test]
    fn an_address_has_a_host_and_a_folder() {
        let address = Address::new("https://example.org/book/").expect("good");
        assert_eq!(address.path(), "/book/");
        assert_eq!(address.of("index.html"), "https://example.org/book/");
        assert!(Address::new("example.org").is_err());
    }
}

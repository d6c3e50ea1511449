//! The book as an EPUB 3: a zip of the pages' text as XHTML, a list of them, and
//! a style. See <https://www.w3.org/TR/epub-33/>.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};
use mdbook_driver::book::Book;
use mdbook_driver::config::BookConfig;

use super::xhtml::{self, plain};
use super::zip::Zip;
use crate::files::{self, normal, read_bytes};
use crate::html::up;
use crate::render::Site;
use crate::site::contents::nested;

/// Tells this book from all others, in each of its versions.
const IDENTIFIER: &str = "urn:uuid:8d3c0c56-4c7b-4b0e-9a55-6a2f0e1d7b61";

const CONTAINER: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">
<rootfiles>
<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>
</rootfiles>
</container>
";

/// A page, or another file of the EPUB.
struct Item {
    /// From the folder `EPUB/`, `/` between folders.
    file: String,
    media_type: &'static str,
    /// What a reading system has to know about it: `nav`, `svg`, `cover-image`,
    /// or nothing.
    properties: &'static str,
    contents: Vec<u8>,
}

impl Item {
    fn page(file: String, properties: &'static str, contents: String) -> Item {
        Item {
            file,
            media_type: "application/xhtml+xml",
            properties,
            contents: contents.into_bytes(),
        }
    }
}

/// Writes a site to `dest`. The error names the page or the file that cannot be
/// written.
pub fn write(site: &Site, dest: &Path) -> Result<()> {
    let Site { dir, root, config, book, .. } = site;
    let title = config.book.title.as_deref().unwrap_or_default();
    let read = |file: &str| read_bytes(&root.join(file));
    let mut items = vec![
        Item::page("nav.xhtml".into(), "nav", contents(book, title)),
        Item {
            file: "epub.css".into(),
            media_type: "text/css",
            properties: "",
            contents: read("theme/epub.css")?,
        },
        Item {
            file: "cover.png".into(),
            media_type: "image/png",
            properties: "cover-image",
            contents: read("theme/cover.png")?,
        },
    ];
    let mut images = BTreeMap::new();
    for chapter in book.chapters() {
        let Some(path) = &chapter.path else { continue };
        let path = path.with_extension("html");
        let page = files::read(&dir.join(&path))?;
        let page = xhtml::convert(&page)
            .with_context(|| path.display().to_string())?;
        for image in &page.images {
            let file = normal(&path.with_file_name(image));
            images.insert(file.display().to_string(), file);
        }
        let file = path.with_extension("xhtml").display().to_string();
        let properties = if page.svg { "svg" } else { "" };
        let page = document(&chapter.name, &up(&file), "", &page.body);
        items.push(Item::page(file, properties, page));
    }
    for (file, path) in images {
        let media_type = media_type(&file)?;
        let contents = read_bytes(&dir.join(path))?;
        items.push(Item { file, media_type, properties: "", contents });
    }
    let package = package(&config.book, &items)?;
    Zip::write(dest, |zip| {
        // Not packed and the first one, so that others know the file by it.
        zip.store("mimetype", b"application/epub+zip")?;
        zip.add("META-INF/container.xml", CONTAINER.as_bytes())?;
        zip.add("EPUB/package.opf", package.as_bytes())?;
        for item in &items {
            zip.add(&format!("EPUB/{}", item.file), &item.contents)?;
        }
        Ok(())
    })
}

/// A document of XHTML; `up` is the way to the style.
fn document(title: &str, up: &str, namespace: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\"{namespace} lang=\"en\" \
         xml:lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <title>{}</title>\n\
         <link rel=\"stylesheet\" href=\"{up}epub.css\"/>\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n",
        plain(title)
    )
}

/// The table of contents.
fn contents(book: &Book, title: &str) -> String {
    let part = |part: &str| format!("<li><span>{}</span>\n<ol>\n", plain(part));
    let list = nested(book, part, |chapter, path| {
        let file = path.with_extension("xhtml").display().to_string();
        let (file, name) = (plain(&file), plain(&chapter.name));
        format!("<li><a href=\"{file}\">{name}</a></li>\n")
    });
    let body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" aria-label=\"Contents\">\n\
         <h1>{}</h1>\n{list}\n</nav>",
        plain(title)
    );
    let namespace = " xmlns:epub=\"http://www.idpf.org/2007/ops\"";
    document(title, "", namespace, &body)
}

/// The description of the book, all files, and the order of its pages.
fn package(book: &BookConfig, items: &[Item]) -> Result<String> {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"en\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{IDENTIFIER}</dc:identifier>\n\
         <dc:title>{}</dc:title>\n\
         <dc:language>{}</dc:language>\n\
         <dc:description>{}</dc:description>\n",
        plain(book.title.as_deref().unwrap_or_default()),
        plain(book.language.as_deref().unwrap_or("en")),
        plain(book.description.as_deref().unwrap_or_default()),
    );
    for author in &book.authors {
        out += &format!("<dc:creator>{}</dc:creator>\n", plain(author));
    }
    out += &format!(
        "<meta property=\"dcterms:modified\">{}</meta>\n",
        humantime::format_rfc3339_seconds(now()?)
    );
    for (property, value) in [
        ("accessMode", "textual"),
        ("accessMode", "visual"),
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "alternativeText"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityHazard", "none"),
    ] {
        out +=
            &format!("<meta property=\"schema:{property}\">{value}</meta>\n");
    }
    out += "</metadata>\n<manifest>\n";
    for (n, item) in items.iter().enumerate() {
        let properties = match item.properties {
            "" => String::new(),
            properties => format!(" properties=\"{properties}\""),
        };
        out += &format!(
            "<item id=\"file-{n}\" href=\"{}\" media-type=\"{}\"{properties}/>\n",
            plain(&item.file),
            item.media_type
        );
    }
    out += "</manifest>\n<spine>\n";
    for (n, item) in items.iter().enumerate() {
        if item.media_type == "application/xhtml+xml" {
            out += &format!("<itemref idref=\"file-{n}\"/>\n");
        }
    }
    Ok(out + "</spine>\n</package>\n")
}

/// The time, or the one that `SOURCE_DATE_EPOCH` says in seconds, for builds
/// that come out the same: <https://reproducible-builds.org/specs/>.
fn now() -> Result<SystemTime> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => {
            let seconds = seconds.parse().with_context(|| {
                format!("SOURCE_DATE_EPOCH is {seconds:?}, not a number")
            })?;
            Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        }
        Err(_) => Ok(SystemTime::now()),
    }
}

fn media_type(file: &str) -> Result<&'static str> {
    Ok(match file.rsplit('.').next().unwrap_or_default() {
        "gif" => "image/gif",
        "jpeg" | "jpg" => "image/jpeg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "webp" => "image/webp",
        _ => bail!("{file} is a picture of a kind that an EPUB cannot have"),
    })
}

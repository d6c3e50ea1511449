//! The book as one file: the EPUB passes `epubcheck`, the PDF has all lines and
//! its links, the zip is the site.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use book::build;
use book::downloads::{Kind, pdf};
use book::read::page::is_mark;
use html5gum::{Token, Tokenizer};
use libtest_mimic::{Arguments, Failed, Trial};
use support::machine::{has, is_ci};
use tempfile::TempDir;
use zip::ZipArchive;

/// Debian's package has a jar that is called as a program would be.
const EPUBCHECK: &str = "/usr/bin/epubcheck";

/// Lines that do not break, in a box that hides where they end.
const CUT: &str = "<style>@media print { main .listing pre, main pre :is(code, samp) \
    { white-space: pre !important; overflow-wrap: normal !important } \
    .listing pre { overflow: hidden !important; width: 200px } }</style>";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The site as it is published, with its downloads.
static SITE: LazyLock<Result<TempDir, String>> = LazyLock::new(|| {
    let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
    build::publish(root(), &dir.path().join("site"))
        .map_err(|e| format!("{e:#}"))?;
    Ok(dir)
});

fn main() {
    let arguments = Arguments::from_args();
    let must = is_ci() && cfg!(target_os = "linux");
    let browser = pdf::browser().is_some();
    let epubcheck = Path::new(EPUBCHECK).is_file();
    let poppler = has("pdftotext", "-v");
    let both = browser && poppler;
    let trials = vec![
        Trial::test("epubcheck has nothing to say", check_epub)
            .with_ignored_flag(!epubcheck && !must),
        Trial::test("the zip is the site", check_zip),
        Trial::test("a published page leads to the downloads", check_links)
            .with_ignored_flag(!browser && !must),
        Trial::test("the PDF has its links", check_pdf)
            .with_ignored_flag(!browser && !must),
        Trial::test("the PDF has each line of each listing", check_lines)
            .with_ignored_flag(!both && !must),
        Trial::test("a line that is cut would be missed", check_cut)
            .with_ignored_flag(!both && !must),
    ];
    libtest_mimic::run(&arguments, trials).exit();
}

/// Writes the book as one file into `dir`.
fn write(dir: &TempDir, kind: Kind, name: &str) -> Result<File, Failed> {
    let file = dir.path().join(name);
    build::download(root(), kind, &file).map_err(|e| format!("{e:#}"))?;
    Ok(File::open(file)?)
}

fn check_epub() -> Result<(), Failed> {
    let dir = TempDir::new()?;
    write(&dir, Kind::Epub, "process.epub")?;
    let output = Command::new("java")
        .args(["-jar", EPUBCHECK, "--failonwarnings"])
        .arg(dir.path().join("process.epub"))
        .output()?;
    match output.status.success() {
        true => Ok(()),
        false => {
            Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
        }
    }
}

fn check_zip() -> Result<(), Failed> {
    let dir = TempDir::new()?;
    let zip = ZipArchive::new(write(&dir, Kind::Zip, "process.zip")?)?;
    for name in ["process/index.html", "process/process/join.html"] {
        if zip.index_for_name(name).is_none() {
            return Err(format!("{name} is not in it").into());
        }
    }
    Ok(())
}

fn check_links() -> Result<(), Failed> {
    let site = SITE.as_ref()?.path().join("site");
    let page = fs::read_to_string(site.join("process/join.html"))?;
    for file in Kind::ALL.map(Kind::file) {
        if !page.contains(&format!("href=\"../{file}\"")) {
            return Err(format!("no link leads to {file}").into());
        }
        fs::metadata(site.join(file)).map_err(|e| format!("{file}: {e}"))?;
    }
    Ok(())
}

fn check_pdf() -> Result<(), Failed> {
    let pdf = SITE.as_ref()?.path().join("site").join(Kind::Pdf.file());
    let pdf = fs::read(pdf)?;
    // Chromium leaves all but the pages' contents unpacked.
    let count = |words: &[u8]| {
        pdf.windows(words.len()).filter(|part| *part == words).count()
    };
    let inside = count(b"/Dest /") + count(b"/Dest/");
    let outlines = count(b"/Outlines");
    if inside < 100 || outlines == 0 {
        let what = format!("{inside} links in the book, {outlines} outlines");
        return Err(what.into());
    }
    // A link to a file was a link to a page, before the pages were one.
    match count(b"/URI (file:") + count(b"/URI(file:") {
        0 => Ok(()),
        dead => Err(format!("{dead} links lead out of the PDF").into()),
    }
}

fn check_lines() -> Result<(), Failed> {
    let site = SITE.as_ref()?.path().join("site");
    let page = fs::read_to_string(site.join("print.html"))?;
    let cut = cut(&page, &site.join(Kind::Pdf.file()))?;
    match &cut[..] {
        [] => Ok(()),
        [first, ..] => {
            let what = format!("{} lines are cut: {first}", cut.len());
            Err(what.into())
        }
    }
}

fn check_cut() -> Result<(), Failed> {
    let dir = TempDir::new()?;
    let site = dir.path().join("site");
    build::build(root(), &site).map_err(|e| format!("{e:#}"))?;
    let (file, printed) = (site.join("process/join.html"), site.join("pdf"));
    let page = fs::read_to_string(&file)?;
    for (page, is_cut) in [
        (page.clone(), false),
        (page.replace("</title>", &format!("</title>{CUT}")), true),
    ] {
        fs::write(&file, &page)?;
        pdf::print(&file, &printed).map_err(|e| format!("{e:#}"))?;
        let cut = cut(&page, &printed)?;
        if cut.is_empty() == is_cut {
            return Err(format!("{} lines are missed", cut.len()).into());
        }
    }
    Ok(())
}

/// The lines of the listings on a page that its PDF does not show.
fn cut(page: &str, pdf: &Path) -> Result<Vec<String>, Failed> {
    let output =
        Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output()?;
    let text = without_spaces(&String::from_utf8_lossy(&output.stdout));
    let (mut lines, mut code) = (Vec::new(), None);
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if *tag.name == b"pre"[..] => {
                code = Some(String::new());
            }
            Token::String(text) => {
                if let Some(code) = &mut code {
                    code.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Token::EndTag(tag) if *tag.name == b"pre"[..] => {
                let code = code.take().unwrap_or_default();
                lines.extend(code.lines().map(str::to_owned));
            }
            _ => {}
        }
    }
    if lines.is_empty() {
        return Err("the page has no listing".into());
    }
    // A mark ends a line. What is drawn there is its number.
    lines.retain(|line| {
        let line = line.split(is_mark).next().unwrap_or_default();
        !text.contains(&without_spaces(line))
    });
    Ok(lines)
}

/// A line goes on in the next one, or on the next page.
fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{c}').collect()
}

//! One block of a page as a figure: a listing with its marks, an output, a
//! picture, a table of numbers.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use crate::draw::{code, floors, plot, table, timeline};
use crate::html::escape;
use crate::read::listing::{Listing, Program};
use crate::read::numbers::Numbers;
use crate::read::page::{Block, Included, is_mark, mark_number};

/// One block as HTML. A blank line would end an HTML block of Markdown, so
/// there is none outside of `<pre>`.
pub fn figure(
    listings: &[Listing],
    numbers: &Numbers,
    block: &Block,
    included: &Included,
    group: usize,
    linked: &mut BTreeSet<(usize, char)>,
) -> Result<String, String> {
    let Included { path, text, .. } = included;
    let file = escape(&path.display().to_string());
    let text = text.trim_end();
    let language = match block.language.as_str() {
        drawn @ ("floors" | "numbers" | "plot" | "timeline") => {
            return picture(numbers, drawn, text)
                .map_err(|what| format!("{}: {what}", path.display()));
        }
        "console" => return output(listings, path, text),
        "diff" => "Difference",
        "rust" => "Rust",
        "python" => "Python",
        "toml" => "TOML",
        other => return Err(format!("no figure is made for {other:?}")),
    };
    let file = match language {
        "Difference" => file.trim_end_matches(".diff.snap").to_owned() + ".rs",
        _ => file,
    };
    // A path breaks after its folders, where it has no room.
    let file = file.replace('/', "/<wbr>");
    let html = code::html(&block.language, text);
    let html = link_marks(&html, group, linked);
    Ok(format!(
        "<figure class=\"listing\">\n<figcaption><span>{file}</span> \
         <b>{language}</b></figcaption>\n\n\
         <pre tabindex=\"0\"><code>{html}</code></pre>\n\n</figure>\n"
    ))
}

/// A picture, or a table, of what the lines of a file name.
fn picture(
    numbers: &Numbers,
    language: &str,
    text: &str,
) -> Result<String, String> {
    Ok(match language {
        "floors" => format!("<figure>\n{}\n</figure>\n", floors::svg(text)?),
        "plot" => plot::figure(numbers, text)?,
        "timeline" => {
            format!("<figure>\n{}\n</figure>\n", timeline::svg(text)?)
        }
        _ => {
            let table = table::table(numbers, text)?;
            format!("<figure class=\"numbers\">\n{table}</figure>\n")
        }
    })
}

/// A snapshot: the command, which is all that the copy button copies, and under
/// it what it prints.
fn output(
    listings: &[Listing],
    path: &Path,
    text: &str,
) -> Result<String, String> {
    let (command, output) = text.split_once('\n').unwrap_or((text, ""));
    let command = command.strip_prefix("$ ").ok_or_else(|| {
        format!("{} does not begin with `$ COMMAND`", path.display())
    })?;
    let mut labels = Vec::new();
    if let Some((program, twin)) = printed_by(listings, path) {
        labels.push(match (twin, &program.twin) {
            (true, _) => "Python",
            (false, Some(_)) if !program.twin_differs => "Rust and Python",
            (false, _) => "Rust",
        });
        labels.extend(program.masks.iter().map(|mask| mask.label()));
    }
    Ok(format!(
        "<figure class=\"listing output\">\n<figcaption><span>Output</span> \
         <b>{}</b></figcaption>\n\n\
         <pre class=\"command\"><code>{}</code></pre>\n\n\
         <pre tabindex=\"0\"><samp>{}</samp></pre>\n\n</figure>\n",
        labels.join(" · "),
        escape(command),
        escape(output)
    ))
}

/// The program whose snapshot this is, and whether it is its twin's own one.
fn printed_by<'a>(
    listings: &'a [Listing],
    path: &Path,
) -> Option<(&'a Program, bool)> {
    listings.iter().find_map(|listing| {
        listing.programs.iter().find_map(|program| {
            let of_rust = listing.snapshot(program) == path;
            let of_twin = listing.twin_snapshot(program) == path;
            (of_rust || of_twin).then_some((program, of_twin))
        })
    })
}

/// Makes a link of each mark, to the note that explains it. The first listing
/// of a group that has the mark is where the note leads back to.
fn link_marks(
    code: &str,
    group: usize,
    linked: &mut BTreeSet<(usize, char)>,
) -> String {
    let mut out = String::with_capacity(code.len());
    for c in code.chars() {
        if !is_mark(c) {
            out.push(c);
            continue;
        }
        let n = mark_number(c);
        let id = match linked.insert((group, c)) {
            true => format!(" id=\"code-{group}-{n}\""),
            false => String::new(),
        };
        let _ = write!(
            out,
            "<a class=\"mark\"{id} href=\"#note-{group}-{n}\" \
             aria-label=\"Mark {n}, to its note\" data-n=\"{n}\">{c}</a>"
        );
    }
    out
}

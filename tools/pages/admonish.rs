//! Runs mdbook-admonish 1.20, which speaks the protocol of mdBook 0.4, on a
//! book of mdBook 0.5. To be deleted when mdbook-admonish speaks 0.5 itself.

use anyhow::{Error, Result};
use mdbook_admonish::Admonish;
use mdbook_driver::book::Book;
use mdbook_preprocessor::PreprocessorContext;
use mdbook04::BookItem as OldItem;
use mdbook04::preprocess::{CmdPreprocessor, Preprocessor as _};
use serde_json::{Value, json};

/// The kinds of admonitions: the word after `admonish`, the title, and whether
/// it is folded.
pub const KINDS: [(&str, &str, bool); 5] = [
    ("python", "Python", false),
    ("unsafe", "Why this unsafe is sound", false),
    ("platform", "Platform", false),
    ("pitfall", "Pitfall", false),
    ("solution", "Solution", true),
];

/// The plugin's configuration. Colours and icons are the stylesheet's work.
fn plugin() -> Value {
    let kinds = KINDS.map(|(kind, title, collapsible)| {
        let value = json!({
            "title": title, "collapsible": collapsible,
            "icon": "", "color": "#000000",
        });
        (kind.to_owned(), value)
    });
    let kinds: serde_json::Map<String, Value> = kinds.into_iter().collect();
    json!({
        "on_failure": "bail", "assets_version": "3.0.0",
        "directive": { "custom": kinds },
    })
}

/// Turns the admonitions of every chapter into HTML.
pub fn run(context: &PreprocessorContext, mut book: Book) -> Result<Book> {
    // Only the content crosses: a book of 0.4 without the tree of 0.5.
    let chapters: Vec<Value> = book
        .chapters()
        .map(|chapter| {
            json!({ "Chapter": {
                "name": chapter.name, "content": chapter.content,
                "number": null, "sub_items": [], "path": "x.md",
                "source_path": "x.md", "parent_names": [],
            }})
        })
        .collect();
    let input = json!([
        {
            "root": context.root,
            "config": { "preprocessor": { "admonish": plugin() } },
            "renderer": context.renderer,
            "mdbook_version": mdbook04::MDBOOK_VERSION,
        },
        { "sections": chapters, "__non_exhaustive": null },
    ]);
    let (old_context, old_book) =
        CmdPreprocessor::parse_input(input.to_string().as_bytes())
            .map_err(|e| Error::msg(format!("mdbook-admonish: {e:#}")))?;
    let done = Admonish
        .run(&old_context, old_book)
        .map_err(|e| Error::msg(format!("mdbook-admonish: {e:#}")))?;
    let contents: Vec<String> = done
        .sections
        .into_iter()
        .filter_map(|item| match item {
            OldItem::Chapter(chapter) => Some(mended(&chapter.content)),
            _ => None,
        })
        .collect();
    // `chapters` visits a parent before its children, `for_each` after them.
    let paths: Vec<_> = book.chapters().map(|c| c.path.clone()).collect();
    book.for_each_chapter_mut(|chapter| {
        if let Some(n) = paths.iter().position(|path| *path == chapter.path) {
            chapter.content.clone_from(&contents[n]);
        }
    });
    Ok(book)
}

/// Mends what the plugin's HTML gets wrong: `<details>` has a role of its own,
/// a `<summary>` holds words and no blocks, and the anchor link has no text.
fn mended(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut in_summary = false;
    for line in content.lines() {
        in_summary |= line.starts_with("<summary ");
        let line = match line {
            line if line.starts_with("<details ") => {
                &line.replace(" role=\"note\"", "")
            }
            // A blank line would begin a paragraph.
            "" if in_summary => continue,
            line if in_summary => {
                &line.replace("<div ", "<span ").replace("</div>", "</span>")
            }
            line => line,
        };
        in_summary &= line != "</summary>";
        if !line.starts_with("<a class=\"admonition-anchor-link\"") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

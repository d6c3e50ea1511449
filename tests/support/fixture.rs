//! A book of one page and one crate, to seed faults in.

use std::fs;
use std::path::Path;

/// The files of a small book without a fault.
const BOOK: [(&str, &str); 8] = [
    (
        "Cargo.toml",
        r#"[workspace]
resolver = "3"
members = ["listings/tea/*"]
"#,
    ),
    (
        "book.toml",
        r#"[book]
title = "Tea"

[build]
create-missing = false

[preprocessor.book]
command = "false"
before = ["links"]

[output.html]
additional-css = ["theme/book.css"]
additional-js = ["theme/search.js"]
"#,
    ),
    ("src/SUMMARY.md", "# Summary\n\n- [Kettle](tea/kettle.md)\n"),
    (
        "src/tea/kettle.md",
        r#"# Kettle

Who boils the water? A [child](#output) does.

```python
{{#include ../../listings/tea/kettle/main.py}}
```

```rust
{{#include ../../listings/tea/kettle/src/main.rs}}
```

① The parent says that it is over.

## Output

```console
{{#include ../../listings/tea/kettle/main.snap:4:}}
```

```admonish pitfall
It is hot.
```
"#,
    ),
    (
        "listings/tea/kettle/Cargo.toml",
        r#"[package]
name = "kettle"
version = "0.1.0"
edition = "2024"
"#,
    ),
    (
        "listings/tea/kettle/src/main.rs",
        r#"use std::process::Command;

fn main() -> std::io::Result<()> {
    Command::new("echo").arg("boiling").status()?;
    println!("done"); // ①
    Ok(())
}
"#,
    ),
    (
        "listings/tea/kettle/main.py",
        r#"import subprocess

subprocess.run(["echo", "boiling"])
print("done")  # ①
"#,
    ),
    (
        "listings/tea/kettle/main.snap",
        "---\nsource: tests/support/listings.rs\n---\n\
         $ cargo run -p kettle\nboiling\ndone\n",
    ),
];

/// Writes the book into an empty or a formerly used folder. Files that have not
/// changed stay, so that cargo has nothing to do.
pub fn write(root: &Path) {
    for (file, text) in BOOK {
        put(root, file, text);
    }
    // Its frame is that of this book, whose terms lead to pages of its own.
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../theme");
    for entry in fs::read_dir(theme).expect("the book's frame").flatten() {
        let copy = root.join("theme").join(entry.file_name());
        if entry.path().is_file() && entry.file_name() != "terms.toml" {
            fs::create_dir_all(root.join("theme")).expect("a folder");
            fs::copy(entry.path(), copy).expect("a file");
        }
    }
}

/// Writes a file of the book.
pub fn put(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    if fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Replaces `old` in a file of the book, where it stands exactly once.
pub fn edit(root: &Path, file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(root.join(file)).expect("a file");
    assert_eq!(text.matches(old).count(), 1, "{old:?} in {file}");
    put(root, file, &text.replace(old, new));
}

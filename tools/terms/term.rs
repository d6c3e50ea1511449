//! A name or word of the book, and the places that explain it.

/// What a term is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Python,
    Rust,
    SystemCall,
    Signal,
    Error,
    /// A word of the field, or of a title.
    Subject,
    /// What a reader may ask; in the search alone.
    Question,
}

/// How much a place has to say about a term, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// `theme/terms.toml` says so.
    Chosen,
    Title,
    Heading,
    /// The table at the top of a page.
    Signature,
    /// The glossary.
    Definition,
    Table,
    Mention,
}

/// A section of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub weight: Weight,
    /// The page's number in the order of the book, from 0.
    pub page: usize,
    /// The `id` of its heading; empty for the page as a whole.
    pub anchor: String,
}

/// A name or word, and the places that explain it, the best first.
#[derive(Debug)]
pub struct Term {
    pub name: String,
    pub kind: Kind,
    pub places: Vec<Place>,
}

/// What a search makes of a name: `exit code`, `exitcode` and `exit_code` are
/// one, `_exit` is not `exit`. The same as `key` in `theme/terms.js`.
pub fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let rest = name.trim_start_matches('_');
    let start = &name[..name.len() - rest.len()];
    let letters = rest.chars().filter(|c| c.is_alphanumeric());
    start.chars().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for name in ["exit code", "exitcode", "exit_code", " Exit-Code "] {
            assert_eq!(key(name), "exitcode");
        }
        assert_eq!(key("__main__"), "__main");
        assert_eq!(key("_exit"), "_exit");
        assert_eq!(key("std::process::Command"), "stdprocesscommand");
    }
}

//! Which modules of its own crate a file uses: in its imports, and inline, as in
//! `crate::child::wait`. Its tests are left out.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, Path, UseTree, Visibility};

/// A path that leads into the crate of the file that has it.
pub struct Use {
    /// Counted from 1.
    pub line: usize,
    /// As it is written: `super::wait`.
    pub written: String,
    /// From the crate's root: `child`, `wait`.
    pub path: Vec<String>,
}

/// What a file uses that is the module `module` of a crate. `name` is what the
/// crate is called in its programs.
pub fn uses(
    text: &str,
    module: &[String],
    name: &str,
) -> syn::Result<Vec<Use>> {
    let file = syn::parse_file(text)?;
    let mut names =
        Names { name, module: module.to_vec(), known: HashMap::new() };
    names.visit_file(&file);
    let mut found = Found { names, uses: Vec::new() };
    found.names.module = module.to_vec();
    found.visit_file(&file);
    Ok(found.uses)
}

/// What the names in each module of a file stand for: the path of an import, or
/// a module below. They are read first, since a use may stand above them.
struct Names<'a> {
    name: &'a str,
    /// The module that is being read.
    module: Vec<String>,
    known: HashMap<(Vec<String>, String), Vec<String>>,
}

impl Names<'_> {
    /// The path from the crate's root, if it leads into the crate.
    fn resolve(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let from = |module: &[String]| Some([module, rest].concat());
        match first.as_str() {
            "crate" => from(&[]),
            "self" => from(&self.module),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super");
                let ups = ups.count();
                let kept = self.module.len().checked_sub(ups)?;
                Some([&self.module[..kept], &path[ups..]].concat())
            }
            _ => match self.known.get(&(self.module.clone(), first.clone())) {
                // What is imported under its own name is another crate.
                Some(path) if path.first() == Some(first) => None,
                Some(path) => self.resolve(&[path, rest].concat()),
                None if first == self.name => from(&[]),
                None => None,
            },
        }
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(item) {
            return;
        }
        let Item::Mod(inner) = item else {
            return visit::visit_item(self, item);
        };
        let name = inner.ident.to_string();
        let path = vec!["self".to_owned(), name.clone()];
        self.known.insert((self.module.clone(), name.clone()), path);
        self.module.push(name);
        visit::visit_item(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for Leaf { path, name, .. } in leaves(item) {
            if let Some(name) = name {
                // A function may be called as its module is.
                self.known.entry((self.module.clone(), name)).or_insert(path);
            }
        }
    }
}

/// The uses that were found.
struct Found<'a> {
    names: Names<'a>,
    uses: Vec<Use>,
}

impl Found<'_> {
    fn add(&mut self, path: &[String], span: Span) {
        if let Some(found) = self.names.resolve(path) {
            let (line, written) = (span.start().line, path.join("::"));
            self.uses.push(Use { line, written, path: found });
        }
    }

    /// The paths in the arguments of a macro, which are not parsed.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut start = Span::call_site();
        let mut colons = 0;
        for token in tokens {
            match &token {
                TokenTree::Ident(part) if colons == 2 && !path.is_empty() => {
                    path.push(part.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(p) if p.as_char() == ':' && colons < 2 => {
                    colons += 1;
                    continue;
                }
                _ => {}
            }
            self.inline(&std::mem::take(&mut path), start);
            colons = 0;
            match token {
                TokenTree::Ident(part) => {
                    start = part.span();
                    path.push(part.to_string());
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
        }
        self.inline(&path, start);
    }

    /// One name alone is of the file itself, or imported.
    fn inline(&mut self, path: &[String], span: Span) {
        if path.len() > 1 {
            self.add(path, span);
        }
    }
}

impl<'ast> Visit<'ast> for Found<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(item) {
            return;
        }
        if let Item::Mod(inner) = item {
            self.names.module.push(inner.ident.to_string());
            visit::visit_item(self, item);
            self.names.module.pop();
        } else {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for leaf in leaves(item) {
            self.add(&leaf.path, leaf.span);
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let parts = path.segments.iter().map(|part| part.ident.to_string());
            self.inline(&parts.collect::<Vec<_>>(), path.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    /// `pub(crate)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

/// One name that a `use` brings: none for all that is there, `*`.
struct Leaf {
    path: Vec<String>,
    name: Option<String>,
    span: Span,
}

fn leaves(item: &ItemUse) -> Vec<Leaf> {
    fn collect(tree: &UseTree, before: &[String], leaves: &mut Vec<Leaf>) {
        let with = |part: String| match part == "self" && !before.is_empty() {
            true => before.to_vec(),
            false => [before, &[part]].concat(),
        };
        let (path, name) = match tree {
            UseTree::Path(path) => {
                let before = with(path.ident.to_string());
                return collect(&path.tree, &before, leaves);
            }
            UseTree::Group(group) => {
                let trees = group.items.iter();
                return trees.for_each(|tree| collect(tree, before, leaves));
            }
            UseTree::Name(name) => {
                let path = with(name.ident.to_string());
                let name = path.last().cloned();
                (path, name)
            }
            UseTree::Rename(name) => {
                (with(name.ident.to_string()), Some(name.rename.to_string()))
            }
            UseTree::Glob(_) => (before.to_vec(), None),
        };
        leaves.push(Leaf { path, name, span: tree.span() });
    }
    let mut all = Vec::new();
    if item.leading_colon.is_none() {
        collect(&item.tree, &[], &mut all);
    }
    all
}

/// Is it compiled for tests alone?
fn is_test(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg")
            && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

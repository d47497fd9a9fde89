//! The modules of a crate, read from its files: what each defines, what it
//! imports, and the paths in its code.
//!
//! Code under `#[cfg(test)]` is left out: tests may import anything.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprLit, Item, Lit, UseTree, Visibility};

/// The names from the crate root to a module; empty for the root.
pub type ModulePath = Vec<String>;

/// The text of a file; `None` if it does not exist.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> Option<String>;

/// All modules of a crate.
#[derive(Default)]
pub struct Crate {
    pub modules: BTreeMap<ModulePath, Module>,
}

#[derive(Default)]
pub struct Module {
    /// The file with its code.
    pub file: String,
    /// The names of items other than modules.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
    pub paths: Vec<CodePath>,
}

/// A name that a `use` declaration brings into a module.
pub struct Import {
    /// `None` for all names of a module.
    pub name: Option<String>,
    pub path: CodePath,
    /// Whether other modules can import it from here.
    pub is_reexport: bool,
}

/// A path as the code has it.
#[derive(Clone)]
pub struct CodePath {
    pub segments: Vec<String>,
    pub line: usize,
}

/// A `mod name;`, and the folder with its file.
struct Child {
    path: ModulePath,
    folder: String,
    /// The file of a `#[path]` attribute, from the folder of this one.
    file: Option<String>,
}

impl Crate {
    /// Reads the crate with this root file.
    ///
    /// # Panics
    /// If a file is missing or is not Rust.
    pub fn read(root: &str, read: ReadFile) -> Crate {
        let mut modules = Crate::default();
        modules.read_file(root, folder_of(root), Vec::new(), read);
        modules
    }

    /// Reads a module, and its children, whose files are in `folder`.
    fn read_file(&mut self, file: &str, folder: &str, path: ModulePath, read: ReadFile) {
        let text = read(file).unwrap_or_else(|| panic!("{file} is missing"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut children = Vec::new();
        self.add_items(&parsed.items, file, folder, path, &mut children);
        for child in children {
            let name = child.path.last().expect("a child has a name");
            if let Some(path) = &child.file {
                let file = beside(file, path);
                self.read_file(&file, folder_of(&file), child.path.clone(), read);
                continue;
            }
            let folder = format!("{}/{name}", child.folder);
            let files = [format!("{folder}.rs"), format!("{folder}/mod.rs")];
            let file = files.iter().find(|file| read(file).is_some());
            let file = file.unwrap_or_else(|| panic!("{} is missing", files[0]));
            self.read_file(file, &folder, child.path.clone(), read);
        }
    }

    fn add_items(
        &mut self,
        items: &[Item],
        file: &str,
        folder: &str,
        path: ModulePath,
        children: &mut Vec<Child>,
    ) {
        let module = self.modules.entry(path.clone()).or_default();
        module.file = file.to_owned();
        for item in items.iter().filter(|item| !is_test(attributes(item))) {
            if !matches!(item, Item::Mod(_)) {
                module.items.extend(name(item));
                module.visit_item(item);
            }
        }
        for item in items.iter().filter(|item| !is_test(attributes(item))) {
            if let Item::Mod(inner) = item {
                let name = inner.ident.to_string();
                let mut path = path.clone();
                path.push(name.clone());
                match &inner.content {
                    Some((_, items)) => {
                        let folder = format!("{folder}/{name}");
                        self.add_items(items, file, &folder, path, children);
                    }
                    None => children.push(Child {
                        path,
                        folder: folder.to_owned(),
                        file: path_attribute(&inner.attrs),
                    }),
                }
            }
        }
    }
}

impl Module {
    fn add_path(&mut self, segments: Vec<String>, span: Span) {
        let line = span.start().line;
        self.paths.push(CodePath { segments, line });
    }

    fn add_use(&mut self, tree: &UseTree, prefix: &[String], is_reexport: bool) {
        let with = |name: &syn::Ident| {
            let mut segments = prefix.to_vec();
            // `a::{self}` is `a`.
            if name != "self" || segments.is_empty() {
                segments.push(name.to_string());
            }
            segments
        };
        let (name, segments, span) = match tree {
            UseTree::Path(path) => {
                return self.add_use(&path.tree, &with(&path.ident), is_reexport);
            }
            UseTree::Group(group) => {
                let trees = group.items.iter();
                return trees.for_each(|tree| self.add_use(tree, prefix, is_reexport));
            }
            UseTree::Name(name) => {
                let segments = with(&name.ident);
                (segments.last().cloned(), segments, name.ident.span())
            }
            UseTree::Rename(rename) => (
                Some(rename.rename.to_string()),
                with(&rename.ident),
                rename.ident.span(),
            ),
            UseTree::Glob(glob) => (None, prefix.to_vec(), glob.star_token.spans[0]),
        };
        let line = span.start().line;
        self.imports.push(Import {
            name,
            path: CodePath { segments, line },
            is_reexport,
        });
    }

    /// Everything in the tokens of a macro call that looks like a path.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut segments = Vec::new();
        let mut colons = 0;
        let mut start = None;
        for token in tokens {
            match &token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.finish_path(&mut segments, &mut start);
                    }
                    start.get_or_insert(ident.span());
                    segments.push(ident.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                    continue;
                }
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            self.finish_path(&mut segments, &mut start);
            colons = 0;
        }
        self.finish_path(&mut segments, &mut start);
    }

    fn finish_path(&mut self, segments: &mut Vec<String>, start: &mut Option<Span>) {
        if let Some(span) = start.take() {
            self.add_path(std::mem::take(segments), span);
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_reexport = !matches!(item.vis, Visibility::Inherited);
        self.add_use(&item.tree, &[], is_reexport);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        if let Some(first) = path.segments.first() {
            self.add_path(segments, first.ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or(".", |(folder, _)| folder)
}

/// The path of `other` as the folder of `file` sees it.
fn beside(file: &str, other: &str) -> String {
    let mut path: Vec<&str> = file.split('/').collect();
    path.pop();
    for name in other.split('/') {
        match name {
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    path.join("/")
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| {
        let meta = attribute.meta.require_name_value().ok()?;
        match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(path),
                ..
            }) if meta.path.is_ident("path") => Some(path.value()),
            _ => None,
        }
    })
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.meta.require_list();
        attribute.path().is_ident("cfg")
            && condition.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item has in its module.
fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

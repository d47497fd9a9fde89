//! Follows paths to the files that define what they name.
//!
//! A re-export is no dependency: a path is followed through it. An import of a
//! module is none either: what counts is what is used of it. So a `mod.rs` that
//! declares modules and re-exports their items does not depend on them, unless
//! its own code uses them.

use std::collections::BTreeSet;

use crate::graph::Edge;
use crate::source::{CodePath, Crate, ModulePath};

/// What a path names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Module(ModulePath),
    /// An item, by the file that defines it.
    Item(String),
}

impl Crate {
    /// Each import from one file of the crate to another, once.
    pub fn edges(&self) -> Vec<Edge> {
        let mut edges: Vec<Edge> = Vec::new();
        for (module_path, module) in &self.modules {
            let imports = module.imports.iter().filter(|import| !import.is_reexport);
            let paths = imports.map(|import| &import.path).chain(&module.paths);
            for path in paths {
                for file in self.files_of(module_path, path) {
                    let edge = Edge {
                        from: module.file.clone(),
                        to: file,
                        line: path.line,
                        path: path.segments.join("::"),
                    };
                    let is_known = |it: &Edge| it.from == edge.from && it.to == edge.to;
                    if edge.from != edge.to && !edges.iter().any(is_known) {
                        edges.push(edge);
                    }
                }
            }
        }
        edges
    }

    /// The files of the items that a path may name.
    fn files_of(&self, module: &ModulePath, path: &CodePath) -> BTreeSet<String> {
        let mut search = Search {
            modules: self,
            visited: BTreeSet::new(),
            follows_globs: true,
        };
        search
            .resolve(module, &path.segments)
            .into_iter()
            .filter_map(|target| match target {
                Target::Item(file) => Some(file),
                Target::Module(_) => None,
            })
            .collect()
    }
}

struct Search<'a> {
    modules: &'a Crate,
    /// The names that are being looked up, as modules may import each other.
    visited: BTreeSet<(ModulePath, String)>,
    /// Off while the module of a glob is looked up: no glob brings it in.
    follows_globs: bool,
}

impl Search<'_> {
    /// Several targets are possible, as modules and functions may share a name.
    fn resolve(&mut self, module: &ModulePath, segments: &[String]) -> BTreeSet<Target> {
        let mut base = module.clone();
        let mut rest = segments;
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" => base.clear(),
                "self" => {}
                "super" => drop(base.pop()),
                _ => break,
            }
            rest = others;
        }
        let is_anchored = rest.len() < segments.len();
        let mut targets = BTreeSet::from([Target::Module(base)]);
        for (position, name) in rest.iter().enumerate() {
            let mut next = BTreeSet::new();
            for target in targets {
                let Target::Module(path) = &target else {
                    // What follows is an associated item or a variant.
                    next.insert(target);
                    continue;
                };
                let found = self.lookup(path, name);
                // Something of ours that is not in the source: a macro made it.
                let is_ours = is_anchored || position > 0;
                if found.is_empty()
                    && is_ours
                    && let Some(module) = self.modules.modules.get(path)
                {
                    next.insert(Target::Item(module.file.clone()));
                }
                next.extend(found);
            }
            targets = next;
        }
        targets
    }

    /// What a name means in a module.
    fn lookup(&mut self, path: &ModulePath, name: &str) -> BTreeSet<Target> {
        let mut targets = BTreeSet::new();
        let child = path.iter().cloned().chain([name.to_owned()]).collect();
        if self.modules.modules.contains_key(&child) {
            targets.insert(Target::Module(child));
        }
        let Some(module) = self.modules.modules.get(path) else {
            return targets;
        };
        if module.items.contains(name) {
            targets.insert(Target::Item(module.file.clone()));
        }
        let key = (path.clone(), name.to_owned());
        if !self.visited.insert(key.clone()) {
            return targets;
        }
        for import in &module.imports {
            let segments = &import.path.segments;
            match &import.name {
                Some(other) if other == name => targets.extend(self.resolve(path, segments)),
                None if self.follows_globs => {
                    self.follows_globs = false;
                    let globbed = self.resolve(path, segments);
                    self.follows_globs = true;
                    for target in globbed {
                        if let Target::Module(module) = target {
                            targets.extend(self.lookup(&module, name));
                        }
                    }
                }
                _ => {}
            }
        }
        self.visited.remove(&key);
        targets
    }
}

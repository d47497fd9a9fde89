//! What a profile says of the list: which deferred functions were called, and
//! which of the first part were not.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt::Write as _,
};

use anyhow::{Context as _, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::{
    Bindgen, Lists,
    linked::Linked,
    names, parse,
    plan::{Plan, symbols},
};

/// How many modules are proposed.
const PROPOSALS: usize = 25;

/// A verdict on the list.
pub struct Report {
    /// Paths of deferred functions that were called: the start would wait for them.
    pub too_early: Vec<String>,
    /// What could be deferred as well, by module: bytes and paths. The largest
    /// modules come first.
    pub proposals: Vec<Proposal>,
}

/// Functions of one module that the first part has, and that no visit called.
pub struct Proposal {
    pub module: String,
    pub bytes: usize,
    /// Bytes of functions of the same module that were called.
    pub called_bytes: usize,
    pub paths: Vec<String>,
}

/// Compares the lists with the symbols of functions that visits called.
///
/// # Errors
/// As in [`crate::split`].
pub fn report(
    bindgen: Bindgen,
    linked: Option<&[u8]>,
    lists: &Lists,
    called: &HashSet<&str>,
) -> Result<Report> {
    let module = parse(bindgen)?;
    let linked = linked.map(Linked::read).transpose()?;
    let plan = Plan::new(&module, lists, linked.as_ref())?;
    let sizes = sizes(bindgen.wasm).context("The wasm can't be read")?;

    let mut too_early = Vec::new();
    let mut by_module: BTreeMap<String, Proposal> = BTreeMap::new();
    for (index, symbol) in symbols(&module) {
        let Some(bytes) = sizes.get(&symbol).copied() else {
            continue;
        };
        let path = names::path(&symbol);
        let is_called = called.contains(symbol.as_str());
        if plan.part_of(index).is_some() {
            if is_called {
                too_early.push(path);
            }
            continue;
        }
        let module = names::module(&path).to_owned();
        let proposal = by_module.entry(module.clone()).or_insert(Proposal {
            module,
            bytes: 0,
            called_bytes: 0,
            paths: Vec::new(),
        });
        if is_called {
            proposal.called_bytes += bytes;
        } else {
            proposal.bytes += bytes;
            proposal.paths.push(format!("{bytes:6}  {path}"));
        }
    }
    too_early.sort();
    let mut proposals: Vec<Proposal> = by_module.into_values().collect();
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.bytes));
    proposals.truncate(PROPOSALS);
    for proposal in &mut proposals {
        proposal.paths.sort_by(|a, b| b.cmp(a));
    }
    Ok(Report {
        too_early,
        proposals,
    })
}

impl Report {
    /// The report for people.
    pub fn text(&self) -> String {
        let mut text = String::new();
        if self.too_early.is_empty() {
            text += "No visit called a deferred function.\n";
        } else {
            text += "Visits called these deferred functions, and waited for them. Add an \
                exception (`!path`) to the list, or narrow the pattern:\n";
            for path in &self.too_early {
                let _ = writeln!(text, "  {path}");
            }
        }
        text += "\nNo visit called these functions of the first part. To defer them, add the \
            path of a module or function to the list:\n";
        for proposal in self.proposals.iter().filter(|it| it.bytes > 0) {
            let Proposal {
                module,
                bytes,
                called_bytes,
                paths,
            } = proposal;
            let _ = writeln!(text, "{bytes:8}  {module}::  ({called_bytes} bytes called)");
            for path in paths.iter().take(8) {
                let _ = writeln!(text, "          {path}");
            }
        }
        text
    }
}

/// The bytes of functions by symbol.
fn sizes(wasm: &[u8]) -> wasmparser::Result<HashMap<String, usize>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    let mut sizes = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else {
                    continue;
                };
                for name in names {
                    let Name::Function(functions) = name? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        let place = (function.index as usize).checked_sub(imported);
                        let bytes = place.and_then(|place| bodies.get(place));
                        let bytes = bytes.copied().unwrap_or_default();
                        sizes.insert(function.name.to_owned(), bytes);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{GLUE, wasm};

    const MODULE: &str = r#"(module
        (table (export "table") 1 funcref)
        (func $app::page::draw)
        (func $app::idle::work (drop (i32.const 1)))
        (func (export "run") (call $app::page::draw) (call $app::idle::work)))"#;

    fn report_of(list: &str, called: &[&str]) -> Report {
        let wasm = wasm(MODULE);
        let bindgen = Bindgen {
            wasm: &wasm,
            glue: GLUE,
        };
        let called = called.iter().copied().collect();
        {
            let lists = Lists::parse(&[&[list]]).expect("one list is a chain");
            report(bindgen, None, &lists, &called).expect("it can be read")
        }
    }

    #[test]
    fn deferred_functions_that_were_called_are_named() {
        let report = report_of("app::page::", &["app::page::draw"]);
        assert_eq!(report.too_early, ["app::page::draw"]);
        assert!(report.text().contains("Add an exception"));
        assert!(report_of("app::page::", &[]).too_early.is_empty());
    }

    #[test]
    fn functions_of_the_first_part_that_were_not_called_are_proposed() {
        let report = report_of("", &["app::page::draw"]);
        let named: Vec<_> = report
            .proposals
            .iter()
            .map(|it| (&*it.module, it.bytes > 0))
            .collect();
        assert_eq!(named, [("app::idle", true), ("app::page", false)]);
    }
}

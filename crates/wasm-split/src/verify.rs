//! Checks that the parts have together what the one had. It runs on every module
//! that is split, so a mistake in the surgery stops the build.

use std::collections::{HashMap, HashSet};

use anyhow::{Context as _, Result, ensure};
use walrus::{ExportItem, FunctionId, FunctionKind, ImportKind, Module, ValType, ir::Instr};

use crate::module::{FIRST, element_segments, place_of};

/// Compares the whole module with its parts.
///
/// # Errors
/// Where a function is in several parts or in none, an export or a slot of the table
/// is missing, or one part imports what no other gives.
pub fn verify(whole: &Module, first: &Module, later: &[Module]) -> Result<()> {
    let first_slots = slots(first)?;
    let later_slots: Vec<_> = later.iter().map(slots).collect::<Result<_>>()?;
    // What stands in slots of later parts and is no import must only trap.
    let standing = first_slots.iter().filter(|(slot, _)| {
        let mut later = later_slots.iter();
        later.any(|slots| slots.contains_key(slot))
    });
    let mut traps = HashSet::new();
    for (slot, function) in standing {
        if let FunctionKind::Local(local) = &first.funcs.get(*function).kind {
            let body = &local.block(local.entry_block()).instrs;
            ensure!(
                matches!(body.as_slice(), [(Instr::Unreachable(_), _)]),
                "Slot {slot} of a later part holds another function before."
            );
            traps.insert(*function);
        }
    }
    let count = |module: &Module| module.funcs.iter_local().count();
    let parts: Vec<usize> = std::iter::once(first).chain(later).map(count).collect();
    ensure!(
        count(whole) + traps.len() == parts.iter().sum::<usize>(),
        "There are {} functions; the parts have {parts:?}.",
        count(whole),
    );
    let exports = exports(first);
    for export in whole.exports.iter() {
        let name = &export.name;
        ensure!(exports.contains_key(name), "The export {name} is lost.");
    }
    for slot in slots(whole)?.keys() {
        ensure!(
            std::iter::once(&first_slots)
                .chain(&later_slots)
                .any(|slots| slots.contains_key(slot)),
            "Slot {slot} of the function table is empty."
        );
    }
    // What stands for a function of a later part has its slot and its type.
    let stands_in = |part: &Module, (module, name, kind): (&str, &String, &ImportKind)| {
        let place = place_of(module);
        let Some((other, slots)) = place.and_then(|it| later.get(it).zip(later_slots.get(it)))
        else {
            return Ok(false);
        };
        let slot: u32 = name.parse().context("A call slot is not a number")?;
        let function = slots.get(&slot);
        let function = function.with_context(|| format!("Nothing fills call slot {slot}."))?;
        ensure!(
            matches!(kind, ImportKind::Function(id)
                if signature(part, *id) == signature(other, *function)),
            "Call slot {slot} has another type in its part."
        );
        Ok(true)
    };
    let known: HashSet<_> = imports(whole)
        .map(|(module, name, _)| (module, name))
        .collect();
    for (module, name, kind) in imports(first) {
        ensure!(
            stands_in(first, (module, name, kind))? || known.contains(&(module, name)),
            "{module}.{name} is new."
        );
    }
    for part in later {
        for (module, name, kind) in imports(part) {
            if stands_in(part, (module, name, kind))? {
                continue;
            }
            let export = (module == FIRST).then(|| exports.get(name)).flatten();
            let export = export.with_context(|| format!("Nothing gives {module}.{name}."))?;
            ensure!(
                match (kind, export) {
                    (ImportKind::Function(own), ExportItem::Function(other)) =>
                        signature(part, *own) == signature(first, *other),
                    (ImportKind::Memory(_), ExportItem::Memory(_))
                    | (ImportKind::Table(_), ExportItem::Table(_))
                    | (ImportKind::Global(_), ExportItem::Global(_)) => true,
                    _ => false,
                },
                "{module}.{name} has another type in the first part."
            );
        }
    }
    Ok(())
}

fn exports(module: &Module) -> HashMap<&String, &ExportItem> {
    let exports = module.exports.iter();
    exports.map(|export| (&export.name, &export.item)).collect()
}

fn imports(module: &Module) -> impl Iterator<Item = (&str, &String, &ImportKind)> {
    let imports = module.imports.iter();
    imports.map(|import| (import.module.as_str(), &import.name, &import.kind))
}

/// The slots of the function table that a module fills.
fn slots(module: &Module) -> Result<HashMap<u32, FunctionId>> {
    let mut slots = HashMap::new();
    if module.tables.iter().next().is_none() {
        return Ok(slots);
    }
    for segment in element_segments(module)? {
        slots.extend((segment.offset..).zip(segment.functions.iter().copied()));
    }
    Ok(slots)
}

fn signature(module: &Module, function: FunctionId) -> (&[ValType], &[ValType]) {
    module.types.params_results(module.funcs.get(function).ty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{parsed, parts, wasm};

    const MODULE: &str = r#"(module
        (memory (export "memory") 1)
        (table (export "table") 2 funcref)
        (elem (i32.const 1) func $pointed)
        (func $pointed)
        (func $called (call $shared))
        (func $shared)
        (func (export "run") (call $called) (call $shared)))"#;

    fn module(bytes: &[u8]) -> Module {
        Module::from_buffer(bytes).expect("it is a module")
    }

    #[test]
    fn parts_that_do_not_make_the_whole_are_refused() {
        let whole = wasm(MODULE);
        let split = parts(&whole, &["called"], &[]);
        let other = parts(&whole, &["pointed"], &[]);
        let whole = parsed(&whole);
        let first = module(&split.0);
        let deferred = [module(&split.1)];
        assert!(verify(&whole, &first, &deferred).is_ok());
        assert!(verify(&whole, &first, &[module(&other.1)]).is_err());
        assert!(verify(&whole, &module(&other.0), &deferred).is_err());
        assert!(verify(&whole, &whole, &deferred).is_err());
        assert!(verify(&whole, &first, &[]).is_err());
        let mut less = module(&split.0);
        less.exports.remove("run").expect("it is exported");
        let error = verify(&whole, &less, &deferred).expect_err("it lacks an export");
        assert!(error.to_string().contains("run"), "{error}");
    }
}

//! Makes a later part of a module: it imports memory, tables, globals and functions of
//! the first part, and puts its own functions into the table. Functions of other later
//! parts are imports as well, which load the part that has them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use walrus::{ConstExpr, DataKind, GlobalKind, Module, ir::Value};

use crate::{
    module::{
        FIRST, Index, MEMORY, data_at, fill, function_name, function_table, functions, global_name,
        ids, import_function, later_module, lengthen, named_functions, table_name,
    },
    plan::{Part, Plan},
};

/// The functions of the first part that later parts call, in the order of their names.
///
/// Each is exported once, whichever parts call it.
pub fn called_by_later(module: &Module, plan: &Plan) -> Vec<Index> {
    let called: BTreeSet<Index> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| plan.part_of(id.index()).is_some())
        .flat_map(|(_, function)| named_functions(function))
        .map(|id| id.index())
        .filter(|index| plan.part_of(*index).is_none())
        .collect();
    called.into_iter().collect()
}

/// Leaves only the functions of one later part and their data in a module. `called`
/// are the functions of the first part that later parts call.
///
/// # Errors
/// Where the module has not one function table.
pub fn emit_later(module: &mut Module, plan: &Plan, part: &Part, called: &[Index]) -> Result<()> {
    let table = function_table(module)?;
    let by_index = functions(module);

    module.start = None;
    for id in ids(module.exports.iter().map(|export| export.id())) {
        module.exports.delete(id);
    }
    let data: Vec<(u32, Vec<u8>)> = part
        .data
        .iter()
        .filter_map(|range| Some((range.start, data_at(module, range)?.to_vec())))
        .collect();
    for id in ids(module.data.iter().map(|data| data.id())) {
        module.data.delete(id);
    }
    for id in ids(module.elements.iter().map(|element| element.id())) {
        module.elements.delete(id);
    }

    for (name, index) in called.iter().enumerate() {
        if let Some(id) = by_index.get(index) {
            import_function(module, *id, FIRST, &function_name(name));
        }
    }
    let by_slot: BTreeMap<u32, Index> = plan
        .call_slots
        .iter()
        .map(|(index, slot)| (*slot, *index))
        .filter(|(_, index)| !part.functions.contains(index))
        .collect();
    for (slot, index) in by_slot {
        if let (Some(id), Some(other)) = (by_index.get(&index), plan.part_of(index)) {
            import_function(module, *id, &later_module(other), &slot.to_string());
        }
    }
    for id in ids(module.memories.iter().map(|memory| memory.id())) {
        let import = module.imports.add(FIRST, MEMORY, id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
        for (address, bytes) in data.iter().cloned() {
            let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
            let kind = DataKind::Active { memory: id, offset };
            let data = module.data.add(kind, bytes);
            module.memories.get_mut(id).data_segments.insert(data);
        }
    }
    for id in ids(module.tables.iter().map(|table| table.id())) {
        let import = module.imports.add(FIRST, &table_name(id, table), id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    lengthen(module, table, plan.table_length);
    for (place, id) in ids(module.globals.iter().map(|global| global.id())).enumerate() {
        let import = module.imports.add(FIRST, &global_name(place), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for (offset, indices) in runs(&part.slots) {
        let run = indices.iter().filter_map(|index| by_index.get(index));
        fill(module, table, offset, run.copied().collect());
    }
    walrus::passes::gc::run(module);
    Ok(())
}

/// Slots that lie side by side, as one segment each.
fn runs(slots: &BTreeMap<u32, Index>) -> Vec<(u32, Vec<Index>)> {
    let mut runs: Vec<(u32, Vec<Index>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => {
                run.push(*function);
            }
            _ => runs.push((*slot, vec![*function])),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{parts, wasm};

    const MODULE: &str = r#"(module
        (import "env" "log" (func $log (param i32)))
        (memory (export "memory") 1)
        (global $g (mut i32) (i32.const 0))
        (data (i32.const 8) "abcdefgh")
        (table (export "table") 4 funcref)
        (elem (i32.const 1) func $one $two $three)
        (func $one (global.set $g (i32.const 1)))
        (func $two (call $log (i32.const 2)))
        (func $three (call $shared))
        (func $shared)
        (func (export "run") (call $shared)))"#;

    fn deferred(names: &[&str], data: &[std::ops::Range<u32>]) -> Module {
        let (_, deferred) = parts(&wasm(MODULE), names, data);
        Module::from_buffer(&deferred).expect("it is a module")
    }

    #[test]
    fn it_imports_what_the_first_part_has() {
        let module = deferred(&["one", "two", "three"], &[8..9, 9..10]);
        let mut names: Vec<_> = module
            .imports
            .iter()
            .map(|import| format!("{}.{}", import.module, import.name))
            .collect();
        names.sort();
        let expected = [
            "first.00",
            "first.01",
            "first.deferred_table",
            "first.g0",
            "first.memory",
        ];
        assert_eq!(names, expected);
        assert_eq!(module.exports.iter().count(), 0);
    }

    #[test]
    fn it_fills_its_slots_only() {
        let module = deferred(&["one", "three"], &[]);
        let offsets: Vec<u32> = crate::module::element_segments(&module)
            .expect("they can be read")
            .iter()
            .map(|segment| segment.offset)
            .collect();
        assert_eq!(offsets, [1, 3]);
    }

    #[test]
    fn it_brings_its_data() {
        let module = deferred(&["one"], &[9..11, 14..16]);
        let data: Vec<&[u8]> = module.data.iter().map(|data| &data.value[..]).collect();
        assert_eq!(data, [&b"bc"[..], b"gh"]);
    }

    #[test]
    fn neighbours_are_one_segment() {
        let slots = [(1, 10), (2, 11), (4, 12)].into();
        assert_eq!(runs(&slots), [(1, vec![10, 11]), (4, vec![12])]);
    }
}

//! Makes the first part of a module: without the functions of later parts, whose
//! calls go over slots of the table.
//!
//! Until a part is loaded, each of its slots holds an import that loads it and
//! forwards the call.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use walrus::{
    ElementItems, FunctionBuilder, FunctionId, Module, TableId, TypeId,
    ir::{self, Instr, Value, VisitorMut},
};

use crate::{
    module::{
        Index, data_at, fill, function_name, function_table, functions, global_name, ids,
        import_function, later_module, lengthen, table_name,
    },
    plan::Plan,
};

/// Takes the functions of later parts out of a module, and exports what those import:
/// `called` are the functions, in the order of their names.
///
/// # Errors
/// Where the module has not one function table.
pub fn emit_first(module: &mut Module, plan: &Plan, called: &[Index]) -> Result<()> {
    let table = function_table(module)?;
    let by_index = functions(module);
    for (name, index) in called.iter().enumerate() {
        if let Some(id) = by_index.get(index) {
            module.exports.add(&function_name(name), *id);
        }
    }
    for id in ids(module.tables.iter().map(|table| table.id())) {
        module.exports.add(&table_name(id, table), id);
    }
    for (place, id) in ids(module.globals.iter().map(|global| global.id())).enumerate() {
        module.exports.add(&global_name(place), id);
    }
    let before = lengthen(module, table, plan.table_length);
    for range in &plan.cleared {
        // Equal bytes compress to next to nothing, and no address changes.
        if let Some(bytes) = data_at(module, range) {
            bytes.fill(0);
        }
    }

    let slots: HashMap<FunctionId, (u32, TypeId)> = plan
        .call_slots
        .iter()
        .filter_map(|(index, slot)| by_index.get(index).map(|id| (*id, *slot)))
        .map(|(id, slot)| (id, (slot, module.funcs.get(id).ty())))
        .collect();
    let rewriter = &mut CallRewriter { slots, table };
    for (id, function) in module.funcs.iter_local_mut() {
        if plan.part_of(id.index()).is_none() {
            let start = function.entry_block();
            ir::dfs_pre_order_mut(rewriter, function, start);
        }
    }
    // In the order of the table, since numbers that follow each other compress. What
    // only later parts call is theirs to load.
    let by_slot: BTreeMap<u32, Index> = plan
        .call_slots
        .iter()
        .map(|(index, slot)| (*slot, *index))
        .filter(|(slot, index)| *slot < plan.first_length && !plan.private.contains(index))
        .collect();
    for (slot, index) in &by_slot {
        if let (Some(id), Some(part)) = (by_index.get(index), plan.part_of(*index)) {
            import_function(module, *id, &later_module(part), &slot.to_string());
        }
    }
    trap_private(module, plan);
    let added = by_slot.range(before..);
    let added = added.filter_map(|(_, index)| by_index.get(index).copied());
    fill(module, table, before, added.collect());
    walrus::passes::gc::run(module);
    Ok(())
}

/// Puts a function that traps into the slots of what nothing calls before its part is
/// loaded: numbers that repeat compress, and imports have their price.
fn trap_private(module: &mut Module, plan: &Plan) {
    if plan.private.is_empty() {
        return;
    }
    let mut trap = FunctionBuilder::new(&mut module.types, &[], &[]);
    trap.func_body().unreachable();
    let trap = trap.finish(Vec::new(), &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            let private = functions.iter_mut();
            let private = private.filter(|id| plan.private.contains(&id.index()));
            private.for_each(|id| *id = trap);
        }
    }
}

/// Rewrites calls of deferred functions to calls through their slots.
struct CallRewriter {
    slots: HashMap<FunctionId, (u32, TypeId)>,
    table: TableId,
}

impl VisitorMut for CallRewriter {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        for (instruction, location) in std::mem::take(&mut sequence.instrs) {
            let slot = match &instruction {
                Instr::Call(call) => self.slots.get(&call.func),
                _ => None,
            };
            let Some((slot, ty)) = slot else {
                sequence.instrs.push((instruction, location));
                continue;
            };
            let value = Value::I32(slot.cast_signed());
            let (ty, table) = (*ty, self.table);
            let rewritten = [
                ir::Const { value }.into(),
                ir::CallIndirect { ty, table }.into(),
            ];
            sequence
                .instrs
                .extend(rewritten.map(|instruction| (instruction, location)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Bindgen, emit,
        module::TABLE,
        testing::{GLUE, indices, parsed, parts, wasm},
    };

    const MODULE: &str = r#"(module
        (memory (export "memory") 1)
        (global $g (mut i32) (i32.const 0))
        (data (i32.const 8) "abcdefgh")
        (table (export "table") 2 2 funcref)
        (elem (i32.const 1) func $pointed)
        (func $pointed (global.set $g (i32.const 1)))
        (func $called (param i32) (result i32) (call $shared) (i32.load (local.get 0)))
        (func $shared)
        (func (export "run") (param i32) (result i32) (call $called (local.get 0))))"#;

    fn first(names: &[&str], data: &[std::ops::Range<u32>]) -> Module {
        let (first, _) = parts(&wasm(MODULE), names, data);
        Module::from_buffer(&first).expect("it is a module")
    }

    #[test]
    fn a_call_of_a_deferred_function_goes_over_its_slot() {
        let module = first(&["called"], &[]);
        struct Instructions(Vec<String>);
        impl<'instr> ir::Visitor<'instr> for Instructions {
            fn visit_instr(&mut self, instruction: &'instr Instr, _: &'instr ir::InstrLocId) {
                self.0.push(match instruction {
                    Instr::Const(it) => format!("{:?}", it.value),
                    Instr::CallIndirect(_) => "call_indirect".to_owned(),
                    Instr::Call(_) => "call".to_owned(),
                    _ => "other".to_owned(),
                });
            }
        }
        let export = module.exports.get_func("run").expect("it is exported");
        let function = module.funcs.get(export).kind.unwrap_local();
        let mut instructions = Instructions(Vec::new());
        ir::dfs_in_order(&mut instructions, function, function.entry_block());
        assert_eq!(instructions.0, ["other", "I32(2)", "call_indirect"]);
    }

    #[test]
    fn imports_stand_in_the_slots() {
        let module = first(&["called", "pointed"], &[]);
        let imports = module.imports.iter();
        let names: Vec<_> = imports.map(|it| (&*it.module, &*it.name)).collect();
        assert_eq!(names, [("0", "1"), ("0", "2")]);
        let table = module.tables.iter().next().expect("it has one");
        assert_eq!((table.initial, table.maximum), (3, Some(3)));
    }

    #[test]
    fn a_trap_stands_in_the_slot_of_what_only_its_own_part_calls() {
        let wasm = wasm(MODULE);
        let whole = parsed(&wasm);
        let later = indices(&whole, &["called", "pointed"]);
        let pointed = indices(&whole, &["pointed"]);
        let table = pointed.iter().map(|index| (1, *index)).collect();
        let mut plan = Plan::with_slots(&whole, vec![later], table).expect("it has a table");
        plan.private = pointed;
        let bindgen = Bindgen {
            wasm: &wasm,
            glue: GLUE,
        };
        // The parts are compared with the whole.
        let (first, later) = emit(bindgen, &whole, &plan).expect("it can be split");
        let imports = first.imports.iter();
        let names: Vec<_> = imports.map(|it| (&*it.module, &*it.name)).collect();
        assert_eq!(names, [("0", "2")]);
        assert_eq!(later.len(), 1);
    }

    #[test]
    fn what_the_deferred_part_needs_is_exported() {
        let module = first(&["called", "pointed"], &[]);
        let exports: Vec<_> = module.exports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(exports, ["memory", "table", "run", "00", TABLE, "g0"]);
    }

    #[test]
    fn deferred_data_is_cleared() {
        let module = first(&["called"], &[10..12, 12..14]);
        let data = module.data.iter().next().expect("it has some");
        assert_eq!(data.value, b"ab\0\0\0\0gh");
    }
}

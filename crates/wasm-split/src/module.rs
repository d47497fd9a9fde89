//! What both halves of the surgery do with a module.

use std::{collections::HashMap, ops::Range};

use anyhow::{Result, bail};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionId, FunctionKind, ImportedFunction,
    LocalFunction, Module, TableId,
    ir::{self, Value, Visitor},
};

/// A function by its number: the same in each module that was parsed from the same
/// bytes, which its id is not.
pub type Index = usize;

/// The module from which a part imports functions of a later part, by the place of the
/// later part.
pub fn later_module(place: usize) -> String {
    place.to_string()
}

/// The place of the later part whose functions are imported from this module; none for
/// other modules.
pub fn place_of(module: &str) -> Option<usize> {
    module.parse().ok()
}

/// The module from which later parts import what the first one has.
pub const FIRST: &str = "first";

/// The name under which the first part exports the function table.
pub const TABLE: &str = "deferred_table";

/// The name under which wasm-bindgen exports the memory.
pub const MEMORY: &str = "memory";

/// The functions of a module by their indices.
pub fn functions(module: &Module) -> HashMap<Index, FunctionId> {
    let ids = module.funcs.iter().map(|function| function.id());
    ids.map(|id| (id.index(), id)).collect()
}

/// The table through which functions are called.
///
/// # Errors
/// Where there is none, or more than one.
pub fn function_table(module: &Module) -> Result<TableId> {
    match module.tables.main_function_table() {
        Ok(Some(table)) => Ok(table),
        _ => bail!("The wasm has not exactly one table of functions."),
    }
}

/// Functions that are put into the table when the module starts.
pub struct ElementSegment<'module> {
    pub offset: u32,
    pub functions: &'module [FunctionId],
}

/// What the function table is filled with.
///
/// # Errors
/// Where it is filled in a way that compilers do not use.
pub fn element_segments(module: &Module) -> Result<Vec<ElementSegment<'_>>> {
    let wanted = function_table(module)?;
    let mut segments = Vec::new();
    for element in module.elements.iter() {
        match (&element.kind, &element.items) {
            (ElementKind::Active { table, .. }, _) if *table != wanted => {}
            (
                ElementKind::Active {
                    offset: ConstExpr::Value(Value::I32(offset)),
                    ..
                },
                ElementItems::Functions(functions),
            ) => segments.push(ElementSegment {
                offset: offset.cast_unsigned(),
                functions,
            }),
            _ => bail!("The function table of the wasm is filled in a way that can't be split."),
        }
    }
    Ok(segments)
}

/// The functions that a function calls, or whose reference it takes.
pub fn named_functions(function: &LocalFunction) -> Vec<FunctionId> {
    struct Named(Vec<FunctionId>);
    impl<'instr> Visitor<'instr> for Named {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut named = Named(Vec::new());
    ir::dfs_in_order(&mut named, function, function.entry_block());
    named.0
}

/// The bytes that a module puts at these addresses when it starts.
pub fn data_at<'module>(
    module: &'module mut Module,
    range: &Range<u32>,
) -> Option<&'module mut [u8]> {
    let found = module.data.iter().find_map(|data| {
        let DataKind::Active {
            offset: ConstExpr::Value(Value::I32(start)),
            ..
        } = data.kind
        else {
            return None;
        };
        let from = range.start.checked_sub(start.cast_unsigned())? as usize;
        let to = range.end.checked_sub(start.cast_unsigned())? as usize;
        (to <= data.value.len()).then_some((data.id(), from..to))
    });
    let (id, place) = found?;
    module.data.get_mut(id).value.get_mut(place)
}

/// Turns a function into an import.
pub fn import_function(module: &mut Module, id: FunctionId, from: &str, name: &str) {
    let ty = module.funcs.get(id).ty();
    if let FunctionKind::Import(old) = &module.funcs.get(id).kind {
        module.imports.delete(old.import);
    }
    let import = module.imports.add(from, name, id);
    module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

/// Makes the table as long as the plan needs it, and gives its former length.
pub fn lengthen(module: &mut Module, table: TableId, length: u32) -> u32 {
    let table = module.tables.get_mut(table);
    let before = u32::try_from(table.initial).unwrap_or(length);
    table.initial = u64::from(length);
    table.maximum = table.maximum.map(|most| most.max(table.initial));
    before
}

/// Puts functions into the table when the module starts.
pub fn fill(module: &mut Module, table: TableId, offset: u32, functions: Vec<FunctionId>) {
    if functions.is_empty() {
        return;
    }
    let offset = ConstExpr::Value(Value::I32(offset.cast_signed()));
    let kind = ElementKind::Active { table, offset };
    let id = module
        .elements
        .add(kind, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(id);
}

/// The ids of a kind of thing, to change the module while going through them.
pub fn ids<T>(ids: impl Iterator<Item = T>) -> std::vec::IntoIter<T> {
    ids.collect::<Vec<_>>().into_iter()
}

/// The name under which the first part exports a table.
pub fn table_name(id: TableId, function_table: TableId) -> String {
    if id == function_table {
        TABLE.to_owned()
    } else {
        format!("{TABLE}_{}", id.index())
    }
}

/// The digits of [`function_name`].
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// The name under which the first part exports a function to the others, by its place among
/// these: two digits to the base of 64, which after Brotli are a third of a per cent of the
/// first part less than decimal ones.
pub fn function_name(mut place: usize) -> String {
    let mut name = String::new();
    while place > 0 || name.len() < 2 {
        if let Some(digit) = DIGITS.get(place % DIGITS.len()) {
            name.insert(0, char::from(*digit));
        }
        place /= DIGITS.len();
    }
    name
}

/// The name under which the first part exports a global.
pub fn global_name(place: usize) -> String {
    format!("g{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_functions_are_short_and_none_is_there_twice() {
        let names: Vec<String> = (0..1024).map(function_name).collect();
        assert_eq!([&names[0], &names[10], &names[64]], ["00", "0a", "10"]);
        let once: std::collections::HashSet<&String> = names.iter().collect();
        assert_eq!(once.len(), names.len());
    }
}

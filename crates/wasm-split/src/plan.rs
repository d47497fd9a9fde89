//! Makes two modules of one.
//!
//! The first has every function that is needed at once. The late one takes
//! memory, tables and functions of the first, and puts its own functions into
//! the table of the first, where the first calls them. Until it comes, an
//! import stands in each of these places, which fetches the late module and goes
//! on with the function that it brought.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
};

use crate::problem::{Outcome, Problem};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind,
    GlobalKind, ImportedFunction, LocalFunction, Module, TableId, TypeId,
    ir::{self, Instr, Value, Visitor, VisitorMut},
};

use crate::{
    data::late_data,
    emit,
    late::{Late, stable},
    parse, short,
};

/// The module from which the first part takes what stands for the late one.
const LATE: &str = "late";

/// The module from which the late part takes what the first one has.
const FIRST: &str = "first";

/// The name under which the first part shows the table of functions.
const TABLE: &str = "late_table";

/// The name under which wasm-bindgen shows the memory.
const MEMORY: &str = "memory";

/// The two modules.
pub struct Parts {
    pub first: Vec<u8>,
    pub late: Vec<u8>,
    /// The JavaScript beside them.
    pub glue: String,
    pub counts: Counts,
}

/// How many functions are where, and how many of the late ones the first part
/// can call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub first: usize,
    pub late: usize,
    pub ways: usize,
    /// How many bytes of data come late.
    pub data: usize,
}

/// Parts a module: what wasm-bindgen made of it, and what the linker did.
///
/// # Errors
/// Where it can't be read, or has what can't be parted.
pub fn part(wasm: &[u8], glue: &str, linked: &[u8], late: &Late) -> Outcome<Parts> {
    let mut first = parse(wasm, glue)?;
    let plan = Plan::new(&first, late, linked)?;
    let mut second = parse(wasm, glue)?;
    let called = make_late(&mut second, &plan)?;
    make_first(&mut first, &plan, &called)?;
    let counts = Counts {
        first: first.funcs.iter_local().count(),
        late: plan.late.len(),
        ways: plan.slots.len(),
        data: plan.data.iter().map(|range| range.len()).sum(),
    };
    let glue = short::shorten(&mut first, glue);
    Ok(Parts {
        first: emit(first),
        glue,
        late: emit(second),
        counts,
    })
}

/// A function by its place in the module: the same in each module that was read
/// from the same bytes, which its id is not.
type Place = usize;

/// Which functions come later, and where in the table they go.
struct Plan {
    late: HashSet<Place>,
    /// All slots of the table with a late function.
    slots: BTreeMap<u32, Place>,
    /// The slot that a call goes to.
    ways: HashMap<Place, u32>,
    /// How long the table is with the slots that calls need.
    length: u32,
    /// The addresses of what only late functions read.
    data: Vec<Range<u32>>,
}

impl Plan {
    fn new(module: &Module, names: &Late, linked: &[u8]) -> Outcome<Plan> {
        let table = function_table(module)?;
        let mut slots = BTreeMap::new();
        for (offset, functions) in segments(module, table)? {
            slots.extend((offset..).zip(functions.iter().map(|id| id.index())));
        }
        let late = late_functions(module, names, slots.values().copied());
        slots.retain(|_, function| late.contains(function));
        let mut ways = HashMap::new();
        for (slot, function) in &slots {
            ways.entry(*function).or_insert(*slot);
        }
        let mut length = u32::try_from(module.tables.get(table).initial)
            .map_err(|_| Problem::new("The table of the wasm is too long to be parted."))?;
        let first = module
            .funcs
            .iter_local()
            .filter(|(id, _)| !late.contains(&id.index()));
        for called in first.flat_map(|(_, function)| calls(function)) {
            let called = called.index();
            if late.contains(&called) && !ways.contains_key(&called) {
                ways.insert(called, length);
                slots.insert(length, called);
                length += 1;
            }
        }
        let data = late_data(linked, &names_of(module, &late))?;
        Ok(Plan {
            late,
            slots,
            ways,
            length,
            data,
        })
    }
}

/// The names that late functions have and no other.
fn names_of(module: &Module, late: &HashSet<Place>) -> HashSet<String> {
    let (mut own, mut others) = (HashSet::new(), HashSet::new());
    for function in module.funcs.iter() {
        let name = stable(function.name.as_deref().unwrap_or_default());
        match late.contains(&function.id().index()) {
            true => own.insert(name),
            false => others.insert(name),
        };
    }
    own.retain(|name| !name.is_empty() && !others.contains(name));
    own
}

/// The functions of a module by their places.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

/// The functions that can come later: those that are named so, and those that
/// only such functions call.
fn late_functions(
    module: &Module,
    names: &Late,
    in_table: impl Iterator<Item = Place>,
) -> HashSet<Place> {
    let shown = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
    let shown: HashSet<FunctionId> = shown.chain(module.start).collect();
    let is_named = |id: &FunctionId| {
        let name = module.funcs.get(*id).name.as_deref();
        !shown.contains(id) && name.is_some_and(|name| names.has(name))
    };
    let ids = functions(module);
    let in_table = in_table.filter_map(|place| ids.get(place).copied());
    let roots = shown.iter().copied().chain(in_table);
    let mut open: Vec<FunctionId> = roots.filter(|id| !is_named(id)).collect();
    let mut needed = HashSet::new();
    while let Some(id) = open.pop() {
        if !needed.insert(id) {
            continue;
        }
        if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
            open.extend(calls(function).into_iter().filter(|id| !is_named(id)));
        }
    }
    let local = module.funcs.iter_local().map(|(id, _)| id);
    let late = local.filter(|id| !needed.contains(id));
    late.map(|id| id.index()).collect()
}

fn function_table(module: &Module) -> Outcome<TableId> {
    match module.tables.main_function_table() {
        Ok(Some(table)) => Ok(table),
        _ => Err(Problem::new("The wasm has not one table of functions.")),
    }
}

/// What is put into the table of functions: from which place on, and what.
fn segments(module: &Module, wanted: TableId) -> Outcome<Vec<(u32, &[FunctionId])>> {
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
            ) => segments.push((offset.cast_unsigned(), &functions[..])),
            _ => {
                return Err(Problem::new(
                    "The table of the wasm is filled in a way that can't be parted.",
                ));
            }
        }
    }
    Ok(segments)
}

/// The functions that a function calls by name.
fn calls(function: &LocalFunction) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl<'instr> Visitor<'instr> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut calls = Calls(Vec::new());
    ir::dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

/// Leaves the late functions in a module, and says which functions of the first
/// part they call.
fn make_late(module: &mut Module, plan: &Plan) -> Outcome<Vec<Place>> {
    let table = function_table(module)?;
    let ids = functions(module);
    let is_late = |id: &FunctionId| plan.late.contains(&id.index());
    let own = module.funcs.iter_local().filter(|(id, _)| is_late(id));
    let called: BTreeSet<Place> = own
        .flat_map(|(_, function)| calls(function))
        .filter(|id| !is_late(id))
        .map(|id| id.index())
        .collect();

    module.start = None;
    for id in listed(module.exports.iter().map(|export| export.id())) {
        module.exports.delete(id);
    }
    let data = plan.data.iter().map(|range| {
        let bytes = bytes(module, range).map(|bytes| bytes.to_vec());
        (range.start, bytes.unwrap_or_default())
    });
    let data: Vec<(u32, Vec<u8>)> = data.collect();
    for id in listed(module.data.iter().map(|data| data.id())) {
        module.data.delete(id);
    }
    for id in listed(module.elements.iter().map(|element| element.id())) {
        module.elements.delete(id);
    }

    for (name, place) in called.iter().enumerate() {
        take(module, ids.get(*place), FIRST, &name.to_string());
    }
    for id in listed(module.memories.iter().map(|memory| memory.id())) {
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
    for id in listed(module.tables.iter().map(|table| table.id())) {
        let import = module.imports.add(FIRST, &table_name(id, table), id);
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    lengthen(module, table, plan);
    for (place, id) in listed(module.globals.iter().map(|global| global.id())).enumerate() {
        let import = module.imports.add(FIRST, &global_name(place), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for (offset, places) in runs(&plan.slots) {
        let run = places.iter().filter_map(|place| ids.get(*place).copied());
        fill(module, table, offset, run.collect());
    }
    walrus::passes::gc::run(module);
    Ok(called.into_iter().collect())
}

/// Leaves in a module what is not late.
fn make_first(module: &mut Module, plan: &Plan, called: &[Place]) -> Outcome {
    let table = function_table(module)?;
    let ids = functions(module);
    for (name, place) in called.iter().enumerate() {
        if let Some(id) = ids.get(*place) {
            module.exports.add(&name.to_string(), *id);
        }
    }
    for id in listed(module.tables.iter().map(|table| table.id())) {
        module.exports.add(&table_name(id, table), id);
    }
    for (place, id) in listed(module.globals.iter().map(|global| global.id())).enumerate() {
        module.exports.add(&global_name(place), id);
    }
    let before = lengthen(module, table, plan);
    for range in &plan.data {
        // Nothing is as small as many equal bytes.
        if let Some(bytes) = bytes(module, range) {
            bytes.fill(0);
        }
    }

    let ways: HashMap<FunctionId, (u32, TypeId)> = plan
        .ways
        .iter()
        .filter_map(|(place, slot)| ids.get(*place).map(|id| (*id, *slot)))
        .map(|(id, slot)| (id, (slot, module.funcs.get(id).ty())))
        .collect();
    let detour = &mut Detour { ways, table };
    for (id, function) in module.funcs.iter_local_mut() {
        if !plan.late.contains(&id.index()) {
            let start = function.entry_block();
            ir::dfs_pre_order_mut(detour, function, start);
        }
    }
    // In the order of the table, since numbers that follow each other compress.
    let ways = plan.ways.iter().map(|(place, slot)| (slot, place));
    for (slot, place) in ways.collect::<BTreeMap<_, _>>() {
        take(module, ids.get(*place), LATE, &slot.to_string());
    }
    let added = plan.slots.range(before..);
    let added = added.filter_map(|(_, place)| ids.get(*place).copied());
    fill(module, table, before, added.collect());
    walrus::passes::gc::run(module);
    Ok(())
}

/// The bytes that a module puts at these addresses.
fn bytes<'module>(module: &'module mut Module, range: &Range<u32>) -> Option<&'module mut [u8]> {
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

fn listed<T>(ids: impl Iterator<Item = T>) -> std::vec::IntoIter<T> {
    ids.collect::<Vec<_>>().into_iter()
}

/// Makes an import of a function.
fn take(module: &mut Module, id: Option<&FunctionId>, from: &str, name: &str) {
    let Some(id) = id else { return };
    let ty = module.funcs.get(*id).ty();
    if let FunctionKind::Import(old) = &module.funcs.get(*id).kind {
        module.imports.delete(old.import);
    }
    let import = module.imports.add(from, name, *id);
    module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

/// Gives the table the length that the plan needs, and says how long it was.
fn lengthen(module: &mut Module, table: TableId, plan: &Plan) -> u32 {
    let table = module.tables.get_mut(table);
    let before = u32::try_from(table.initial).unwrap_or(plan.length);
    table.initial = u64::from(plan.length);
    table.maximum = table.maximum.map(|most| most.max(table.initial));
    before
}

/// Puts functions into the table when the module starts.
fn fill(module: &mut Module, table: TableId, offset: u32, functions: Vec<FunctionId>) {
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

/// Leads calls of late functions over the table.
struct Detour {
    ways: HashMap<FunctionId, (u32, TypeId)>,
    table: TableId,
}

impl VisitorMut for Detour {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        for (instruction, place) in std::mem::take(&mut sequence.instrs) {
            let way = match &instruction {
                Instr::Call(call) => self.ways.get(&call.func),
                _ => None,
            };
            let Some((slot, ty)) = way else {
                sequence.instrs.push((instruction, place));
                continue;
            };
            let value = Value::I32(slot.cast_signed());
            let (ty, table) = (*ty, self.table);
            sequence.instrs.push((ir::Const { value }.into(), place));
            sequence
                .instrs
                .push((ir::CallIndirect { ty, table }.into(), place));
        }
    }
}

fn table_name(id: TableId, functions: TableId) -> String {
    match id == functions {
        true => TABLE.to_owned(),
        false => format!("{TABLE}_{}", id.index()),
    }
}

fn global_name(place: usize) -> String {
    format!("g{place}")
}

/// What lies side by side.
fn runs(slots: &BTreeMap<u32, Place>) -> Vec<(u32, Vec<Place>)> {
    let mut runs: Vec<(u32, Vec<Place>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => {
                run.push(*function)
            }
            _ => runs.push((*slot, vec![*function])),
        }
    }
    runs
}

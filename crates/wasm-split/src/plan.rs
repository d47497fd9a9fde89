//! Decides which functions are deferred, and how the first part calls them.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Context as _, Result};
use walrus::{ExportItem, FunctionId, FunctionKind, Module};

use crate::{
    deferred_data::{DeferredData, deferred_data},
    linked::Linked,
    list::List,
    module::{Index, element_segments, function_table, functions, named_functions},
    names::path,
    references::{Item, References},
};

/// What the symbol of the function contains that reads where a panic happened.
const REPORTER: &str = "rust_panic_with_hook";

/// Which functions and data are deferred.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub deferred: HashSet<Index>,
    /// All slots of the function table that hold a deferred function.
    pub slots: BTreeMap<u32, Index>,
    /// Call slots: the one through which the first part calls a deferred function.
    pub call_slots: HashMap<Index, u32>,
    /// The length of the function table with the call slots.
    pub table_length: u32,
    /// The addresses of data that the first part does not read, and those of it that
    /// the deferred part reads.
    pub data: DeferredData,
}

impl Plan {
    /// Makes the plan for a module. Without what the linker knows, no data is
    /// deferred, and functions in the table only if the list has them.
    ///
    /// # Errors
    /// Where a pattern of the list matches nothing, or the module has not one
    /// function table that can be read.
    pub fn new(module: &Module, list: &List, linked: Option<&Linked>) -> Result<Self> {
        let symbols = symbols(module);
        let paths: HashMap<Index, String> = symbols
            .iter()
            .map(|(index, symbol)| (*index, path(symbol)))
            .collect();
        list.check(&paths.values().cloned().collect::<Vec<_>>())?;

        let mut table = BTreeMap::new();
        for segment in element_segments(module)? {
            let indices = segment.functions.iter().map(|id| id.index());
            table.extend((segment.offset..).zip(indices));
        }
        let references = linked.map(References::of);
        let linker = linked.zip(references.as_ref());
        let named = linker.map(|(linked, references)| addresses(linked, references, &symbols));
        let is_listed = |index: &Index| paths.get(index).is_some_and(|path| list.defers(path));
        let in_table = table.values().copied().collect();
        let needed = needed(module, is_listed, in_table, named);
        let local = module.funcs.iter_local().map(|(id, _)| id.index());
        let deferred: HashSet<Index> = local.filter(|index| !needed.contains(index)).collect();

        let data = linker.map(|(linked, references)| {
            let reports = symbols.values().any(|symbol| symbol.contains(REPORTER));
            deferred_data(
                linked,
                references,
                &own_symbols(&symbols, &deferred),
                reports,
            )
        });
        Ok(Self {
            data: data.unwrap_or_default(),
            ..Self::with_slots(module, deferred, table)?
        })
    }

    /// Gives each deferred function that the first part calls a slot of the table.
    pub fn with_slots(
        module: &Module,
        deferred: HashSet<Index>,
        mut slots: BTreeMap<u32, Index>,
    ) -> Result<Self> {
        slots.retain(|_, function| deferred.contains(function));
        let mut call_slots = HashMap::new();
        for (slot, function) in &slots {
            call_slots.entry(*function).or_insert(*slot);
        }
        let table = module.tables.get(function_table(module)?);
        let mut table_length =
            u32::try_from(table.initial).context("The function table is too long.")?;
        for (id, function) in module.funcs.iter_local() {
            if deferred.contains(&id.index()) {
                continue;
            }
            for called in named_functions(function).iter().map(|id| id.index()) {
                if deferred.contains(&called) && !call_slots.contains_key(&called) {
                    call_slots.insert(called, table_length);
                    slots.insert(table_length, called);
                    table_length += 1;
                }
            }
        }
        Ok(Self {
            deferred,
            slots,
            call_slots,
            table_length,
            data: DeferredData::default(),
        })
    }
}

/// The symbols of functions, as the name section has them.
pub fn symbols(module: &Module) -> HashMap<Index, String> {
    let symbols = module.funcs.iter().filter_map(|function| {
        let symbol = function.name.clone()?;
        Some((function.id().index(), symbol))
    });
    symbols.collect()
}

/// The symbols that only deferred functions have.
fn own_symbols<'symbols>(
    symbols: &'symbols HashMap<Index, String>,
    deferred: &HashSet<Index>,
) -> HashSet<&'symbols str> {
    let (mut own, mut others) = (HashSet::new(), HashSet::new());
    for (index, symbol) in symbols {
        let set = if deferred.contains(index) {
            &mut own
        } else {
            &mut others
        };
        set.insert(symbol.as_str());
    }
    own.retain(|symbol| !others.contains(symbol));
    own
}

/// Which functions take the address of which, where the linker knows.
struct Addresses {
    /// By the function that takes them.
    taken: HashMap<Index, Vec<Index>>,
    /// Those whose takers are all known.
    known: HashSet<Index>,
}

/// Translates what the linker knows to the indices of the module, over symbols:
/// wasm-bindgen numbers functions anew.
fn addresses(
    linked: &Linked,
    references: &References,
    symbols: &HashMap<Index, String>,
) -> Addresses {
    let mut by_symbol: HashMap<&str, Vec<Index>> = HashMap::new();
    for (index, symbol) in symbols {
        by_symbol.entry(symbol).or_default().push(*index);
    }
    let indices = |function: u32| {
        let name = linked.names.get(&function);
        let found = name.and_then(|name| by_symbol.get(name.as_str()));
        found.into_iter().flatten().copied()
    };
    let mut taken: HashMap<Index, Vec<Index>> = HashMap::new();
    let mut known = HashSet::new();
    for (owner, _) in references.owners() {
        let named = references.functions_named_by(owner);
        let named: Vec<Index> = named.into_iter().flat_map(&indices).collect();
        known.extend(named.iter().copied());
        if let Item::Function(function) = owner {
            for index in indices(function) {
                taken.entry(index).or_default().extend(&named);
            }
        }
    }
    let unowned = references.functions_named_by(Item::Unowned);
    for index in unowned.into_iter().flat_map(&indices) {
        known.remove(&index);
    }
    Addresses { taken, known }
}

/// The functions that the first part needs: what is exported, what may be called
/// over the table from outside, and all that is called or named from there. The
/// search ends at listed functions.
fn needed(
    module: &Module,
    is_listed: impl Fn(&Index) -> bool,
    in_table: HashSet<Index>,
    addresses: Option<Addresses>,
) -> HashSet<Index> {
    let exported = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
    let fixed: HashSet<Index> = exported
        .chain(module.start)
        .map(|id: FunctionId| id.index())
        .collect();
    let is_cut = |index: &Index| !fixed.contains(index) && is_listed(index);
    let unexplained = in_table.into_iter().filter(|index| {
        let addresses = addresses.as_ref();
        !addresses.is_some_and(|addresses| addresses.known.contains(index))
    });
    let roots = fixed.iter().copied().chain(unexplained);
    let mut open: Vec<Index> = roots.filter(|index| !is_cut(index)).collect();
    let ids = functions(module);
    let mut needed = HashSet::new();
    while let Some(index) = open.pop() {
        if !needed.insert(index) {
            continue;
        }
        if let Some(id) = ids.get(&index)
            && let FunctionKind::Local(function) = &module.funcs.get(*id).kind
        {
            let called = named_functions(function).into_iter().map(|id| id.index());
            open.extend(called.filter(|index| !is_cut(index)));
        }
        let taken = addresses.as_ref().and_then(|it| it.taken.get(&index));
        open.extend(taken.into_iter().flatten().filter(|index| !is_cut(index)));
    }
    needed
}

#[cfg(test)]
mod tests {
    use wasmparser::{RelocationEntry, RelocationType};

    use super::*;
    use crate::{
        linked::Datum,
        testing::{indices, parsed, wasm},
    };

    /// `run` calls `page` and `shared`; `page` calls `helper` and `shared`, and takes
    /// the address of `closure`, which is in the table.
    const MODULE: &str = r#"(module
        (table (export "table") 3 funcref)
        (elem (i32.const 1) func $alloc::closure $app::other)
        (func $core::shared)
        (func $core::helper)
        (func $alloc::closure)
        (func $app::other)
        (func $app::page (call $core::helper) (call $core::shared))
        (func $app::run (export "run") (call $app::page) (call $core::shared)))"#;

    const NAMES: [&str; 6] = [
        "core::shared",
        "core::helper",
        "alloc::closure",
        "app::other",
        "app::page",
        "app::run",
    ];

    /// What the linker knows: `page` names the closure over a vtable, and `run` names
    /// `other`.
    fn linked() -> Linked {
        let relocation = |ty, offset, index| RelocationEntry {
            ty,
            offset,
            index,
            addend: 0,
        };
        let segment = crate::linked::Segment {
            range: 0..64,
            address: 1024,
        };
        Linked {
            bodies: (0..6).map(|place| place * 10..place * 10 + 10).collect(),
            names: (0..).zip(NAMES.map(str::to_owned)).collect(),
            functions: (0..6).map(|index| (10 + index, index)).collect(),
            segments: vec![segment],
            constant: [0].into(),
            data: [(
                7,
                Datum {
                    segment: 0,
                    range: 0..32,
                },
            )]
            .into(),
            code_relocations: vec![
                relocation(RelocationType::MemoryAddrSleb, 42, 7),
                relocation(RelocationType::TableIndexSleb, 52, 13),
            ],
            data_relocations: vec![relocation(RelocationType::TableIndexI32, 12, 12)],
            ..Linked::default()
        }
    }

    fn plan(list: &str, linked: Option<&Linked>) -> Plan {
        let module = parsed(&wasm(MODULE));
        Plan::new(&module, &List::parse(list), linked).expect("it can be planned")
    }

    fn deferred(list: &str, linked: Option<&Linked>) -> Vec<&'static str> {
        let module = parsed(&wasm(MODULE));
        let deferred = plan(list, linked).deferred;
        let is_deferred = |name: &&str| indices(&module, &[name]).is_subset(&deferred);
        NAMES.into_iter().filter(is_deferred).collect()
    }

    #[test]
    fn what_only_deferred_functions_call_is_deferred() {
        assert_eq!(deferred("app::page", None), ["core::helper", "app::page"]);
        assert!(deferred("", None).is_empty());
    }

    #[test]
    fn what_only_deferred_functions_take_the_address_of_is_deferred() {
        let expected = ["core::helper", "alloc::closure", "app::page"];
        assert_eq!(deferred("app::page", Some(&linked())), expected);
        let mut unowned = linked();
        unowned.data.clear();
        assert_eq!(
            deferred("app::page", Some(&unowned)),
            ["core::helper", "app::page"]
        );
    }

    #[test]
    fn exports_stay() {
        let all = ["core::helper", "alloc::closure", "app::other", "app::page"];
        assert_eq!(deferred("app::", Some(&linked())), all);
    }

    #[test]
    fn a_pattern_that_matches_nothing_stops_the_plan() {
        let module = parsed(&wasm(MODULE));
        let list = List::parse("app::pages");
        let error = Plan::new(&module, &list, None).expect_err("it is stale");
        assert!(error.to_string().contains("line 1: app::pages"), "{error}");
    }

    #[test]
    fn deferred_functions_get_a_call_slot_where_they_are_called() {
        let module = parsed(&wasm(MODULE));
        let index = |name| indices(&module, &[name]).into_iter().next().expect("one");
        let plan = plan("app::page\napp::other", Some(&linked()));
        // One more than the table had; what is in the table has a slot already.
        assert_eq!(plan.table_length, 4);
        assert_eq!(plan.call_slots.get(&index("app::page")), Some(&3));
        assert_eq!(plan.call_slots.get(&index("app::other")), Some(&2));
        assert_eq!(plan.call_slots.get(&index("core::helper")), None);
        assert_eq!(plan.slots.keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn data_of_deferred_functions_is_deferred() {
        let data = plan("app::page", Some(&linked())).data;
        assert_eq!(data.moved.first(), Some(&(1024..1056)));
        assert!(plan("app::other", Some(&linked())).data.moved.is_empty());
        assert!(plan("app::page", None).data.moved.is_empty());
    }
}

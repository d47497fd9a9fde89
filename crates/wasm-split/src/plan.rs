//! Decides which function is in which part, and how other parts call it.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use anyhow::{Context as _, Result};
use walrus::{ExportItem, FunctionId, FunctionKind, Module};

use crate::{
    deferred_data::deferred_data,
    linked::Linked,
    list::{List, Lists},
    module::{Index, element_segments, function_table, functions, named_functions},
    names::path,
    references::{Item, References},
};

/// What the symbol of the function contains that reads where a panic happened.
const REPORTER: &str = "rust_panic_with_hook";

/// Which functions and data are in which part.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The later parts, in the order in which they are loaded.
    pub later: Vec<Part>,
    /// Call slots: the one through which other parts call a function of a later part.
    pub call_slots: HashMap<Index, u32>,
    /// Functions of a later part whose address no other part learns before that part is
    /// loaded, and which no other calls: until then, a trap stands in their slots.
    pub private: HashSet<Index>,
    /// The length of the function table up to the last slot over which the first part
    /// calls.
    pub first_length: u32,
    /// The length of the function table with all call slots.
    pub table_length: u32,
    /// The addresses of data that the first part does not read.
    pub cleared: Vec<Range<u32>>,
}

/// A part that is loaded later.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub functions: HashSet<Index>,
    /// All slots of the function table that hold one of its functions.
    pub slots: BTreeMap<u32, Index>,
    /// The addresses of the data that it brings.
    pub data: Vec<Range<u32>>,
}

impl Plan {
    /// Makes the plan for a module: each list has the functions of one later part. A
    /// part has what is not needed by those that are loaded before it, and may use their
    /// data. What several need that are loaded without each other is in the last part that
    /// all of them are loaded after. Without what the linker knows, no data is deferred, and
    /// functions in the table only if a list has them.
    ///
    /// # Errors
    /// Where a pattern of a list matches nothing, or the module has not one function table
    /// that can be read.
    pub fn new(module: &Module, lists: &Lists, linked: Option<&Linked>) -> Result<Self> {
        let (needs, leading, last) = (lists.needs(), lists.leading(), lists.last());
        let symbols = symbols(module);
        let paths: HashMap<Index, String> = symbols
            .iter()
            .map(|(index, symbol)| (*index, path(symbol)))
            .collect();
        let all: Vec<String> = paths.values().cloned().collect();
        lists.all().try_for_each(|list| list.check(&all))?;

        let mut table = BTreeMap::new();
        for segment in element_segments(module)? {
            let indices = segment.functions.iter().map(|id| id.index());
            table.extend((segment.offset..).zip(indices));
        }
        let references = linked.map(References::of);
        let linker = linked.zip(references.as_ref());
        let named = linker.map(|(linked, references)| addresses(linked, references, &symbols));
        let in_table: HashSet<Index> = table.values().copied().collect();
        let mut remaining: HashSet<Index> = module
            .funcs
            .iter_local()
            .map(|(id, _)| id.index())
            .collect();
        let lists: Vec<&List> = lists.all().collect();
        let is_listed = |lists: &[&List], index: &Index| {
            let path = paths.get(index);
            path.is_some_and(|path| lists.iter().any(|list| list.defers(path)))
        };
        let needed = |behind: &[&List], own: &[Index]| {
            let is_cut = |index: &Index| is_listed(behind, index);
            needed(module, is_cut, own, &in_table, named.as_ref())
        };
        // What each part of the chain and those before it need, up to the first part apart.
        let mut later = Vec::new();
        for place in 0..=leading {
            let needed = needed(lists.get(place..).unwrap_or_default(), &[]);
            let (own, others) = remaining.into_iter().partition(|it| needed.contains(it));
            later.extend((place > 0).then_some(own));
            remaining = others;
        }
        // What each of the others needs.
        let mut users: HashMap<Index, Vec<usize>> = HashMap::new();
        for place in leading..lists.len() {
            let mut others = lists.clone();
            let own = others.remove(place);
            others.drain(..leading);
            let listed: Vec<Index> = remaining
                .iter()
                .copied()
                .filter(|index| is_listed(&[own], index))
                .collect();
            for index in needed(&others, &listed) {
                users.entry(index).or_default().push(place);
            }
        }
        let is_loaded_with = |place: usize, part: usize| {
            place == part || needs.get(part).is_some_and(|needs| needs.contains(&place))
        };
        later.resize_with(lists.len(), HashSet::new);
        for index in remaining {
            let users = users.get(&index).map(Vec::as_slice).unwrap_or_default();
            let places = (0..lists.len()).rev();
            let mut places = places.filter(|place| match users {
                // What nobody needs is loaded as late as it can be.
                [] => Some(*place) == last,
                users => users.iter().all(|part| is_loaded_with(*place, *part)),
            });
            if let Some(part) = places.next().and_then(|place| later.get_mut(place)) {
                part.insert(index);
            }
        }

        let mut plan = Self::with_slots(module, later, table)?;
        if let Some(addresses) = &named {
            plan.private = plan.private(module, addresses);
        }
        if let Some((linked, references)) = linker {
            let reports = symbols.values().any(|symbol| symbol.contains(REPORTER));
            for place in 0..plan.later.len() {
                // With all that are loaded after it.
                let parts = plan.later.iter().enumerate();
                let own = parts.filter(|(part, _)| is_loaded_with(place, *part));
                let own = own.flat_map(|(_, it)| &it.functions).copied().collect();
                let own = own_symbols(&symbols, &own);
                // What only says where a panic happened comes with the first later part.
                let data = deferred_data(linked, references, &own, reports && place == 0);
                let before = needs.get(place).and_then(|needs| needs.last());
                if let Some(before) = before.and_then(|place| plan.later.get_mut(*place)) {
                    before.data = without(&before.data, &data.moved);
                } else {
                    plan.cleared = data.cleared;
                }
                if let Some(part) = plan.later.get_mut(place) {
                    part.data = data.moved;
                }
            }
        }
        Ok(plan)
    }

    /// Gives each function of a later part that another part calls a slot of the table.
    pub fn with_slots(
        module: &Module,
        later: Vec<HashSet<Index>>,
        table: BTreeMap<u32, Index>,
    ) -> Result<Self> {
        let length = module.tables.get(function_table(module)?).initial;
        let length = u32::try_from(length).context("The function table is too long.")?;
        let later = later.into_iter().map(|functions| Part {
            slots: table
                .iter()
                .filter(|(_, function)| functions.contains(function))
                .map(|(slot, function)| (*slot, *function))
                .collect(),
            functions,
            data: Vec::new(),
        });
        let mut plan = Self {
            later: later.collect(),
            table_length: length,
            ..Self::default()
        };
        for (slot, function) in &table {
            if plan.part_of(*function).is_some() {
                plan.call_slots.entry(*function).or_insert(*slot);
            }
        }
        plan.add_slots(module, |caller| caller.is_none());
        plan.first_length = plan.table_length;
        plan.add_slots(module, |caller| caller.is_some());
        Ok(plan)
    }

    /// Adds the slots for what some parts call.
    fn add_slots(&mut self, module: &Module, is_meant: impl Fn(Option<usize>) -> bool) {
        for (id, function) in module.funcs.iter_local() {
            let caller = self.part_of(id.index());
            if !is_meant(caller) {
                continue;
            }
            for called in named_functions(function).iter().map(|id| id.index()) {
                let part = self.part_of(called).filter(|part| Some(*part) != caller);
                let Some(part) = part else { continue };
                if !self.call_slots.contains_key(&called) {
                    self.call_slots.insert(called, self.table_length);
                    if let Some(part) = self.later.get_mut(part) {
                        part.slots.insert(self.table_length, called);
                    }
                    self.table_length += 1;
                }
            }
        }
    }

    /// The functions in the table that only functions of their own later part call, or
    /// take the address of.
    fn private(&self, module: &Module, addresses: &Addresses) -> HashSet<Index> {
        let taken = addresses.taken.iter();
        let taken = taken.flat_map(|(by, named)| named.iter().map(|it| (*by, *it)));
        let called = module.funcs.iter_local().flat_map(|(id, function)| {
            let called = named_functions(function).into_iter();
            called.map(move |it| (id.index(), it.index()))
        });
        let is_own = |by: Index, it: Index| self.part_of(by) == self.part_of(it);
        let mut private: HashSet<Index> = taken
            .clone()
            .map(|(_, it)| it)
            .filter(|it| addresses.known.contains(it) && self.part_of(*it).is_some())
            .collect();
        for (by, it) in taken.chain(called) {
            if !is_own(by, it) {
                private.remove(&it);
            }
        }
        private
    }

    /// The place of the later part that has a function; none for the first part.
    pub fn part_of(&self, function: Index) -> Option<usize> {
        let mut parts = self.later.iter();
        parts.position(|part| part.functions.contains(&function))
    }
}

/// Ranges without what lies in others.
fn without(ranges: &[Range<u32>], holes: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut rest = ranges.to_vec();
    for hole in holes {
        let cut = |range: Range<u32>| {
            let before = range.start..range.end.min(hole.start);
            let behind = range.start.max(hole.end)..range.end;
            [before, behind].into_iter().filter(|it| !it.is_empty())
        };
        rest = rest.into_iter().flat_map(cut).collect();
    }
    rest
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

/// The functions that a part and those before it need: what is exported, what may be called
/// over the table from outside, the part's `own`, and all that is called or named from
/// there. The search ends at listed functions.
fn needed(
    module: &Module,
    is_listed: impl Fn(&Index) -> bool,
    own: &[Index],
    in_table: &HashSet<Index>,
    addresses: Option<&Addresses>,
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
    let unexplained = in_table
        .iter()
        .filter(|index| !addresses.is_some_and(|addresses| addresses.known.contains(index)));
    let roots = fixed.iter().chain(unexplained).copied();
    let mut open: Vec<Index> = roots.filter(|index| !is_cut(index)).collect();
    open.extend(own);
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
        let taken = addresses.and_then(|it| it.taken.get(&index));
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

    fn lists(groups: &[&[&str]]) -> Lists {
        Lists::parse(groups).expect("they begin with the chain")
    }

    fn plan(list: &str, linked: Option<&Linked>) -> Plan {
        let module = parsed(&wasm(MODULE));
        Plan::new(&module, &lists(&[&[list]]), linked).expect("it can be planned")
    }

    fn part(list: &str, linked: Option<&Linked>) -> Part {
        plan(list, linked).later.remove(0)
    }

    fn deferred(list: &str, linked: Option<&Linked>) -> Vec<&'static str> {
        let module = parsed(&wasm(MODULE));
        let deferred = part(list, linked).functions;
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
        let lists = lists(&[&["app::pages"]]);
        let error = Plan::new(&module, &lists, None).expect_err("it is stale");
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
        let slots = plan.later.first().expect("one").slots.keys();
        assert_eq!(slots.copied().collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn what_only_its_own_part_calls_and_names_is_private() {
        let module = parsed(&wasm(MODULE));
        let index = |name| indices(&module, &[name]);
        // `page` names the closure, `run` in the first part names `other`.
        let planned = plan("app::page\napp::other", Some(&linked()));
        assert_eq!(planned.private, index("alloc::closure"));
        assert!(planned.private.is_subset(&planned.later[0].functions));
        // In parts apart, `page` names what is not its own.
        let lists = lists(&[&["app::page", "alloc::closure"]]);
        let apart = Plan::new(&module, &lists, Some(&linked())).expect("it can be planned");
        assert_eq!(apart.later[1].functions, index("alloc::closure"));
        assert_eq!(apart.private, HashSet::new());
        let mut unowned = linked();
        unowned.data.clear();
        assert!(
            plan("app::page\nalloc::closure", Some(&unowned))
                .private
                .is_empty()
        );
        assert!(plan("app::page\nalloc::closure", None).private.is_empty());
        // A first part that names it too.
        let mut named = linked();
        let (ty, addend) = (RelocationType::TableIndexSleb, 0);
        let (offset, index) = (53, 12);
        named.code_relocations.push(RelocationEntry {
            ty,
            offset,
            index,
            addend,
        });
        assert!(
            plan("app::page\nalloc::closure", Some(&named))
                .private
                .is_empty()
        );
    }

    #[test]
    fn data_of_deferred_functions_is_deferred() {
        let planned = plan("app::page", Some(&linked()));
        assert_eq!(planned.cleared.first(), Some(&(1024..1056)));
        assert_eq!(part("app::page", Some(&linked())).data, planned.cleared);
        assert!(part("app::other", Some(&linked())).data.is_empty());
        assert!(part("app::page", None).data.is_empty());
    }

    /// `run` calls `page`, which calls `menu`, which calls `export`, which calls `page`
    /// and `shared`; `menu` and `export` call `helper`.
    #[test]
    fn a_later_part_has_what_none_before_it_needs() {
        let module = parsed(&wasm(
            r#"(module
            (table (export "table") 1 funcref)
            (func $core::shared)
            (func $core::helper)
            (func $core::own)
            (func $app::page (call $app::menu))
            (func $app::menu (call $app::export) (call $core::helper))
            (func $app::export (call $app::page) (call $core::shared) (call $core::helper)
                (call $core::own))
            (func $app::run (export "run") (call $app::page) (call $core::shared)))"#,
        ));
        let lists = lists(&[&["app::menu", "app::export"]]);
        let plan = Plan::new(&module, &lists, None).expect("it can be planned");
        let parts: Vec<_> = plan.later.iter().map(|part| &part.functions).collect();
        let index = |names: &[&str]| indices(&module, names);
        let deferred = index(&["app::menu", "core::helper"]);
        let on_demand = index(&["app::export", "core::own"]);
        assert_eq!(parts, [&deferred, &on_demand]);
        let slot = |name| {
            let index = index(&[name]).into_iter().next().expect("one");
            plan.call_slots.get(&index).copied()
        };
        // The first part needs only its own one in the table.
        assert_eq!((slot("app::menu"), plan.first_length), (Some(1), 2));
        assert_eq!(plan.table_length, 4);
        assert!(slot("app::export").is_some() && slot("core::helper").is_some());
        assert_eq!((slot("app::page"), slot("core::own")), (None, None));
    }

    /// `run` calls `menu` and `page`; `page` calls `print`. All three call `helper`,
    /// `page` and `print` call `common`, and each has something of its own. `run` also calls
    /// `note`, which calls `word`, as `print` does.
    const SEVERAL: &str = r#"(module
        (table (export "table") 1 funcref)
        (func $core::helper)
        (func $core::common)
        (func $core::word)
        (func $core::of_page)
        (func $core::of_print)
        (func $app::menu (call $core::helper))
        (func $app::note (call $core::word))
        (func $app::print (call $core::helper) (call $core::common) (call $core::word)
            (call $core::of_print))
        (func $app::page (call $app::print) (call $core::helper) (call $core::common)
            (call $core::of_page))
        (func $app::run (export "run") (call $app::menu) (call $app::note) (call $app::page)))"#;

    fn planned<const N: usize>(groups: &[&[&str]], expected: [&[&str]; N]) {
        let module = parsed(&wasm(SEVERAL));
        let plan = Plan::new(&module, &lists(groups), None).expect("it can be planned");
        let parts: Vec<_> = plan
            .later
            .iter()
            .map(|part| part.functions.clone())
            .collect();
        assert_eq!(parts, expected.map(|names| indices(&module, names)));
    }

    #[test]
    fn what_several_parts_apart_need_is_in_the_last_part_of_the_chain() {
        planned(
            &[
                &["app::menu", ""],
                &["app::page", "app::print", "app::note"],
            ],
            [
                &["app::menu", "core::helper"],
                &["core::common", "core::word"],
                &["app::page", "core::of_page"],
                &["app::print", "core::of_print"],
                &["app::note"],
            ],
        );
    }

    #[test]
    fn what_parts_apart_at_two_places_need_is_in_the_chain_before_the_first() {
        planned(
            &[
                &["app::menu"],
                &["app::note"],
                &[""],
                &["app::page", "app::print"],
            ],
            [
                &["app::menu", "core::helper", "core::word"],
                &["app::note"],
                &["core::common"],
                &["app::page", "core::of_page"],
                &["app::print", "core::of_print"],
            ],
        );
    }

    #[test]
    fn ranges_are_cut() {
        assert_eq!(
            without(&[0..10, 20..30], &[2..4, 20..25]),
            [0..2, 4..10, 25..30]
        );
        assert_eq!(without(&[0..10, 20..30], &[0..10, 5..40]), []);
    }
}

//! Runs hand-written modules, whole and split.

use std::{collections::HashSet, sync::Arc};

use anyhow::{Context as _, Result};
use walrus::Module;
use wasmi::{Caller, Engine, Extern, ExternType, Instance, Linker, Module as Wasm, Store, Val};

use crate::{
    Bindgen, emit,
    module::{FIRST, Index, TABLE, place_of},
    parse,
    plan::Plan,
    strip,
};

/// Glue that uses all exports of the modules here.
pub const GLUE: &str = "wasm.memory wasm.table wasm.run";

/// A module in the text format.
pub fn wasm(text: &str) -> Vec<u8> {
    wat::parse_str(text).expect("it is a module")
}

/// A module, parsed.
pub fn parsed(wasm: &[u8]) -> Module {
    parse(Bindgen { wasm, glue: GLUE }).expect("it is a module")
}

/// The indices of functions with these names.
pub fn indices(module: &Module, names: &[&str]) -> HashSet<Index> {
    let named = module.funcs.iter().filter(|function| {
        let name = function.name.as_deref();
        name.is_some_and(|name| names.contains(&name))
    });
    let indices: HashSet<Index> = named.map(|function| function.id().index()).collect();
    assert_eq!(indices.len(), names.len(), "{names:?}");
    indices
}

/// The two parts of a module when functions with these names are deferred.
pub fn parts(wasm: &[u8], names: &[&str], data: &[std::ops::Range<u32>]) -> (Vec<u8>, Vec<u8>) {
    let (first, mut later) = split_in(wasm, &[names], data);
    (first, later.remove(0))
}

/// The first part of a module and the later ones when those have functions with these
/// names; the first of them has the data.
pub fn split_in(
    wasm: &[u8],
    names: &[&[&str]],
    data: &[std::ops::Range<u32>],
) -> (Vec<u8>, Vec<Vec<u8>>) {
    let whole = parsed(wasm);
    let mut table = std::collections::BTreeMap::new();
    for segment in crate::module::element_segments(&whole).expect("it has a table") {
        let functions = segment.functions.iter().map(|id| id.index());
        table.extend((segment.offset..).zip(functions));
    }
    let later = names.iter().map(|names| indices(&whole, names)).collect();
    let mut plan = Plan::with_slots(&whole, later, table).expect("it has a table");
    plan.cleared = data.to_vec();
    plan.later[0].data = data.to_vec();
    let bindgen = Bindgen { wasm, glue: GLUE };
    let (first, later) = emit(bindgen, &whole, &plan).expect("it can be split");
    (strip(first), later.into_iter().map(strip).collect())
}

/// What can be seen of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// What the functions gave; `None` after a trap.
    pub results: Vec<Option<i32>>,
    /// What was passed to the import `env.log`.
    pub logged: Vec<i32>,
}

#[derive(Default)]
struct Host {
    logged: Vec<i32>,
    /// The places of the later parts that were loaded.
    loads: Vec<usize>,
    /// For each later part, the places of those that are loaded before it.
    needs: Vec<Vec<usize>>,
    /// The first part.
    first: Option<Instance>,
}

/// Calls `run` of a module with each argument.
pub fn run_whole(wasm: &[u8], arguments: &[i32]) -> Trace {
    run(wasm, &[], &[], arguments).expect("it runs").0
}

/// Calls `run` of two parts with each argument, and counts how often the deferred
/// part was loaded.
pub fn run_parts(parts: &(Vec<u8>, Vec<u8>), arguments: &[i32]) -> (Trace, usize) {
    let later = std::slice::from_ref(&parts.1);
    let (trace, loads) = run(&parts.0, later, &[vec![]], arguments).expect("it runs");
    (trace, loads.len())
}

/// Calls `run` of the first of some parts with each argument, and gives the places of the
/// others that were loaded, in that order. `needs` has for each the places of those that are
/// loaded before it.
pub fn run_split(
    parts: &(Vec<u8>, Vec<Vec<u8>>),
    needs: &[Vec<usize>],
    arguments: &[i32],
) -> (Trace, Vec<usize>) {
    run(&parts.0, &parts.1, needs, arguments).expect("it runs")
}

fn run(
    first: &[u8],
    later: &[Vec<u8>],
    needs: &[Vec<usize>],
    arguments: &[i32],
) -> Result<(Trace, Vec<usize>)> {
    let engine = Engine::default();
    let host = Host {
        needs: needs.to_vec(),
        ..Host::default()
    };
    let mut store = Store::new(&engine, host);
    let mut linker = Linker::new(&engine);
    linker.func_wrap("env", "log", |mut caller: Caller<Host>, value: i32| {
        caller.data_mut().logged.push(value);
    })?;
    let later = later.iter().map(|wasm| Wasm::new(&engine, wasm));
    let later: Arc<[Wasm]> = later.collect::<Result<_, _>>()?;
    let first = Wasm::new(&engine, first)?;
    stand_in(&mut linker, &first, &later)?;
    let instance = linker.instantiate_and_start(&mut store, &first)?;
    store.data_mut().first = Some(instance);
    let run = instance.get_func(&store, "run").context("it has no run")?;
    let mut results = Vec::new();
    for argument in arguments {
        let mut result = [Val::I32(0)];
        let outcome = run.call(&mut store, &[Val::I32(*argument)], &mut result);
        results.push(outcome.ok().and_then(|()| result[0].i32()));
    }
    let Host { logged, loads, .. } = store.into_data();
    Ok((Trace { results, logged }, loads))
}

/// Defines what a part imports of later ones.
fn stand_in(linker: &mut Linker<Host>, part: &Wasm, later: &Arc<[Wasm]>) -> Result<()> {
    for import in part.imports() {
        let Some(place) = place_of(import.module()) else {
            continue;
        };
        let ExternType::Func(ty) = import.ty() else {
            anyhow::bail!("{} is no function", import.name());
        };
        let slot: u64 = import.name().parse()?;
        let later = later.clone();
        linker.func_new(
            import.module(),
            import.name(),
            ty.clone(),
            move |caller, values, results| {
                forward(caller, &later, (place, slot), values, results)
                    .map_err(|error| wasmi::Error::new(error.to_string()))
            },
        )?;
    }
    Ok(())
}

/// What `later.js` does: loads a part and what it needs, and goes on with the call.
fn forward(
    mut caller: Caller<Host>,
    later: &Arc<[Wasm]>,
    (place, slot): (usize, u64),
    values: &[Val],
    results: &mut [Val],
) -> Result<()> {
    let needed = caller.data().needs.get(place).cloned();
    for place in needed.into_iter().flatten().chain([place]) {
        if caller.data().loads.contains(&place) {
            continue;
        }
        let part = later.get(place).context("there is no such part")?;
        let mut linker = Linker::<Host>::new(caller.engine());
        stand_in(&mut linker, part, later)?;
        for import in part.imports().filter(|import| import.module() == FIRST) {
            let given = export(&mut caller, import.name());
            linker.define(FIRST, import.name(), given.context("it is not given")?)?;
        }
        linker.instantiate_and_start(&mut caller, part)?;
        caller.data_mut().loads.push(place);
    }
    let table = export(&mut caller, TABLE).and_then(Extern::into_table);
    let entry = table.context("no table")?.get(&caller, slot);
    let function = match entry {
        Some(Val::FuncRef(wasmi::Ref::Val(function))) => function,
        _ => anyhow::bail!("slot {slot} is empty"),
    };
    function.call(&mut caller, values, results)?;
    Ok(())
}

/// What the first part exports.
fn export(caller: &mut Caller<Host>, name: &str) -> Option<Extern> {
    match caller.data().first {
        Some(first) => first.get_export(&mut *caller, name),
        // It is starting.
        None => caller.get_export(name),
    }
}

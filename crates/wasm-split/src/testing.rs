//! Runs hand-written modules, whole and split.

use std::collections::HashSet;

use anyhow::{Context as _, Result};
use walrus::Module;
use wasmi::{Caller, Engine, Extern, ExternType, Linker, Module as Wasm, Store, Val};

use crate::{
    Bindgen,
    deferred_data::DeferredData,
    emit,
    module::{DEFERRED, FIRST, Index, TABLE},
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

/// The parts of a module when functions with these names are deferred.
pub fn parts(wasm: &[u8], names: &[&str], data: &[std::ops::Range<u32>]) -> (Vec<u8>, Vec<u8>) {
    let whole = parsed(wasm);
    let mut slots = std::collections::BTreeMap::new();
    for segment in crate::module::element_segments(&whole).expect("it has a table") {
        let functions = segment.functions.iter().map(|id| id.index());
        slots.extend((segment.offset..).zip(functions));
    }
    let plan = Plan::with_slots(&whole, indices(&whole, names), slots).expect("it has a table");
    let plan = Plan {
        data: DeferredData {
            cleared: data.to_vec(),
            moved: data.to_vec(),
        },
        ..plan
    };
    let bindgen = Bindgen { wasm, glue: GLUE };
    let (first, deferred) = emit(bindgen, &whole, &plan).expect("it can be split");
    (strip(first), strip(deferred))
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
    loads: usize,
}

/// Calls `run` of a module with each argument.
pub fn run_whole(wasm: &[u8], arguments: &[i32]) -> Trace {
    run(wasm, None, arguments).expect("it runs").0
}

/// Calls `run` of two parts with each argument, and counts how often the deferred
/// part was loaded.
pub fn run_parts(parts: &(Vec<u8>, Vec<u8>), arguments: &[i32]) -> (Trace, usize) {
    run(&parts.0, Some(&parts.1), arguments).expect("it runs")
}

fn run(first: &[u8], deferred: Option<&[u8]>, arguments: &[i32]) -> Result<(Trace, usize)> {
    let engine = Engine::default();
    let mut store = Store::new(&engine, Host::default());
    let mut linker = Linker::new(&engine);
    linker.func_wrap("env", "log", |mut caller: Caller<Host>, value: i32| {
        caller.data_mut().logged.push(value);
    })?;
    let deferred = deferred.map(|wasm| Wasm::new(&engine, wasm)).transpose()?;
    let first = Wasm::new(&engine, first)?;
    for import in first.imports().filter(|import| import.module() == DEFERRED) {
        let ExternType::Func(ty) = import.ty() else {
            anyhow::bail!("{} is no function", import.name());
        };
        let slot: u64 = import.name().parse()?;
        let deferred = deferred.clone().context("a whole module needs no other")?;
        linker.func_new(
            DEFERRED,
            import.name(),
            ty.clone(),
            move |caller, values, results| {
                forward(caller, &deferred, slot, values, results)
                    .map_err(|error| wasmi::Error::new(error.to_string()))
            },
        )?;
    }
    let instance = linker.instantiate_and_start(&mut store, &first)?;
    let run = instance.get_func(&store, "run").context("it has no run")?;
    let mut results = Vec::new();
    for argument in arguments {
        let mut result = [Val::I32(0)];
        let outcome = run.call(&mut store, &[Val::I32(*argument)], &mut result);
        results.push(outcome.ok().and_then(|()| result[0].i32()));
    }
    let Host { logged, loads } = store.into_data();
    Ok((Trace { results, logged }, loads))
}

/// What `deferred.js` does: loads the deferred part and goes on with the call.
fn forward(
    mut caller: Caller<Host>,
    deferred: &Wasm,
    slot: u64,
    values: &[Val],
    results: &mut [Val],
) -> Result<()> {
    let mut linker = Linker::<Host>::new(caller.engine());
    for import in deferred.imports() {
        anyhow::ensure!(import.module() == FIRST, "{} is foreign", import.module());
        let given = caller.get_export(import.name());
        linker.define(FIRST, import.name(), given.context("it is not given")?)?;
    }
    if caller.data().loads == 0 {
        linker.instantiate_and_start(&mut caller, deferred)?;
        caller.data_mut().loads += 1;
    }
    let table = caller.get_export(TABLE).and_then(Extern::into_table);
    let entry = table.context("no table")?.get(&caller, slot);
    let function = match entry {
        Some(Val::FuncRef(wasmi::Ref::Val(function))) => function,
        _ => anyhow::bail!("slot {slot} is empty"),
    };
    function.call(&mut caller, values, results)?;
    Ok(())
}

//! Splits a module of wasm-bindgen into what runs at start, parts that are loaded later
//! in their order, and parts that are loaded after some of these in any order.
//!
//! | module | duty |
//! |---|---|
//! | [`list`], [`names`] | which functions a later part has, by patterns over their paths |
//! | `linked`, `references`, `deferred_data` | what the linker knows: who names whom, and which constant data only deferred functions use |
//! | `plan` | which function goes where, and over which slot of the table it is called |
//! | `emit_first`, `emit_later` | make the modules of the parts |
//! | `verify` | checks that they have what the one had |
//! | [`glue`], `short_names` | the JavaScript beside the wasm |
//! | [`trap`](mod@trap) | has panics trap, without code that says what happened |
//! | [`instrument`], [`report`] | which functions are called, and what that says of the list |
//!
//! Which function is where is a matter of speed only: a function that is called
//! before its part is loaded loads it, and the call goes on.

mod deferred_data;

mod emit_first;
mod emit_later;
pub mod glue;
mod instrument;
mod linked;
pub mod list;
mod module;
pub mod names;
mod plan;
mod references;
pub mod report;
#[cfg(test)]
mod round_trip;
mod short_names;
#[cfg(test)]
mod testing;
mod trap;
mod verify;

use anyhow::{Context as _, Result};
pub use instrument::{Instrumented, instrument};
pub use list::{List, Lists};
pub use trap::trap;
use walrus::Module;

use crate::{
    emit_first::emit_first,
    emit_later::{called_by_later, emit_later},
    linked::Linked,
    plan::Plan,
};

/// What wasm-bindgen made: a module, and the JavaScript beside it. The module must
/// have its symbols (`--no-demangle`).
#[derive(Clone, Copy)]
pub struct Bindgen<'input> {
    pub wasm: &'input [u8],
    pub glue: &'input str,
}

/// The parts.
pub struct Split {
    pub first: Vec<u8>,
    /// The later parts, in the order of the lists.
    pub later: Vec<Vec<u8>>,
    /// The JavaScript beside them.
    pub glue: String,
    pub counts: Counts,
}

/// How much is where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Functions of each part.
    pub functions: Vec<usize>,
    /// Bytes of data in each later part.
    pub data: Vec<usize>,
    /// Functions of later parts that other parts can call.
    pub call_slots: usize,
}

/// Splits a module: each list has the functions of one later part. `linked` is what
/// the linker made of the module with `--emit-relocs`, before wasm-bindgen; without it
/// no data is deferred, and functions in the table only if a list has them.
///
/// # Errors
/// Where a module can't be read or split, a pattern of a list matches nothing, or the glue is
/// not written as expected.
pub fn split(bindgen: Bindgen, linked: Option<&[u8]>, lists: &Lists) -> Result<Split> {
    let whole = parse(bindgen)?;
    let linked = linked.map(Linked::read).transpose()?;
    let plan = Plan::new(&whole, lists, linked.as_ref())?;
    let (first, later) = emit(bindgen, &whole, &plan)?;
    let size = |data: &[std::ops::Range<u32>]| data.iter().map(|range| range.len()).sum();
    let parts = std::iter::once(&first).chain(&later);
    let counts = Counts {
        functions: parts.map(|part| part.funcs.iter_local().count()).collect(),
        data: plan.later.iter().map(|part| size(&part.data)).collect(),
        call_slots: plan.call_slots.len(),
    };
    let snippet = glue::later_snippet(&lists.needs());
    let glue = glue::inject_runtime(bindgen.glue, &snippet)?;
    let glue = glue::delay_finalizers(&glue::drop_init_sync(&glue)?)?;
    let (first, glue) = with_short_names(first, &glue);
    Ok(Split {
        first,
        later: later.into_iter().map(strip).collect(),
        glue,
        counts,
    })
}

/// Gives what a module and its glue pass each other short names.
///
/// # Errors
/// Where the module can't be read, or the glue is not written as expected.
pub fn shorten(bindgen: Bindgen) -> Result<(Vec<u8>, String)> {
    let module = parse(bindgen)?;
    let glue = glue::drop_init_sync(bindgen.glue)?;
    Ok(with_short_names(module, &glue))
}

/// The parts by a plan, checked against the one.
fn emit(bindgen: Bindgen, whole: &Module, plan: &Plan) -> Result<(Module, Vec<Module>)> {
    let called = called_by_later(whole, plan);
    let mut later = Vec::new();
    for part in &plan.later {
        let mut module = parse(bindgen)?;
        emit_later(&mut module, plan, part, &called)?;
        later.push(module);
    }
    let mut first = parse(bindgen)?;
    emit_first(&mut first, plan, &called)?;
    verify::verify(whole, &first, &later)?;
    Ok((first, later))
}

fn with_short_names(mut module: Module, glue: &str) -> (Vec<u8>, String) {
    let glue = short_names::shorten(&mut module, glue);
    (strip(module), glue)
}

/// Reads a module, without what it exports and its glue never uses.
fn parse(bindgen: Bindgen) -> Result<Module> {
    let mut module = Module::from_buffer(bindgen.wasm).context("The wasm can't be read")?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !bindgen.glue.contains(&format!("wasm.{}", export.name)))
        .map(|export| export.id())
        .collect();
    for id in unused {
        module.exports.delete(id);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module)
}

/// A module as bytes, without names and other custom sections.
fn strip(mut module: Module) -> Vec<u8> {
    module.debug = Default::default();
    let customs: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for id in customs {
        module.customs.delete(id);
    }
    for function in module.funcs.iter_mut() {
        function.name = None;
    }
    module.emit_wasm()
}

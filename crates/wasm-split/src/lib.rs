//! Parts the built wasm in two: what every visit runs before the page answers,
//! and the rest, which is fetched right after it.
//!
//! | module | duty |
//! |---|---|
//! | [`late`] | which functions can come later, by name |
//! | [`data`], `linked` | which constant data goes with them; what the linker knows of it |
//! | [`part`] | makes two modules of one |
//! | [`short`] | short names for what wasm and glue hand each other |
//! | [`watch`] | makes a module that tells which of its functions are called |
//! | [`glue`] | what the JavaScript beside the wasm must know of it |
//!
//! Which function is where is a matter of speed only: one that is called before
//! its part has come fetches it, and the call goes on.

pub mod data;
pub mod glue;
pub mod late;
mod linked;
pub mod part;
pub mod problem;
pub mod short;
pub mod watch;

use crate::problem::{Outcome, Problem};
use walrus::Module;

/// Reads a module, without what it shows and its glue never uses.
fn parse(wasm: &[u8], glue: &str) -> Outcome<Module> {
    let mut module = Module::from_buffer(wasm)
        .map_err(|error| Problem::new(format!("The wasm can't be read: {error}.")))?;
    let exports = module.exports.iter();
    let unused: Vec<_> = exports
        .filter(|export| !glue.contains(&format!("wasm.{}", export.name)))
        .map(|export| export.id())
        .collect();
    for id in unused {
        module.exports.delete(id);
    }
    Ok(module)
}

/// Gives what a module and its glue hand each other short names.
///
/// # Errors
/// Where the module can't be read.
pub fn shorten(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut module = parse(wasm, glue)?;
    let glue = short::shorten(&mut module, glue);
    Ok((emit(module), glue))
}

/// A module as bytes, without the names of functions and other notes.
fn emit(mut module: Module) -> Vec<u8> {
    module.debug = Default::default();
    let notes: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for id in notes {
        module.customs.delete(id);
    }
    for function in module.funcs.iter_mut() {
        function.name = None;
    }
    module.emit_wasm()
}

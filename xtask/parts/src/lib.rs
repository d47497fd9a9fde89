//! Parts the built wasm in two: what every visit runs before the page answers,
//! and the rest, which is fetched right after it.
//!
//! | module | duty |
//! |---|---|
//! | [`late`] | which functions can come later, by name |
//! | [`part`] | makes two modules of one |
//! | [`watch`] | makes a module that tells which of its functions are called |
//! | [`glue`] | what the JavaScript beside the wasm must know of it |
//!
//! Which function is where is a matter of speed only: one that is called before
//! its part has come fetches it, and the call goes on.

pub mod glue;
pub mod late;
pub mod part;
pub mod watch;

use walrus::Module;
use xtask::{Outcome, Problem};

fn parse(wasm: &[u8]) -> Outcome<Module> {
    Module::from_buffer(wasm)
        .map_err(|error| Problem::new(format!("The wasm can't be read: {error}.")))
}

/// A module as bytes, without the names of functions.
fn emit(mut module: Module) -> Vec<u8> {
    module.debug = Default::default();
    for function in module.funcs.iter_mut() {
        function.name = None;
    }
    module.emit_wasm()
}

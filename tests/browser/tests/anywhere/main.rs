//! The explorer where something is missing: no server, no script, no
//! WebAssembly, a part that does not arrive; one behaviour a module.

mod compatible;
mod deferred;
mod failed;
mod one_file;
mod still;
mod support;
mod takeover;

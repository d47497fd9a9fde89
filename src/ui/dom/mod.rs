//! A builder of DOM elements whose Rust type does not depend on what is in them:
//! Leptos' own builder with erased types.
//!
//! Leptos' `view!` gives each piece of markup a type of its own, and the
//! compiler writes building and rebuilding code for each. Here one type serves
//! all, which makes the app much smaller (docs/decisions has the figures).
//! What goes in are plain values and closures; nothing here knows what it is
//! used for.

mod attributes;
mod drawing;
mod dynamic;
mod element;
mod mounted;
mod patch;

pub use drawing::draw;
pub use dynamic::{keyed, show};
pub use element::{Node, anchor, button, node, unseen};
pub use mounted::Mounted;
pub use patch::{all, append, append_text, create, first, put, set, set_text};

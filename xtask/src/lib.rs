//! The commands around the explorer. Each module needs only those above it in
//! this table.
//!
//! | module | duty |
//! |---|---|
//! | [`mod@root`] | where the checkout is |
//! | `shell`, `arguments`, `steps` | calling programs; reading options; telling how far it is |
//! | `cache`, `apt`, `npm`, `needs` | where tools are kept; installing |
//! | `inputs` | whether a site is still that of the sources |
//! | `programs` | the programs of this workspace |
//! | [`tools`], `wasm_opt` | what a build needs on the machine, found or installed once |
//! | `browsers` | what the browser tests need |
//! | `data_set` | the data of another text |
//! | `split` | the wasm in parts |
//! | `build` | the built site |
//! | `trunk_hook` | what a site lacks that Trunk has built by itself |
//! | `examples` | the pages of others, beside it |
//! | `serve`, `profile`, `bench`, `fuzz` | the commands of these names |
//! | `soak` | the long walk of the browser tests, by itself |
//! | `validity`, `clients` | the HTML of the pages; what the client tests need |
//! | `moved_checkout`, `checks` | everything that must pass |
//! | [`cli`] | which command it is |
//!
//! Nothing here is part of the site, and the explorer does not depend on it.

mod apt;
mod arguments;
mod bench;
mod browsers;
mod build;
mod cache;
mod checks;
pub mod cli;
mod clients;
mod data_set;
mod examples;
mod fuzz;
mod inputs;
mod moved_checkout;
mod needs;
mod npm;
mod profile;
mod programs;
pub mod root;
mod serve;
mod shell;
mod soak;
mod split;
mod steps;
pub mod tools;
mod trunk_hook;
mod validity;
mod wasm_opt;

pub use clients::newer_pandoc;
pub use root::root;

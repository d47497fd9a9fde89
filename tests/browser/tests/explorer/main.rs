//! The built explorer in a browser, one behaviour a module.

mod known;
#[path = "../../../support/native.rs"]
mod native;
#[path = "../../../support/oracle/mod.rs"]
#[expect(
    dead_code,
    reason = "it marks hits as well, which native tests compare"
)]
mod oracle;

mod addresses;
mod carried_list;
mod facets;
mod failed_start;
mod history;
mod layout;
mod links;
mod list;
mod network;
mod nothing_found;
mod open;
mod saved;
mod search;
mod storage;
mod title;
mod walk;

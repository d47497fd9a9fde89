//! The built explorer in a browser, one behaviour a module.

mod known;
#[path = "../../../support/native.rs"]
mod native;
#[path = "../../../support/oracle/mod.rs"]
#[expect(
    dead_code,
    reason = "it tells how a search is read as well, which native tests compare"
)]
mod oracle;

mod addresses;
mod carried_list;
mod compare;
mod effects;
mod engines;
mod export;
mod facets;
mod facts;
mod failed_start;
mod grammar;
mod growth;
mod history;
mod layout;
mod links;
mod list;
mod lists;
mod marks;
mod matrix;
mod network;
mod nothing_found;
mod numerals;
mod open;
mod order;
mod own_pages;
mod references;
mod saved;
mod search;
mod sharing;
mod snippets;
mod statement;
mod storage;
mod title;
mod translated;
mod understood;
mod walk;
mod why;
mod wide;

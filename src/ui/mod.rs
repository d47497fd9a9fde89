//! The components: each a noun of the page, its style sheet beside it.
//!
//! They show what the [`Store`](crate::store::Store) derives and call its
//! actions; nothing is decided here. They are functions over the builder
//! [`dom`], which says why.

pub(crate) mod dom;
mod filters;
mod later;
mod layout;
mod link;
mod lists;
#[cfg(any(feature = "app", feature = "prerender"))]
pub(crate) mod numerals;
mod pages;
mod results;
mod search;
mod sheet;

pub(crate) use layout::site::site;
#[cfg(feature = "app")]
pub(crate) use results::list;
#[cfg(feature = "app")]
pub(crate) use results::toolbar::listen_to_share_dialog;

/// What assists whoever searches and reads: the page answers without it.
#[cfg(feature = "app")]
#[inline(never)]
pub(crate) fn attach_assistance(store: crate::store::Store) {
    search::suggestions::attach(store);
    numerals::attach(store);
    search::compare_offer::attach(store);
    results::first_lines::attach(store);
    results::details::close_on_escape(store);
}

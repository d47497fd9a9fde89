//! Pages beside the list of results.

pub(super) mod about;
pub(super) mod compare;
pub(super) mod documents;
pub(super) mod matrix;
mod picture;
pub(super) mod statement;

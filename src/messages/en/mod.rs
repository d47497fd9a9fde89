//! English.

mod about;
mod actions;
mod background;
mod citation;
mod compare;
mod export;
mod filters;
mod gallery;
mod grammar;
mod lists;
mod matrix;
mod metadata;
mod names;
mod recommendation;
mod results;
mod saved;
mod scripts;
mod search;
mod share_dialog;
mod sharing;
mod snippets;
mod statement;
#[cfg(test)]
mod tests;
mod url_warnings;

use super::Messages;
use crate::language::{ENGLISH, Language};

#[derive(Clone, Copy)]
pub struct English;

impl Messages for English {
    fn language(&self) -> Language {
        ENGLISH
    }
}

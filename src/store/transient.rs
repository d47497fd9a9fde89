//! What is on the page for the moment, beside view state and answer: what was done
//! last, what is open.

use super::part::Part;
use crate::state::SearchText;
use crate::state::matrix::MatrixOrder;
use crate::state::saved::Operation;
use crate::state::url::UrlWarning;

/// What is on the page for the moment, beside view state and answer.
#[derive(Clone, Default)]
pub struct TransientState {
    /// What of the opened link is not shown as asked.
    pub warnings: Vec<UrlWarning>,
    /// What belongs to others in the address.
    pub unknown_params: Vec<String>,
    /// The search for which more was typed.
    pub cut: SearchText,
    /// The text that is searched for as soon as the words are there that it needs.
    pub awaiting_words: Option<String>,
    /// What was done last.
    pub toast: Option<Toast>,
    /// What can be undone, while something else is told.
    pub undoable: Option<Toast>,
    /// What can be undone as long as the page lives, the latest last.
    pub done: Vec<Toast>,
    /// How many there have been, so that equal ones are told apart.
    pub toast_count: usize,
    /// What was announced last to those who do not see the page.
    pub announced: String,
    /// Whether the formats of files are shown.
    pub exporting: bool,
    /// The columns that tables leave out: a bit for each of [`Column::all`].
    ///
    /// [`Column::all`]: crate::export::Column::all
    pub left_out: u32,
    /// The place of the form in which citations are shown.
    pub citation_form: usize,
    /// Whether the dialog for sharing was asked for and is not there yet.
    pub sharing: bool,
    /// The recommendations that are to be compared.
    pub compared: Vec<u16>,
    /// How the rows of a table of counts are ordered, by the facet of the rows.
    pub matrix_orders: Vec<(usize, MatrixOrder)>,
    /// The groups of rows that are folded up.
    pub matrix_folded: Vec<&'static str>,
    /// Whether the parts of the wasm that are loaded on demand can be called, as
    /// [`Part::ALL`] has them.
    pub on_demand: [OnDemand; Part::ALL.len()],
}

/// How many changes can be undone.
const MOST_DONE: usize = 20;

impl TransientState {
    /// What has become of a part of the wasm that is loaded on demand.
    pub fn on_demand(&self, part: Part) -> OnDemand {
        let state = self.on_demand.get(part as usize);
        state.copied().unwrap_or_default()
    }

    /// Keeps what can be undone.
    pub fn add_done(&mut self, toast: &Toast) {
        if toast.undo.is_some() {
            if self.done.len() == MOST_DONE {
                self.done.remove(0);
            }
            self.done.push(toast.clone());
        }
    }
}

/// What has become of a part of the wasm that is loaded on demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDemand {
    /// It was not asked for, or is on its way.
    #[default]
    Awaited,
    Ready,
    /// It did not arrive.
    Failed,
}

/// What was done last, and how to undo it.
#[derive(Clone, Default)]
pub struct Toast {
    pub sentence: String,
    pub undo: Option<Operation>,
    /// Whether it tells that something failed, and stays until it is dismissed.
    pub is_failure: bool,
    /// A text that could not be copied, to be copied by hand.
    pub manual_copy: Option<String>,
}

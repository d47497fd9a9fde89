//! The parts of the wasm that are loaded when a reader asks for what they do
//! (`src/parts/`).

use std::sync::atomic::Ordering;

use super::Store;
use super::transient::OnDemand;
use crate::browser::page;

/// A part of the wasm that is loaded on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Views beside the list of results.
    Views,
    /// Projects, and lists of status.
    Background,
    /// Files of other programs.
    Files,
    /// What a statement of the reader cites.
    Statement,
}

impl Part {
    /// All of them. `self as usize` is the place of one.
    pub const ALL: [Part; 4] = [Part::Views, Part::Background, Part::Files, Part::Statement];

    /// As the boot script and the lists name it, and the event by which the script tells
    /// what became of it.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Part::Views => ("views", "agenda-explorer:views-answer"),
            Part::Background => ("background", "agenda-explorer:background-answer"),
            Part::Files => ("files", "agenda-explorer:files-answer"),
            Part::Statement => ("statement", "agenda-explorer:statement-answer"),
        }
    }
}

impl Store {
    /// Whether a part that is loaded on demand can be called.
    pub fn on_demand(self, part: Part) -> OnDemand {
        self.transient.with(|transient| transient.on_demand(part))
    }

    /// Loads such a part, or tries it again. [`Store::on_demand`] tells when it is there.
    pub fn load_on_demand(self, part: Part) {
        let (name, answer) = part.names();
        let awaited = 1 << part as usize;
        if self.awaited_parts.fetch_or(awaited, Ordering::Relaxed) & awaited == 0 {
            page::listen_to_on_demand(answer, move |arrived| {
                let state = if arrived {
                    OnDemand::Ready
                } else {
                    OnDemand::Failed
                };
                self.set_on_demand(part, state);
            });
        }
        page::load_on_demand(name);
    }

    /// Tries a part again that did not arrive.
    pub fn load_again(self, part: Part) {
        self.set_on_demand(part, OnDemand::Awaited);
        self.load_on_demand(part);
    }

    fn set_on_demand(self, part: Part, state: OnDemand) {
        if self.transient.with_untracked(|it| it.on_demand(part)) != state {
            self.transient.update(|it| {
                if let Some(own) = it.on_demand.get_mut(part as usize) {
                    *own = state;
                }
            });
        }
    }
}

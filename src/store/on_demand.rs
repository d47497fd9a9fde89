//! The parts of the wasm that are loaded when a reader asks for what they do
//! (`src/parts/`).

use std::sync::atomic::Ordering;

use super::transient::OnDemand;
use super::{Part, Store};
use crate::browser::page;

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

//! The parts of the wasm that are loaded when a reader asks for what they do
//! (`src/parts/`).

use std::sync::atomic::Ordering;

use leptos::prelude::untrack;

use super::effect::Following;
use super::transient::OnDemand;
use super::{Part, Store};
use crate::browser::page;
use crate::messages::{ActionMessages, messages};

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

    /// Does what is in such a part, once it is there.
    #[inline(never)]
    pub fn when_there(self, part: Part, act: fn(Store)) {
        if self.transient.with_untracked(|it| it.on_demand(part)) == OnDemand::Ready {
            return act(self);
        }
        self.load_on_demand(part);
        let mut is_done = false;
        Following::new(move || match self.on_demand(part) {
            OnDemand::Awaited => {}
            _ if is_done => {}
            OnDemand::Ready => {
                is_done = true;
                untrack(|| act(self));
            }
            OnDemand::Failed => {
                is_done = true;
                self.notify_failure(messages().not_loaded());
            }
        })
        .forever();
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

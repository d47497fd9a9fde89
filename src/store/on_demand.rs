//! The parts of the wasm that are loaded when a reader asks for what they do
//! (`src/parts/`).

use std::cell::Cell;
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
        let answered = move |arrived: bool| {
            if arrived {
                act(self);
            } else {
                self.notify_failure(messages().not_loaded());
            }
        };
        self.when_answered(part, Box::new(answered));
    }

    /// Loads such a part, and does something when it is there (`true`) or has not arrived.
    #[inline(never)]
    pub fn when_answered(self, part: Part, act: Box<dyn Fn(bool)>) {
        if self.is_there(part) {
            return act(true);
        }
        self.load_again(part);
        let mut is_done = false;
        Following::new(move || {
            let state = self.on_demand(part);
            if state != OnDemand::Awaited && !is_done {
                is_done = true;
                untrack(|| act(state == OnDemand::Ready));
            }
        })
        .forever();
    }

    /// Loads the words of the search before the page is made, and goes on when they are
    /// there or have not arrived. [`Store::when_answered`] follows the state, which nothing
    /// does before.
    #[inline(never)]
    pub fn with_words(self, go_on: Box<dyn Fn()>) {
        self.load_on_demand(Part::Words);
        let (_, answer) = Part::Words.names();
        let is_first = Cell::new(true);
        page::listen_to_on_demand(answer, move |_| {
            if is_first.replace(false) {
                go_on();
            }
        });
    }

    /// Whether such a part can be called now.
    pub fn is_there(self, part: Part) -> bool {
        self.transient.with_untracked(|it| it.on_demand(part)) == OnDemand::Ready
    }

    /// Loads a part, also one that has not arrived before.
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

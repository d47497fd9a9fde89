//! The part of the wasm that is loaded when a reader asks for what it does
//! (`on_demand.txt`).

use std::sync::atomic::Ordering;

use super::Store;
use super::transient::OnDemand;
use crate::browser::page;

impl Store {
    /// Whether the part that is loaded on demand can be called.
    pub fn on_demand(self) -> OnDemand {
        self.transient.with(|transient| transient.on_demand)
    }

    /// Loads that part, or tries it again. [`Store::on_demand`] tells when it is there.
    pub fn load_on_demand(self) {
        if !self.awaits_on_demand.swap(true, Ordering::Relaxed) {
            page::listen_to_on_demand(move |arrived| {
                let state = if arrived {
                    OnDemand::Ready
                } else {
                    OnDemand::Failed
                };
                if self.transient.with_untracked(|it| it.on_demand) != state {
                    self.transient.update(|it| it.on_demand = state);
                }
            });
        }
        page::load_on_demand();
    }
}

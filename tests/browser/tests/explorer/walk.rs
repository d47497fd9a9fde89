//! A random walk: after every action the page agrees in all its parts with what
//! follows from the data and from the actions so far.
//!
//! A failed walk prints its seed and its steps. `EXPLORER_SEED=…` walks the
//! same way again.

mod chips;
mod choice;
pub mod dice;
mod must;
mod shown;
mod soak;
mod words;

use std::{env, ops::Range};

use browser_tests::{journey::visit, page::Page};
use explorer::state::{Matching, Page as Place, ViewState};

use crate::known::{AGENDA, Answer, address, answer, search, view_state, ways_out};
use chips::chips;
use dice::Dice;

/// How many actions a walk has.
const STEPS: usize = 300;

/// How far back a walk goes. A browser forgets entries behind the fiftieth.
const FARTHEST_BACK: usize = 30;

#[test]
fn a_random_walk_from_the_whole_list_agrees_with_the_oracle_at_every_step() {
    walk("", 1);
}

#[test]
fn a_random_walk_from_a_search_in_a_list_agrees_with_the_oracle_at_every_step() {
    walk("q=dev&list=45_3_22_14_31_1_27_8&sort=number&scheme=dark", 2);
}

fn walk(start: &str, salt: u64) {
    let seed = seed();
    println!("EXPLORER_SEED={seed}, from ?{start}");
    visit(&format!("?{start}"), |page| {
        let mut reader = Reader::at(start);
        reader.agrees_with(page);
        reader.walk(0..STEPS, &mut Dice(seed ^ salt), page);
    });
}

fn seed() -> u64 {
    let seed = env::var("EXPLORER_SEED").ok();
    seed.map_or(20_071_003, |seed| {
        seed.parse().expect("EXPLORER_SEED is a number")
    })
}

/// What a reader can do.
#[derive(Clone, Debug)]
enum Action {
    Toggle { facet: usize, value: usize },
    SwitchMatch,
    Search(String),
    TypeOn(String),
    Chip(usize),
    Clear,
    WayOut(usize),
    Open(u16),
    Save(u16),
    TurnTo(&'static str),
    Back,
    Forward,
    Reload,
}

/// What the reader has done, as far as it decides what the page must show.
struct Reader {
    history: Vec<ViewState>,
    at: usize,
    saved: Vec<u16>,
}

impl Reader {
    /// Somebody who opens this address first.
    fn at(start: &str) -> Reader {
        Reader {
            history: vec![view_state(start)],
            at: 0,
            saved: Vec::new(),
        }
    }

    /// Walks on: at each step an action by chance, which the page must follow.
    fn walk(&mut self, steps: Range<usize>, dice: &mut Dice, page: &Page) {
        for step in steps {
            let action = self.choose(dice);
            println!("{step}: {action:?} at ?{}", address(self.now()));
            self.act(&action, page);
            self.agrees_with(page);
        }
    }

    fn now(&self) -> &ViewState {
        &self.history[self.at]
    }

    fn has_list(&self) -> bool {
        !matches!(self.now().page, Place::Documents | Place::About)
    }

    fn answer(&self) -> Answer {
        answer(self.now(), &self.saved)
    }

    fn ways_out(&self) -> Vec<ViewState> {
        let nothing_saved = self.now().page == Place::Saved && self.saved.is_empty();
        if nothing_saved {
            Vec::new()
        } else {
            ways_out(self.now(), &self.saved)
        }
    }

    /// Does it on the page and here.
    fn act(&mut self, action: &Action, page: &Page) {
        match action {
            Action::Toggle { facet, value } => {
                let known = &AGENDA.facets[*facet];
                page.toggle(&known.key, &known.values[*value].id);
                self.commit(|view_state| view_state.toggle(*facet, *value));
            }
            Action::SwitchMatch => {
                page.switch_match();
                self.commit(|view_state| {
                    view_state.matching = match view_state.matching {
                        Matching::Any => Matching::All,
                        Matching::All => Matching::Any,
                    };
                });
            }
            Action::Search(text) => {
                page.search(text);
                self.typed(text);
            }
            Action::TypeOn(text) => {
                let before = page.now().typed.unwrap_or_default();
                page.type_on(text);
                self.typed(&format!("{before}{text}"));
            }
            Action::Chip(place) => {
                page.remove_chip(*place);
                let changed = chips(self.now()).swap_remove(*place);
                self.commit(|view_state| *view_state = changed);
            }
            Action::Clear => {
                page.clear();
                self.commit(ViewState::clear);
            }
            Action::WayOut(place) => {
                let changed = self.ways_out().swap_remove(*place);
                page.relax(*place);
                self.commit(|view_state| *view_state = changed);
            }
            Action::Open(number) => {
                page.unfold(*number);
                self.commit(|view_state| {
                    view_state.open = (view_state.open != Some(*number)).then_some(*number);
                });
            }
            Action::Save(number) => {
                page.save(*number);
                if self.saved.contains(number) {
                    self.saved.retain(|other| other != number);
                } else {
                    self.saved.push(*number);
                }
            }
            Action::TurnTo(place) => {
                // Another page is shown in the same colours and language.
                let to = view_state(place.trim_start_matches('?')).shown_as(self.now());
                page.turn_to(&format!("?{}", address(&to.clone().normalised())));
                self.commit(|asked| *asked = to);
            }
            Action::Back => {
                page.back();
                self.at -= 1;
            }
            Action::Forward => {
                page.forward();
                self.at += 1;
            }
            Action::Reload => {
                page.reload();
            }
        }
    }

    /// A change for good: a new entry, if it is a change.
    fn commit(&mut self, change: impl FnOnce(&mut ViewState)) {
        let mut view_state = self.now().clone();
        change(&mut view_state);
        let view_state = view_state.normalised();
        if view_state != *self.now() {
            self.history.truncate(self.at + 1);
            self.history.push(view_state);
            if self.history.len() > FARTHEST_BACK {
                self.history.remove(0);
            }
            self.at = self.history.len() - 1;
        }
    }

    /// Typing: in the place of the present entry.
    fn typed(&mut self, text: &str) {
        let mut view_state = self.now().clone();
        view_state.search = search(text);
        self.history[self.at] = view_state.normalised();
    }
}

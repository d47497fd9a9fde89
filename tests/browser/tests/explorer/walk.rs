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
mod views;
mod words;

use std::{env, ops::Range};

use browser_tests::{journey::visit, page::Page};
use explorer::state::{Matching, Page as Place, ViewState};

use crate::known::{AGENDA, Answer, address, answer, search, view_state, ways_out};
use chips::chips;
use dice::Dice;
use views::View;

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
    Toggle {
        facet: usize,
        value: usize,
    },
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
    /// Turns to another of the open views.
    LookAt(usize),
    /// Saves or removes one here and, before that has arrived, another one in the
    /// other tab.
    SaveInBoth(u16, u16),
    /// The page around the frame asks it for a view.
    HostAsks(String),
    /// The page around the frame changes the element, which loads the frame anew.
    HostChooses(String),
}

/// What the reader has done, as far as it decides what the pages must show.
struct Reader {
    /// What is open: one tab, or what [`views`] opens.
    views: Vec<View>,
    /// The one that the reader looks at.
    front: usize,
    /// What is saved: in the tabs of the site, and in the frame on another one.
    saved: [Vec<u16>; 2],
}

impl Reader {
    /// Somebody who opens this address first.
    fn at(start: &str) -> Reader {
        Reader {
            views: vec![View::at(start)],
            front: 0,
            saved: Default::default(),
        }
    }

    /// Walks on: at each step an action by chance, which the page must follow.
    fn walk(&mut self, steps: Range<usize>, dice: &mut Dice, page: &Page) {
        for step in steps {
            let action = self.choose(dice);
            let (view, now) = (self.front, address(self.now()));
            println!("{step}: {action:?} in {view} at ?{now}");
            self.act(&action, page);
            self.agrees_with(page);
        }
    }

    fn view(&self) -> &View {
        &self.views[self.front]
    }

    fn view_mut(&mut self) -> &mut View {
        &mut self.views[self.front]
    }

    fn now(&self) -> &ViewState {
        self.view().now()
    }

    fn saved(&self) -> &[u16] {
        &self.saved[usize::from(self.view().framed)]
    }

    fn saved_mut(&mut self) -> &mut Vec<u16> {
        let framed = self.view().framed;
        &mut self.saved[usize::from(framed)]
    }

    fn has_list(&self) -> bool {
        !matches!(self.now().page, Place::Documents | Place::About)
    }

    fn answer(&self) -> Answer {
        answer(self.now(), self.saved())
    }

    fn ways_out(&self) -> Vec<ViewState> {
        let nothing_saved = self.now().page == Place::Saved && self.saved().is_empty();
        if nothing_saved {
            Vec::new()
        } else {
            ways_out(self.now(), self.saved())
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
                self.save(*number);
            }
            Action::TurnTo(place) => {
                // Another page is shown in the same colours and language.
                let to = view_state(place.trim_start_matches('?')).shown_as(self.now());
                page.turn_to(&format!("?{}", address(&to.clone().normalised())));
                self.commit(|asked| *asked = to);
            }
            Action::Back => {
                page.back();
                self.view_mut().at -= 1;
            }
            Action::Forward => {
                page.forward();
                self.view_mut().at += 1;
            }
            Action::Reload => {
                page.reload();
            }
            Action::LookAt(view) => self.look_at(*view, page),
            Action::SaveInBoth(here, there) => self.save_in_both(*here, *there, page),
            Action::HostAsks(query) => self.host_asks(query, page),
            Action::HostChooses(cluster) => self.host_chooses(cluster, page),
        }
    }

    /// Saves one, or removes it.
    fn save(&mut self, number: u16) {
        let saved = self.saved_mut();
        if saved.contains(&number) {
            saved.retain(|other| *other != number);
        } else {
            saved.push(number);
        }
    }

    /// A change for good: a new entry, if it is a change, and in a frame in the
    /// place of the present one.
    fn commit(&mut self, change: impl FnOnce(&mut ViewState)) {
        let view = self.view_mut();
        let mut view_state = view.now().clone();
        change(&mut view_state);
        let view_state = view_state.normalised();
        if view.framed {
            view.history[view.at] = view_state;
        } else if view_state != *view.now() {
            view.history.truncate(view.at + 1);
            view.history.push(view_state);
            if view.history.len() > FARTHEST_BACK {
                view.history.remove(0);
            }
            view.at = view.history.len() - 1;
        }
    }

    /// Typing: in the place of the present entry.
    fn typed(&mut self, text: &str) {
        let view = self.view_mut();
        let mut view_state = view.now().clone();
        view_state.search = search(text);
        view.history[view.at] = view_state.normalised();
    }
}

//! A long walk in each engine, and in Chromium what it leaves in the memory.
//! `EXPLORER_ACTIONS=…` makes it longer, `EXPLORER_SEED=…` another one.

use std::env;

use browser_tests::{
    engine::Engine,
    journey::Setting,
    memory::{KEEP, Memory},
    page::Page,
};

use super::{Action, Reader, dice::Dice, seed};

/// How many actions it has where nothing else is asked for.
const ACTIONS: usize = 500;

/// After how many actions the memory is looked at, besides the last one.
const LOOKS: [usize; 2] = [300, 3000];

#[test]
fn a_long_walk_agrees_with_the_oracle_and_leaves_the_memory_as_it_was() {
    let actions = env::var("EXPLORER_ACTIONS").ok();
    let actions = actions.map_or(ACTIONS, |actions| {
        actions.parse().expect("EXPLORER_ACTIONS is a number")
    });
    let seed = seed();
    for engine in Engine::ALL {
        // Without Chromium the test fails and says what to install.
        if engine != Engine::Chromium && !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        println!("In {engine:?}: EXPLORER_SEED={seed} EXPLORER_ACTIONS={actions}");
        let setting = Setting::default().within(engine);
        if engine == Engine::Chromium {
            setting.with_script(KEEP).visit("", |page| {
                page.browser().count_work();
                stays_within_bounds(&walk(page, actions, seed, Page::memory));
            });
        } else {
            setting.visit("", |page| drop(walk(page, actions, seed, |_| ())));
        }
    }
}

/// Walks, and gives what a look at the page tells on its way and at the end.
fn walk<T>(page: &Page, actions: usize, seed: u64, look: impl Fn(&Page) -> T) -> Vec<T> {
    let mut reader = Reader::at("");
    let mut dice = Dice(seed ^ 3);
    let mut told = Vec::new();
    let mut done = 0;
    for next in LOOKS
        .into_iter()
        .filter(|look| *look < actions)
        .chain([actions])
    {
        reader.walk(done..next, &mut dice, page);
        done = next;
        // The same view each time, in the document as it is by then.
        for action in [
            Action::TurnTo("?"),
            Action::TurnTo("?view=about"),
            Action::TurnTo("?"),
        ] {
            reader.act(&action, page);
            reader.agrees_with(page);
        }
        told.push(look(page));
    }
    told
}

fn stays_within_bounds(taken: &[Memory]) {
    println!("{taken:#?}");
    let Some((first, later)) = taken.split_first() else {
        return;
    };
    for memory in later {
        // The documents differ, and how long each has lived is chance. Nodes are
        // no measure here: the driver holds on to each that it has clicked.
        assert!(memory.wasm <= first.wasm * 3 / 2, "{taken:#?}");
        assert!(memory.listeners <= first.listeners * 3 / 2, "{taken:#?}");
    }
}

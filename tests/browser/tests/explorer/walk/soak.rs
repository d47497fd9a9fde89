//! A long walk in each engine, through two tabs of the site and a frame on
//! another one, and what it leaves in the memory. `EXPLORER_ACTIONS=…` makes it
//! longer, `EXPLORER_SEED=…` another one, `EXPLORER_ENGINE=…` walks in one engine.
//! It walks in WebKit only if the first or the last is set.

use std::env;

use browser_tests::{engine::Engine, host::HostPage, journey::Setting, memory::Memory, page::Page};

use super::{
    Action, Reader,
    dice::Dice,
    seed,
    views::{FRAME, HOST},
};

/// How many actions it has where nothing else is asked for.
const ACTIONS: usize = 500;

/// After how many actions the memory is looked at, besides after half of them and
/// all.
const LOOKS: [usize; 2] = [300, 3000];

#[test]
fn a_long_walk_agrees_with_the_oracle_and_leaves_the_memory_as_it_was() {
    let asked = env::var("EXPLORER_ACTIONS").ok();
    let actions = asked.as_ref().map_or(ACTIONS, |actions| {
        actions.parse().expect("EXPLORER_ACTIONS is a number")
    });
    let only = env::var("EXPLORER_ENGINE").ok();
    let seed = seed();
    let mut walked = 0;
    for engine in Engine::ALL {
        let wanted = only.as_deref().is_none_or(|only| only == engine.name());
        if !wanted {
            continue;
        }
        // Its driver fails about one click in 400, so a failure needs somebody who
        // looks at the message.
        if engine == Engine::WebKit && only.is_none() && asked.is_none() {
            println!("{engine:?} is left out; EXPLORER_ENGINE=webkit walks in it.");
            continue;
        }
        // Without Chromium, or the engine that is asked for, the test fails and
        // says what to install.
        if engine != Engine::Chromium && only.is_none() && !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        println!("In {engine:?}: EXPLORER_SEED={seed} EXPLORER_ACTIONS={actions}");
        Setting::default().within(engine).visit("", |page| {
            match engine {
                Engine::Chromium => page.browser().count_work(),
                Engine::Firefox => {}
                Engine::WebKit => page.repeat_lost_input(),
            }
            let host = HostPage::with_body(HOST, &page.root());
            let host = host.unwrap_or_else(|sentence| panic!("{sentence}"));
            walk(page, &host.address(), actions, seed);
        });
        walked += 1;
    }
    assert!(walked > 0, "{only:?} is no engine");
}

/// Walks, looks at the memory on its way and at the end, and holds that it stays
/// within bounds.
fn walk(page: &Page, host: &str, actions: usize, seed: u64) {
    let mut reader = Reader::at("");
    reader.open_more(host, page);
    let mut dice = Dice(seed ^ 3);
    let mut looks = vec![actions / 2, actions];
    looks.extend(LOOKS.into_iter().filter(|look| *look < actions));
    looks.sort_unstable();
    looks.dedup();
    let mut first = None;
    let mut done = 0;
    for next in looks {
        reader.walk(done..next, &mut dice, page);
        done = next;
        let memory = look(&mut reader, page);
        for (name, memory) in ["tab", "frame"].into_iter().zip(memory) {
            println!("after {done} actions in the {name}: {memory}");
        }
        let first = first.get_or_insert(memory);
        for (first, later) in first.iter().zip(memory) {
            // The documents differ, and how long each has lived is chance. Nodes
            // are no measure here: the driver holds on to each that it has clicked.
            assert!(later.wasm <= first.wasm * 3 / 2, "{first} became {later}");
            assert!(later.listeners <= first.listeners.map(|first| first * 3 / 2));
        }
    }
}

/// The memory of the first tab and of the frame, in the same view each time, in the
/// documents as they are by then.
fn look(reader: &mut Reader, page: &Page) -> [Memory; 2] {
    let front = reader.front;
    reader.act(&Action::LookAt(FRAME), page);
    reader.agrees_with(page);
    reader.act(&Action::HostAsks(String::new()), page);
    reader.agrees_with(page);
    let frame = page.memory_of_document();
    reader.act(&Action::LookAt(0), page);
    reader.agrees_with(page);
    for place in ["?", "?view=about", "?"] {
        reader.act(&Action::TurnTo(place), page);
        reader.agrees_with(page);
    }
    let tab = page.memory();
    reader.act(&Action::LookAt(front), page);
    reader.agrees_with(page);
    [tab, frame]
}

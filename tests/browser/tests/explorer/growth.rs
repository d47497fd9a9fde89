//! The memory of the app does not grow by what a reader does: what has gone from
//! the page has left it.

use browser_tests::{journey::visit, page::Page};
use serde_json::json;

/// After how many actions the memory is looked at.
const LOOKS: [u64; 2] = [300, 3000];

/// How many actions a call does: a driver waits for half a minute.
const AT_ONCE: u64 = 100;

/// Chooses a cluster, types, goes to the saved list and to another page, and takes
/// each back.
const ACT: &str = "
    const [from, count, done] = arguments;
    const click = (selector) => document.querySelector(selector).click();
    const type = (text) => {
        const field = document.querySelector('[data-part=search]');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const cluster = () => click('input[data-facet=cluster][data-value=b]');
    const turn = (place) => click(`nav a[href=\"${place}\"]`);
    const actions = [
        cluster, cluster, () => type('technology'), () => type(''),
        () => turn('?view=saved'), () => turn('?'), () => turn('?view=about'), () => turn('?'),
    ];
    (async () => {
        for (let place = from; place < from + count; place++) {
            actions[place % actions.length]();
            await new Promise((soon) => setTimeout(soon));
        }
        return 'done';
    })().then(done, (cause) => done(String(cause)));";

#[test]
fn the_memory_of_the_app_stays_as_it_is_through_three_thousand_actions() {
    visit("", |page| {
        page.browser().count_work();
        let mut taken = Vec::new();
        for at in (0..LOOKS[1]).step_by(AT_ONCE as usize) {
            act(page, at);
            if LOOKS.contains(&(at + AT_ONCE)) {
                let memory = page.memory();
                println!("after {} actions: {memory}", at + AT_ONCE);
                taken.push(memory);
            }
        }
        let figures = taken[0].figures().into_iter().zip(taken[1].figures());
        for (before, after) in figures {
            assert!(after <= before * 11 / 10, "{taken:?}");
        }
        page.shows(&(1..=45).collect::<Vec<u16>>());
        // So many entries of the history are too many for the browser.
        page.complaints();
    });
}

fn act(page: &Page, from: u64) {
    let told = page
        .browser()
        .script_until_done(ACT, &[json!(from), json!(AT_ONCE)]);
    assert_eq!(told, "done");
}

//! Offline use can be taken back.

use std::fs;

use browser_tests::{engine::Engine, journey::Setting, site::Site};

use crate::kept::{copied, is_kept, store};

#[test]
fn the_kill_switch_removes_everything_at_the_next_visit() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        if !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        let copy = copied(&format!("kill-switch-{engine:?}"));
        let site = Site::serve(&copy).unwrap_or_else(|sentence| panic!("{sentence}"));
        Setting::default().within(engine).on(site).visit("", |page| {
            assert_eq!(is_kept(page).caches.len(), 1);
            let unknown_params = "const done = arguments[0]; caches.open('of another application').then(() => done())";
            page.browser().script_until_done(unknown_params, &[]);

            let switch = xtask::root().join("docs/hosting/kill-switch/sw.js");
            fs::copy(switch, copy.join("sw.js")).expect("it is there");
            assert_eq!(page.open("").state, "ready");
            page.eventually("nothing of ours is kept", || {
                (store(page).caches == ["of another application"]).then_some(())
            });
            page.eventually("there is no worker", || (store(page).workers == 0).then_some(()));
            assert_eq!(page.reload().state, "ready");
            page.site().stop();
            let asked = "const done = arguments[0];
                fetch('boot.js').then(() => done('kept'), () => done('gone'))";
            page.eventually("nothing answers in place of the host", || {
                (page.browser().script_until_done(asked, &[]) == "gone").then_some(())
            });
            drop(page.browser().console());
        });
    }
}

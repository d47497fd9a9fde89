//! The network is away, or nobody answers.

use std::{net::TcpListener, thread};

use browser_tests::journey::{Setting, visit_in_both};

use crate::kept::{is_kept, place};

#[test]
fn after_one_visit_everything_is_there_without_a_network() {
    visit_in_both("", |page| {
        is_kept(page);
        page.site().stop();
        let seen = page.open("?cluster=a&utm_source=x");
        assert!(seen.chosen().contains(&"cluster=a".to_owned()), "{seen:?}");
        assert_eq!(seen.numbers.len(), 14);
        assert!(!page.search("technical").numbers.is_empty());

        page.open("index.html?q=genome");
        assert_eq!(place(page), "index.html?q=genome");

        // A page of its own, by the same view state at the root.
        for (own, stands_for) in [
            ("rec/12/", "?rec=12"),
            ("rec/12/index.html#rec-12", "?rec=12#rec-12"),
            (
                "cluster/d/?scheme=dark&utm_source=x",
                "?cluster=d&scheme=dark&utm_source=x",
            ),
            ("theme/evaluation/?q=genome", "?q=genome"),
        ] {
            page.open(own);
            assert_eq!(place(page), stands_for, "{own}");
        }

        // What is not there is missing, also now.
        page.browser().go("about:blank");
        for nothing in ["rec/99/", "no-such-page", "data/agenda.csv"] {
            let body = "const [address, done] = arguments;
                fetch(address).then((answer) => done(answer.status), () => done('nothing'));";
            page.browser().go(&format!("{}?view=about", page.root()));
            let told = page.browser().script_until_done(body, &[nothing.into()]);
            assert_eq!(told, "nothing", "{nothing}");
        }
        drop(page.browser().console());
    });
}

#[test]
fn a_host_that_does_not_answer_is_waited_for_three_seconds() {
    Setting::default().visit("", |page| {
        is_kept(page);
        page.site().stop();
        let silent = TcpListener::bind(page.site().socket()).expect("the port is free");
        let keeping = thread::spawn(move || {
            let mut kept = Vec::new();
            while let Ok((stream, _)) = silent.accept() {
                kept.push(stream);
                if kept.len() > 100 {
                    break;
                }
            }
        });
        let seen = page.open("rec/12/");
        assert_eq!(seen.state, "ready");
        assert_eq!(place(page), "?rec=12");
        let body = "return performance.getEntriesByType('navigation')[0].duration";
        let took = page.browser().script(body, &[]).as_f64().expect("a time");
        // The page that was asked for was waited for, the one in its place not.
        assert!((3000.0..5500.0).contains(&took), "{took}");
        drop(page.browser().console());
        drop(keeping);
    });
}

#[test]
fn the_dialog_for_sharing_is_there_without_a_network() {
    visit_in_both("", |page| {
        is_kept(page);
        page.site().stop();
        page.open("?q=genome");
        page.click("[data-part=\"share\"]");
        page.eventually("the dialog is there", || {
            let body = "return document.querySelector('dialog[open]') !== null";
            (page.browser().script(body, &[]) == true).then_some(())
        });
        drop(page.browser().console());
    });
}

#[test]
fn what_was_cleared_is_fetched_again_at_the_next_visit() {
    Setting::default().visit("", |page| {
        let caches = is_kept(page).caches;
        let clear = "const done = arguments[0];
            caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(done)";
        page.browser().script_until_done(clear, &[]);
        page.reload();
        page.eventually("the site is kept again", || {
            let body = "const done = arguments[0];
                (async () => {
                    const [name] = await caches.keys();
                    return name ? (await (await caches.open(name)).keys()).length : 0;
                })().then(done)";
            let files = page.browser().script_until_done(body, &[]);
            (files.as_u64() > Some(10)).then_some(())
        });
        assert_eq!(crate::kept::store(page).caches, caches);
        page.site().stop();
        assert_eq!(page.open("").state, "ready");
        drop(page.browser().console());
    });
}

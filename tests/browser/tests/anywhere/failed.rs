//! A start that fails, and an app that stops: the text stays, the reader is told
//! in a sentence, and nothing is there that does nothing.

use std::time::Duration;

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit, visit_in},
    page::Page,
};
use serde_json::json;

use crate::support::{Fault, Host, can_be_read, comes, controls, leave, open, sentence};

const SAVED: &str = "agenda-explorer:saved";

fn is_wasm(path: &str) -> bool {
    path.ends_with(".wasm")
}

fn is_glue(path: &str) -> bool {
    path.starts_with("/development-agenda-explorer-") && path.ends_with(".js")
}

#[test]
fn whichever_part_does_not_arrive_the_text_stays() {
    let faults = [
        Fault::Status(404),
        Fault::Status(500),
        Fault::Page,
        Fault::Half,
        Fault::BrokenOff,
    ];
    visit_in(&Engine::ALL, "?view=about", |page| {
        for fault in faults {
            for part in [is_wasm as fn(&str) -> bool, is_glue] {
                let host = Host::start(move |path| part(path).then_some(fault));
                open(page, &format!("{}rec/12/", host.address()));
                let said = can_be_read(page);
                assert!(said.contains("could not be loaded"), "{fault:?}: {said}");
                leave(page);
            }
        }
    });
}

#[test]
fn without_the_script_that_starts_everything_the_page_says_so_at_a_first_visit() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        for fault in [Fault::Status(404), Fault::Page, Fault::BrokenOff] {
            let host = Host::start(move |path| (path == "/boot.js").then_some(fault));
            page.browser().go("about:blank");
            page.browser().go(&format!("{}rec/12/", host.address()));
            let said = sentence(page);
            assert!(said.contains("could not be loaded"), "{fault:?}: {said}");
            let text = page.text(12);
            assert!(text.starts_with("To further mainstream"), "{text}");
            leave(page);
        }
    });
}

#[test]
fn an_old_page_whose_files_are_gone_says_so_without_its_style_sheet_too() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gone = |path: &str| {
            let lasts = path.contains('-') && !path.contains("/rec/") && !path.contains("icon");
            lasts.then_some(Fault::Status(404))
        };
        let host = Host::start(gone);
        open(page, &format!("{}rec/12/", host.address()));
        can_be_read(page);
        leave(page);
    });
}

#[test]
fn trying_again_goes_on_where_the_connection_has_come_back() {
    use std::sync::atomic::{AtomicBool, Ordering};
    static BROKEN: AtomicBool = AtomicBool::new(true);
    visit("?view=about", |page| {
        let broken = |path: &str| is_wasm(path) && BROKEN.load(Ordering::Relaxed);
        let host = Host::start(move |path| broken(path).then_some(Fault::BrokenOff));
        open(page, &format!("{}rec/12/", host.address()));
        can_be_read(page);
        page.complaints();
        BROKEN.store(false, Ordering::Relaxed);
        page.click("#failure button");
        page.until("the page is ready", |seen| seen.state == "ready");
        page.shows(&(1..=45).collect::<Vec<u16>>());
    });
}

/// So that nobody waits for twenty seconds here.
const HASTE: &str = "
    const wait = window.setTimeout;
    window.setTimeout = (act, time, ...rest) => wait(act, time === 20000 ? 500 : time, ...rest);";

#[test]
fn a_part_that_stays_away_is_told_after_a_while() {
    Setting::default()
        .with_script(HASTE)
        .visit("?view=about", |page| {
            page.complaints();
            let host = Host::start(|path| is_wasm(path).then_some(Fault::Silence));
            open(page, &format!("{}rec/12/", host.address()));
            let said = can_be_read(page);
            assert!(said.contains("20 seconds"), "{said}");
            leave(page);
        });
}

#[test]
fn under_another_media_type_the_app_works() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        for kind in ["application/octet-stream", "text/plain"] {
            let host = Host::start(move |path| is_wasm(path).then_some(Fault::Typed(kind)));
            open(page, &host.address());
            page.search("brain drain");
            page.shows(&[39]);
            // A warning of the glue about the type.
            leave(page);
        }
    });
}

#[test]
fn without_webassembly_the_text_stays_with_a_way_on_that_keeps_the_question() {
    let missing = "delete window.WebAssembly;";
    Setting::default()
        .with_script(missing)
        .visit("rec/12/?q=brain", |page| {
            let said = can_be_read(page);
            assert!(said.contains("WebAssembly"), "{said}");
            let body = "return document.querySelector('#failure a').href";
            let way = page.browser().script(body, &[]);
            let expected = format!("{}compatible.html?q=brain", page.root());
            assert_eq!(way.as_str(), Some(&*expected));
        });
}

#[test]
fn with_an_old_webassembly_the_text_stays() {
    let old = "WebAssembly.validate = () => false;";
    Setting::default()
        .with_script(old)
        .visit("rec/12/", |page| {
            let said = can_be_read(page);
            assert!(said.contains("WebAssembly"), "{said}");
        });
}

/// As if what is saved were more than the app can take.
const PANIC: &str = "
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (name, ...rest) {
        if (name === 'main' && window.localStorage?.getItem('agenda-explorer:saved')) throw new Error('no');
        return make.call(this, name, ...rest);
    };";

#[test]
fn after_a_panic_the_text_is_back_and_what_is_saved_can_be_left_aside() {
    Setting::default()
        .with_script(PANIC)
        .visit("rec/12/", |page| {
            page.save(12);
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![12]);
            let kept = page.stored(SAVED);
            page.browser().reload();
            comes(page);
            let said = can_be_read(page);
            assert!(said.contains("stopped"), "{said}");
            page.complaints();

            page.click("#failure button + button");
            page.until("the page is ready", |seen| seen.state == "ready");
            let said = sentence(page);
            assert!(said.contains("kept unchanged"), "{said}");
            assert_eq!(page.now().saved, Vec::<u16>::new());
            let body = "return document.createElement('iframe') && localStorage";
            assert!(page.browser().script(body, &[]).is_null());

            // From elsewhere, all is as it was.
            page.browser()
                .go(&format!("{}data/agenda.schema.json", page.root()));
            assert_eq!(page.stored(SAVED), kept);
            page.complaints();
        });
}

/// A part of the app traps while the others go on with the start.
const TRAP: &str = "
    addEventListener('DOMContentLoaded', () => {
        const error = new WebAssembly.RuntimeError('unreachable');
        dispatchEvent(new ErrorEvent('error', { error }));
    });";

#[test]
fn what_is_left_of_a_stopped_app_does_not_show_itself() {
    Setting::default()
        .with_script(TRAP)
        .visit("rec/12/", |page| {
            // As long as a start takes, and longer.
            for _ in 0..8 {
                let said = can_be_read(page);
                assert!(said.contains("stopped"), "{said}");
                std::thread::sleep(Duration::from_millis(250));
            }
            page.complaints();
        });
}

#[test]
fn a_stop_of_the_running_app_brings_the_text_back() {
    visit_in(&Engine::ALL, "rec/12/", |page| {
        page.shows(&(1..=45).collect::<Vec<u16>>());
        stop(page);
        can_be_read(page);
        page.complaints();
    });
}

/// As the app does in a panic.
fn stop(page: &Page) {
    let body = "dispatchEvent(new CustomEvent('agenda-explorer:failed', { detail: 'a test' }))";
    page.browser().script(body, &[]);
}

#[test]
fn a_trap_in_the_dialog_for_sharing_leaves_the_explorer_at_work() {
    visit("", |page| {
        page.click("[data-part=share]");
        let body = "return document.querySelector('dialog[open]') !== null";
        page.eventually("the dialog is open", || {
            (page.browser().script(body, &[]) == true).then_some(())
        });
        let trap = "
            const boot = document.querySelector('script[data-share-dialog-js]');
            const error = new WebAssembly.RuntimeError('unreachable');
            error.stack = `at ${new URL(arguments[0] || boot.dataset.shareDialogJs, boot.src)}:1:2`;
            dispatchEvent(new ErrorEvent('error', { error }));";
        page.browser().script(trap, &[]);
        page.eventually("the dialog is gone", || {
            (page.browser().script(body, &[]) == false).then_some(())
        });
        assert_eq!(page.now().state, "ready");
        page.click("[data-part=share]");
        page.eventually("it opens again", || {
            (page.browser().script(body, &[]) == true).then_some(())
        });
        page.complaints();
        // And one of the app itself is told.
        page.browser()
            .script(trap, &[json!("development-agenda-explorer.js")]);
        assert_eq!(page.now().state, "failed");
        assert_eq!(controls(page), 0);
        page.complaints();
    });
}

/// What a page or an extension may have done to the document, from now on.
const REFUSING: [&str; 2] = [
    "Node.prototype.insertBefore = () => { throw new Error('no'); };",
    "Document.prototype.createElement = () => { throw new Error('no'); };",
];

#[test]
fn a_list_that_can_not_be_drawn_brings_the_text_back() {
    for refusing in REFUSING {
        visit("rec/12/?cluster=b", |page| {
            page.shows(&(15..=23).collect::<Vec<u16>>());
            page.browser().script(refusing, &[]);
            page.click("input[data-facet=cluster][data-value=b]");
            page.until("it says that it has stopped", |seen| seen.state == "failed");
            let said = sentence(page);
            assert!(said.contains("stopped"), "{said}");
            let text = page.text(12);
            assert!(text.starts_with("To further mainstream"), "{text}");
            assert_eq!(controls(page), 0);
            page.complaints();
        });
    }
}

#[test]
fn a_list_that_can_not_be_drawn_at_the_start_leaves_the_text() {
    for refusing in REFUSING {
        Setting::default()
            .with_script(refusing)
            .visit("rec/12/", |page| {
                let said = sentence(page);
                assert!(said.contains("stopped"), "{said}");
                assert_eq!(page.now().state, "failed");
                let text = page.text(12);
                assert!(text.starts_with("To further mainstream"), "{text}");
                page.complaints();
            });
    }
}

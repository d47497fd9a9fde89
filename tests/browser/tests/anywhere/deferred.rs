//! The part of the program that comes after the first answer: what needs it
//! works as soon as it is there, and where it does not arrive the reader is told.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit, visit_in},
    page::{Page, part},
};

use serde_json::json;

use crate::support::{Fault, Gate, Host, can_be_read, leave, open};

fn is_deferred(path: &str) -> bool {
    path.starts_with("/deferred-")
}

fn is_on_demand(path: &str) -> bool {
    let parts = ["/views-", "/background-", "/files-", "/statement-"];
    parts.iter().any(|part| path.starts_with(part))
}

/// Opens the home page, which answers while the deferred part is waited for.
fn open_without(page: &Page, gate: &Gate) {
    assert_eq!(open(page, &gate.address()).state, "ready");
    page.eventually("the deferred part is waited for", || {
        gate.is_waited_at().then_some(())
    });
}

/// What readers come by, as `cargo xtask profile` visits it.
const PLACES: [&str; 5] = [
    "",
    "cluster/a/",
    "theme/technology-transfer/",
    "?cluster=c&theme=technology-transfer",
    "?embed=1&cluster=a",
];

/// Where one recommendation is opened or something searched for, which calls the deferred
/// part at once.
const OPENED: [&str; 5] = [
    "rec/12/",
    "?rec=12",
    "#rec-12",
    "?q=technology+transfer",
    "?q=patants",
];

/// Fetched in the middle of the start, it would hold the whole page. Where this
/// fails, the list of what can be deferred is old: `cargo xtask profile` renews it.
#[test]
fn no_usual_visit_needs_the_deferred_part_before_the_page_answers() {
    visit("?view=about", |page| {
        // None goes before the end: a page fetches some things when it is idle.
        let mut gates = Vec::new();
        for place in PLACES {
            let gate = Gate::close(is_deferred);
            let seen = open(page, &format!("{}{place}", gate.address()));
            assert_eq!(seen.state, "ready", "{place:?}");
            page.eventually(
                &format!("the deferred part is waited for after the start at {place:?}"),
                || gate.is_waited_at().then_some(()),
            );
            gates.push(gate);
        }
        leave(page);
    });
}

/// Browsers free the memory of what is no longer used when they like.
#[test]
fn what_is_freed_before_the_deferred_part_is_there_does_not_need_it() {
    visit("?view=about", |page| {
        let mut hosts = Vec::new();
        for place in PLACES {
            let host = Host::start(|path| is_deferred(path).then_some(Fault::Status(404)));
            let seen = open(page, &format!("{}{place}", host.address()));
            assert_eq!(seen.state, "ready", "{place:?}");
            page.browser().collect_garbage();
            assert_eq!(page.now().state, "ready", "{place:?}");
            hosts.push(host);
        }
        leave(page);
    });
}

#[test]
fn where_one_recommendation_is_opened_the_start_waits_and_not_the_page() {
    visit("?view=about", |page| {
        let mut gates = Vec::new();
        for place in OPENED {
            let gate = Gate::close(is_deferred);
            gate.open_soon();
            let seen = open(page, &format!("{}{place}", gate.address()));
            assert_eq!(seen.state, "ready", "{place:?}");
            // A request of the other kind holds up the page.
            let held = "return performance.getEntriesByType('resource')
                .some((it) => it.initiatorType === 'xmlhttprequest')";
            let held = page.browser().script(held, &[]);
            assert_eq!(held, json!(false), "{place:?}");
            gates.push(gate);
        }
        leave(page);
    });
}

#[test]
fn a_click_that_needs_the_deferred_part_waits_for_it_and_works() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gate = Gate::close(is_deferred);
        open_without(page, &gate);
        gate.open_soon();
        page.save(12);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![12]);

        let gate = Gate::close(is_deferred);
        open_without(page, &gate);
        gate.open_soon();
        page.unfold(12);
        page.until("it is open", |seen| seen.query.contains("rec=12"));
        leave(page);
    });
}

/// Whether the page has fetched what writes files. The service worker, which keeps all
/// for offline use, does not count.
fn has_fetched_on_demand(page: &Page) -> bool {
    let body = "
        const fetched = performance.getEntriesByType('resource');
        return fetched.some((entry) => entry.name.includes('/files-'));";
    page.browser().script(body, &[]) == true
}

#[test]
fn what_writes_files_is_fetched_when_their_menu_is_opened_and_waited_for_by_a_format() {
    visit_in(&Engine::ALL, "", |page| {
        page.search("technology transfer");
        page.save(19);
        assert!(!has_fetched_on_demand(page));
        page.click("button[aria-controls=export]");
        page.eventually("it is fetched", || {
            has_fetched_on_demand(page).then_some(())
        });

        let gate = Gate::close(is_on_demand);
        assert_eq!(open(page, &gate.address()).state, "ready");
        page.click("button[aria-controls=export]");
        page.eventually("it is fetched", || gate.is_waited_at().then_some(()));
        gate.open_soon();
        page.click(&format!("{}[data-format=csv]", part("export")));
        page.eventually("the file is handed out", || {
            let body = "return document.querySelector('.status').textContent";
            let told = page.browser().script(body, &[]);
            let is_told = told.as_str().is_some_and(|told| told.contains(".csv"));
            is_told.then_some(())
        });
        leave(page);
    });
}

fn is_words(path: &str) -> bool {
    path.starts_with("/words-")
}

#[test]
fn words_that_few_texts_have_are_fetched_for_a_text_that_has_one() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gate = Gate::close(is_words);
        assert_eq!(open(page, &gate.address()).state, "ready");
        page.search("technology transfer");
        page.search("15(3)");
        let known = page.search("pat").numbers;
        // The service worker, which keeps all for offline use, does not count.
        let fetched = "
            const fetched = performance.getEntriesByType('resource');
            return fetched.some((entry) => entry.name.includes('/words-'));";
        assert_eq!(page.browser().script(fetched, &[]), json!(false));

        page.type_over("patants");
        page.eventually("they are fetched", || gate.is_waited_at().then_some(()));
        let told = page.until("it is told", |seen| seen.text.contains("Searching for"));
        assert!(told.text.contains("“patants”"), "{}", told.text);
        // Everything is as before, and what is typed stays when something else is done.
        assert_eq!(told.numbers, known);
        page.toggle("cluster", "a");
        let filtered = page.until("it is filtered", |seen| seen.query.contains("cluster=a"));
        assert!(filtered.numbers.len() < known.len());
        assert_eq!(filtered.typed.as_deref(), Some("patants"));
        page.toggle("cluster", "a");
        page.until("it is not filtered", |seen| !seen.query.contains("cluster"));
        gate.open_soon();
        let found = page.until("it is found, and the address follows", |seen| {
            !seen.corrections.is_empty() && seen.query.contains("q=patants")
        });
        assert_eq!(found.count.map(|count| count.shown), Some(2));
        assert!(!found.text.contains("Searching for"));
        leave(page);
    });
}

#[test]
fn a_text_that_is_changed_before_its_words_are_there_is_forgotten() {
    visit("?view=about", |page| {
        let gate = Gate::close(is_words);
        assert_eq!(open(page, &gate.address()).state, "ready");
        page.type_over("patants");
        page.eventually("they are fetched", || gate.is_waited_at().then_some(()));
        let known = page.search("patents").numbers;
        gate.open_soon();
        page.search("patants");
        assert_eq!(page.search("patents").numbers, known);
        leave(page);
    });
}

#[test]
fn a_link_to_a_text_with_such_a_word_waits_for_them_and_shows_what_is_found() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gate = Gate::close(is_words);
        gate.open_soon();
        let seen = open(page, &format!("{}?q=patants", gate.address()));
        assert_eq!(seen.state, "ready");
        assert_eq!(seen.count.map(|count| count.shown), Some(2));
        leave(page);
    });
}

#[test]
fn where_the_words_do_not_arrive_the_results_stay_and_the_reader_is_told() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let host = Host::start(|path| is_words(path).then_some(Fault::Status(503)));
        assert_eq!(open(page, &host.address()).state, "ready");
        let known = page.search("pat").numbers;
        page.type_over("patants");
        for _ in 0..2 {
            let seen = page.until("it is told", |seen| {
                seen.text.contains("“patants” could not be searched for")
            });
            assert_eq!(seen.typed.as_deref(), Some("patants"));
            assert_eq!(seen.numbers, known);
            // Tries again.
            page.enter();
        }
        assert_eq!(page.now().state, "ready");
        leave(page);
    });
}

#[test]
fn who_presses_again_before_a_sheet_has_come_sees_it_open() {
    let setting = Setting::default().sized(360, 780);
    setting.visit("?view=about", |page| {
        let gate = Gate::close(|path| path.starts_with("/extras-"));
        assert_eq!(open(page, &gate.address()).state, "ready");
        let press = "document.querySelector('[aria-controls=facets]').click()";
        page.browser().script(press, &[]);
        page.eventually("it is fetched", || gate.is_waited_at().then_some(()));
        page.browser().script(press, &[]);
        gate.open_soon();
        let is_open = || {
            let body = "return !!document.querySelector('dialog:modal')";
            page.browser().script(body, &[]) == true
        };
        page.eventually("it is open", || is_open().then_some(()));
        // After what is done in between.
        page.browser()
            .script("return new Promise(requestAnimationFrame)", &[]);
        assert!(is_open());
        page.browser().script(press, &[]);
        page.eventually("it is closed", || (!is_open()).then_some(()));
        leave(page);
    });
}

/// What the element around a view beside the list says.
fn said_there(page: &Page) -> String {
    let body = "return document.querySelector('#results').textContent";
    let said = page.browser().script(body, &[]);
    said.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_view_beside_the_list_is_fetched_when_it_is_opened_and_says_that_it_is_awaited() {
    visit_in(&Engine::ALL, "", |page| {
        let gate = Gate::close(is_on_demand);
        assert_eq!(open(page, &gate.address()).state, "ready");
        assert!(!gate.is_waited_at());
        page.click("#page-about");
        page.eventually("it is fetched", || gate.is_waited_at().then_some(()));
        assert_eq!(said_there(page), "Loading…");
        gate.open_soon();
        page.eventually("it is there", || {
            said_there(page)
                .contains("Source and licence")
                .then_some(())
        });
        // A second one is there at once.
        page.click("#page-matrix");
        page.until("the next view is open", |seen| {
            seen.query.contains("matrix")
        });
        assert!(!said_there(page).contains("Loading"));
        leave(page);
    });
}

#[test]
fn an_opened_recommendation_shows_its_details_before_its_projects_have_arrived() {
    visit_in(&Engine::ALL, "", |page| {
        let gate = Gate::close(is_on_demand);
        assert_eq!(open(page, &gate.address()).state, "ready");
        page.unfold(39);
        page.eventually("it is fetched", || gate.is_waited_at().then_some(()));
        let said = |page: &Page| {
            let body = "return document.querySelector('.details').textContent";
            let said = page.browser().script(body, &[]);
            said.as_str().unwrap_or_default().to_owned()
        };
        let before = said(page);
        assert!(before.contains("Similar recommendations"), "{before}");
        assert!(before.contains("Loading…"), "{before}");
        gate.open_soon();
        page.eventually("its project is there", || {
            said(page).contains("DA_39_40_01").then_some(())
        });
        assert!(!said(page).contains("Loading…"));
        leave(page);
    });
}

#[test]
fn a_view_that_does_not_arrive_says_so_and_is_tried_again() {
    visit_in(&Engine::ALL, "", |page| {
        let host = Host::start(|path| is_on_demand(path).then_some(Fault::Status(503)));
        assert_eq!(open(page, &host.address()).state, "ready");
        page.click("#page-about");
        page.eventually("it says so", || {
            said_there(page).contains("did not arrive").then_some(())
        });
        page.click("#results button");
        page.eventually("it is tried again", || {
            said_there(page).contains("did not arrive").then_some(())
        });
        // The rest of the page goes on.
        page.click("#page-list");
        page.until("the list is back", |seen| seen.numbers.len() == 45);
        assert_eq!(page.now().state, "ready");
        leave(page);
    });
}

#[test]
fn where_the_deferred_part_is_missing_the_first_click_that_needs_it_says_so() {
    let faults = [
        Fault::Status(404),
        Fault::Page,
        Fault::Half,
        Fault::BrokenOff,
    ];
    visit_in(&Engine::ALL, "?view=about", |page| {
        let mut hosts = Vec::new();
        for fault in faults {
            let host = Host::start(move |path| is_deferred(path).then_some(fault));
            assert_eq!(open(page, &host.address()).state, "ready", "{fault:?}");
            page.save(12);
            let said = can_be_read(page);
            assert!(said.contains("could not be loaded"), "{fault:?}: {said}");
            assert_eq!(page.texts().len(), 45);
            leave(page);
            hosts.push(host);
        }
    });
}

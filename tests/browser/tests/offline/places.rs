//! Wherever the site lies it works, and is kept; what a first visit asks for.

use browser_tests::{
    journey::{Setting, visit_in_both},
    page::Page,
    site::Site,
};

use crate::kept::{is_kept, store};

/// What a page has asked for when it is ready, itself included.
const AT_READY: &str = "
    new MutationObserver((_, watch) => {
        if (document.documentElement?.dataset.state !== 'ready') return;
        watch.disconnect();
        window.asked = performance.getEntriesByType('resource').map((entry) => entry.name);
        window.asked.push(location.href);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] });";

#[test]
fn in_a_folder_of_a_host_it_works_and_is_kept_for_that_folder() {
    let copy = crate::kept::copied("places/a/b");
    let above = copy
        .ancestors()
        .nth(2)
        .expect("it has two folders above it");
    let site = Site::serve(above).unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default().on(site).visit("a/b/", |page| {
        assert_eq!(page.now().numbers.len(), 45);
        let name = is_kept(page).caches.remove(0);
        assert!(name.starts_with("agenda-explorer:/a/b/:"), "{name}");
        for place in [
            "a/b/index.html?cluster=f",
            "a/b/rec/12/",
            "a/b/rec/12/index.html",
        ] {
            assert_eq!(page.open(place).state, "ready", "{place}");
        }
        assert_eq!(store(page).workers, 1);
        page.site().stop();
        assert_eq!(page.open("a/b/?q=genome").state, "ready");
        assert_eq!(page.open("a/b/rec/12/").state, "ready");
        assert_eq!(crate::kept::place(page), "a/b/?rec=12");
        drop(page.browser().console());
    });
}

#[test]
fn at_the_root_with_the_name_of_the_page_in_the_address_it_works() {
    visit_in_both("index.html?cluster=a", |page| {
        let seen = page.now();
        assert_eq!((seen.state.as_str(), seen.numbers.len()), ("ready", 14));
    });
}

#[test]
fn a_first_visit_asks_for_few_files_and_keeps_the_site_only_afterwards() {
    Setting::default().with_script(AT_READY).visit("", |page| {
        let asked = page.browser().script("return window.asked", &[]);
        let asked: Vec<String> = serde_json::from_value(asked).expect("it was ready");
        // The browser has these for the tab and the home screen when it likes, and
        // nothing waits for them.
        let beside = |address: &String| {
            ["manifest.webmanifest", "icon.svg"]
                .iter()
                .any(|name| address.ends_with(name))
        };
        let needed: Vec<&String> = asked.iter().filter(|it| !beside(it)).collect();
        assert!(needed.len() <= 6, "{asked:#?}");
        for later in ["/deferred-", "/offline.js", "/sw.js"] {
            assert!(!asked.iter().any(|it| it.contains(later)), "{asked:#?}");
        }
        let own = |address: &String| address.starts_with(&page.root());
        assert!(asked.iter().all(own), "{asked:#?}");
        is_kept(page);
        assert!(
            later(page)
                .iter()
                .any(|address| address.ends_with("/offline.js"))
        );
    });
}

fn later(page: &Page) -> Vec<String> {
    let body = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    serde_json::from_value(page.browser().script(body, &[])).expect("a list")
}

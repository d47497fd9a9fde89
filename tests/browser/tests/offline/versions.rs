//! A new version of the site while readers have the old one.

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit},
    page::Page,
    site::Site,
};
use serde_json::json;
use site::{fingerprint, service_worker};

use crate::host::{Fault, Host};
use crate::kept::{copied, files, is_kept, store};

const RELOAD: &str = "#update button";

#[test]
fn an_open_page_goes_on_and_is_told_of_the_new_version() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        if !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        let copy = copied(&format!("versions-{engine:?}"));
        let site = Site::serve(&copy).unwrap_or_else(|sentence| panic!("{sentence}"));
        Setting::default().within(engine).on(site).visit("", |page| {
            let old = is_kept(page).caches;
            let first = page.browser().tab();
            publish_another(&copy);

            // Who comes now gets the new one, and is told nothing.
            let second = page.open_tab("?q=genome");
            assert_eq!(version(page), "2");
            page.eventually("the new version waits", || {
                let body = "const done = arguments[0];
                    navigator.serviceWorker.getRegistration().then((one) => done(Boolean(one?.waiting)))";
                (page.browser().script_until_done(body, &[]) == true).then_some(())
            });
            assert_eq!(told(page), "");
            assert_eq!(mixed(page, &copy), Vec::<String>::new());

            // Who has the old one open goes on with it, also with what comes later.
            page.browser().front(&first);
            assert_eq!(version(page), "1");
            page.eventually("the page tells of it", || (!told(page).is_empty()).then_some(()));
            let focus = "return document.activeElement.localName";
            assert_eq!(page.browser().script(focus, &[]), "body");
            assert!(!page.search("genome").numbers.is_empty());
            page.click("[data-part=\"share\"]");
            page.eventually("the old dialog is there", || {
                let body = "const open = document.querySelector('dialog[open]');
                    open?.close(); return open !== null";
                (page.browser().script(body, &[]) == true).then_some(())
            });
            assert!(store(page).caches.iter().any(|name| old.contains(name)));

            page.click(RELOAD);
            page.eventually("the page is the new one", || (version(page) == "2").then_some(()));
            page.until("it answers", |seen| seen.state == "ready");
            assert_eq!(page.now().typed.as_deref(), Some("genome"));
            assert_eq!(mixed(page, &copy), Vec::<String>::new());
            page.eventually("only the new one is kept", || {
                let caches = store(page).caches;
                (caches.len() == 1 && !old.contains(&caches[0])).then_some(())
            });
            assert_eq!(told(page), "");

            // And without a network as well.
            page.browser().front(&second);
            page.site().stop();
            page.open("");
            assert_eq!(version(page), "2");
            assert_eq!(mixed(page, &copy), Vec::<String>::new());
            drop(page.browser().console());
        });
    }
}

/// As where a host sends a file of before, or changes it on the way.
#[test]
fn a_site_with_a_file_of_another_version_is_not_kept_until_it_is_whole() {
    let copy = copied("versions-other");
    let changed = copy.join("frame.js");
    let own = fs::read(&changed).expect("it is there");
    for packed in ["frame.js.br", "frame.js.gz"] {
        fs::remove_file(copy.join(packed)).expect("it was there");
    }
    fs::write(&changed, [&own[..], b"//"].concat()).expect("it can be written");
    let site = Site::serve(&copy).unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default().on(site).visit("", |page| {
        page.eventually("it was begun and given up", || {
            let store = store(page);
            (!store.caches.is_empty() && store.workers == 0).then_some(())
        });
        assert_eq!(page.now().state, "ready");

        fs::write(&changed, own).expect("it can be written");
        page.reload();
        is_kept(page);
        drop(page.browser().console());
    });
}

#[test]
fn a_page_whose_files_are_gone_says_so() {
    let copy = copied("versions-gone");
    for file in files(&copy) {
        if fingerprint::is_lasting(&file.file_name().unwrap_or_default().to_string_lossy()) {
            fs::remove_file(file).expect("it was there");
        }
    }
    let site = Site::serve(&copy).unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default().on(site).visit("", |page| {
        let seen = page.until("the start has failed", |seen| seen.state == "failed");
        let body = "const place = document.getElementById('failure');
            return place && place.checkVisibility() ? place.textContent : ''";
        let said = page.browser().script(body, &[]);
        let words = said.as_str().unwrap_or_default().split_whitespace().count();
        assert!(words > 5, "{said} {}", seen.text);
        drop(page.browser().console());
    });
}

#[test]
fn a_new_page_without_its_boot_script_gives_way_to_the_version_that_is_kept() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        if !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        let copy = copied(&format!("versions-boot-{engine:?}"));
        let site = Site::serve(&copy).unwrap_or_else(|sentence| panic!("{sentence}"));
        Setting::default()
            .within(engine)
            .on(site)
            .visit("", |page| {
                is_kept(page);
                publish_another(&copy);
                let boot = copy.join("boot.js");
                let own = fs::read(&boot).expect("it is there");
                fs::remove_file(&boot).expect("it was there");
                for (asked, place) in [("?q=genome", "?q=genome"), ("rec/12/", "?rec=12")] {
                    let seen = page.open(asked);
                    assert_eq!(seen.state, "ready", "{asked}");
                    assert_eq!(version(page), "1", "{asked}");
                    assert_eq!(crate::kept::place(page), place);
                }
                // Once it is there, the new version comes as ever.
                fs::write(&boot, own).expect("it can be written");
                page.open("");
                assert_eq!(version(page), "2");
                assert_eq!(mixed(page, &copy), Vec::<String>::new());
                drop(page.browser().console());
            });
    }
}

/// As on hosts that answer with a page what they do not have.
#[test]
fn a_page_in_the_place_of_the_boot_script_gives_way_as_well() {
    static IS_PAGE: AtomicBool = AtomicBool::new(false);
    let host = Host::start(|path| {
        let is_page = path == "/boot.js" && IS_PAGE.load(Ordering::Relaxed);
        is_page.then_some(Fault::Page)
    });
    visit("?view=about", |page| {
        page.browser().go(&host.address());
        is_kept(page);
        IS_PAGE.store(true, Ordering::Relaxed);
        for place in ["?cluster=a", "rec/12/"] {
            page.browser().go(&format!("{}{place}", host.address()));
            page.until("the page is ready", |seen| seen.state == "ready");
        }
        page.browser().go("about:blank");
        drop(page.browser().console());
    });
}

/// Puts another version in the place of a site: other contents, so other names,
/// and none of the old files.
fn publish_another(site: &Path) {
    let all = files(site);
    let lasting = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        fingerprint::is_lasting(&name) && !name.ends_with(".br") && !name.ends_with(".gz")
    };
    let mut renamed = Vec::new();
    for old in all.iter().filter(lasting) {
        let name = old
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(old).expect("it is there");
        let other = fingerprint::lasting(&name, &[&bytes, &b"2"[..]].concat());
        fs::rename(old, old.with_file_name(&other)).expect("it can be moved");
        renamed.push((name, other));
    }
    for page in all
        .iter()
        .filter(|path| path.extension().is_some_and(|own| own == "html"))
    {
        let mut text = fs::read_to_string(page).expect("it is text");
        for (old, new) in &renamed {
            text = text.replace(old, new);
        }
        text = text.replacen(
            "<title>",
            "<meta name=\"version\" content=\"2\">\n<title>",
            1,
        );
        fs::write(page, text).expect("it can be written");
    }
    for packed in all {
        if packed
            .extension()
            .is_some_and(|own| own == "br" || own == "gz")
        {
            fs::remove_file(packed).expect("it was there");
        }
    }
    service_worker::write(site).unwrap_or_else(|problem| panic!("{problem:#}"));
}

fn version(page: &Page) -> String {
    let body = "return document.querySelector('meta[name=version]')?.content ?? '1'";
    let told = page.browser().script(body, &[]);
    told.as_str().unwrap_or_default().to_owned()
}

/// What the page tells of a new version.
fn told(page: &Page) -> String {
    let body = "return document.getElementById('update')?.textContent ?? ''";
    let told = page.browser().script(body, &[]);
    told.as_str().unwrap_or_default().to_owned()
}

/// What the page has taken that does not belong to the site as it is now.
fn mixed(page: &Page, site: &Path) -> Vec<String> {
    let body = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => name.startsWith(arguments[0])).map((name) => new URL(name).pathname.slice(1))";
    let names = page.browser().script(body, &[json!(page.root())]);
    let names = names.as_array().cloned().unwrap_or_default();
    let names = names.iter().filter_map(|name| name.as_str());
    names
        .filter(|name| fingerprint::is_lasting(name) && !site.join(name).is_file())
        .map(str::to_owned)
        .collect()
}

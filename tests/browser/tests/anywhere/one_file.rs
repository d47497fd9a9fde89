//! The explorer in one file: from a disk, in the strictest frame, without a
//! network.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use browser_tests::{
    engine::Engine,
    host::{Embedding, Host},
    journey::{Setting, visit},
    page::{Page, part},
    site::dist,
};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::support::open;

const NAME: &str = "explorer.html";

fn built() -> PathBuf {
    dist()
        .map(|dist| dist.join(NAME))
        .unwrap_or_else(|sentence| panic!("{sentence}"))
}

/// The address of a file on this machine.
fn address(path: &Path) -> String {
    let path = path.canonicalize().expect("it was built");
    format!("file://{}", path.display())
}

/// The file alone in a folder, as on a disk that was handed on; changed by
/// `change`.
fn handed_on(name: &str, change: impl FnOnce(String) -> String) -> PathBuf {
    let folder = env::temp_dir().join(format!("explorer-file-{}-{name}", process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder is writable");
    let file = folder.join(NAME);
    let text = fs::read_to_string(built()).expect("it was built");
    fs::write(&file, change(text)).expect("the temporary folder is writable");
    file
}

/// What the page has asked for besides itself.
fn asked_for(page: &Page) -> Vec<String> {
    let body = "return performance.getEntriesByType('resource').map((one) => one.name)";
    let entries = page.browser().script(body, &[]);
    let entries: Vec<String> = serde_json::from_value(entries).expect("addresses");
    let sent = match page.browser().engine() {
        Engine::Chromium => page.browser().requests(),
        Engine::Firefox | Engine::WebKit => Vec::new(),
    };
    let own = |address: &String| address.contains(NAME) || address.starts_with("data:");
    entries
        .into_iter()
        .chain(sent)
        .filter(|address| !own(address))
        .collect()
}

#[test]
fn from_a_disk_it_does_what_the_site_does_and_asks_for_nothing() {
    let file = handed_on("journey", |text| text);
    let here = address(&file);
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there()) {
        println!("In {engine:?}:");
        Setting::default()
            .within(engine)
            .visit("?view=about", |page| {
                page.browser().go("about:blank");
                if engine == Engine::Chromium {
                    page.browser().requests();
                }
                assert_eq!(open(page, &here).state, "ready");
                page.shows(&(1..=45).collect::<Vec<u16>>());
                page.search("brain drain");
                page.shows(&[39]);
                page.clear();
                page.toggle("cluster", "f");
                page.shows(&[45]);
                page.address_is("cluster=f");
                page.save(45);
                page.comes_to("what is saved", |seen| seen.saved.clone(), vec![45]);
                // Kept where the browser lets it, else the reader is told.
                let kept = page.reload().saved == [45];
                let told = !page.now().notices.is_empty();
                println!("kept: {kept}, told: {told}");
                assert!(kept || told);

                open(page, &format!("{here}#rec-12"));
                let body = "return document.querySelector('#rec-12').getBoundingClientRect().top";
                page.eventually("12 is in view", || {
                    let top = page.browser().script(body, &[]).as_f64()?;
                    (0.0..600.0).contains(&top).then_some(())
                });
                assert_eq!(dead_links(page), Vec::<String>::new());
                page.click(&part("copy-link"));
                page.eventually("the link is copied, or there to be copied", || {
                    let seen = page.now();
                    (seen.text.contains("Link copied") || seen.text.contains("selected here"))
                        .then_some(())
                });
                is_exported(page, &here);
                assert_eq!(asked_for(page), Vec::<String>::new());
            });
    }
}

/// What is shown is handed out as a file, with addresses that lead into this one.
fn is_exported(page: &Page, here: &str) {
    let file = page.handed_out(|| {
        page.click("button[aria-controls=export]");
        page.click(&format!("{}[data-format=text]", part("export")));
    });
    for number in 1..=45 {
        let address = format!("\n{here}?rec={number}\n");
        assert!(file.contains(&address), "{address}");
    }
}

/// Links that are to be seen and lead to a file that is not there.
fn dead_links(page: &Page) -> Vec<String> {
    let body = "
        return [...document.querySelectorAll('a[href]')]
            .filter((link) => link.checkVisibility())
            .map((link) => link.getAttribute('href'))
            .filter((href) => !/^([?#]|https?:|mailto:)/.test(href));";
    serde_json::from_value(page.browser().script(body, &[])).expect("addresses")
}

#[test]
fn without_scripts_its_text_can_be_read_and_no_link_is_dead() {
    let here = address(&built());
    visit("?view=about", |page| {
        page.browser().without_scripts();
        page.browser().go(&here);
        assert_eq!(page.texts().len(), 45);
        assert_eq!(crate::support::controls(page), 0);
        assert_eq!(dead_links(page), Vec::<String>::new());
    });
}

/// A build with `--base-url` names the site as canonical, which the package that
/// makes the file tests.
#[test]
fn links_that_it_copies_lead_to_the_public_site_where_that_is_known() {
    let file = handed_on("public", |text| {
        let canonical = "<link rel=\"canonical\" href=\"https://example.org/agenda/\">";
        let known = text.contains("rel=\"canonical\"");
        if known {
            text
        } else {
            text.replacen("<title>", &format!("{canonical}<title>"), 1)
        }
    });
    visit("?view=about", |page| {
        open(page, &address(&file));
        let link = "return document.querySelector('link[rel=canonical]').href";
        let root = page
            .browser()
            .script(link, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned();
        page.toggle("cluster", "c");
        page.address_is("cluster=c");
        assert!(root.starts_with("https://"), "{root}");
        assert_eq!(page.copy_link(), format!("{root}?cluster=c"));
    });
}

#[test]
fn it_works_in_the_strictest_frame_of_a_server_that_allows_nothing() {
    let body = format!(
        "<iframe id=one sandbox=allow-scripts src='{{explorer}}{NAME}?embed=1' width=100% height=700></iframe>"
    );
    let closed = || Embedding::default().of_a_closed_site();
    closed().visit(&body, |host| {
        all_are_listed(host);
        host.inside("#one", |page| {
            page.search("brain drain");
            page.shows(&[39]);
        });
    });
    // The driver of WebKitGTK does not type in such a frame.
    closed().within(&[Engine::WebKit]).visit(&body, |host| {
        all_are_listed(host);
        host.inside("#one", |page| {
            page.toggle_in_place("cluster", "f");
            page.shows(&[45]);
        });
    });
}

fn all_are_listed(host: &Host) {
    host.ready("#one");
    host.inside("#one", |page| page.shows(&(1..=45).collect::<Vec<u16>>()));
}

#[test]
fn on_every_page_it_is_offered_with_the_checksum_that_it_has() {
    let bytes = fs::read(built()).expect("it was built");
    let digest: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let beside = fs::read_to_string(built().with_extension("html.sha256")).expect("it was built");
    assert_eq!(beside, format!("{digest}  {NAME}\n"));
    visit("", |page| {
        for place in ["", "?view=about", "rec/12/"] {
            page.open(place);
            let body = "
                const [done] = arguments;
                const offer = document.querySelector('[data-part=one-file]');
                const link = offer.querySelector('a');
                if (!offer.checkVisibility()) return done(null);
                fetch(link.href).then((answer) => answer.arrayBuffer()).then((bytes) =>
                    done([bytes.byteLength, offer.dataset.sha256, offer.innerText, offer.dataset.date]));";
            let told = page.browser().script_until_done(body, &[]);
            assert_eq!(told[0], json!(bytes.len()), "{place}: {told}");
            assert_eq!(told[1], json!(digest), "{place}");
            let text = told[2].as_str().unwrap_or_default();
            assert!(text.contains(&digest) && text.contains(" MB"), "{text}");
            assert!(
                text.contains(told[3].as_str().unwrap_or("no date")),
                "{text}"
            );
        }
    });
    let own = String::from_utf8(bytes).expect("it is text");
    assert!(
        !own.contains("data-part=\"one-file\""),
        "it does not offer itself"
    );
}

//! Links that the page makes, and what of an address belongs to others.

use std::fs;

use browser_tests::{
    journey::visit,
    page::{Page, part},
};

#[test]
fn what_belongs_to_others_stays_in_the_address_and_out_of_the_copied_link() {
    visit("?utm_source=letter&cluster=c&fbclid=A%2Fb", |page| {
        page.toggle("theme", "technology-transfer");
        page.address_is("cluster=c&theme=technology-transfer&utm_source=letter&fbclid=A%2Fb");
        let link = page.copy_link();
        assert_eq!(link, own(page, "?cluster=c&theme=technology-transfer"));
        page.clear();
        page.address_is("utm_source=letter&fbclid=A%2Fb");
    });
}

#[test]
fn a_copied_link_shows_others_the_same() {
    visit(
        "?theme=competition,technology-transfer&q=intellectual",
        |page| {
            page.toggle("cluster", "b");
            let here = page.until("the address follows", |seen| seen.query.contains("cluster"));
            let link = page.copy_link();
            page.browser().go("about:blank");
            page.browser().go(&link);
            let there = page.until("the page is ready", |seen| seen.state == "ready");
            assert_eq!(there.numbers, here.numbers);
            assert_eq!(there.chosen(), here.chosen());
            assert_eq!(there.typed, here.typed);
            assert_eq!(there.query, here.query);
            assert_eq!(there.notices, Vec::<String>::new());
        },
    );
}

#[test]
fn where_the_browser_does_not_copy_the_link_is_there_selected() {
    visit("?cluster=c", |page| {
        let forbid = "
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.execCommand = () => false;";
        page.browser().script(forbid, &[]);
        page.click(&part("copy-link"));
        let selected = "return document.getSelection().toString()";
        page.eventually("the link is selected", || {
            let selected = page.browser().script(selected, &[]);
            (selected.as_str() == Some(&own(page, "?cluster=c"))).then_some(())
        });
    });
}

#[test]
fn the_page_about_the_explorer_leads_to_the_licences_of_its_software() {
    visit("?view=about", |page| {
        let link = "return document.querySelector('main a[href$=\"licences.txt\"]')?.href";
        let link = page.browser().script(link, &[]);
        assert_eq!(link.as_str(), Some(own(page, "licences.txt").as_str()));
        let text = fs::read_to_string(page.site().root().join("licences.txt"));
        let text = text.expect("it is there");
        for part in [
            "\nMIT License\n",
            "\nleptos 0.",
            "Rust standard library",
            "Thomas Keh",
        ] {
            assert!(text.contains(part), "{part}");
        }
        assert!(text.len() < 60_000, "{}", text.len());
    });
}

fn own(page: &Page, place: &str) -> String {
    format!("{}{place}", page.root())
}

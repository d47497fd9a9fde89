//! Pages of their own: readable without the app, and taken over by it.

use browser_tests::{
    journey::{Setting, visit, visit_in_both},
    page::{Page, checkbox, result},
};

#[test]
fn a_page_means_its_question_and_its_address_stays_bare() {
    visit_in_both("cluster/d/", |page| {
        page.shows(&[33, 34, 35, 36, 37, 38]);
        assert_eq!(page.now().chips.len(), 1);
        page.address_is("");
        page.toggle("theme", "evaluation");
        page.address_is("cluster=d&theme=evaluation");
        let narrowed = page.now().numbers;
        assert!(is_at(page, "cluster/d/"), "the path is never changed");
        page.reload();
        page.shows(&narrowed);
        page.back();
        page.address_is("");
        page.shows(&[33, 34, 35, 36, 37, 38]);
    });
}

#[test]
fn everything_can_be_asked_for_on_a_page_and_is_there_after_a_reload() {
    visit_in_both("theme/public-domain/", |page| {
        page.shows(&[16, 20]);
        page.clear();
        page.address_is("view=list");
        page.reload();
        assert_eq!(page.now().numbers.len(), 45);
        page.click(&checkbox("theme", "public-domain"));
        page.address_is("");
        page.shows(&[16, 20]);
    });
}

#[test]
fn an_address_that_says_only_how_keeps_the_question_of_its_page() {
    visit_in_both("cluster/f/?scheme=dark&utm_source=x", |page| {
        page.shows(&[45]);
        page.address_is("scheme=dark&utm_source=x");
    });
}

#[test]
fn copied_links_lead_to_the_root_and_those_of_a_recommendation_to_its_page() {
    for place in [
        "",
        "index.html",
        "rec/14/",
        "rec/14/index.html",
        "cluster/b/",
    ] {
        visit(place, |page| {
            page.toggle(
                "cluster",
                if place.starts_with("cluster") {
                    "a"
                } else {
                    "b"
                },
            );
            let query = if place.starts_with("rec") {
                "cluster=b&rec=14"
            } else {
                "cluster=b"
            };
            let query = if place.starts_with("cluster") {
                "cluster=a_b"
            } else {
                query
            };
            assert_eq!(
                page.copy_link(),
                format!("{}?{query}", page.root()),
                "{place}"
            );
            page.click(&format!("{} [aria-label^='Copy link']", result(17)));
            let read = "return navigator.clipboard.readText()";
            let expected = format!("{}rec/17/", page.root());
            page.eventually("the link is copied", || {
                let copied = page.browser().script(read, &[]);
                (copied.as_str() == Some(&expected)).then_some(())
            });
        });
    }
}

#[test]
fn the_open_data_is_found_from_a_page() {
    visit_in_both("rec/12/", |page| {
        let body = "return document.querySelector('footer a[href$=\"data/agenda.json\"]').href";
        let address = page.browser().script(body, &[]);
        assert_eq!(
            address.as_str(),
            Some(&*format!("{}data/agenda.json", page.root()))
        );
    });
}

#[test]
fn where_the_app_does_not_start_the_text_is_there_and_nothing_that_needs_it() {
    let missing = "delete window.WebAssembly;";
    let setting = Setting::default().with_script(missing);
    setting.visit("rec/12/", |page| {
        assert!(
            page.text(12)
                .starts_with("To further mainstream development")
        );
        let body = "return [...document.querySelectorAll('#app button, #app input')]
            .filter((control) => control.checkVisibility({ visibilityProperty: true })).length";
        assert_eq!(page.browser().script(body, &[]).as_i64(), Some(0));
        page.click("a[href='../../rec/13/']");
        page.eventually("the next page is there", || {
            is_at(page, "rec/13/").then_some(())
        });
    });
}

fn is_at(page: &Page, path: &str) -> bool {
    let here = page
        .browser()
        .script("return location.origin + location.pathname", &[]);
    here.as_str() == Some(&*format!("{}{path}", page.root()))
}

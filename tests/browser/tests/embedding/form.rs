//! What a host leaves out and what it fixes.

use browser_tests::{host::embed, page::Page};
use serde_json::json;

/// How many elements of each selector there are.
fn counts(page: &Page, selectors: &[&str]) -> serde_json::Value {
    let body = "return arguments[0].map((one) => document.querySelectorAll(one).length > 0)";
    page.browser().script(body, &[json!(selectors)])
}

#[test]
fn a_part_that_is_hidden_is_not_there_and_the_others_are() {
    let parts = [
        ("search", "[data-part=search]"),
        ("clusters", "input[data-facet=cluster]"),
        ("themes", "input[data-facet=theme]"),
        ("toolbar", "[data-part=copy-link]"),
        ("header", "header"),
        ("footer", "footer"),
    ];
    let selectors = parts.map(|(_, selector)| selector);
    let cases = [
        ("", [true; 6]),
        ("search_header", [false, true, true, true, false, true]),
        ("clusters_footer", [true, false, true, true, true, false]),
        ("themes_toolbar", [true, true, false, false, true, true]),
        ("facets", [true, false, false, true, true, true]),
    ];
    embed("<p></p>", |host| {
        for (hide, expected) in cases {
            let body = format!("<iframe id=one src='{{explorer}}?embed=1&hide={hide}'></iframe>");
            host.open(&body);
            host.ready("#one");
            let there = host.inside("#one", |page| {
                page.shows(&(1..=45).collect::<Vec<u16>>());
                counts(page, &selectors)
            });
            assert_eq!(there, json!(expected), "{hide}");
        }
    });
}

#[test]
fn what_is_locked_stays_whatever_a_reader_does() {
    let frame = "<iframe id=one src='{explorer}?embed=1&cluster=a&lock=cluster' width=100% height=700></iframe>";
    embed(frame, |host| {
        let all: Vec<u16> = (1..=14).collect();
        host.ready("#one");
        host.inside("#one", |page| {
            page.shows(&all);
            let locked = "return [...document.querySelectorAll('input[data-facet=cluster]')].every((one) => one.matches(':disabled'))";
            assert_eq!(page.browser().script(locked, &[]), json!(true));
            assert_eq!(page.now().chips, Vec::<String>::new());
            // Nothing in the cluster has the word; every way out stays in it.
            page.search("genome");
            let found = page.until("ways out are offered", |seen| !seen.relaxations.is_empty());
            assert_eq!(found.numbers, Vec::<u16>::new());
            page.relax(0);
            page.shows(&all);
            page.search("genome technical");
            page.clear();
            page.shows(&all);
            let query = page.now().query;
            assert!(
                query.contains("cluster=a") && query.contains("lock=cluster"),
                "{query}"
            );
        });
    });
}

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
        ("others", "input[data-facet=duty]"),
        ("toolbar", "[data-part=copy-link]:not(article *)"),
        ("header", "header"),
        ("header", "[data-part=save]"),
        ("footer", "footer p + p"),
    ];
    let selectors = parts.map(|(_, selector)| selector);
    let mut cases = vec![("", [true; 8])];
    for (part, hidden) in [
        ("clusters", "clusters"),
        ("themes", "themes"),
        ("others", "others"),
        ("facets", "clusters themes others"),
        ("search_header", "search header"),
        ("toolbar_footer", "toolbar footer"),
    ] {
        let shown = parts.map(|(name, _)| !hidden.split(' ').any(|hidden| hidden == name));
        cases.push((part, shown));
    }
    embed("<p></p>", |host| {
        for (hide, expected) in &cases {
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

/// Whose text it is, under which licence, and the way to the whole explorer.
#[test]
fn one_line_of_the_footer_stays_whatever_is_hidden() {
    let all = "search_facets_toolbar_header_footer";
    let frame = format!(
        "<iframe id=one src='{{explorer}}?embed=1&cluster=b&hide={all}' width=100% height=700></iframe>"
    );
    embed(&frame, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            let seen = page.until("the footer is there", |seen| seen.text.contains("Text ©"));
            assert!(seen.text.contains("CC BY 4.0"), "{}", seen.text);
            let body = "return [...document.querySelectorAll('footer a')].map((link) => link.href)";
            let links = page.browser().script(body, &[]);
            assert_eq!(links[1], json!(format!("{}?cluster=b", page.root())));
            let lines = "return document.querySelector('footer').getBoundingClientRect().height";
            let height = page.browser().script(lines, &[]);
            assert!(
                height.as_f64().is_some_and(|height| height < 60.0),
                "{height}"
            );
        });
    });
}

#[test]
fn without_filters_the_search_stands_above_the_list() {
    for (hide, above) in [("facets", true), ("header", false)] {
        let frame = format!(
            "<iframe id=one src='{{explorer}}?embed=1&hide={hide}' width=1000 height=700></iframe>"
        );
        embed(&frame, |host| {
            host.ready("#one");
            let told = host.inside("#one", |page| {
                let body = "
                    const [search, list] = ['[data-part=search]', '[data-part=results]'].map((selector) =>
                        document.querySelector(selector).getBoundingClientRect());
                    return search.bottom <= list.top && search.left > list.left - 40;";
                page.browser().script(body, &[])
            });
            assert_eq!(told, json!(above), "{hide}");
        });
    }
}

#[test]
fn the_frame_of_one_recommendation_begins_with_its_text() {
    let frame = "<iframe id=one width=700 height=700
        src='{explorer}rec/13/?embed=1&hide=search_facets_toolbar_header_footer'></iframe>";
    embed(frame, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            page.shows(&[13]);
            let body = "
                const seen = [...document.querySelectorAll('header, .chips, [data-part=count], .notice')];
                return [
                    document.querySelector('article').getBoundingClientRect().top,
                    seen.filter((one) => one.getClientRects().length > 0).length,
                    document.querySelector('footer p a:last-child').href,
                ];";
            let told = page.browser().script(body, &[]);
            assert!(told[0].as_f64().is_some_and(|top| top < 60.0), "{told}");
            assert_eq!(told[1], json!(0));
            assert_eq!(told[2], json!(format!("{}rec/13/", page.root())));
            // Its own tags take nothing away, so there is nothing to be told.
            page.browser()
                .script("document.querySelector('.tag').click()", &[]);
            page.until("the tag is chosen", |seen| seen.query.contains("theme="));
            page.shows(&[13]);
        });
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

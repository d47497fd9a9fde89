//! Recommendations side by side: their texts unchanged, with what differs marked.

use std::collections::HashMap;

use browser_tests::{
    engine::Engine,
    journey::{visit, visit_in, visit_in_both},
    page::Page,
};
use serde_json::{Value, json};

/// What a piece of script finds in the page.
fn found(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

/// For each column: its number, its text, and the texts of the marks of each kind, all
/// without what only screen readers have.
const COLUMNS: &str = "
    const words = (element) => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll('.visually-hidden').forEach((it) => it.remove());
        return copy.textContent;
    };
    const columns = document.querySelectorAll('[data-part=compare] [data-number]');
    return [...columns].map((column) => ({
        number: Number(column.dataset.number),
        text: words(column.querySelector('[data-part=text]')),
        del: [...column.querySelectorAll('del')].map(words),
        ins: [...column.querySelectorAll('ins')].map(words),
        moved: [...column.querySelectorAll('mark')].map(words),
        said: [...column.querySelectorAll('ins, del')].map((it) => it.textContent),
        common: column.querySelector('[data-part=common]')?.dataset.common,
    }));";

/// The texts of the list, by number.
const TEXTS: &str = "
    const rows = document.querySelectorAll('[data-part=result]');
    return [...rows].map((row) =>
        [Number(row.dataset.number), row.querySelector('[data-part=text]').textContent]);";

fn columns(page: &Page) -> Vec<Value> {
    found(page, COLUMNS).as_array().expect("a list").clone()
}

fn numbers(page: &Page) -> Vec<u64> {
    let columns = columns(page);
    let numbers = columns.iter().filter_map(|it| it["number"].as_u64());
    numbers.collect()
}

fn comes_to(page: &Page, expected: &[u64]) {
    page.eventually("these are compared", || {
        (numbers(page) == expected).then_some(())
    });
}

/// What is in the tray, or nothing where there is none.
fn tray(page: &Page) -> Option<String> {
    let body = "return document.querySelector('[data-part=compare-tray]')?.textContent";
    found(page, body).as_str().map(str::to_owned)
}

fn holds(page: &Page, expected: &str) {
    page.eventually("the tray says so", || {
        (tray(page).as_deref() == Some(expected)).then_some(())
    });
}

#[test]
fn two_recommendations_stand_side_by_side_with_what_differs_marked() {
    visit_in(&Engine::ALL, "", |page| {
        let texts = found(page, TEXTS);
        let seen = page.open("?list=1_13&view=compare");
        assert_eq!(seen.notices, Vec::<String>::new());
        let columns = columns(page);
        assert_eq!(numbers(page), [1, 13]);
        for column in &columns {
            let text = json!([column["number"], column["text"]]);
            assert!(texts.as_array().expect("texts").contains(&text), "{text}");
            assert_eq!(column["common"], "40");
        }
        assert_eq!(
            columns[0]["del"],
            json!([
                "WIPO technical",
                "demand-driven and transparent",
                "In this regard, design, delivery mechanisms and evaluation processes of \
                 technical assistance programs should be country specific"
            ])
        );
        assert_eq!(
            columns[1]["ins"],
            json!(["WIPO's legislative", "and demand-driven"])
        );
        assert_eq!(columns[0]["ins"], json!([]));
        assert_eq!(columns[1]["del"], json!([]));
        assert_eq!(columns[1]["said"][1], "different: and demand-driven end ");
    });
}

#[test]
fn no_text_of_a_comparison_differs_from_that_of_the_list() {
    visit("", |page| {
        let texts = found(page, TEXTS);
        let texts: HashMap<u64, &str> = texts
            .as_array()
            .expect("texts")
            .iter()
            .filter_map(|it| Some((it[0].as_u64()?, it[1].as_str()?)))
            .collect();
        assert_eq!(texts.len(), 45);
        // Ten pairs that are as good as random, and those with lists and items.
        let random = (1..=10).map(|place| [place * 17 % 45 + 1, place * 31 % 44 + 2]);
        for [one, other] in random.chain([[15, 22], [15, 17]]) {
            page.open(&format!("?list={one}_{other}&view=compare"));
            let columns = columns(page);
            assert_eq!(columns.len(), if one == other { 1 } else { 2 });
            for column in columns {
                let number = column["number"].as_u64().expect("a number");
                assert_eq!(column["text"], texts[&number], "{number}");
            }
        }
    });
}

#[test]
fn a_third_is_added_and_removed_and_back_returns() {
    visit_in_both("", |page| {
        page.open("?list=1_13&view=compare");
        let choose = "
            const field = document.querySelector('[data-part=compare] select');
            field.value = '8';";
        found(page, choose);
        page.click("[data-part=compare] form button");
        comes_to(page, &[1, 13, 8]);
        let focused = "return document.activeElement.textContent";
        page.eventually("its heading has the focus", || {
            (found(page, focused) == "Recommendation 8").then_some(())
        });
        assert!(page.now().query.contains("list=1_13_8"));
        let title = page.now().title;
        assert!(
            title.starts_with(
                "Compare · Recommendation 1 · Recommendation 13 · Recommendation 8 · "
            ),
            "{title}"
        );
        // Those behind the first are compared with it, and any can be the first.
        let against = "
            const notes = document.querySelectorAll('[data-part=common]');
            return [...notes].map((note) => note.textContent.replace(/.*with/, ''));";
        assert_eq!(
            found(page, against),
            json!([" this one", " Recommendation 1", " Recommendation 1"])
        );
        page.press("Compare with this one: Recommendation 8");
        comes_to(page, &[8, 1, 13]);
        page.press("Remove: Recommendation 1");
        comes_to(page, &[8, 13]);
        page.back();
        comes_to(page, &[8, 1, 13]);
        page.back();
        page.back();
        comes_to(page, &[1, 13]);
    });
}

#[test]
fn a_comparison_says_what_it_lacks() {
    visit("", |page| {
        let said = "return document.querySelector('[data-part=compare]').textContent";
        for (place, count, sentence) in [
            ("?view=compare", 0, "Add two to 4 recommendations"),
            ("?list=7&view=compare", 1, "Add another recommendation"),
            (
                "?list=1_2_3_4_5&view=compare",
                4,
                "At most 4 recommendations",
            ),
        ] {
            page.open(place);
            assert_eq!(numbers(page).len(), count, "{place}");
            let said = found(page, said);
            assert!(
                said.as_str().is_some_and(|it| it.contains(sentence)),
                "{said}"
            );
        }
    });
}

#[test]
fn what_is_to_be_compared_is_kept_at_the_foot_until_it_is_cleared() {
    visit_in_both("", |page| {
        assert_eq!(tray(page), None);
        page.unfold(1);
        page.press("Compare: Recommendation 1");
        holds(page, "1 · Compare · Clear");
        // The same one twice is one.
        page.press("Compare: Recommendation 1");
        page.unfold(13);
        page.press("Compare: Recommendation 13");
        holds(page, "1 and 13 · Compare · Clear");
        page.click("[data-part=compare-tray] a");
        comes_to(page, &[1, 13]);
        assert_eq!(tray(page), None);
        page.back();
        page.until("the list is back", |seen| seen.numbers.len() == 45);
        holds(page, "1 and 13 · Compare · Clear");
        page.click("[data-part=compare-tray] button");
        page.eventually("the tray is gone", || tray(page).is_none().then_some(()));
        let focused = "return document.activeElement.id";
        assert_eq!(found(page, focused), "results");
        // What is closed offers no comparison.
        let offered = "
            const buttons = document.querySelectorAll('[data-action=compare]');
            return [...buttons].filter((it) => it.offsetHeight > 0).length";
        assert_eq!(found(page, offered), 1);
    });
}

#[test]
fn a_comparison_is_made_with_the_keyboard_and_nothing_covers_what_has_the_focus() {
    visit("", |page| {
        page.unfold(1);
        let press = |selector: &str, key: &str| page.browser().keys(selector, key);
        press("[data-number='1'] [data-action=compare]", "\u{e007}");
        holds(page, "1 · Compare · Clear");
        // Each stop of the list in turn, from the last one back, lies above the tray.
        let covered = "
            const tray = document.querySelector('[data-part=compare-tray]');
            const stops = [...document.querySelectorAll('[data-part=results] :is(a, button)')];
            const covered = [];
            for (const stop of stops.filter((it) => it.offsetHeight > 0)) {
                stop.focus();
                const place = stop.getBoundingClientRect();
                if (place.bottom > tray.getBoundingClientRect().top) {
                    covered.push(stop.textContent);
                }
            }
            return covered;";
        assert_eq!(found(page, covered), json!([]));
        press("[data-part=compare-tray] a", "\u{e007}");
        comes_to(page, &[1]);
        press("[data-part=compare] select", "13");
        press("[data-part=compare] form button", "\u{e007}");
        comes_to(page, &[1, 13]);
    });
}

#[test]
fn a_search_that_asks_to_compare_leads_to_the_comparison() {
    visit_in_both("", |page| {
        let link = "return document.querySelector('[data-part=compare-link]')?.textContent";
        for (text, name, expected) in [
            (
                "compare 1 and 13",
                "Compare Recommendations 1 and 13",
                [1, 13].as_slice(),
            ),
            (
                "compare 1, 13 and 20",
                "Compare Recommendations 1, 13 and 20",
                &[1, 13, 20],
            ),
            ("1 vs 13", "Compare Recommendations 1 and 13", &[1, 13]),
        ] {
            page.open("");
            page.search(text);
            page.eventually("the link is there", || {
                (found(page, link).as_str() == Some(name)).then_some(())
            });
            page.click("[data-part=compare-link]");
            comes_to(page, expected);
            page.back();
            page.eventually("the link is back", || {
                (found(page, link).as_str() == Some(name)).then_some(())
            });
        }
        page.search("1 and 13");
        page.eventually("the link is gone", || {
            found(page, link).is_null().then_some(())
        });
    });
}

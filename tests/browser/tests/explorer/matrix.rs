//! The tables of counts: their numbers lead to lists of as many.

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

const LINKS: &str = "
    const cells = document.querySelectorAll('table td[data-count]');
    return [...cells].map((cell) => {
        const link = cell.querySelector('a');
        return [Number(cell.dataset.count), link && link.getAttribute('href'), link && link.textContent];
    });";

#[test]
fn every_number_is_that_of_the_list_that_it_leads_to() {
    visit("", |page| {
        for place in ["?view=matrix", "?q=transfer&cluster=b_c&view=matrix"] {
            page.open(place);
            let links = found(page, LINKS);
            let links = links.as_array().expect("a list of cells").clone();
            assert!(links.len() > 40, "{}", links.len());
            let mut tried = 0;
            let (linked, plain): (Vec<_>, Vec<_>) = links.iter().partition(|link| link[0] != 0);
            assert!(plain.iter().all(|link| link[1].is_null()), "{plain:?}");
            // Native tests count all; here some links are tried.
            for link in linked.iter().step_by(7) {
                let (count, href, text) = (&link[0], &link[1], &link[2]);
                assert_eq!(text.as_str(), Some(count.to_string().as_str()));
                let shown = page.open(href.as_str().expect("a link")).numbers;
                assert_eq!(json!(shown.len()), *count, "{href}");
                tried += 1;
            }
            assert!(tried > 3, "{tried}");
        }
    });
}

#[test]
fn a_number_filters_the_list_and_back_returns_to_the_table() {
    visit_in(&Engine::ALL, "", |page| {
        page.turn_to("?view=matrix");
        page.eventually("the table is there", || {
            let body = "return !!document.querySelector('[data-part=matrix]')";
            (found(page, body) == true).then_some(())
        });
        let cell = "[data-part=matrix] [data-cluster=c][data-theme=technology-transfer]";
        let count = found(
            page,
            &format!("return document.querySelector('{cell}').dataset.count"),
        );
        page.click(&format!("{cell} a"));
        let seen = page.until("the list is filtered", |seen| {
            seen.value("theme", "technology-transfer").checked && seen.value("cluster", "c").checked
        });
        assert_eq!(json!(seen.numbers.len().to_string()), count);
        page.back();
        page.eventually("the table is back", || {
            let body = format!("return !!document.querySelector('{cell}')");
            (found(page, &body) == true).then_some(())
        });
    });
}

#[test]
fn rows_are_ordered_by_a_column_and_groups_fold_and_the_focus_stays() {
    visit_in_both("", |page| {
        page.open("?view=matrix");
        let counts = "
            const cells = document.querySelectorAll('[data-part=matrix] td[data-cluster=c][data-theme]');
            return [...cells].map((cell) => Number(cell.dataset.count));";
        let before = found(page, counts);
        page.click("[data-part=matrix] thead th:nth-child(4) button");
        let is_sorted = |counts: &Value| {
            let counts = counts.as_array().expect("numbers").clone();
            counts.is_sorted_by_key(|count| u64::MAX - count.as_u64().expect("a number"))
        };
        assert!(!is_sorted(&before));
        page.eventually("the rows are sorted", || {
            is_sorted(&found(page, counts)).then_some(())
        });
        let focused = "return document.activeElement.closest('th').getAttribute('aria-sort')";
        assert_eq!(found(page, focused), "descending");
        // Once more, and they are as they were.
        page.click("[data-part=matrix] thead th:nth-child(4) button");
        page.eventually("the rows are as before", || {
            (found(page, counts) == before).then_some(())
        });
        let visible = "
            const rows = document.querySelectorAll('[data-part=matrix] tbody tr');
            return [...rows].filter((row) => row.offsetHeight > 0).length";
        let all = found(page, visible).as_u64();
        page.click("[data-part=matrix] button[aria-expanded]");
        page.eventually("the first group is folded", || {
            (found(page, visible).as_u64() < all).then_some(())
        });
        let folded = "return document.activeElement.getAttribute('aria-expanded')";
        assert_eq!(found(page, folded), "false");
    });
}

#[test]
fn the_tables_follow_what_is_applied() {
    visit("", |page| {
        page.open("?cluster=b&view=matrix");
        let total = "
            const cells = document.querySelectorAll('[data-part=matrix] tbody tr:first-child td');
            return [...cells].map((cell) => cell.dataset.count).join(' ')";
        assert_eq!(found(page, total), "9 9");
        page.clear();
        page.eventually("all are counted", || {
            (found(page, total) == "14 9 9 6 6 1 45").then_some(())
        });
    });
}

#[test]
fn each_picture_is_drawn_from_the_numbers_of_its_table() {
    visit_in_both("", |page| {
        for place in ["?view=matrix", "?q=transfer&cluster=b_c&view=matrix"] {
            page.open(place);
            let bars = "
                const cells = [...document.querySelectorAll('[data-part=wording] tbody td[data-cluster][data-duty]')];
                const drawn = [...document.querySelectorAll('.picture--bars g')];
                return [
                    cells.map((cell) => [cell.dataset.cluster, Number(cell.dataset.count),
                        cell.querySelector('.matrix__often')?.textContent ?? '']),
                    drawn.map((bar) => [bar.dataset.cluster, ...[...bar.querySelectorAll('text')]
                        .map((it) => it.textContent)]),
                    drawn.map((bar) => Number(bar.querySelector('rect:not([fill=none])')?.getAttribute('height') ?? 0)),
                ];";
            let read = found(page, bars);
            let list = |value: &Value| value.as_array().expect("a list").clone();
            let (cells, drawn, heights) = (list(&read[0]), list(&read[1]), list(&read[2]));
            assert!(cells.len() > 8, "{cells:?}");
            assert_eq!(cells.len(), drawn.len());
            for (cell, drawn) in cells.iter().zip(&drawn) {
                let (cluster, count, often) = (&cell[0], cell[1].as_u64(), &cell[2]);
                let count = count.expect("a number");
                let mut expected = vec![cluster.clone()];
                if count > 0 {
                    expected.push(json!(count.to_string()));
                }
                if *often != json!(format!("{count}×")) && *often != json!("") {
                    expected.push(often.clone());
                }
                let letter = cluster.as_str().expect("a letter").to_uppercase();
                expected.push(json!(letter));
                assert_eq!(drawn, &json!(expected), "{place}");
            }
            // The highest number has the highest bar.
            let by_height = cells.iter().zip(&heights);
            let mut by_height: Vec<_> = by_height
                .map(|(cell, height)| (height.as_u64(), cell[1].as_u64()))
                .collect();
            by_height.sort_unstable();
            assert!(
                by_height.is_sorted_by_key(|(_, count)| *count),
                "{by_height:?}"
            );
            let pairs = "
                const rows = document.querySelectorAll('[data-part=together] tbody tr');
                const curves = [...document.querySelectorAll('.picture--arcs path')];
                const wide = curves.map((it) => Number(it.getAttribute('stroke-width')));
                const counts = [...rows].map((row) => Number(row.querySelector('[data-count]').dataset.count));
                return [counts.length, curves.length,
                    wide.every((it, place) => it === Math.round(8 * counts[place] / counts[0]))];";
            let read = found(page, pairs);
            assert_eq!(read[0], read[1]);
            assert!(read[0].as_u64() > Some(2), "{read}");
            assert_eq!(read[2], true);
        }
        let named = "
            return [...document.querySelectorAll('.picture')].every((it) =>
                it.getAttribute('role') === 'img' && it.ariaLabel && it.querySelector('svg'))";
        assert_eq!(found(page, named), true);
    });
}

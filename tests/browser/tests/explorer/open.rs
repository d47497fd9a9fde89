//! One recommendation, opened.

use browser_tests::{
    journey::{visit, visit_in_both},
    page::{Page, part},
};
use serde_json::{Value, json};

const ESCAPE: char = '\u{e00c}';

/// The recommendations that the page says are open.
pub fn unfolded(page: &Page) -> Vec<u16> {
    let body = "
        const open = [...document.querySelectorAll('article [aria-expanded=true]')];
        return open.map((button) => Number(button.closest('article').dataset.number));";
    serde_json::from_value(page.browser().script(body, &[])).expect("numbers")
}

/// Whether some of a recommendation is in the window.
pub fn is_in_sight(page: &Page, number: u16) -> bool {
    let body = "
        const place = document.querySelector(`article[data-number='${arguments[0]}']`);
        const { top, bottom } = place.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;";
    page.browser().script(body, &[number.into()]) == true
}

#[test]
fn opening_one_is_in_the_address_and_the_link_opens_it_again() {
    visit_in_both("?cluster=b", |page| {
        page.unfold(20);
        page.address_is("cluster=b&rec=20");
        assert_eq!(unfolded(page), [20]);
        page.unfold(17);
        page.address_is("cluster=b&rec=17");
        assert_eq!(unfolded(page), [17]);
        page.reload();
        assert_eq!(unfolded(page), [17]);
        page.unfold(17);
        page.address_is("cluster=b");
        assert_eq!(unfolded(page), [0; 0]);
    });
}

#[test]
fn a_link_to_one_brings_it_into_sight() {
    visit_in_both("", |page| {
        for (place, number) in [("?rec=44", 44), ("#rec-38", 38), ("?cluster=a&rec=14", 14)] {
            page.open(place);
            page.until("it is in sight", |_| is_in_sight(page, number));
            assert_eq!(unfolded(page), [number], "{place}");
        }
    });
}

#[test]
fn one_that_is_not_among_the_results_is_shown_beside_them() {
    visit_in_both("?cluster=a&rec=45", |page| {
        page.shows(&(1..=14).collect::<Vec<u16>>());
        assert_eq!(unfolded(page), [45]);
    });
}

#[test]
fn a_click_on_a_fragment_link_opens_its_recommendation() {
    visit_in_both("", |page| {
        page.browser().script("location.hash = 'rec-7'", &[]);
        page.until("7 is in the address", |seen| seen.query == "rec=7");
        page.until("it is in sight", |_| is_in_sight(page, 7));
        assert_eq!(unfolded(page), [7]);
    });
}

#[test]
fn a_fragment_goes_with_what_it_has_opened_so_that_a_reload_shows_the_same() {
    visit_in_both("", |page| {
        let is_at = |query: &str, fragment: &str, open: &[u16]| {
            let place = (query.to_owned(), fragment.to_owned());
            page.comes_to(
                "the address",
                |seen| (seen.query.clone(), seen.fragment.clone()),
                place,
            );
            page.becomes("what is open", || unfolded(page), open.to_vec());
        };
        page.open("#rec-38");
        is_at("rec=38", "rec-38", &[38]);
        page.unfold(38);
        is_at("", "", &[]);
        page.reload();
        is_at("", "", &[]);
        page.back();
        is_at("rec=38", "rec-38", &[38]);

        page.turn_to("?");
        page.toggle("cluster", "b");
        is_at("cluster=b", "", &[]);
        page.reload();
        is_at("cluster=b", "", &[]);

        // As long as it is open, and where it is not ours, it stays.
        page.open("?cluster=b#rec-17");
        page.toggle("cluster", "c");
        is_at("cluster=b_c&rec=17", "rec-17", &[17]);
        page.open("#?secret=abc");
        page.toggle("cluster", "b");
        is_at("cluster=b", "?secret=abc", &[]);
    });
}

#[test]
fn a_link_to_an_item_marks_it() {
    visit_in_both("", |page| {
        for place in ["#rec-15-3", "rec/15/#rec-15-3", "?rec=15#rec-15-3"] {
            page.open(place);
            let marked = "
                const item = document.getElementById('rec-15-3');
                const others = document.getElementById('rec-15-2');
                const outline = (element) => getComputedStyle(element).outlineStyle;
                return outline(item) === 'solid' && outline(others) === 'none';";
            page.eventually(place, || {
                (page.browser().script(marked, &[]) == true).then_some(())
            });
        }
    });
}

#[test]
fn the_items_of_a_text_stand_on_lines_of_their_own_and_are_copied_as_they_are() {
    visit_in_both("", |page| {
        // The words of a block as they are in the page, and as a reader copies them.
        let words = |selector: &str| -> [String; 2] {
            let body = "
                const block = document.querySelector(arguments[0]);
                getSelection().selectAllChildren(block);
                return [block.textContent, getSelection().toString()];";
            let words = page.browser().script(body, &[json!(selector)]);
            serde_json::from_value(words).expect("two texts")
        };
        let clauses = "issues such as: (a) safeguarding national implementation of intellectual \
                       property rules (b) links between intellectual property and competition (c) \
                       intellectual property-related transfer of technology (d) potential \
                       flexibilities, exceptions and limitations for Member States and (e) the \
                       possibility of additional special provisions for developing countries and \
                       LDCs.";
        for words in words("#rec-22-p2") {
            assert!(words.ends_with(clauses), "{words:?}");
        }
        for words in words("#rec-15-3") {
            let item = "take into consideration a balance between costs and benefits;";
            assert_eq!(words, item);
        }
        let places = "
            const ids = ['a', 'b', 'c', 'd', 'e'].map((mark) => `rec-22-${mark}`);
            const lines = ids.map((id) => document.getElementById(id).parentElement);
            const tops = lines.map((line) => line.getBoundingClientRect());
            const list = document.getElementById('rec-15-1').parentElement;
            return [
                tops.every((box, place) => place === 0 || box.top >= tops[place - 1].bottom - 1),
                tops.every((box) => box.left === tops[0].left),
                getComputedStyle(list).listStyleType,
            ];";
        let places = page.browser().script(places, &[]);
        assert_eq!(places, json!([true, true, "decimal"]));
    });
}

#[test]
fn each_part_of_an_opened_one_has_a_link_and_a_citation_of_its_own() {
    visit("?rec=15", |page| {
        page.browser().allow_reading_the_clipboard();
        let read = "return navigator.clipboard.readText()";
        let copied = |button: &str, is_it: &dyn Fn(&str) -> bool| {
            page.press(button);
            page.eventually(button, || {
                let text = page.browser().script(read, &[]);
                text.as_str().filter(|text| is_it(text)).map(str::to_owned)
            })
        };
        page.click(".details__parts summary");
        let link = copied("Copy link to item 3 of Recommendation 15", &|text| {
            text.ends_with("#rec-15-3")
        });
        assert_eq!(link, format!("{}rec/15/#rec-15-3", page.root()));
        let cited = copied("Cite paragraph 1 of Recommendation 15", &|text| {
            text.contains("#rec-15-p1")
        });
        let start = "Norm-setting activities shall:\n\nParagraph 1 of Recommendation 15, ";
        assert!(cited.starts_with(start), "{cited:?}");
        let named = "
            const buttons = document.querySelectorAll('[data-part=cite-passage]');
            return [...buttons].map((button) => button.dataset.passage);";
        let ids = ["p1", "1", "2", "3", "4", "5"].map(|id| format!("rec-15-{id}"));
        assert_eq!(page.browser().script(named, &[]), json!(ids));
        page.open("?rec=16");
        assert_eq!(page.browser().script(named, &[]), json!([]));
    });
}

#[test]
fn pointing_at_a_value_marks_what_supports_it_in_the_text() {
    visit("?q=member&rec=15", |page| {
        let ask = |body: &str| page.browser().script(body, &[]);
        let marked = "
            const article = document.querySelector('article[data-number=\"15\"]');
            return [...article.querySelectorAll('.text .evidence')].map((it) => it.textContent)";
        let found = "return document.querySelectorAll('[data-number=\"15\"] mark').length";
        let value = |page: &Page, nth: usize| {
            let body = "
                const value = document.querySelectorAll('.details__facets dd')[arguments[0]];
                value.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { left, top } = value.getBoundingClientRect();
                return [left + 5, top + 5];";
            let there = page.browser().script(body, &[json!(nth)]);
            let (x, y): (f64, f64) = serde_json::from_value(there).expect("a point");
            page.browser().point(x, y);
        };
        let quoted = |nth: usize| {
            let body = "
                const value = document.querySelectorAll('.details__facets dd')[arguments[0]];
                return [...value.querySelectorAll('q')].map((it) => it.textContent)";
            page.browser().script(body, &[json!(nth)])
        };
        page.eventually("it is all there", || {
            (ask("return !!document.querySelector('.details__facets dd')") == true).then_some(())
        });
        let (before, words) = (
            ask(found),
            ask("return document.querySelector('.text').textContent"),
        );
        assert_ne!(before, json!(0));
        assert_eq!(ask(marked), json!([]));
        for nth in [0, 2] {
            value(page, nth);
            page.becomes("it is marked", || ask(marked), quoted(nth));
            assert_eq!(ask(found), before);
        }
        page.point_away();
        page.becomes("nothing is marked", || ask(marked), json!([]));
        // What a reader has selected to copy stays so.
        let select = "
            getSelection().selectAllChildren(document.querySelector('.text'));
            return getSelection().toString()";
        let selected = ask(select);
        value(page, 0);
        page.browser()
            .script("return new Promise(requestAnimationFrame)", &[]);
        assert_eq!(ask("return getSelection().toString()"), selected);
        ask("getSelection().empty()");
        value(page, 2);
        page.becomes("it is marked again", || ask(marked), quoted(2));
        page.browser().press(ESCAPE);
        page.becomes("it is closed", || json!(unfolded(page)), json!([]));
        page.becomes("nothing is marked", || ask(marked), json!([]));
        assert_eq!(ask(found), before);
        assert_eq!(
            ask("return document.querySelector('.text').textContent"),
            words
        );
    });
}

#[test]
fn a_link_to_a_paragraph_opens_its_recommendation_and_marks_it() {
    visit_in_both("rec/22/#rec-22-p2", |page| {
        assert_eq!(unfolded(page), [22]);
        let marked = "
            const paragraph = document.getElementById('rec-22-p2');
            return getComputedStyle(paragraph).outlineStyle === 'solid';";
        page.eventually("it is marked", || {
            (page.browser().script(marked, &[]) == true).then_some(())
        });
    });
}

/// What stands between the ways to the neighbours: “2 of 5”.
fn position(page: &Page) -> Value {
    let body = "return document.querySelector(arguments[0])?.textContent ?? null";
    page.browser().script(body, &[json!(part("position"))])
}

#[test]
fn next_and_previous_lead_through_what_is_shown_and_keep_what_is_asked_for() {
    let ways = [
        ("cluster=c&theme=technology-transfer", "", vec![25, 28]),
        ("", "list=30_12_5", vec![30, 12, 5]),
        ("q=brain%20or%20genome", "", vec![36, 39]),
    ];
    visit_in_both("", |page| {
        for (before, after, numbers) in &ways {
            let address = |open: &str| {
                let parts = [before, open, after];
                let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
                parts.join("&")
            };
            page.open(&format!("?{}", address("")));
            let shown = page.now().numbers;
            let places = numbers
                .iter()
                .map(|it| shown.iter().position(|at| at == it));
            let places: Vec<usize> = places.map(|at| at.expect("it is shown")).collect();
            page.unfold(numbers[0]);
            for (number, place) in numbers.iter().zip(&places) {
                page.until("the next is open", |_| unfolded(page) == [*number]);
                page.address_is(&address(&format!("rec={number}")));
                page.shows(&shown);
                page.until("it is in sight", |_| is_in_sight(page, *number));
                let told = json!(format!("{} of {}", place + 1, shown.len()));
                assert_eq!(position(page), told, "{number}");
                if number != numbers.last().expect("there are some") {
                    page.click(&part("next"));
                }
            }
            page.click(&part("previous"));
            let one_back = numbers[numbers.len() - 2];
            page.until("it is open", |_| unfolded(page) == [one_back]);
            page.address_is(&address(&format!("rec={one_back}")));
        }
    });
}

/// The similar recommendations that an opened one names: each with its number, the text of
/// its link, and all of its text.
fn relatives(page: &Page) -> Vec<(u16, String, String)> {
    let body = "
        const rows = [...document.querySelectorAll(arguments[0])];
        return rows.map((row) =>
            [Number(row.dataset.number), row.querySelector('a').textContent, row.textContent]);";
    let rows = page.browser().script(body, &[json!(part("relative"))]);
    serde_json::from_value(rows).expect("rows")
}

#[test]
fn an_opened_one_names_similar_ones_with_the_reason_and_opens_them() {
    visit_in_both("?cluster=a&rec=1", |page| {
        let (number, link, text) = relatives(page).into_iter().next().expect("there is one");
        assert_eq!((number, link.as_str()), (13, "Recommendation 13"));
        for told in [
            "WIPO's legislative assistance shall be, inter alia, development-oriented …",
            "Same words: “taking into account the priorities and the special needs",
            "Both speak of: Mainstreaming development.",
        ] {
            assert!(text.contains(told), "{told:?} is not in {text:?}");
        }
        let headings = "
            const headings = [...document.querySelectorAll('.details__heading')];
            return headings.map((heading) => heading.textContent);";
        let headings = page.browser().script(headings, &[]);
        let order = [
            "Similar recommendations",
            "For immediate implementation (2007)",
            "Projects",
            "Related passages in other documents",
            "How this is classified, and why",
        ];
        assert_eq!(headings, json!(order));
        page.click(&format!("{} a", part("relative")));
        page.address_is("rec=13");
        page.until("it is open", |_| unfolded(page) == [13]);
        page.until("it is in sight", |_| is_in_sight(page, 13));
        assert_eq!(relatives(page)[0].0, 1);
        page.back();
        page.until("the first is open again", |_| unfolded(page) == [1]);
    });
}

#[test]
fn a_frame_of_one_recommendation_leads_to_a_similar_one_alone() {
    visit_in_both("rec/1/?embed=1", |page| {
        page.shows(&[1]);
        page.click(&format!("{} a", part("relative")));
        page.shows(&[13]);
        page.until("it is open", |_| unfolded(page) == [13]);
    });
}

#[test]
fn what_is_not_shown_has_the_neighbours_of_all_and_no_place() {
    visit_in_both("?cluster=a&rec=45", |page| {
        assert_eq!(position(page), Value::Null);
        let is_there = |name: &str| {
            let body = "return document.querySelector(arguments[0]) !== null";
            page.browser().script(body, &[json!(part(name))]) == true
        };
        assert!(!is_there("next"));
        page.click(&part("previous"));
        page.address_is("cluster=a&rec=44");
        page.until("it is open", |_| unfolded(page) == [44]);
    });
}

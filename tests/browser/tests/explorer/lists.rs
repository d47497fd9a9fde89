//! Several saved lists: the page of the lists, and how they go elsewhere.

use std::time::Duration;

use browser_tests::{
    browser::Pointer,
    journey::{Setting, visit, visit_in_both},
    page::{Page, part},
};
use serde_json::{Value, json};

use crate::walk::dice::Dice;

const SAVED: &str = "agenda-explorer:saved";

/// Two lists: “One” (12, 3, 40), which is the current one, and “Two” (3, 7).
const TWO: &str = r#"{"schema":1,"lists":[
    {"id":"one","name":"One","items":[{"number":12,"note":""},{"number":3,"note":"three"},{"number":40,"note":""}],"updated":"2026-01-01T00:00:00Z"},
    {"id":"two","name":"Two","items":[{"number":3,"note":""},{"number":7,"note":"seven"}],"updated":"2026-01-01T00:00:00Z"}]}"#;

/// The page of these lists.
fn lists(page: &Page, text: &str) {
    page.store(SAVED, text);
    page.open("?view=saved");
    page.eventually("the rows can be written in", || {
        let body = "return document.querySelector('[data-part=note][data-number]') !== null";
        (ask(page, body) == true).then_some(())
    });
}

fn ask(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

/// The stored lists: their names and numbers.
fn stored(page: &Page) -> Vec<(String, Vec<u64>)> {
    let text = page.stored(SAVED).expect("stored lists");
    let stored: Value = serde_json::from_str(&text).expect("JSON");
    let lists = stored["lists"].as_array().expect("lists").iter();
    lists
        .map(|list| {
            let items = list["items"].as_array().expect("items").iter();
            let numbers = items.map(|item| item["number"].as_u64().expect("a number"));
            (
                list["name"].as_str().unwrap_or_default().to_owned(),
                numbers.collect(),
            )
        })
        .collect()
}

fn named(expected: &[(&str, &[u64])]) -> Vec<(String, Vec<u64>)> {
    let expected = expected.iter();
    expected
        .map(|(name, numbers)| ((*name).to_owned(), numbers.to_vec()))
        .collect()
}

fn becomes(page: &Page, expected: &[(&str, &[u64])]) {
    page.becomes("what is stored", || stored(page), named(expected));
}

/// Writes into a field, and leaves it.
fn write(page: &Page, selector: &str, text: &str) {
    let body = "
        const [selector, text] = arguments;
        const field = document.querySelector(selector);
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.blur();";
    page.browser().script(body, &[json!(selector), json!(text)]);
}

fn value(page: &Page, selector: &str) -> Value {
    page.browser().script(
        "return document.querySelector(arguments[0]).value",
        &[json!(selector)],
    )
}

fn note(number: u16) -> String {
    format!("{}[data-number=\"{number}\"]", part("note"))
}

fn place(number: u16) -> String {
    format!("{}[data-number=\"{number}\"]", part("move"))
}

/// Lays a file into the field for files.
fn choose_file(page: &Page, text: &str) {
    let body = "
        const field = document.querySelector('[data-part=import]');
        document.querySelector('[data-part=take-along]').open = true;
        const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'lists.json'));
        field.files = data.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser().script(body, &[json!(text)]);
}

/// What is told of a file.
fn told(page: &Page, selector: &str) -> String {
    page.eventually("it is told what the file is", || {
        let body = "return document.querySelector(arguments[0])?.textContent";
        let told = page.browser().script(body, &[json!(part(selector))]);
        told.as_str().map(str::to_owned)
    })
}

/// What does the last undo of the page.
fn undo(page: &Page) {
    page.click(&part("undo-earlier"));
}

#[test]
fn a_new_list_is_named_filled_and_left_for_another() {
    visit_in_both("", |page| {
        lists(page, TWO);
        page.shows(&[12, 3, 40]);
        page.click(&part("list-new"));
        page.shows(&[]);
        write(page, &part("list-title"), "For Monday");
        becomes(
            page,
            &[("For Monday", &[]), ("One", &[12, 3, 40]), ("Two", &[3, 7])],
        );
        page.open("");
        page.save(30);
        page.open("?view=saved");
        page.shows(&[30]);
        let body = "
            const choice = document.querySelector('[data-part=lists]');
            choice.value = 'two';
            choice.dispatchEvent(new Event('change', { bubbles: true }));
            return true";
        ask(page, body);
        page.shows(&[3, 7]);
        assert_eq!(value(page, &note(7)), "seven");
        assert_eq!(page.now().saved_count, Some(2));
        becomes(
            page,
            &[
                ("Two", &[3, 7]),
                ("For Monday", &[30]),
                ("One", &[12, 3, 40]),
            ],
        );
    });
}

#[test]
fn the_head_says_how_much_there_is_to_read() {
    visit("", |page| {
        lists(page, TWO);
        let body = "
            const texts = [...document.querySelectorAll('[data-part=result] [data-part=text]')];
            return texts.map((it) => it.textContent.split(/\\s+/).filter(Boolean).length)
                .reduce((sum, count) => sum + count)";
        let words = ask(page, body).as_u64().expect("words");
        let totals = told(page, "list-totals");
        let start = format!("3 recommendations · {words} words · about ");
        assert!(totals.starts_with(&start), "{totals}, not {start}");
    });
}

#[test]
fn a_recommendation_is_moved_by_typing_by_keys_and_by_dragging() {
    visit_in_both("", |page| {
        lists(page, TWO);
        write(page, &place(40), "1");
        page.shows(&[40, 12, 3]);
        write(page, &place(40), "99");
        page.shows(&[12, 3, 40]);
        assert_eq!(value(page, &place(40)), "3");
        write(page, &place(40), "");
        assert_eq!(value(page, &place(40)), "3");
        page.press("Move up: Recommendation 40");
        page.shows(&[12, 40, 3]);
        let keys = "
            const handle = document.querySelector('[data-part=drag][data-number=\"12\"]');
            handle.focus();
            handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
            return true";
        ask(page, keys);
        page.shows(&[40, 12, 3]);
        ask(page, "document.getElementById('rec-40').scrollIntoView()");
        let last = handle(page, 3);
        let (x, y) = top_of(page, 40);
        let path = [last, (x, y + 70.0), (x, y + 60.0)];
        page.browser().drag(Pointer::Mouse, &path, BRIEFLY);
        page.shows(&[3, 40, 12]);
        becomes(page, &[("One", &[3, 40, 12]), ("Two", &[3, 7])]);
        assert_eq!(
            ask(
                page,
                "return document.querySelectorAll('[data-drop]').length"
            ),
            0
        );
    });
}

/// The middle of the handle of a recommendation, in the window.
fn handle(page: &Page, number: u16) -> (f64, f64) {
    let body = "
        const handle = document.querySelector(`[data-part=drag][data-number=\"${arguments[0]}\"]`);
        const area = handle.getBoundingClientRect();
        return [Math.round(area.x + area.width / 2), Math.round(area.y + area.height / 2)]";
    point(page, body, number)
}

/// Where the row of a recommendation begins in the window.
fn top_of(page: &Page, number: u16) -> (f64, f64) {
    let body = "
        const area = document.getElementById(`rec-${arguments[0]}`).getBoundingClientRect();
        return [Math.round(area.x + 40), Math.round(area.y)]";
    point(page, body, number)
}

fn point(page: &Page, body: &str, number: u16) -> (f64, f64) {
    let place = page.browser().script(body, &[json!(number)]);
    let at = |nth: usize| place[nth].as_f64().expect("a place");
    (at(0), at(1))
}

/// How long a pointer rests before it lets go.
const BRIEFLY: Duration = Duration::from_millis(50);

/// What those hear last who do not see the page.
fn heard(page: &Page) -> Value {
    ask(
        page,
        "return document.querySelector('[role=status][aria-live]').textContent.trim()",
    )
}

#[test]
fn a_drag_moves_with_mouse_and_finger_keeps_the_focus_and_is_told() {
    visit_in_both("", |page| {
        lists(page, TWO);
        for (with, expected) in [
            (Pointer::Mouse, [3, 12, 40]),
            (Pointer::Finger, [12, 3, 40]),
        ] {
            let [moved, first] = [expected[0], expected[1]];
            let body = format!("document.getElementById('rec-{first}').scrollIntoView()");
            ask(page, &body);
            let (x, y) = top_of(page, first);
            let from = handle(page, moved);
            let path = [from, (x, y + 90.0), (x, y + 70.0)];
            page.browser().drag(with, &path, BRIEFLY);
            page.shows(&expected);
            let marks = "return document.querySelectorAll('[data-drop]').length";
            assert_eq!(ask(page, marks), 0, "{with:?}");
            let told = format!("Recommendation {moved} moved to position 1.");
            page.becomes("what is heard", || heard(page), json!(told));
            let focused = "return document.activeElement.dataset.part + document.activeElement.dataset.number";
            assert_eq!(
                ask(page, focused),
                json!(format!("drag{moved}")),
                "{with:?}"
            );
        }
        undo(page);
        page.shows(&[3, 12, 40]);
    });
}

#[test]
fn escape_leaves_what_is_dragged_where_it_was() {
    visit_in_both("", |page| {
        lists(page, TWO);
        ask(page, "document.getElementById('rec-12').scrollIntoView()");
        let (x, y) = top_of(page, 12);
        let from = handle(page, 3);
        page.browser().hold(&[from, (x, y + 90.0), (x, y + 70.0)]);
        let marked = "return [...document.querySelectorAll('[data-drop]')].map((it) => it.id)";
        page.becomes("the mark", || ask(page, marked), json!(["rec-12"]));
        page.browser().press('\u{e00c}');
        page.becomes("the mark", || ask(page, marked), json!([]));
        page.becomes("what is heard", || heard(page), json!("Not moved."));
        page.browser().let_go();
        page.shows(&[12, 3, 40]);
        becomes(page, &[("One", &[12, 3, 40]), ("Two", &[3, 7])]);
    });
}

/// A list that is longer than the window.
const LONG: &str = r#"{"schema":1,"lists":[{"id":"one","name":"Long","items":[
    {"number":1},{"number":2},{"number":3},{"number":4},{"number":5},{"number":6},
    {"number":7},{"number":8},{"number":9},{"number":10}]}]}"#;

#[test]
fn the_page_scrolls_while_something_is_held_at_an_edge() {
    for with in [Pointer::Mouse, Pointer::Finger] {
        visit_in_both("", |page| {
            lists(page, LONG);
            ask(page, "document.getElementById('rec-1').scrollIntoView()");
            let from = handle(page, 1);
            let height = ask(page, "return innerHeight").as_f64().expect("a height");
            let seen = "return [...document.querySelectorAll('[data-part=result]')]
                .filter((it) => it.getBoundingClientRect().top < innerHeight).length";
            let seen = ask(page, seen).as_u64().expect("a number");
            // It stays where it is: the page comes to it.
            let path = [from, (from.0, height - 60.0), (from.0, height - 10.0)];
            page.browser().drag(with, &path, Duration::from_secs(5));
            let moved = page.until("it is moved", |seen| seen.numbers.first() != Some(&1));
            let place = moved.numbers.iter().position(|number| *number == 1);
            let place = place.expect("it is in the list") as u64;
            assert!(place > seen, "{with:?}: {:?}, {seen} seen", moved.numbers);
        });
    }
}

#[test]
fn notes_are_kept_and_every_undo_stays_as_long_as_the_page() {
    visit("", |page| {
        lists(page, TWO);
        write(page, &note(12), "why\nnot");
        write(page, &part("list-title"), "Renamed");
        page.click(&part("list-duplicate"));
        becomes(
            page,
            &[
                ("Renamed (2)", &[12, 3, 40]),
                ("Renamed", &[12, 3, 40]),
                ("Two", &[3, 7]),
            ],
        );
        assert_eq!(value(page, &note(12)), "why\nnot");
        page.click(&part("list-delete"));
        becomes(page, &[("Renamed", &[12, 3, 40]), ("Two", &[3, 7])]);
        page.click(&part("clear-saved"));
        becomes(page, &[]);
        // On another page and back, after another message.
        page.turn_to("?view=about");
        page.turn_to("?view=saved");
        undo(page);
        becomes(page, &[("Renamed", &[12, 3, 40]), ("Two", &[3, 7])]);
        let undos = "return [...document.querySelectorAll('[data-part=undo-earlier]')].map((it) => it.textContent)";
        let press = |page: &Page, begins: &str| {
            let body = format!(
                "[...document.querySelectorAll('[data-part=undo-earlier]')]
                    .find((it) => it.textContent.startsWith({}))?.click()",
                json!(begins)
            );
            page.eventually("there is the undo", || {
                let told = ask(page, undos).to_string();
                told.contains(begins).then_some(())
            });
            ask(page, &body);
        };
        press(page, "Undo: List renamed");
        becomes(page, &[("One", &[12, 3, 40]), ("Two", &[3, 7])]);
        press(page, "Undo: Note on Recommendation 12 changed.");
        page.becomes("the note", || value(page, &note(12)), json!(""));
    });
}

#[test]
fn everything_is_cleared_with_what_can_not_be_read_and_one_undo_brings_it_back() {
    visit("", |page| {
        page.store(SAVED, "{ broken");
        lists_of(page);
        page.click(&part("list-new"));
        becomes(page, &[("New list", &[])]);
        page.browser().script(
            "localStorage.setItem('agenda-explorer:scheme', 'dark')",
            &[],
        );
        page.click(&part("clear-saved"));
        becomes(page, &[]);
        let keys = || {
            let mut keys = page.stored_keys();
            keys.sort();
            keys
        };
        assert_eq!(keys(), ["agenda-explorer:saved", "agenda-explorer:scheme"]);
        assert_eq!(page.now().notices, Vec::<String>::new());
        let told = heard(page);
        assert_eq!(
            told,
            "1 list and unreadable data deleted. No list, name or note is stored in this browser now. Your settings are kept."
        );
        page.turn_to("?view=about");
        page.turn_to("?view=saved");
        undo(page);
        becomes(page, &[("New list", &[])]);
        let back = page.stored("agenda-explorer:saved.unreadable");
        assert_eq!(back.as_deref(), Some("{ broken"));
        assert_eq!(page.now().notices.len(), 1);
    });
}

/// The page of the lists, whatever is stored.
fn lists_of(page: &Page) {
    page.open("?view=saved");
    page.eventually("the page of the lists is there", || {
        let body = "return document.querySelector('[data-part=list-new]') !== null";
        (ask(page, body) == true).then_some(())
    });
}

#[test]
fn the_list_has_the_page_for_itself_and_filters_are_a_press_away() {
    for (width, height, most) in [(360, 780, 420.0), (768, 1024, 420.0), (1280, 900, 400.0)] {
        Setting::default().sized(width, height).visit("", |page| {
            lists(page, TWO);
            let (_, y) = top_of(page, 12);
            assert!(y < most, "at {width} the first row begins at {y}");
            let is_seen = |selector: &str| {
                let body =
                    "return document.querySelector(arguments[0])?.checkVisibility() ?? false";
                page.browser().script(body, &[json!(selector)]) == true
            };
            for name in [
                "list-document",
                "print",
                "list-link",
                "list-title",
                "search",
                "lists",
            ] {
                assert!(is_seen(&part(name)), "{name} at {width}");
            }
            for selector in [
                "#facets",
                "[data-part=list-duplicate]",
                "[data-part=import]",
                ".toolbar",
            ] {
                assert!(!is_seen(selector), "{selector} at {width}");
            }
            page.toggle("cluster", "a");
            page.shows(&[12, 3]);
            assert!(is_seen(&part("chip")) && is_seen(&part("clear")) && is_seen(".count"));
            page.clear();
            page.shows(&[12, 3, 40]);
            // The address of another visitor's filters applies, and says so.
            page.open("?view=saved&cluster=e");
            page.shows(&[40]);
            assert!(
                is_seen(&part("chip")) && is_seen(&part("clear")),
                "at {width}"
            );
            // On the list of all, everything is where it was.
            page.turn_to("?");
            page.until("all are shown", |seen| seen.numbers.len() == 45);
            assert_eq!(is_seen("#facets"), width >= 960, "at {width}");
        });
    }
}

#[test]
fn two_lists_make_a_third() {
    for (how, expected) in [
        ("union", &[12_u64, 3, 40, 7][..]),
        ("intersection", &[3]),
        ("difference", &[12, 40]),
    ] {
        visit("", |page| {
            lists(page, TWO);
            page.click(&format!("{}[data-how={how}]", part("combine")));
            page.until("a third list", |_| stored(page).len() == 3);
            assert_eq!(stored(page)[0].1, expected, "{how}");
        });
    }
}

#[test]
fn what_is_written_in_one_tab_is_shown_in_the_other() {
    visit("", |page| {
        lists(page, TWO);
        let first = page.browser().tab();
        page.open_tab("?view=saved");
        page.view_arrives();
        page.eventually("the rows can be written in", || {
            let body = "return document.querySelector('[data-part=note][data-number]') !== null";
            (ask(page, body) == true).then_some(())
        });
        write(page, &note(3), "from the other");
        write(page, &part("list-title"), "Other");
        page.browser().front(&first);
        page.becomes(
            "the note",
            || value(page, &note(3)),
            json!("from the other"),
        );
        page.becomes(
            "the title",
            || value(page, &part("list-title")),
            json!("Other"),
        );
    });
}

#[test]
fn a_list_goes_through_its_link_with_title_and_notes() {
    visit("", |page| {
        lists(page, TWO);
        write(page, &part("list-note"), "All & more\n“é” 😀");
        page.browser().allow_reading_the_clipboard();
        let copied = |page: &Page, holds: &str| {
            page.eventually("a link is on the clipboard", || {
                let text = ask(page, "return navigator.clipboard.readText()");
                let text = text.as_str().map(str::to_owned);
                text.filter(|text| text.contains(holds))
            })
        };
        page.click(&part("list-link"));
        let bare = copied(page, "list=12_3_40");
        assert!(!bare.contains("title"), "{bare}");
        page.click(&part("with-notes"));
        page.click(&part("list-link"));
        let link = copied(page, "title=");
        assert!(link.ends_with("?list=12_3_40&title=One&note=_All%20%26%20more%0A%E2%80%9C%C3%A9%E2%80%9D%20%F0%9F%98%80&note=3_three"), "{link}");
        // A colleague's browser has nothing saved.
        ask(page, "localStorage.clear()");
        page.open(link.strip_prefix(&page.root()).expect("a link of the site"));
        page.shows(&[12, 3, 40]);
        page.view_arrives();
        let said = told(page, "shared-list");
        assert_eq!(
            said,
            "“One”: a list of 3 recommendations, from a link. Your own lists are unchanged."
        );
        assert_eq!(page.stored_keys(), Vec::<String>::new());
        page.click(&part("keep-list"));
        page.until("it is kept", |_| page.stored(SAVED).is_some());
        assert_eq!(stored(page), named(&[("One", &[12, 3, 40])]));
        page.turn_to("?view=saved");
        page.eventually("the rows can be written in", || {
            let body = "return document.querySelector('[data-part=note][data-number]') !== null";
            (ask(page, body) == true).then_some(())
        });
        assert_eq!(value(page, &note(3)), "three");
        assert_eq!(value(page, &part("list-note")), "All & more\n“é” 😀");
    });
}

#[test]
fn lists_go_through_a_file_and_twice_adds_nothing() {
    visit("", |page| {
        lists(page, TWO);
        let file = page.handed_out(|| page.click(&part("lists-download")));
        page.click(&part("clear-saved"));
        becomes(page, &[]);
        choose_file(page, &file);
        let preview = told(page, "import-preview");
        assert!(
            preview.contains("5 recommendations would be added and 2 lists would be new"),
            "{preview}"
        );
        page.click(&part("import-merge"));
        becomes(page, &[("One", &[12, 3, 40]), ("Two", &[3, 7])]);
        let once = page.stored(SAVED);
        for way in ["import-merge", "import-new"] {
            choose_file(page, &file);
            told(page, "import-preview");
            page.click(&part(way));
            page.eventually("nothing is told of a file", || {
                let body = "return document.querySelector('[data-part=import-preview]') === null";
                (ask(page, body) == true).then_some(())
            });
            assert_eq!(page.stored(SAVED), once, "{way}");
        }
    });
}

#[test]
fn files_that_are_not_lists_change_nothing_and_are_told() {
    visit("", |page| {
        lists(page, TWO);
        let before = page.stored(SAVED);
        for text in [
            "{",
            "",
            "{\"schema\":1,\"lists\":[{\"items\":\"x\"}]}",
            "{\"__proto__\":{\"schema\":1,\"lists\":[]}}",
            &TWO[..TWO.len() / 2],
        ] {
            choose_file(page, text);
            let sentence = told(page, "import-told");
            assert!(sentence.contains("not a file of lists"), "{sentence}");
        }
        choose_file(page, "{\"schema\":2,\"lists\":[]}");
        page.until("it is told", |_| {
            told(page, "import-told").contains("newer version")
        });
        let large = "
            const field = document.querySelector('[data-part=import]');
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(10000000)], 'large.json'));
            field.files = data.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        ask(page, large);
        page.until("it is told", |_| {
            told(page, "import-told").contains("10 MB")
        });
        assert_eq!(page.stored(SAVED), before);
    });
}

#[test]
fn what_is_written_while_nothing_can_be_stored_is_told_and_not_lost_while_the_page_lives() {
    let failing = "if (location.protocol === 'http:') {
        const own = Storage.prototype.setItem;
        let writes = 0;
        Storage.prototype.setItem = function (key, text) {
            writes += 1;
            if (writes >= (window.failsFrom ?? Infinity)) {
                throw new DOMException('full', 'QuotaExceededError');
            }
            own.call(this, key, text);
        };
    }";
    Setting::default().with_script(failing).visit("", |page| {
        lists(page, TWO);
        assert_eq!(page.now().notices, Vec::<String>::new());
        ask(page, "window.failsFrom = 1");
        write(page, &note(12), "kept here");
        page.is_told_something();
        page.click(&part("list-duplicate"));
        page.becomes(
            "the title",
            || value(page, &part("list-title")),
            json!("One (2)"),
        );
        assert_eq!(value(page, &note(12)), "kept here");
        assert_eq!(
            stored(page),
            named(&[("One", &[12, 3, 40]), ("Two", &[3, 7])])
        );
        ask(page, "delete window.failsFrom");
        write(page, &part("list-title"), "Again");
        becomes(
            page,
            &[
                ("Again", &[12, 3, 40]),
                ("One", &[12, 3, 40]),
                ("Two", &[3, 7]),
            ],
        );
        page.until("nothing is told any more", |seen| seen.notices.is_empty());
    });
}

#[test]
fn another_tab_that_clears_everything_takes_nothing_that_is_done_after_it() {
    visit("", |page| {
        lists(page, TWO);
        let first = page.browser().tab();
        page.open_tab("");
        ask(page, "localStorage.clear()");
        page.browser().front(&first);
        page.shows(&[]);
        page.click(&part("list-new"));
        becomes(page, &[("New list", &[])]);
        write(page, &part("list-title"), "After");
        becomes(page, &[("After", &[])]);
    });
}

#[test]
fn lists_of_a_newer_version_are_shown_and_never_written() {
    let newer = TWO.replace("\"schema\":1", "\"schema\":2");
    visit("", |page| {
        lists(page, &newer);
        page.is_told_something();
        write(page, &note(12), "lost");
        page.click(&part("list-new"));
        page.shows(&[]);
        assert_eq!(page.stored(SAVED), Some(newer.clone()));
    });
}

#[test]
fn hostile_names_and_notes_are_only_text() {
    let text = r#"{"schema":1,"__proto__":{"x":1},"lists":[{"id":"<b>","name":"<img src=x onerror=alert(1)>","__proto__":[],"items":[{"number":12,"note":"</textarea><script>alert(1)</script>","__proto__":null},{"number":1e3},{"number":3.5}]},{"id":"<b>","name":"","items":[]}]}"#;
    visit("", |page| {
        page.store(SAVED, text);
        page.open("?view=saved");
        // A number that is none makes all of it unreadable: it is kept and told.
        page.is_told_something();
        assert_eq!(
            page.stored("agenda-explorer:saved.unreadable").as_deref(),
            Some(text)
        );
        let text = text.replace(",{\"number\":1e3},{\"number\":3.5}", "");
        lists(page, &text);
        page.shows(&[12]);
        assert_eq!(
            value(page, &part("list-title")),
            "<img src=x onerror=alert(1)>"
        );
        assert_eq!(
            value(page, &note(12)),
            "</textarea><script>alert(1)</script>"
        );
        write(page, &note(12), "x");
        page.until("it is stored", |_| {
            page.stored(SAVED)
                .is_some_and(|it| it.contains("\"note\":\"x\""))
        });
        assert!(
            page.stored(SAVED)
                .is_some_and(|it| it.contains("\"__proto__\":{\"x\":1}"))
        );
    });
}

#[test]
fn two_tabs_with_200_random_changes_between_them_end_as_a_simple_list_does() {
    visit("", |page| {
        lists(page, TWO);
        let working = page.browser().tab();
        let saving = page.open_tab("");
        let mut dice = Dice(20_261_127);
        let mut model: Vec<u16> = vec![12, 3, 40];
        for step in 0..200 {
            let what = format!("after {step} changes");
            if dice.below(2) == 0 || model.len() < 2 {
                page.browser().front(&saving);
                let mut sorted = model.clone();
                sorted.sort_unstable();
                page.comes_to(&what, |seen| seen.saved.clone(), sorted);
                let number = dice.one_of(&[1, 2, 3, 12, 22, 40, 45]);
                page.save(number);
                match model.iter().position(|other| *other == number) {
                    Some(at) => drop(model.remove(at)),
                    None => model.push(number),
                }
            } else {
                page.browser().front(&working);
                page.shows(&model);
                page.becomes(
                    &what,
                    || {
                        ask(
                            page,
                            "return document.querySelectorAll('[data-part=move]').length",
                        )
                    },
                    json!(model.len()),
                );
                let from = dice.below(model.len());
                let moved = model.remove(from);
                if dice.below(4) == 0 {
                    page.save(moved);
                } else {
                    let to = dice.below(model.len() + 1);
                    write(page, &place(moved), &(to + 1).to_string());
                    model.insert(to, moved);
                }
            }
            let expected: Vec<u64> = model.iter().map(|number| u64::from(*number)).collect();
            page.becomes(&what, || stored(page)[0].1.clone(), expected);
        }
        page.browser().front(&working);
        page.shows(&model);
        page.browser().front(&saving);
        model.sort_unstable();
        page.comes_to("the other tab", |seen| seen.saved.clone(), model);
        // The other list is as it was.
        assert_eq!(stored(page)[1], ("Two".to_owned(), vec![3, 7]));
    });
}

#[test]
fn what_is_shown_is_saved_as_a_list_of_its_own() {
    visit("", |page| {
        page.store(SAVED, TWO);
        page.open("");
        page.toggle("cluster", "b");
        let shown = page.now().numbers;
        page.click("button[aria-controls=export]");
        page.click(&part("save-shown"));
        page.until("it is saved", |seen| seen.saved == shown);
        let numbers: Vec<u64> = shown.iter().map(|number| u64::from(*number)).collect();
        becomes(
            page,
            &[
                ("Filtered list", &numbers),
                ("One", &[12, 3, 40]),
                ("Two", &[3, 7]),
            ],
        );
        page.clear();
        page.eventually("nothing is offered", || {
            let body = "return document.querySelector('[data-part=save-shown]') === null";
            (ask(page, body) == true).then_some(())
        });
    });
}

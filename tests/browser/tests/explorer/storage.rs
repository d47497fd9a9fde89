//! Stored text that can't be used, and browsers without storage.

use browser_tests::journey::{Setting, visit};

const SAVED: &str = "agenda-explorer:saved";
const UNREADABLE: &str = "agenda-explorer:saved.unreadable";

#[test]
fn stored_text_that_can_not_be_read_is_kept_and_told() {
    for text in ["{", "null", "[]", "\"x\"", "{\"schema\":1}"] {
        visit("?view=about", |page| {
            page.store(SAVED, text);
            page.open("");
            page.is_told_something();
            assert_eq!(page.stored(UNREADABLE).as_deref(), Some(text));
            page.save(5);
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![5]);
            assert_eq!(page.stored(UNREADABLE).as_deref(), Some(text));
            let seen = page.reload();
            assert_eq!(seen.saved, [5]);
        });
    }
}

#[test]
fn a_list_of_a_newer_version_is_shown_and_never_overwritten() {
    let newer =
        r#"{"schema":999,"lists":[{"id":"x","name":"x","items":[{"number":9}]}],"more":[1]}"#;
    visit("?view=about", |page| {
        page.store(SAVED, newer);
        page.open("");
        page.is_told_something();
        assert_eq!(page.now().saved, [9]);
        page.save(5);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![5, 9]);
        assert_eq!(page.stored(SAVED).as_deref(), Some(newer));
        assert_eq!(page.stored_keys(), [SAVED]);
    });
}

#[test]
fn what_other_versions_added_to_the_list_survives_a_change() {
    let text = r#"{"schema":1,"lists":[{"id":"x","name":"Mine","colour":"red","items":[{"number":9,"note":"why","weight":3}],"updated":"2020-01-01T00:00:00Z"}],"more":[1]}"#;
    visit("?view=about", |page| {
        page.store(SAVED, text);
        page.open("");
        page.save(5);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![5, 9]);
        let stored = page.stored(SAVED).expect("a stored list");
        assert!(stored.contains(r#""number":5"#), "5 is not in {stored}");
        for kept in [
            r#""colour":"red""#,
            r#""weight":3"#,
            r#""note":"why""#,
            r#""more":[1]"#,
        ] {
            assert!(stored.contains(kept), "{kept} is lost in {stored}");
        }
    });
}

#[test]
fn where_storage_is_refused_the_page_works_and_says_so() {
    let refusing = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('refused', 'SecurityError'); },
    });";
    Setting::default()
        .with_script(refusing)
        .visit("?cluster=a", |page| {
            page.shows(&(1..=14).collect::<Vec<u16>>());
            assert_eq!(page.now().notices, Vec::<String>::new());
            page.save(3);
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![3]);
            page.is_told_something();
        });
}

#[test]
fn where_storage_is_full_the_page_works_and_says_so() {
    let full = "Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
    };";
    Setting::default().with_script(full).visit("", |page| {
        assert_eq!(page.now().notices, Vec::<String>::new());
        page.save(3);
        page.save(1);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![1, 3]);
        page.is_told_something();
    });
}

#[test]
fn another_tab_that_clears_the_storage_empties_the_list_without_harm() {
    visit("", |page| {
        let first = page.browser().tab();
        page.save(3);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![3]);
        page.open_tab("");
        page.browser().script("localStorage.clear()", &[]);
        page.browser().front(&first);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![]);
        page.save(4);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![4]);
    });
}

#[test]
fn storage_that_is_refused_at_any_look_does_not_keep_the_page_from_its_start() {
    let refusing = "if (location.protocol === 'http:') {
        const asked = new URLSearchParams(location.search);
        const own = window.localStorage;
        let looks = 0;
        Object.defineProperty(window, 'localStorage', { get() {
            const look = String(looks++);
            if (look === asked.get('at') || look >= asked.get('from')) {
                throw new DOMException('refused', 'SecurityError');
            }
            return own;
        } });
    }";
    Setting::default().with_script(refusing).visit("", |page| {
        for look in 0..8 {
            for which in ["at", "from"] {
                let seen = page.open(&format!("?{which}={look}"));
                assert_eq!(seen.state, "ready", "{which} {look}");
                let number = 10 + look;
                page.save(number);
                page.until("it is saved", |seen| seen.saved.contains(&number));
                page.save(number);
                page.until("it is removed", |seen| !seen.saved.contains(&number));
            }
        }
    });
}

#[test]
fn a_storage_that_has_room_again_takes_what_it_had_refused() {
    visit("", |page| {
        let full = "window.setItem = Storage.prototype.setItem;
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        page.browser().script(full, &[]);
        page.save(20);
        page.is_told_something();
        assert_eq!(page.stored(SAVED), None);
        page.browser()
            .script("Storage.prototype.setItem = window.setItem;", &[]);
        page.save(21);
        page.until("nothing is told any more", |seen| seen.notices.is_empty());
        page.reload();
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![20, 21]);
    });
}

#[test]
fn halves_of_surrogate_pairs_in_what_is_stored_are_not_lost() {
    // In a list, as a JavaScript program may have written it.
    visit("?view=about", |page| {
        let list = |note: &str| {
            let text = format!(
                r#"{{"schema":1,"lists":[{{"id":"x","name":"x","items":[{{"number":9,"note":"{note}"}}]}}]}}"#
            );
            format!("localStorage.setItem('{SAVED}', '{text}')")
        };
        let note = format!(
            "return JSON.parse(localStorage.getItem('{SAVED}')).lists[0].items[0].note === '\\ud83d'"
        );
        // The half itself, and its escape in JSON.
        for half in ["\\ud83d", "\\\\ud83d"] {
            page.browser().script(&list(half), &[]);
            page.open("");
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![9]);
            page.save(5);
            page.comes_to("what is saved", |seen| seen.saved.clone(), vec![5, 9]);
            assert!(
                page.browser().script(&note, &[]) == true,
                "{:?}",
                page.stored(SAVED)
            );
            assert_eq!(page.stored(UNREADABLE), None);
        }

        // In a text that is no list: to the letter.
        let broken = format!("localStorage.setItem('{SAVED}', '{{ \\ud83d')");
        page.browser().script(&broken, &[]);
        page.open("");
        page.is_told_something();
        page.save(5);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![5]);
        let same = format!("return localStorage.getItem('{UNREADABLE}') === '{{ \\ud83d'");
        assert!(page.browser().script(&same, &[]) == true);
    });
}

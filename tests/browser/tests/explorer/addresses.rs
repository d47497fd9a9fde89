//! Addresses that were cut, mistyped, mangled on the way, or made to harm.

use browser_tests::{journey::visit_in_both, page::Page};

use crate::known::all_numbers;

/// Waits until the page shows these and answers input.
fn is_usable(page: &Page, numbers: &[u16]) {
    page.shows(numbers);
    assert_eq!(page.now().state, "ready");
}

#[test]
fn broken_escapes_and_empty_pairs_give_a_usable_page() {
    visit_in_both("", |page| {
        let places = [
            "?%",
            "?&&==",
            "?q=%00",
            "?=",
            "?q",
            "?q[]=a",
            "?q=%20%20",
            "?__proto__=1",
        ];
        for place in places {
            page.open(place);
            is_usable(page, &all_numbers());
        }
        for place in ["?q=%", "?q=%E0%A4%A", "?q=%C0%AE", "?%E0=%FF&q=%FF"] {
            let seen = page.open(place);
            assert_eq!(seen.state, "ready", "{place}");
            page.clear();
            is_usable(page, &all_numbers());
        }
    });
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_applies() {
    let cases: [(&str, &[u16], &[&str]); 7] = [
        ("?cluster=z_f", &[45], &["z"]),
        ("?CLUSTER=F&cluster=F", &[45], &["F"]),
        (
            "?list=0_46_abc_-1_1e9_7",
            &[7],
            &["0", "46", "abc", "-1", "1e9"],
        ),
        ("?list=7_7_3", &[7, 3], &["7"]),
        ("?theme=public-domain_nonsense", &[16, 20], &["nonsense"]),
        (
            "?list=3&match=both&sort=up&view=elsewhere",
            &[3],
            &["both", "up", "elsewhere"],
        ),
        ("?list=3&embed=maybe", &[3], &["maybe"]),
    ];
    visit_in_both("", |page| {
        for (place, numbers, told) in cases {
            page.open(place);
            is_usable(page, numbers);
            let notices = page.is_told_something().join(" ");
            for value in told {
                assert!(
                    notices.contains(value),
                    "{place}: {value} is not in {notices}"
                );
            }
        }
    });
}

#[test]
fn a_number_that_does_not_exist_opens_nothing_and_is_told() {
    visit_in_both("?rec=0_46_abc_-1_1e9", |page| {
        is_usable(page, &all_numbers());
        let notices = page.is_told_something().join(" ");
        for value in ["0", "46", "abc", "-1", "1e9"] {
            assert!(notices.contains(value), "{value} is not in {notices}");
        }
    });
}

#[test]
fn other_separators_and_repeated_keys_are_understood_without_a_word() {
    visit_in_both("", |page| {
        for place in [
            "?list=3,1,2",
            "?list=3~1~2",
            "?list=3+1+2",
            "?list=3%2C1%202",
            "?list=3&list=1&list=2",
            "?LIST=3_1_2",
            "?list=3_1_2).",
        ] {
            page.open(place);
            is_usable(page, &[3, 1, 2]);
            assert_eq!(page.now().notices, Vec::<String>::new(), "{place}");
        }
    });
}

#[test]
fn a_search_text_of_sixty_thousand_signs_is_cut_and_told() {
    // Servers read no longer addresses than 64 KiB.
    visit_in_both(&format!("?q={}", "a".repeat(60_000)), |page| {
        page.is_told_something();
        let seen = page.now();
        assert_eq!(seen.typed.map(|text| text.len()), Some(200));
        page.clear();
        is_usable(page, &all_numbers());
    });
}

#[test]
fn fragments_that_point_nowhere_do_no_harm() {
    visit_in_both("", |page| {
        for place in [
            "#rec-99",
            "#rec-",
            "#rec-0",
            "#<img src=x onerror=alert(1)>",
            "#:~:text=brain%20drain",
            "#?secret=abc",
            "#%",
        ] {
            page.open(place);
            is_usable(page, &all_numbers());
        }
    });
}

#[test]
fn markup_in_any_key_stays_text() {
    let attack = "%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E";
    visit_in_both("", |page| {
        for key in [
            "q", "cluster", "theme", "rec", "list", "view", "lang", "sort", "hide", "utm_x",
        ] {
            let seen = page.open(&format!("?{key}={attack}"));
            assert_eq!(seen.state, "ready");
            let body = "return [!!window.harmed, document.querySelectorAll('img').length]";
            let told = page.browser().script(body, &[]);
            assert_eq!(told, serde_json::json!([false, 0]), "{key}");
        }
    });
}

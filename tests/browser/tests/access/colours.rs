//! Colours and movement (A11Y-10 to A11Y-12). The contrast of text is a rule of
//! axe.

use browser_tests::{
    journey::Setting,
    page::{Page, checkbox, part},
};

use crate::look::{ask, finds_nothing, probe};

const PLACE: &str = "?q=technology&cluster=b_c&theme=technology-transfer&rec=25";

#[test]
fn the_edges_of_controls_are_seen_in_light_and_dark() {
    Setting::default().visit("", |page| {
        page.save(12);
        for place in ["", PLACE, "?view=saved", "?q=zebra&cluster=a", "?embed=1"] {
            page.open(place);
            for scheme in ["light", "dark"] {
                page.browser()
                    .emulate("", &[("prefers-color-scheme", scheme)]);
                finds_nothing(page, "faintEdges()", &format!("{place} {scheme}"));
            }
        }
    });
}

#[test]
fn a_cluster_is_told_by_its_letter_or_name_beside_its_colour() {
    Setting::default().visit("?q=technology", |page| {
        for place in ["", "?q=technology"] {
            page.open(place);
            let unnamed = "all('[data-cluster]').filter((it) => shown(it) && !it.textContent.trim()).map(named)";
            finds_nothing(page, unnamed, place);
            let nameless = "all('[data-part=result]').filter((it) => {
                const group = it.closest('section').querySelector('h3');
                const own = it.textContent.includes('Cluster ' + it.dataset.cluster.toUpperCase());
                return !own && group?.dataset.cluster !== it.dataset.cluster;
            }).map(named)";
            finds_nothing(page, nameless, place);
        }
    });
}

/// How the colours of an element differ from those of another, by what is seen.
fn differ(page: &Page, one: &str, other: &str) -> bool {
    let look = |selector: &str| {
        let body = format!(
            "const it = document.querySelector('{selector}');
            const style = getComputedStyle(it), mark = getComputedStyle(it, '::before');
            return [style.outlineStyle, style.outlineColor, style.fontWeight, style.borderBottomColor,
                style.backgroundColor, mark.content, it.checked ?? null].join()"
        );
        ask(page, &body)
    };
    look(one) != look(other)
}

#[test]
fn in_colours_of_the_system_what_is_chosen_pressed_or_current_is_told_apart() {
    Setting::default().visit("", |page| {
        page.save(25);
        page.open(PLACE);
        for scheme in ["light", "dark"] {
            let features = [
                ("forced-colors", "active"),
                ("prefers-color-scheme", scheme),
            ];
            page.browser().emulate("", &features);
            let saved = format!("{}[aria-pressed=true]", part("save"));
            let unsaved = format!("{}[aria-pressed=false]", part("save"));
            for (one, other) in [
                (saved.as_str(), unsaved.as_str()),
                (
                    ".toolbar__order[aria-pressed=true]",
                    ".toolbar__order[aria-pressed=false]",
                ),
                ("nav a[aria-current]", "nav a:not([aria-current])"),
                (".tag[aria-current]", ".tag:not([aria-current])"),
                (
                    "[data-facet=cluster][data-value=b]",
                    "[data-facet=cluster][data-value=a]",
                ),
            ] {
                assert!(differ(page, one, other), "{one} in {scheme}");
            }
            let marks = "all('mark').every((it) => getComputedStyle(it).backgroundColor !==
                getComputedStyle(document.body).backgroundColor)";
            assert!(probe::<bool>(page, marks), "marks in {scheme}");
            page.focus_on("cluster", "b");
            assert_eq!(probe::<Option<String>>(page, "focusFault()"), None);
            finds_nothing(page, "faintEdges()", scheme);
        }
        assert!(
            page.now().value("cluster", "b").checked,
            "{}",
            checkbox("cluster", "b")
        );
    });
}

#[test]
fn nothing_moves_for_those_who_want_no_movement() {
    Setting::default().visit(PLACE, |page| {
        page.browser()
            .emulate("", &[("prefers-reduced-motion", "reduce")]);
        finds_nothing(page, "moves()", PLACE);
        crate::look::open_dialog(page);
        finds_nothing(page, "moves()", "the dialog");
    });
}

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

/// The colours that the document has, and those that the reader has chosen.
fn schemes(page: &Page) -> [String; 2] {
    ["scheme", "ownScheme"].map(|name| {
        let said = ask(
            page,
            &format!("return document.documentElement.dataset.{name}"),
        );
        said.as_str().unwrap_or_default().to_owned()
    })
}

#[test]
fn chosen_colours_hold_before_the_app_is_there_and_an_address_has_precedence() {
    Setting::default().visit("?view=about", |page| {
        let choice = |scheme| format!("{} [value={scheme}]", part("scheme"));
        let checked = format!(
            "return document.querySelector('{} :checked').value",
            part("scheme")
        );
        assert_eq!(ask(page, &checked), "auto");
        page.browser().click(&choice("dark"));
        page.becomes(
            "the colours",
            || schemes(page),
            ["dark", "dark"].map(str::to_owned),
        );
        assert_eq!(page.stored_keys(), ["agenda-explorer:scheme"]);

        for (place, expected) in [
            ("", ["dark", "dark"]),
            ("?scheme=light", ["light", "dark"]),
            ("?embed=1", ["light", "dark"]),
            ("?embed=1&scheme=dark", ["dark", "dark"]),
        ] {
            page.open(place);
            assert_eq!(schemes(page), expected, "{place}");
        }
        // The choice also ends what the address asked for.
        page.open("?view=about&scheme=light");
        page.browser().click(&choice("dark"));
        page.becomes(
            "the colours",
            || schemes(page),
            ["dark", "dark"].map(str::to_owned),
        );
        assert!(!page.now().query.contains("scheme"));
        page.browser().click(&choice("auto"));
        page.becomes(
            "the colours",
            || schemes(page),
            ["auto", "auto"].map(str::to_owned),
        );
        assert!(page.stored_keys().is_empty());
    });
}

#[test]
fn colours_that_cannot_be_kept_are_not_chosen() {
    let refusing = Setting::default().with_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
    );
    refusing.visit("?view=about", |page| {
        page.browser()
            .click(&format!("{} [value=dark]", part("scheme")));
        page.eventually("the reader is told", || {
            let said = ask(
                page,
                "return document.querySelector('.status')?.innerText ?? ''",
            );
            let said = said.as_str()?;
            said.contains("this setting cannot change").then_some(())
        });
        assert_eq!(schemes(page), ["auto", "auto"]);
        let checked = format!(
            "return document.querySelector('{} :checked').value",
            part("scheme")
        );
        assert_eq!(ask(page, &checked), "auto");
    });
}

//! The pages of their own: each has one address, stands for one view state, and
//! can be told from the others.

mod support;

use std::collections::BTreeSet;

use explorer::{
    messages::beginning,
    state::ViewState,
    state::static_page::{StaticPage, address_of},
    state::url,
};
use proptest::{prelude::*, sample::select};
use support::{NATIVE, agenda, hold, states::questions};

#[test]
fn there_is_a_page_for_home_each_recommendation_and_each_value() {
    let agenda = agenda();
    let pages = StaticPage::all(&agenda);
    let paths: Vec<String> = pages.iter().map(|page| page.path(&agenda)).collect();
    assert_eq!(
        paths.len(),
        1 + 45
            + agenda
                .facets
                .iter()
                .map(|facet| facet.values.len())
                .sum::<usize>()
    );
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
    for path in [
        "",
        "rec/1/",
        "rec/45/",
        "cluster/a/",
        "theme/technology-transfer/",
        "for/developing-countries/",
        "duty/shall/",
    ] {
        assert!(paths.iter().any(|own| own == path), "{path}");
    }
}

#[test]
fn a_page_is_known_by_the_end_of_its_path_in_any_folder() {
    let agenda = agenda();
    for page in StaticPage::all(&agenda) {
        let path = page.path(&agenda);
        for folder in [
            "/",
            "/a/b/",
            "/rec/12/",
            "/theme/funding/",
            "file:///C:/x y/",
        ] {
            // A site in a folder that is called like a page has its home there.
            if page == StaticPage::Home && folder.matches('/').count() == 3 && folder != "/a/b/" {
                continue;
            }
            for file in ["", "index.html"] {
                let address = format!("{folder}{path}{file}");
                assert_eq!(StaticPage::at(&address, &agenda), page, "{address}");
            }
        }
        let depth = page.path(&agenda).matches('/').count();
        assert_eq!(page.root(), "../".repeat(depth));
    }
}

#[test]
fn what_is_not_there_is_home() {
    let agenda = agenda();
    for path in [
        "",
        "/",
        "rec/12",
        "/rec/0/",
        "/rec/46/",
        "/rec/012/",
        "/rec/+12/",
        "/rec/12/x/",
        "/cluster/g/",
        "/cluster/A/",
        "/theme/none/",
        "/for/asia/",
        "/duty/may-not/",
        "/rec//",
        "//12/",
        "/12/",
        "/rec/12/?",
        "rec/99999999/",
    ] {
        let expected = match path {
            "/rec/12/?" => StaticPage::Recommendation(12),
            _ => StaticPage::Home,
        };
        assert_eq!(StaticPage::at(path, &agenda), expected, "{path}");
    }
}

#[test]
fn a_page_and_its_question_stand_for_each_other() {
    let agenda = agenda();
    for page in StaticPage::all(&agenda) {
        let view_state = page.view_state(&agenda);
        assert_eq!(StaticPage::of(&view_state, &agenda), Some(page));
        let mut other = view_state.clone();
        other.list = vec![1, 2];
        assert_eq!(
            StaticPage::of(&other, &agenda),
            None,
            "{}",
            page.path(&agenda)
        );
    }
    let mut two = ViewState::new(&agenda);
    two.toggle(2, 0);
    two.toggle(2, 1);
    assert_eq!(StaticPage::of(&two, &agenda), None);
}

#[test]
fn a_recommendation_has_an_address_on_a_site_and_in_one_file() {
    for (root, address) in [
        (
            "https://example.org/agenda/",
            "https://example.org/agenda/rec/12/",
        ),
        (
            "https://example.org/explorer.html",
            "https://example.org/explorer.html?rec=12",
        ),
        (
            "file:///home/a/explorer.html",
            "file:///home/a/explorer.html?rec=12",
        ),
    ] {
        assert_eq!(address_of(12, root), address);
    }
}

#[test]
fn every_title_name_and_description_is_given_once_and_fits() {
    let agenda = agenda();
    let mut seen = BTreeSet::new();
    for page in StaticPage::all(&agenda) {
        let (title, name) = (page.title(&agenda), page.name(&agenda));
        let description = page.description(&agenda);
        assert!(
            (50..=200).contains(&description.chars().count()),
            "{description}"
        );
        assert!(name.chars().count() <= 130, "{name}");
        for text in [title, format!("name {name}"), description] {
            assert!(seen.insert(text.clone()), "twice: {text}");
        }
    }
    let title = StaticPage::Recommendation(12).title(&agenda);
    assert_eq!(title, "Recommendation 12 · Development Agenda Explorer");
    let cluster = StaticPage::Value {
        facet: agenda.section().expect("there are sections"),
        value: 3,
    };
    assert_eq!(
        cluster.name(&agenda),
        "Cluster D. Assessment, Evaluation and Impact Studies · WIPO Development Agenda"
    );
    let description = cluster.description(&agenda);
    let beginning = "Cluster D. Assessment, Evaluation and Impact Studies. Recommendations 33–38: ";
    assert!(description.starts_with(beginning), "{description}");
}

#[test]
fn a_page_shows_exactly_what_carries_its_value() {
    let agenda = agenda();
    for page in StaticPage::all(&agenda) {
        let StaticPage::Value { facet, value } = page else {
            continue;
        };
        let tags = &agenda.facets[facet].values[value].tags;
        let tagged: Vec<u16> = tags.iter().map(|tag| tag.number).collect();
        assert!(!tagged.is_empty());
        assert_eq!(page.numbers(&agenda), tagged);
    }
    assert_eq!(StaticPage::Home.numbers(&agenda).len(), 45);
    assert_eq!(StaticPage::Recommendation(7).numbers(&agenda), [7]);
}

#[test]
fn a_text_is_cut_behind_a_whole_word() {
    assert_eq!(beginning("one two three", 13), "one two three");
    assert_eq!(beginning("one two three", 12), "one two…");
    assert_eq!(beginning("one two, three", 10), "one two…");
    assert_eq!(beginning("one two, three", 7), "one…");
    for most in 0..60 {
        let cut = beginning(
            "WIPO technical assistance shall be development-oriented.",
            most,
        );
        assert!(cut.chars().count() <= most.max(1), "{most}: {cut}");
    }
}

#[test]
fn an_address_that_says_only_how_means_the_question_of_its_page() {
    let agenda = agenda();
    let told = |path: &str, address: &str| {
        let page = StaticPage::at(path, &agenda);
        let reading = url::read_on(page, address, &agenda, NATIVE.compose);
        url::write(&reading.view_state, &agenda)
    };
    for (path, address, expected) in [
        ("/rec/12/", "", "rec=12"),
        ("/rec/12/", "embed=1&utm_source=x", "rec=12&list=12&embed=1"),
        (
            "/rec/12/",
            "scheme=dark&lang=fr&events=1",
            "rec=12&lang=fr&scheme=dark&events=1",
        ),
        (
            "/rec/12/",
            "hide=header&lock=theme",
            "rec=12&hide=header&lock=theme",
        ),
        ("/cluster/c/", "", "cluster=c"),
        ("/theme/funding/", "embed=1", "theme=funding&embed=1"),
        ("/rec/12/", "q=tea", "q=tea"),
        ("/rec/12/", "rec=13", "rec=13"),
        ("/rec/12/", "cluster=a&embed=1", "cluster=a&embed=1"),
        ("/rec/12/", "view=list", ""),
        ("/rec/12/", "LIST=4_3", "list=4_3"),
        ("/rec/12/", "sort=relevance", "sort=relevance"),
        ("/rec/12/", "match=all", "match=all"),
        ("/rec/12/", "q=", ""),
        ("/rec/12/", "for=none", ""),
        ("/", "", ""),
        ("/", "embed=1", "embed=1"),
    ] {
        assert_eq!(told(path, address), expected, "{path}?{address}");
    }
}

#[test]
fn on_every_page_what_is_written_is_read_again() {
    let agenda = agenda();
    let pages = StaticPage::all(&agenda);
    // Random questions seldom are that of a page, or nothing.
    let bare = (questions(&agenda), select(pages.clone())).prop_map({
        let agenda = agenda.clone();
        move |(view_state, page)| {
            let own = page.view_state(&agenda);
            let bare = ViewState {
                lang: view_state.lang,
                scheme: view_state.scheme,
                embed: view_state.embed,
                hide: view_state.hide,
                lock: view_state.lock,
                events: view_state.events,
                ..own
            };
            bare.normalised()
        }
    });
    let any = prop_oneof![questions(&agenda), bare];
    let unknown_params = select(vec![vec![], vec!["utm_source=a".to_owned()]]);
    hold(
        6000,
        &(select(pages), any, unknown_params),
        |(page, view_state, unknown_params)| {
            let written = url::write_on(page, &view_state, &agenda);
            let bar = url::with_unknown_params(written.clone(), &unknown_params);
            let reading = url::read_on(page, &bar, &agenda, NATIVE.compose);
            prop_assert_eq!(&reading.view_state, &view_state, "{:?} ?{}", page, written);
            prop_assert_eq!(&reading.unknown_params, &unknown_params);
            if page == StaticPage::Home {
                prop_assert_eq!(written, url::write(&view_state, &agenda));
            }
            Ok(())
        },
    );
    for page in StaticPage::all(&agenda) {
        let own = page.view_state(&agenda);
        assert_eq!(url::write_on(page, &own, &agenda), "");
        let nothing = url::write_on(page, &ViewState::new(&agenda), &agenda);
        let expected = if page == StaticPage::Home {
            ""
        } else {
            "view=list"
        };
        assert_eq!(nothing, expected);
    }
}

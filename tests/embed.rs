//! What a site around the frame decides holds whatever the reader does there.

mod support;

use explorer::data::Agenda;
use explorer::state::{
    EmbedPart, Named, Relaxation, Scope, SearchIndex, ViewState, relaxations, url,
};
use proptest::prelude::*;
use support::{NATIVE, agenda, hold, states::questions};

#[test]
fn what_a_reader_asks_in_a_frame_keeps_its_form_and_its_locked_facets() {
    let agenda = agenda();
    let pair = (questions(&agenda), questions(&agenda));
    hold(1000, &pair, |(asked, present)| {
        let allowed = asked.clone().allowed_by(&present, &agenda);
        prop_assert_eq!(allowed.content().search, asked.content().search);
        prop_assert_eq!(allowed.open, asked.open);
        prop_assert_eq!(&allowed.lock, &present.lock);
        prop_assert_eq!(
            (allowed.embed, &allowed.hide),
            (present.embed, &present.hide)
        );
        for facet in 0..agenda.facets.len() {
            let source = if present.locks(facet) {
                &present
            } else {
                &asked
            };
            prop_assert_eq!(&allowed.chosen[facet], &source.chosen[facet]);
        }
        // Whoever has asked once has asked.
        prop_assert_eq!(&allowed.clone().allowed_by(&present, &agenda), &allowed);
        Ok(())
    });
}

#[test]
fn clearing_leaves_what_is_locked_and_nothing_else() {
    let agenda = agenda();
    hold(500, &questions(&agenda), |view_state| {
        let mut cleared = view_state.clone();
        cleared.clear();
        let cleared = cleared.allowed_by(&view_state, &agenda);
        prop_assert!(cleared.search.is_empty() && cleared.list.is_empty());
        for (facet, chosen) in cleared.chosen.iter().enumerate() {
            let kept = view_state.locks(facet) && !view_state.chosen[facet].is_empty();
            prop_assert_eq!(!chosen.is_empty(), kept);
        }
        Ok(())
    });
}

#[test]
fn a_page_of_its_own_shows_the_same_recommendations_without_a_frame() {
    let agenda = agenda();
    hold(500, &questions(&agenda), |view_state| {
        let written = url::write(&view_state.unframed(), &agenda);
        let keys = ["embed", "hide", "lock", "events"];
        let pairs = written.split('&').filter_map(|pair| pair.split_once('='));
        for (key, _) in pairs {
            prop_assert!(!keys.contains(&key), "{}", written);
        }
        prop_assert_eq!(&view_state.unframed().chosen, &view_state.chosen);
        prop_assert_eq!(view_state.unframed().search, view_state.search);
        Ok(())
    });
}

#[test]
fn only_the_compact_form_leaves_parts_out() {
    let agenda = agenda();
    let read = |address: &str| url::read(address, &agenda, NATIVE.compose).view_state;
    let hidden = |address: &str| {
        let view_state = read(address);
        let parts = EmbedPart::ALL
            .iter()
            .filter(|(_, part)| view_state.hides(*part));
        parts.map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(hidden("hide=search_footer"), "");
    assert_eq!(hidden("embed=1&hide=footer_search"), "search footer");
    assert_eq!(hidden("embed=1"), "");
}

#[test]
fn every_filter_can_be_left_out_by_a_part() {
    let agenda = agenda();
    for (hide, expected) in [
        ("clusters", "cluster"),
        ("themes", "theme"),
        ("others", "for duty"),
        ("clusters_others", "cluster for duty"),
        ("search", ""),
    ] {
        let address = format!("embed=1&hide={hide}");
        let view_state = url::read(&address, &agenda, NATIVE.compose).view_state;
        let facets = agenda.facets.iter().enumerate();
        let hidden = facets.filter(|(position, _)| view_state.hides_facet(&agenda, *position));
        let keys: Vec<&str> = hidden.map(|(_, facet)| facet.key.as_str()).collect();
        assert_eq!(keys.join(" "), expected, "{hide}");
    }
}

/// The relaxations of a view, without saved recommendations.
fn relaxed(view_state: &ViewState, index: &SearchIndex, agenda: &Agenda) -> Vec<Relaxation> {
    let fold = NATIVE.fold;
    let found = index.search(&view_state.query(agenda, &[], fold));
    let scope = Scope {
        agenda,
        index,
        saved: &[],
        fold,
    };
    relaxations(view_state, &found.interpretation, scope)
}

#[test]
fn relaxations_keep_what_is_locked_and_find_what_they_say() {
    let agenda = agenda();
    let index = SearchIndex::whole(&agenda, NATIVE.fold);
    hold(1500, &questions(&agenda), |view_state| {
        let found = index.search(&view_state.query(&agenda, &[], NATIVE.fold));
        if found.matched > 0 {
            return Ok(());
        }
        for way in relaxed(&view_state, &index, &agenda) {
            let then = view_state.changed(&way.change, NATIVE.fold);
            let then = then.allowed_by(&view_state, &agenda);
            prop_assert_ne!(&then, &view_state);
            let gives = index.search(&then.query(&agenda, &[], NATIVE.fold));
            prop_assert_eq!(gives.matched, way.count);
            prop_assert!(way.count > 0);
        }
        Ok(())
    });
    let locked = url::read(
        "q=genome&cluster=a&lock=cluster&theme=funding",
        &agenda,
        NATIVE.compose,
    );
    assert!(!relaxed(&locked.view_state, &index, &agenda).is_empty());
}

#[test]
fn a_fragment_names_a_recommendation_whatever_stands_behind_it() {
    let agenda = agenda();
    let named = |fragment: &'static str| url::fragment(fragment, &agenda);
    assert_eq!(named("rec-12"), Some((12, "rec-12")));
    assert_eq!(named("rec-15-3"), Some((15, "rec-15-3")));
    assert_eq!(named("rec-12#?secret=abc123DEF4"), Some((12, "rec-12")));
    for other in [
        "",
        "?secret=abc",
        "rec-",
        "rec-46",
        "rec-1x",
        "results",
        "Rec-1",
    ] {
        assert_eq!(named(other), None, "{other}");
    }
}

#[test]
fn a_fragment_of_ours_goes_with_what_it_has_opened_and_others_stay() {
    let agenda = agenda();
    for (fragment, open, stays) in [
        ("rec-12", Some(12), "rec-12"),
        ("rec-15-3", Some(15), "rec-15-3"),
        ("rec-12", None, ""),
        ("rec-12", Some(1), ""),
        ("rec-15-3", Some(3), ""),
        ("rec-12#?secret=abc", None, "?secret=abc"),
        ("rec-12?secret=abc", None, "?secret=abc"),
        ("rec-12#?secret=abc", Some(12), "rec-12#?secret=abc"),
        ("?secret=abc", None, "?secret=abc"),
        ("rec-46", None, "rec-46"),
        ("results", None, "results"),
        ("", None, ""),
    ] {
        let told = url::without_closed(fragment, open, &agenda);
        assert_eq!(told, stays, "{fragment} with {open:?} open");
    }
}

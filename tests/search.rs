//! The search against the oracle, its ways out of an empty result, and the
//! search on texts that have nothing to do with the agenda.

mod support;

use std::{cell::Cell, collections::BTreeSet};

use explorer::{
    data::Agenda,
    state::{
        Change, Page, PositionSet, Relaxation, Scope, SearchIndex, SearchText, ViewState, corpus,
        relaxations, unmentioned, url,
    },
};
use facet_search::{
    Corpus, Document, ExpansionSource, FacetFilter, FacetSpec, Interpretation, Lexicon, Order,
    Passage, Query, SearchResults, TextQuery, ValueSpec, count, search,
};
use proptest::{prop_assert, prop_assert_eq};
use support::{
    NATIVE, agenda, hold,
    oracle::Oracle,
    states::{lists, questions},
};

/// The numbers of the recommendations that a view shows, in its order.
fn numbers(agenda: &Agenda, view: &SearchResults) -> Vec<u16> {
    let number = |hit: &usize| agenda.recommendations[*hit].number;
    view.hits.iter().map(number).collect()
}

fn read(address: &str, agenda: &Agenda) -> ViewState {
    let reading = url::read(address, agenda, NATIVE.compose);
    assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    reading.view_state
}

fn ask(address: &str, agenda: &Agenda) -> SearchResults {
    let query = read(address, agenda).query(agenda, &[], NATIVE.fold);
    search(&corpus(agenda, NATIVE.fold), &query)
}

/// The ways out that are offered, with what they find.
fn ways_out(address: &str, agenda: &Agenda) -> Vec<(Change, usize)> {
    let index = SearchIndex::whole(agenda, NATIVE.fold);
    let offered = relaxed(&read(address, agenda), &index, agenda, &[]);
    offered
        .into_iter()
        .map(|it| (it.change, it.count))
        .collect()
}

/// The relaxations of a view.
fn relaxed(
    view_state: &ViewState,
    index: &SearchIndex,
    agenda: &Agenda,
    saved: &[u16],
) -> Vec<Relaxation> {
    let fold = NATIVE.fold;
    let shown = index.search(&view_state.query(agenda, saved, fold));
    let scope = Scope {
        agenda,
        index,
        saved,
        fold,
    };
    relaxations(view_state, &shown.interpretation, scope)
}

#[test]
fn random_questions_are_answered_as_plain_loops_answer_them() {
    let agenda = agenda();
    let corpus = corpus(&agenda, NATIVE.fold);
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let (found, foreign, absent) = (Cell::new(0), Cell::new(0), Cell::new(0));
    hold(
        20_000,
        &(questions(&agenda), lists(&agenda)),
        |(view_state, saved)| {
            let view = search(&corpus, &view_state.query(&agenda, &saved, NATIVE.fold));
            let mut shown = numbers(&agenda, &view);
            for (&document, &number) in view.hits.iter().zip(&shown) {
                let marks = view.interpretation.marks(&corpus, document);
                prop_assert_eq!(marks, oracle.marks(&view_state, number), "{}", number);
            }
            if !view_state.search.is_empty() && !shown.is_empty() {
                found.set(found.get() + 1);
            }
            if !oracle.knows_order(&view_state) {
                let tiers: Vec<_> = shown
                    .iter()
                    .map(|it| oracle.tier(&view_state, *it))
                    .collect();
                prop_assert!(tiers.is_sorted(), "{:?} {:?}", shown, tiers);
                shown.sort_unstable();
            }
            prop_assert_eq!(view.matched, shown.len());
            prop_assert_eq!(shown, oracle.numbers(&view_state, &saved));
            prop_assert_eq!(&view.counts, &oracle.counts(&view_state, &saved));
            prop_assert_eq!(view.total, agenda.len());
            let reading = oracle.reading(&view_state);
            let corrections = view.interpretation.corrections.into_iter();
            let corrections: Vec<_> = corrections.map(|it| (it.range, it.used)).collect();
            let expected = reading.corrections.into_iter();
            let expected: Vec<_> = expected.map(|it| (it.range, it.used)).collect();
            prop_assert_eq!(corrections, expected);
            let expansions = view.interpretation.expansions.into_iter();
            let mut expansions: Vec<_> = expansions.map(|it| it.range).collect();
            expansions.sort_unstable_by_key(|range| range.start);
            prop_assert_eq!(expansions, reading.expansions);
            let translated = view.interpretation.translated.into_iter();
            let translated: Vec<_> = translated.map(|it| (it.range, it.means)).collect();
            foreign.set(foreign.get() + translated.len());
            prop_assert_eq!(translated, reading.translated);
            let absences = view.interpretation.absences.into_iter();
            let mut absences: Vec<_> = absences.map(|it| it.range).collect();
            absences.sort_unstable_by_key(|range| range.start);
            absences.dedup();
            absent.set(absent.get() + absences.len());
            prop_assert_eq!(absences, reading.absences);
            Ok(())
        },
    );
    assert!(found.get() >= 3000, "only {} searches found", found.get());
    assert!(
        foreign.get() >= 300,
        "only {} foreign phrases",
        foreign.get()
    );
    assert!(absent.get() >= 50, "only {} absences", absent.get());
}

/// The search as the app has it from the start, and its agenda.
fn partial() -> (SearchIndex, &'static Agenda) {
    let base = explorer::embedded::agenda().expect("the embedded data can be read");
    let base: &'static Agenda = Box::leak(Box::new(base));
    let partial = SearchIndex::partial(
        base,
        NATIVE.fold,
        explorer::embedded::further_words,
        explorer::embedded::glossary_notes,
    );
    (partial, base)
}

/// In the browser they are fetched for such a text only.
#[test]
fn a_text_needs_further_words_if_the_agenda_does_not_know_all_of_it() {
    let (index, agenda) = partial();
    let needs = |text| index.needs_words(&SearchText::new(text, NATIVE.compose));
    for text in [
        "",
        "technology transfer",
        "tech",
        "LDCs",
        "15(3)",
        "rec 7",
        "cluster b",
        "\u{201c}public domain\u{201d} or patents",
        "patents -health",
        "1-5",
    ] {
        assert!(!needs(text), "{text}");
    }
    let before = index.entries().count();
    for text in ["patants", "transferencia", "知识产权", "police"] {
        assert!(needs(text), "{text}");
    }
    assert!(!index.has_all_words());
    assert_eq!(index.entries().count(), before);
    let asked = ViewState {
        search: SearchText::new("patants", NATIVE.compose),
        ..ViewState::default()
    };
    index.search(&asked.query(agenda, &[], NATIVE.fold));
    assert!(index.has_all_words() && !needs("police"));
    assert!(index.entries().count() > before);
}

/// Most searches are answered by the words that the app has from the start.
#[test]
fn what_needs_few_words_is_answered_as_with_all_of_them() {
    let (partial, base) = partial();
    let agenda = agenda();
    let whole = SearchIndex::whole(&agenda, NATIVE.fold);
    assert!(base.glossary.len() < agenda.glossary.len());
    let (few, all) = (Cell::new(0), Cell::new(0));
    hold(4000, &questions(&agenda), |view_state| {
        let query = view_state.query(&agenda, &[], NATIVE.fold);
        let (found, expected) = (partial.search(&query), whole.search(&query));
        prop_assert_eq!(&found.hits, &expected.hits);
        prop_assert_eq!(&found.counts, &expected.counts);
        let (found, expected) = (found.interpretation, expected.interpretation);
        prop_assert_eq!(&found.corrections, &expected.corrections);
        prop_assert_eq!(&found.translated, &expected.translated);
        // The same entries have other positions.
        let told = |index: &SearchIndex, told: &Interpretation| {
            let expansions = told.expansions.iter().map(|it| (&it.range, &it.sources));
            let expansions = expansions.flat_map(|(range, sources)| {
                let sources = sources.iter().map(|source| match source {
                    ExpansionSource::Entry(entry) => index.entry(*entry).map(|it| it.reason),
                    ExpansionSource::Value(_) => None,
                });
                let sources: BTreeSet<_> = sources.collect();
                sources.into_iter().map(move |it| (range.clone(), it))
            });
            let absences = told.absences.iter();
            let absences = absences.map(|it| {
                let entry = index.entry(it.entry);
                (it.range.clone(), entry.map(|it| it.reason))
            });
            expansions.chain(absences).collect::<Vec<_>>()
        };
        prop_assert_eq!(told(&partial, &found), told(&whole, &expected));
        prop_assert_eq!(partial.count(&query), whole.count(&query));
        let used = if found.is_partial { &few } else { &all };
        used.set(used.get() + 1);
        Ok(())
    });
    assert!(few.get() > 500 && all.get() > 500, "{few:?} {all:?}");
}

#[test]
fn choosing_a_value_shows_as_many_as_it_announces() {
    let agenda = agenda();
    let corpus = corpus(&agenda, NATIVE.fold);
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let drawn = (questions(&agenda), lists(&agenda), 0..64_usize);
    hold(1000, &drawn, |(mut view_state, saved, draw)| {
        let facet = draw % agenda.facets.len();
        view_state.toggle(facet, draw % agenda.facets[facet].values.len());
        let announced = count(&corpus, &view_state.query(&agenda, &saved, NATIVE.fold));
        prop_assert_eq!(announced, oracle.numbers(&view_state, &saved).len());
        Ok(())
    });
}

/// How much a view state asks for: words, values, and a list to look through.
fn asked(query: &Query) -> usize {
    let values = query.filters.iter().map(|choice| choice.values.len());
    let within = usize::from(query.within.is_some());
    query.search.items().count() + values.sum::<usize>() + within
}

#[test]
fn every_way_out_of_an_empty_result_leads_where_it_says() {
    let agenda = agenda();
    let index = SearchIndex::whole(&agenda, NATIVE.fold);
    let oracle = Oracle::new(&agenda, NATIVE.fold);
    let empty = Cell::new(0);
    hold(
        4000,
        &(questions(&agenda), lists(&agenda)),
        |(view_state, saved)| {
            let query = view_state.query(&agenda, &saved, NATIVE.fold);
            let view_of = |query: &Query| index.search(query);
            let shown = view_of(&query);
            if !shown.hits.is_empty() {
                return Ok(());
            }
            empty.set(empty.get() + 1);
            // Under locks there may be none: `embed.rs` tests those.
            let view_state = ViewState {
                lock: PositionSet::default(),
                ..view_state
            };
            let offered = relaxed(&view_state, &index, &agenda, &saved);
            prop_assert!(!view_state.narrows() || !offered.is_empty());
            let named = shown.interpretation.references.is_some();
            let absences = shown.interpretation.absences.iter();
            let absent: Vec<_> = absences.map(|it| it.range.clone()).collect();
            let mut rank = Vec::new();
            let mut addresses = Vec::new();
            for Relaxation { change, count } in offered {
                let wider = view_state.changed(&change, NATIVE.fold);
                let wider_query = wider.query(&agenda, &saved, NATIVE.fold);
                prop_assert!(count > 0);
                prop_assert_eq!(view_of(&wider_query).matched, count, "{:?}", change);
                prop_assert_eq!(oracle.numbers(&wider, &saved).len(), count);
                let address = url::write(&wider, &agenda);
                let reading = url::read(&address, &agenda, NATIVE.compose);
                prop_assert_eq!(reading.view_state, wider, "{}", address);
                prop_assert!(!addresses.contains(&address), "twice {}", address);
                addresses.push(address);
                let given_up = match change {
                    Change::Unquote(_) | Change::Spelling { .. } => 0,
                    Change::Near { range, .. } => usize::from(!absent.contains(&range)),
                    // One thing, though there may be several words in it.
                    Change::Search if named => 1,
                    Change::Everything if named => asked(&query) - query.search.items().count() + 1,
                    _ => asked(&query).saturating_sub(asked(&wider_query)).max(1),
                };
                rank.push((given_up, usize::MAX - count));
            }
            prop_assert!(rank.is_sorted(), "{:?}", rank);
            Ok(())
        },
    );
    assert!(
        empty.get() >= 500,
        "only {} results were empty",
        empty.get()
    );
}

#[test]
fn known_questions_show_known_recommendations() {
    let agenda = agenda();
    let table: [(&str, &[u16]); 8] = [
        ("cluster=c&theme=technology-transfer", &[25, 28, 29, 30, 31]),
        ("theme=technology-transfer_competition&match=all", &[22, 23]),
        ("q=brain+drain", &[39]),
        ("q=DRAIN+br", &[39]),
        (
            "for=least-developed-countries",
            &[1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30],
        ),
        ("cluster=f", &[45]),
        ("list=39_3_12", &[39, 3, 12]),
        ("list=39_3_12&cluster=a", &[3, 12]),
    ];
    for (address, expected) in table {
        let view = ask(address, &agenda);
        assert_eq!(numbers(&agenda, &view), expected, "{address}");
    }
}

#[test]
fn the_count_of_a_value_is_what_choosing_it_alone_would_show() {
    let agenda = agenda();
    let shown = ask("cluster=c&theme=technology-transfer", &agenda);
    let other = ask("cluster=b&theme=technology-transfer", &agenda);
    assert_eq!(numbers(&agenda, &other), [19, 22, 23]);
    assert_eq!(shown.counts[0][1], 3);
    assert_eq!(shown.counts[0][2], 5);
}

#[test]
fn the_words_of_brain_drain_are_what_is_marked() {
    let agenda = agenda();
    let view = ask("q=brain+drain", &agenda);
    let recommendation = agenda.recommendation(39).unwrap();
    let corpus = corpus(&agenda, NATIVE.fold);
    let marks = view.interpretation.marks(&corpus, view.hits[0]);
    let marked: Vec<&str> = recommendation
        .passages()
        .zip(&marks)
        .flat_map(|(passage, marks)| marks.iter().map(|mark| &passage[mark.clone()]))
        .collect();
    assert_eq!(marked, ["brain", "drain"]);
}

#[test]
fn ways_out_that_lead_to_the_same_question_are_offered_once() {
    let agenda = agenda();
    let value = |facet, value| Change::Value { facet, value };
    let table: [(&str, &[(Change, usize)]); 4] = [
        ("q=zzz", &[(Change::Search, 45)]),
        (
            "q=zzz&cluster=a",
            &[(Change::Search, 14), (Change::Everything, 45)],
        ),
        ("view=saved", &[(Change::Scope, 45)]),
        (
            "theme=funding_enforcement&match=all",
            &[
                (Change::Any(1), 5),
                (value(1, 11), 4),
                (value(1, 2), 1),
                (Change::Facet(1), 45),
            ],
        ),
    ];
    for (address, expected) in table {
        assert_eq!(ways_out(address, &agenda), expected, "{address}");
    }
}

#[test]
fn ways_out_that_give_up_and_find_as_much_stand_in_the_order_of_the_question() {
    let words = ["ant", "bee", "cat", "dog", "eel"];
    let mut agenda = agenda();
    agenda.recommendations.truncate(words.len());
    for (entry, left_out) in agenda.recommendations.iter_mut().zip(words) {
        let others = words.into_iter().filter(|word| *word != left_out);
        entry.text.truncate(1);
        entry.text[0].text = others.collect::<Vec<_>>().join(" ");
    }
    let index = SearchIndex::whole(&agenda, NATIVE.fold);
    let asked = read(&format!("q={}", words.join("+")), &agenda);
    let offered = relaxed(&asked, &index, &agenda, &[]);
    let mut expected: Vec<_> = (0..5)
        .map(|word| Relaxation {
            change: Change::Word(word),
            count: 1,
        })
        .collect();
    expected.push(Relaxation {
        change: Change::Search,
        count: 5,
    });
    assert_eq!(offered, expected);
}

#[test]
fn an_empty_saved_list_leads_to_all_recommendations() {
    let agenda = agenda();
    let mut view_state = read("list=3", &agenda);
    view_state.page = Page::Saved;
    let index = SearchIndex::whole(&agenda, NATIVE.fold);
    let expected = Relaxation {
        change: Change::Scope,
        count: 45,
    };
    assert_eq!(relaxed(&view_state, &index, &agenda, &[]), [expected]);
}

#[test]
fn the_ways_out_that_give_up_least_come_first_and_among_them_those_that_find_most() {
    let agenda = agenda();
    let value = |facet, value| Change::Value { facet, value };
    let table: [(&str, &[(Change, usize)]); 5] = [
        (
            "q=drain+patent",
            &[
                (Change::Word(0), 2),
                (Change::Word(1), 1),
                (Change::Search, 45),
            ],
        ),
        (
            "q=drain&cluster=f",
            &[
                (Change::Search, 1),
                (value(0, 5), 1),
                (Change::Everything, 45),
            ],
        ),
        (
            "list=3&cluster=b",
            &[(Change::Scope, 9), (value(0, 1), 1), (Change::Filters, 45)],
        ),
        (
            "theme=funding_enforcement&match=all",
            &[(Change::Any(1), 5), (value(1, 11), 4), (value(1, 2), 1)],
        ),
        (
            "cluster=a_b&for=developed-countries",
            &[(value(2, 5), 23), (Change::Facet(0), 2)],
        ),
    ];
    for (address, expected) in table {
        let offered = ways_out(address, &agenda);
        assert!(offered.starts_with(expected), "{address}: {offered:?}");
    }
}

/// A document of one passage, with the values of one facet.
fn document(text: &str, values: &[usize]) -> Document {
    Document {
        number: 0,
        passages: vec![Passage {
            name: None,
            text: text.to_owned(),
        }],
        values: vec![values.to_vec()],
    }
}

/// A facet of values without names.
fn facet(size: usize) -> FacetSpec {
    FacetSpec {
        reference_prefixes: Vec::new(),
        values: vec![ValueSpec::default(); size],
    }
}

/// Documents without facets.
fn library(texts: &[&str]) -> Corpus {
    let documents: Vec<Document> = texts.iter().map(|text| document(text, &[])).collect();
    Corpus::new(&documents, &[], Lexicon::new(NATIVE.fold))
}

fn best_first(corpus: &Corpus, text: &str) -> Vec<usize> {
    let query = Query {
        search: TextQuery::parse(text, NATIVE.fold),
        order: Order::Relevance,
        ..Query::default()
    };
    search(corpus, &query).hits
}

#[test]
fn the_rarer_word_weighs_more() {
    let corpus = library(&["tea tea milk", "tea milk milk", "tea sugar", "tea lemon"]);
    assert_eq!(best_first(&corpus, "tea milk"), [1, 0]);
}

#[test]
fn the_more_frequent_word_weighs_more() {
    let corpus = library(&["tea cup cup", "tea tea cup", "tea tea tea"]);
    assert_eq!(best_first(&corpus, "tea"), [2, 1, 0]);
}

#[test]
fn in_the_shorter_text_a_word_weighs_more() {
    let corpus = library(&["tea with a cup and a spoon", "tea"]);
    assert_eq!(best_first(&corpus, "tea"), [1, 0]);
}

#[test]
fn equal_matches_stay_in_the_order_of_the_corpus() {
    let corpus = library(&["tea b", "none", "tea a", "tea c"]);
    assert_eq!(best_first(&corpus, "te"), [0, 2, 3]);
    assert_eq!(best_first(&corpus, "?!"), [0, 1, 2, 3]);
    let texts = ["tea cup cup", "tea tea cup", "tea tea tea"].repeat(20);
    let corpus = library(&texts);
    let times = |times: usize| (times - 1..60).step_by(3);
    let expected: Vec<usize> = times(3).chain(times(2)).chain(times(1)).collect();
    assert_eq!(best_first(&corpus, "tea"), expected);
}

#[test]
fn an_empty_corpus_has_an_empty_view() {
    let corpus = Corpus::new(&[], &[facet(2)], Lexicon::new(NATIVE.fold));
    assert!(corpus.is_empty());
    let query = Query {
        search: TextQuery::parse("tea", NATIVE.fold),
        order: Order::Relevance,
        ..Query::default()
    };
    let view = search(&corpus, &query);
    assert_eq!((view.hits.len(), view.total), (0, 0));
    assert_eq!(view.counts, [[0, 0]]);
}

#[test]
fn documents_and_values_out_of_range_are_passed_over() {
    let with = |values: &[usize]| {
        let mut with = document("tea", values);
        with.values.push(vec![0]);
        with
    };
    let documents = [with(&[0, 7]), with(&[1]), with(&[])];
    let corpus = Corpus::new(&documents, &[facet(2)], Lexicon::new(NATIVE.fold));
    let choice = |values: &[usize]| FacetFilter {
        values: values.to_vec(),
        require_all: false,
    };
    let query = Query {
        filters: vec![choice(&[1, 7]), choice(&[0])],
        within: Some(vec![9, 2, 1, 0]),
        order: Order::Given,
        ..Query::default()
    };
    let shown = search(&corpus, &query);
    assert_eq!(shown.hits.len(), 1);
    assert_eq!(shown.hits, [1]);
    assert_eq!(shown.counts, [[1, 1]]);
}

#[test]
fn a_large_corpus_is_counted_to_its_last_document() {
    let documents: Vec<Document> = (0..1000)
        .map(|number| document(&format!("leaf n{number}"), &[number % 3]))
        .collect();
    let corpus = Corpus::new(&documents, &[facet(3)], Lexicon::new(NATIVE.fold));
    let query = Query {
        search: TextQuery::parse("n99", NATIVE.fold),
        filters: vec![FacetFilter {
            values: vec![0, 2],
            require_all: false,
        }],
        ..Query::default()
    };
    let shown = search(&corpus, &query);
    assert_eq!(shown.hits, [99, 990, 992, 993, 995, 996, 998, 999]);
    assert_eq!(shown.counts, [[5, 3, 3]]);
    assert_eq!(shown.total, 1000);
}

#[test]
fn no_word_of_a_foreign_phrase_is_offered_alone() {
    let agenda = agenda();
    // Of copyright the texts say nothing; "derecho" alone would be law.
    let parts: Vec<_> = ways_out("q=derecho+de+autor", &agenda)
        .into_iter()
        .filter(|(change, _)| matches!(change, Change::Word(_) | Change::Spelling { .. }))
        .collect();
    assert_eq!(parts, []);
    // Two phrases of one word each are two things.
    let words: Vec<_> = ways_out("q=falsificaci%C3%B3n+presupuesto", &agenda)
        .into_iter()
        .filter(|(change, _)| matches!(change, Change::Word(_)))
        .collect();
    assert!(
        !words.is_empty(),
        "{:?}",
        ways_out("q=falsificaci%C3%B3n+presupuesto", &agenda)
    );
}

#[test]
fn the_words_that_no_recommendation_has_are_named_and_references_are_no_words() {
    let agenda = agenda();
    let index = SearchIndex::whole(&agenda, NATIVE.fold);
    let unmentioned = |address: &str| {
        let view_state = read(address, &agenda);
        let query = view_state.query(&agenda, &[], NATIVE.fold);
        let scope = Scope {
            agenda: &agenda,
            index: &index,
            saved: &[],
            fold: NATIVE.fold,
        };
        unmentioned(&view_state, &index.search(&query).interpretation, scope)
    };
    assert_eq!(unmentioned("q=zebra"), ["zebra"]);
    assert_eq!(
        unmentioned("q=Crocodile+policies+or+zebra"),
        ["Crocodile", "zebra"]
    );
    // The glossary says what the texts say of these, and what those mean.
    assert_eq!(unmentioned("q=gender"), [""; 0]);
    assert_eq!(unmentioned("q=transfert+de+technologie"), [""; 0]);
    assert_eq!(unmentioned("q=zebra+zebra&cluster=a"), ["zebra"]);
    let none = [
        "",
        "q=46",
        "q=rec+46",
        "q=cluster+g",
        "q=technology+-zebra",
        "q=%22zebra+crossing%22",
        "q=tecnology",
        "q=technology&cluster=f",
    ];
    for address in none {
        assert_eq!(unmentioned(address), [""; 0], "{address}");
    }
}

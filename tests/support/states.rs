//! Random questions that use every field, and addresses of every kind.
//!
//! Edge: only questions that an address can carry: known numbers and values,
//! defaults left unsaid.

use explorer::{
    data::Agenda,
    state::EmbedPart,
    state::url,
    state::{Matching, Named, Page, PositionSet, Scheme, Sort, ViewState},
};
use proptest::{
    collection::vec,
    option::weighted,
    prelude::*,
    sample::{select, subsequence},
};

pub use super::searches::searches;

const TAGS: [&str; 6] = ["en", "en-gb", "fr", "zh-hant-tw", "ar", "sr-latn"];

/// Lists of known numbers, each once, in any order; some are empty.
pub fn lists(agenda: &Agenda) -> BoxedStrategy<Vec<u16>> {
    let numbers: Vec<u16> = agenda.recommendations.iter().map(|it| it.number).collect();
    let most = numbers.len();
    subsequence(numbers, 0..=most).prop_shuffle().boxed()
}

/// Questions of every kind.
pub fn questions(agenda: &Agenda) -> BoxedStrategy<ViewState> {
    let numbers: Vec<u16> = agenda.recommendations.iter().map(|it| it.number).collect();
    let chosen: Vec<_> = agenda
        .facets
        .iter()
        .map(|it| some_of(it.values.len()))
        .collect();
    let list = prop_oneof![7 => Just(Vec::new()), 3 => lists(agenda)];
    let asked = (
        searches(agenda),
        chosen,
        one_of::<Matching>(),
        weighted(0.3, select(numbers)),
        list,
        prop_oneof![2 => Just(Page::List), 1 => one_of::<Page>()],
    );
    let shown = (
        weighted(0.4, one_of::<Sort>()),
        weighted(0.3, select(&TAGS[..])),
        weighted(0.4, one_of::<Scheme>()),
        any::<bool>(),
        some_of(EmbedPart::ALL.len()),
        some_of(agenda.facets.len()),
        any::<bool>(),
    );
    (asked, shown)
        .prop_map(|(asked, shown)| {
            let (search, chosen, matching, open, list, page) = asked;
            let (sort, lang, scheme, embed, hide, lock, events) = shown;
            ViewState {
                search,
                chosen,
                matching,
                open,
                list,
                page,
                sort,
                lang: lang.map(str::to_owned),
                scheme,
                embed,
                hide,
                lock,
                events,
            }
            .normalised()
        })
        .boxed()
}

/// Addresses that are broken in every way: any bytes, our own words in any
/// order with marks between them, and written questions with pieces put in.
pub fn addresses(agenda: &Agenda) -> BoxedStrategy<String> {
    let own = "q cluster theme match for duty rec list view sort lang scheme embed hide lock \
        events LIST utm_source = = = = & & & & _ , ~ + % %2 %zz %00 %26 %3D %C0%AE %E0%A4%A \
        %F0%9F%98%80 ? # ; . ) 0 1 7 45 46 -1 all any saved matrix number relevance dark auto \
        en fr-CH search \u{301} é \0 q[]";
    let mut words: Vec<String> = own.split(' ').map(str::to_owned).collect();
    words.push(" ".to_owned());
    let values = agenda.facets.iter().flat_map(|facet| &facet.values);
    words.extend(values.map(|value| value.id.clone()));
    let words = || select(words.clone());
    let bytes = vec(any::<u8>(), 0..60).prop_map(|it| String::from_utf8_lossy(&it).into_owned());
    let built = vec(words(), 0..24).prop_map(|pieces| pieces.concat());
    let data = agenda.clone();
    let written = questions(agenda).prop_map(move |view_state| url::write(&view_state, &data));
    let mutated = (written, vec((any::<prop::sample::Index>(), words()), 1..5));
    let mutated = mutated.prop_map(|(mut address, cuts)| {
        for (place, piece) in cuts {
            // Written addresses are ASCII, but the pieces are not.
            let places: Vec<usize> = address.char_indices().map(|(at, _)| at).collect();
            let at = if places.is_empty() {
                0
            } else {
                *place.get(&places)
            };
            address.insert_str(at, &piece);
        }
        address
    });
    prop_oneof![1 => bytes, 2 => built, 3 => mutated].boxed()
}

/// Some of the positions of a row: often none, mostly few.
fn some_of(size: usize) -> BoxedStrategy<PositionSet> {
    let all: Vec<usize> = (0..size).collect();
    let few = subsequence(all.clone(), 0..=size.min(3));
    let any = subsequence(all, 0..=size);
    prop_oneof![5 => Just(Vec::new()), 5 => few, 1 => any]
        .prop_map(PositionSet::from_iter)
        .boxed()
}

fn one_of<T: Named + std::fmt::Debug>() -> BoxedStrategy<T> {
    let all: Vec<T> = T::ALL.iter().map(|(_, it)| *it).collect();
    select(all).boxed()
}

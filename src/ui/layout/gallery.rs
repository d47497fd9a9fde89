//! Every component in its states, for who works on them and for the tests. The samples
//! are the components themselves, with a state of their own that follows an example
//! address; what is pressed in them does nothing.
//!
//! What exists once in a page (the field of the search, the panel of the filters, the
//! head of the lists) stands here once.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement};

use crate::browser::page;
use crate::browser::unicode::UNICODE;
use crate::messages::{
    ActionMessages, GalleryMessages, Names, Sample, SampleGroup, SearchMessages, SharingMessages,
    messages,
};
use crate::state::saved::{Operation, PersistenceError, Saved, SavedLists, StorageError};
use crate::state::{StaticPage, Suggested, ViewState, url};
use crate::store::transient::{OnDemand, Toast};
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, node, put};
use crate::ui::filters::facets::{facets, letter};
use crate::ui::later::{busy, failed, later};
use crate::ui::layout::alerts::notices;
use crate::ui::layout::toast::status_bar;
use crate::ui::lists::take_along::read_example;
use crate::ui::lists::workspace::list_head;
use crate::ui::pages::compare::comparison;
use crate::ui::pages::matrix::matrices;
use crate::ui::pages::statement::findings_of_example;
use crate::ui::results::citation_panel::{Subject, panel};
use crate::ui::results::compare_tray::tray;
use crate::ui::results::download_menu::formats;
use crate::ui::results::nothing::nothing;
use crate::ui::results::recommendation::{
    Place, recommendation, recommendation_element, recommendation_group,
};
use crate::ui::results::result_count::sentence;
use crate::ui::results::row::Row;
use crate::ui::results::toolbar::toolbar;
use crate::ui::search::chips::chips;
use crate::ui::search::query_feedback::understood;
use crate::ui::search::search_box::search_box;

/// The parts of the wasm in which there are components.
const PARTS: [Part; 6] = [
    Part::Views,
    Part::Background,
    Part::Files,
    Part::Lists,
    Part::Statement,
    Part::Words,
];

/// All samples, once the parts are there that have them.
#[inline(never)]
pub fn gallery(store: Store) -> Node {
    let samples = with_parts(store, &PARTS, samples);
    node("div")
        .bind(keep_still)
        .child(node("h2").class("count").text(messages().page_of_gallery()))
        .child(node("p").text(messages().gallery_intro()))
        .child(samples)
}

fn with_parts(store: Store, parts: &'static [Part], view: fn(Store) -> Node) -> Node {
    match parts.split_first() {
        None => view(store),
        Some((first, others)) => {
            let next = Box::new(move || with_parts(store, others, view));
            node("div").view(later(store, *first, next))
        }
    }
}

/// Keeps what happens in the samples from them: they would change the address and what
/// is saved. What folds still folds.
fn keep_still(gallery: &Element) {
    for event in [
        "click",
        "change",
        "input",
        "submit",
        "keydown",
        "pointerdown",
    ] {
        page::listen_around(gallery, event, Box::new(|event| still(&event)));
    }
}

fn still(event: &Event) {
    let target = event.target();
    let target = target.as_ref().and_then(|it| it.dyn_ref::<Element>());
    let folds = target.is_some_and(|it| it.closest("summary").is_ok_and(|it| it.is_some()));
    if folds {
        return;
    }
    event.stop_propagation();
    if matches!(event.type_().as_str(), "click" | "submit") {
        event.prevent_default();
    }
}

/// A state of its own, as an address asks for it, in which all parts have arrived.
fn example(store: Store, query: &str, saved: Saved) -> Store {
    let parsed = url::read(query, store.agenda, UNICODE.compose);
    let example = Store::new(store.agenda, store.index, StaticPage::Home, parsed, saved);
    example.transient.update(|it| {
        it.on_demand.fill(OnDemand::Ready);
        it.exporting = true;
        it.compared = vec![1, 13];
    });
    example
}

/// The same, with nothing saved.
fn asking(store: Store, query: &str) -> Store {
    example(store, query, Saved::default())
}

/// What is saved in the samples, as a browser stores it.
fn saved() -> Saved {
    let [name, note, of_item] = messages().example_list();
    let text = format!(
        r#"{{"schema":1,"lists":[{{"id":"example","name":"{name}","note":"{note}","items":[{{"number":44,"note":"{of_item}"}},{{"number":12}}]}}]}}"#
    );
    Saved {
        lists: SavedLists::read(&text).unwrap_or_default(),
        ..Saved::default()
    }
}

fn group(name: SampleGroup, samples: Vec<Node>) -> Node {
    node("section")
        .child(
            node("h2")
                .class("count")
                .text(messages().sample_group(name)),
        )
        .children(samples)
}

/// What stands on a page beside the results elsewhere.
fn paged(shown: Node) -> Node {
    node("div").class("page").child(shown)
}

fn sample(name: Sample, shown: Node) -> Node {
    node("div")
        .class("sample")
        .child(node("p").class("page__note").text(messages().sample(name)))
        .child(shown)
}

fn samples(store: Store) -> Node {
    node("div")
        .child(controls(store))
        .child(numerals(store))
        .child(search(store))
        .child(suggestions(store))
        .child(filters(store))
        .child(tools(store))
        .child(empty(store))
        .child(recommendations(store))
        .child(citation(store))
        .child(lists(store))
        .child(comparing(store))
        .child(group(
            SampleGroup::Tables,
            vec![paged(matrices(asking(store, "view=matrix")))],
        ))
        .child(group(
            SampleGroup::Statement,
            vec![paged(findings_of_example(asking(store, "")))],
        ))
        .child(told(store))
        .child(group(
            SampleGroup::Arriving,
            vec![
                // Nothing is fetched, which tests would wait for.
                sample(Sample::Loading, busy().attr("data-part", "sample")),
                sample(Sample::Failed, failed(store, Part::Views)),
            ],
        ))
}

fn controls(store: Store) -> Node {
    let name = |it: Sample| messages().sample(it);
    let plain = |class: &str| button(class, || {}).text(messages().copy_link());
    let field =
        |tag: &'static str, it: Sample| node(tag).class("field").attr("aria-label", name(it));
    let choice = field("select", Sample::Choice)
        .children([Sample::Shown, Sample::Saved].map(|it| node("option").text(name(it))));
    // One of each kind is on.
    let ticks = |kind: &str, role: Option<&'static str>| {
        let ticks = [Sample::Shown, Sample::Saved].map(|it| {
            let mut tick = node("input").attr("type", kind).attr("name", kind);
            if let Some(role) = role {
                tick = tick.attr("role", role);
            }
            if it == Sample::Saved {
                tick = tick.attr("checked", "");
            }
            node("label")
                .class("choice")
                .child(tick)
                .text(" ")
                .text(name(it))
        });
        node("div").children(ticks)
    };
    let sections = store.agenda.section();
    let sections = sections.and_then(|position| store.agenda.facets.get(position));
    let letters = sections.map_or(&[][..], |it| &it.values);
    let letters = letters.iter().filter_map(letter);
    group(
        SampleGroup::Controls,
        vec![
            sample(Sample::Button, plain("button")),
            sample(
                Sample::Unavailable,
                plain("button").attr("aria-disabled", "true"),
            ),
            sample(
                Sample::Opened,
                plain("button").attr("aria-expanded", "true"),
            ),
            sample(Sample::Busy, plain("button").attr("aria-busy", "true")),
            sample(Sample::Action, plain("action")),
            sample(Sample::Link, plain("link")),
            sample(Sample::Field, field("input", Sample::Field)),
            sample(Sample::Choice, choice),
            sample(Sample::LongField, field("textarea", Sample::LongField)),
            sample(Sample::Checkbox, ticks("checkbox", None)),
            sample(Sample::Radio, ticks("radio", None)),
            sample(Sample::Switch, ticks("checkbox", Some("switch"))),
            sample(Sample::Letters, node("p").children(letters)),
        ],
    )
}

/// Links as the pages have them: the page has its own as well, which follow the state.
fn numerals(store: Store) -> Node {
    let states = [
        (Sample::Shown, "shown", None),
        (Sample::Dimmed, "dimmed", None),
        (Sample::Saved, "shown", Some("data-saved")),
        (Sample::Near, "shown", Some("data-near")),
    ];
    let samples = states.map(|(name, state, mark)| {
        let (is_found, is_saved) = (name != Sample::Dimmed, name == Sample::Saved);
        let label = messages().numeral(store.agenda, 12, is_found, is_saved);
        let mut numeral = node("a")
            .class("numeral")
            .attr("href", &store.file("rec/12/"))
            .attr("data-state", state)
            .attr("aria-label", &label);
        if let Some(mark) = mark {
            numeral = numeral.attr(mark, "");
        }
        let row = node("div")
            .class("toolbar")
            .attr("data-cluster", "a")
            .bind(as_narrow_as_a_numeral)
            .child(numeral.text("12"));
        sample(name, row)
    });
    group(SampleGroup::Numerals, samples.into())
}

/// A numeral fills the row in which it stands.
fn as_narrow_as_a_numeral(row: &Element) {
    if let Some(row) = row.dyn_ref::<HtmlElement>() {
        // Without it the numeral is wide.
        let _ = row.style().set_property("inline-size", "2rem");
    }
}

fn search(store: Store) -> Node {
    let field = search_box(asking(store, "q=LDCs"));
    let readings = [
        (Sample::Correction, "q=folklroe"),
        (
            Sample::Translation,
            "q=transferencia%20de%20tecnolog%C3%ADa",
        ),
        (Sample::Unknown, "q=rec%2046"),
        (Sample::Unsearchable, "q=%22%22"),
        (Sample::Absent, "q=gender%20or%20transfer"),
    ];
    let readings = readings.map(|(name, query)| {
        let view = understood(asking(store, query));
        sample(name, node("div").view(view))
    });
    group(SampleGroup::Search, vec![field]).children(readings)
}

/// As the list below the field has them, which is there while that has the focus.
fn suggestions(store: Store) -> Node {
    let agenda = store.agenda;
    let facet = agenda.topic().unwrap_or_default();
    let offered = [
        Suggested::Number(12),
        Suggested::Value { facet, value: 0 },
        Suggested::Words(messages().recommendation(agenda, 13)),
    ];
    let options = offered.iter().enumerate().map(|(place, what)| {
        let selected = if place == 1 { "true" } else { "false" };
        let what = messages().suggestion(agenda, what);
        let name = messages().suggestion_name(agenda, &what, place);
        node("li")
            .class("suggestion")
            .attr("role", "option")
            .attr("aria-selected", selected)
            .attr("aria-label", &name)
            .child(node("span").class("suggestion__name").text(&what))
            .text(" ")
            .child(node("span").text(&place.to_string()))
    });
    let list = node("ul")
        .class("suggestions")
        .attr("role", "listbox")
        .attr("aria-label", messages().suggestions())
        .children(options);
    group(
        SampleGroup::Suggestions,
        vec![sample(Sample::Offered, list)],
    )
}

fn filters(store: Store) -> Node {
    let query = "cluster=b&theme=norm-setting&duty=shall&lock=duty";
    let example = asking(store, query);
    node("div")
        .child(group(
            SampleGroup::Filters,
            vec![sample(Sample::Chosen, facets(example))],
        ))
        .child(group(
            SampleGroup::Applied,
            vec![sample(
                Sample::Locked,
                node("div").view(chips(asking(store, &format!("q=LDCs&list=15_22&{query}")))),
            )],
        ))
}

fn tools(store: Store) -> Node {
    let example = asking(store, "q=technology");
    group(
        SampleGroup::Tools,
        vec![
            node("p").class("count").text(&sentence(example)),
            toolbar(example),
            formats(example),
        ],
    )
}

fn empty(store: Store) -> Node {
    let samples = [
        (Sample::Absent, "q=zebra&cluster=a"),
        (Sample::Other, "q=copyrights"),
        (Sample::Unsaved, "view=saved"),
    ];
    let samples = samples.map(|(name, query)| sample(name, nothing(asking(store, query))));
    group(SampleGroup::Nothing, samples.into())
}

/// A recommendation in the list, with all that follows the state.
fn row(store: Store, number: u16, explained: Option<u16>) -> Node {
    node("div").bind(move |place| {
        let entry = store.agenda.recommendation(number)?;
        let article = recommendation_element(store, entry)?;
        put(place, &article, None);
        let written = ViewState::new(store.agenda);
        let mut row = Row::new(store, entry, article, &written, Some(Place::InSection));
        row.stand(store, Place::Ungrouped);
        store.results.with_untracked(|results| {
            store
                .view_state
                .with_untracked(|it| row.follow(store, results, it, explained));
        });
        row.follow_saved(store, &store.saved());
        Some(row)
    })
}

fn recommendations(store: Store) -> Node {
    let agenda = store.agenda;
    let in_group = agenda.recommendation(40).map(|entry| {
        let row = recommendation(store, entry, Place::InSection);
        sample(
            Sample::Grouped,
            recommendation_group(store, entry.section, vec![row]),
        )
    });
    let rows = [
        (Sample::Closed, "", 2),
        (Sample::Found, "q=technology%20transfer", 25),
        (Sample::Evidence, "theme=technology-transfer", 28),
        (Sample::Locked, "theme=technology-transfer&lock=theme", 29),
        (Sample::Open, "rec=15", 15),
    ];
    let rows = rows.map(|(name, query, number)| {
        let explained = (name == Sample::Found).then_some(number);
        sample(name, row(asking(store, query), number, explained))
    });
    let saved = row(example(store, "", saved()), 12, None);
    group(SampleGroup::Recommendations, rows.into())
        .child_if(in_group)
        .child(sample(Sample::Saved, saved))
}

fn citation(store: Store) -> Node {
    let entry = store.agenda.recommendation(22);
    let panel = entry.map(|entry| panel(asking(store, ""), Subject::One(entry)));
    group(SampleGroup::Citation, panel.into_iter().collect())
}

fn lists(store: Store) -> Node {
    let own = example(store, "view=saved", saved());
    // The list puts the position and the note into rows that stand among results.
    let rows = node("div")
        .attr("data-part", "results")
        .child(row(own, 44, None));
    let of_link = "list=3_1_2&title=Geneva&note=3_First";
    let file = |text: &str| read_example(own, "lists.json", text);
    let good = r#"{"schema":1,"lists":[{"id":"other","name":"A","items":[{"number":7}]}]}"#;
    node("div")
        .child(group(
            SampleGroup::Lists,
            vec![
                list_head(own),
                sample(Sample::InList, rows),
                sample(Sample::OfLink, list_head(asking(store, of_link))),
            ],
        ))
        .child(group(
            SampleGroup::Import,
            vec![
                sample(Sample::Accepted, file(good)),
                sample(Sample::Refused, file("")),
            ],
        ))
}

fn comparing(store: Store) -> Node {
    group(
        SampleGroup::Comparison,
        vec![
            paged(comparison(asking(store, "list=1_13&view=compare"))),
            sample(Sample::Tray, tray(asking(store, ""))),
        ],
    )
}

fn told(store: Store) -> Node {
    let toast = |toast: Toast| {
        let example = asking(store, "");
        example
            .transient
            .update(|transient| transient.toast = Some(toast));
        status_bar(example)
    };
    let leaving = Toast {
        sentence: messages().link_copied().to_owned(),
        ..Toast::default()
    };
    let undo = Toast {
        sentence: messages().link_copied().to_owned(),
        undo: Some(Operation::Remove(vec![12])),
        ..Toast::default()
    };
    let failure = Toast {
        sentence: messages().not_loaded().to_owned(),
        is_failure: true,
        ..Toast::default()
    };
    let unstored = Saved {
        persistence_error: Some(PersistenceError::Refused(StorageError::Unavailable)),
        ..saved()
    };
    let unreadable = Saved {
        unreadable: vec![String::new()],
        ..Saved::default()
    };
    group(
        SampleGroup::Told,
        vec![
            sample(Sample::Leaving, toast(leaving)),
            sample(Sample::Undo, toast(undo)),
            sample(Sample::Failure, toast(failure)),
            sample(Sample::Warning, notices(asking(store, "cluster=z&q=%20"))),
            sample(Sample::Unstored, notices(example(store, "", unstored))),
            sample(Sample::Unreadable, notices(example(store, "", unreadable))),
        ],
    )
}

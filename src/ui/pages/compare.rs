//! Recommendations side by side, with what they have in common and what only one of
//! them has. On a narrow screen they stand below each other.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use crate::browser::{focus, unicode::UNICODE};
use crate::ids;
use crate::joined::joined;
use crate::messages::{ActionMessages, CompareMessages, Names, messages};
use crate::state::compare::{Column, MOST, Segment, Wording, compare, shared_values};
use crate::state::static_page::StaticPage;
use crate::store::Store;
use crate::ui::dom::{Node, button, first, keyed, node};
use crate::ui::link::page_link;
use crate::ui::results::copying::copy_link;
use crate::ui::results::recommendation::section_name;
use crate::ui::results::text::{beginning, laid_out};

/// How many bytes of a text its choice has at least.
const CHOICE: usize = 50;

/// The id of the field with what can be added.
const FIELD_ID: &str = "compare-add";

/// The comparison of the view as it is.
#[inline(never)]
pub fn comparison(store: Store) -> Node {
    let key = move || {
        let numbers = store.view_state.with(|view_state| view_state.list.clone());
        let numbers = numbers.iter().map(u16::to_string);
        joined(&numbers.collect::<Vec<_>>(), " ")
    };
    node("div").view(keyed(key, move |_| Comparison::new(store).page()))
}

#[derive(Clone)]
struct Comparison {
    store: Store,
    /// How many recommendations the list has.
    listed: usize,
    columns: Vec<Column<'static>>,
    /// Their numbers.
    numbers: Vec<u16>,
}

impl Comparison {
    fn new(store: Store) -> Comparison {
        let list = untrack(|| store.view_state.with(|view_state| view_state.list.clone()));
        let columns = compare(store.agenda, &list, UNICODE.fold);
        Comparison {
            store,
            listed: list.len(),
            numbers: columns.iter().map(|column| column.number).collect(),
            columns,
        }
    }

    fn page(&self) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let count = self.columns.len();
        let note = |words: &str| node("p").class("page__note").text(words);
        let columns = self.columns.iter().map(|column| self.column(column));
        let columns = node("div")
            .class("compare__columns")
            .attr("data-count", &count.to_string())
            .children(columns);
        let link = button("button", move || {
            let link = store.view_state.with_untracked(|it| store.public_link(it));
            copy_link(store, link);
        });
        let link = link
            .attr("data-part", "copy-link")
            .text(messages().copy_link());
        let tools = node("div")
            .class("compare__tools")
            .child_if((count < MOST).then(|| self.choice()))
            .child_if((count > 1).then_some(link));
        let few = (count < 2).then(|| node("p").text(&messages().too_few(agenda, count)));
        let many = self.listed > MOST;
        let many = many.then(|| node("p").text(&messages().too_many(agenda)));
        node("div")
            .class("compare")
            .attr("data-part", "compare")
            .child(node("h2").text(&messages().comparison(agenda, &self.numbers)))
            .child_if(many)
            .child_if(few)
            .child_if(self.shared_topics())
            .child_if((count > 1).then(|| note(&messages().comparison_note())))
            .child_if((count > 1).then(|| self.legend()))
            .child(tools)
            .child(columns)
    }

    /// How words are marked, as far as some are.
    fn legend(&self) -> Node {
        let (own, moved) = messages().legend();
        let has_moved = self.columns.iter().any(|column| column.moved > 0);
        let moved = has_moved.then(|| node("span").class("compare__moved").text(moved));
        node("p")
            .class("page__note compare__legend")
            .child(node("span").class("compare__own").text(own))
            .child_if(moved)
    }

    /// The topics that all of them have.
    fn shared_topics(&self) -> Option<Node> {
        let agenda = self.store.agenda;
        let position = agenda.topic().filter(|_| self.columns.len() > 1)?;
        let facet = agenda.facets.get(position)?;
        let shared = shared_values(agenda, position, &self.numbers).into_iter();
        let labels = shared.map(|value| messages().value_short(agenda, position, value));
        let labels: Vec<String> = labels.collect();
        let sentence = messages().shared_values(facet, &labels, self.columns.len());
        Some(node("p").attr("data-part", "shared").text(&sentence))
    }

    /// The field that adds one more.
    fn choice(&self) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let entries = agenda.recommendations.iter();
        let others = entries.filter(|entry| !self.numbers.contains(&entry.number));
        let options = others.map(|entry| {
            let number = entry.number;
            node("option")
                .attr("value", &number.to_string())
                .text(&messages().numbered(number, &beginning(entry, CHOICE)))
        });
        let none = node("option")
            .attr("value", "")
            .text(&messages().choose_one(agenda));
        let field = node("select")
            .class("field compare__field")
            .attr("id", FIELD_ID)
            .attr("required", "")
            .child(none)
            .children(options);
        let label = node("label")
            .attr("for", FIELD_ID)
            .text(&messages().add_to_comparison(agenda));
        let submit = node("button")
            .class("button")
            .attr("type", "submit")
            .text(messages().add());
        let numbers = self.numbers.clone();
        node("form")
            .class("compare__add")
            .on("submit", move |event| {
                event.prevent_default();
                if let Some(number) = chosen(&event) {
                    let mut numbers = numbers.clone();
                    numbers.push(number);
                    show(store, numbers, Some(number));
                }
            })
            .child(label)
            .child(field)
            .child(submit)
    }

    fn column(&self, column: &Column<'static>) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let number = column.number;
        let heading = ids::heading(number);
        let name = messages().recommendation(agenda, number);
        let link = page_link(store, StaticPage::Recommendation(number)).text(&name);
        let entry = agenda.recommendation(number);
        let section = entry.and_then(|entry| agenda.section_of(entry));
        let section = section.map_or("", |section| section.id.as_str());
        let cluster = entry.map(|entry| {
            node("p")
                .class("compare__cluster")
                .text(&section_name(store, entry))
        });
        let is_base = column.against.is_none() && self.columns.len() > 1;
        let base = is_base.then(|| messages().compared_with_this().to_owned());
        let against = column
            .against
            .map(|against| messages().common_words(agenda, column, against));
        let common = column.against.map(|_| column.common.to_string());
        let note = against.or(base).map(|words| {
            node("p")
                .class("page__note")
                .attr("data-part", "common")
                .live_attr("data-common", move || common.clone())
                .attr("data-words", &column.words.to_string())
                .text(&words)
        });
        let is_first = self.numbers.first() == Some(&number);
        // Of two, the first lacks what was added to the other.
        let tag = if is_first { "del" } else { "ins" };
        let passages = column.passages.clone();
        let text = entry.map(|entry| {
            laid_out(store, entry, &|position| {
                let segments = passages.get(position).map_or(&[][..], Vec::as_slice);
                marked(segments, tag)
            })
        });
        node("article")
            .class("compare__column")
            .attr("data-number", &number.to_string())
            .attr("data-cluster", section)
            .attr("aria-labelledby", &heading)
            .child(
                node("h3")
                    .attr("id", &heading)
                    .attr("tabindex", "-1")
                    .child(link),
            )
            .child_if(cluster)
            .child_if(note)
            .child_if(text)
            .child(self.actions(column, is_first))
    }

    fn actions(&self, column: &Column, is_first: bool) -> Node {
        let (store, number) = (self.store, column.number);
        let named = |button: Node, words: &str| {
            let name = messages().action_on(store.agenda, words, number);
            button.attr("aria-label", &name).text(words)
        };
        let others = self.numbers.iter().copied().filter(|it| *it != number);
        let others: Vec<u16> = others.collect();
        let rest = others.clone();
        let out = button("action", move || show(store, rest.clone(), None));
        let base = (others.len() > 1 && !is_first).then(|| {
            let order: Vec<u16> = std::iter::once(number).chain(others).collect();
            let base = button("action", move || show(store, order.clone(), Some(number)));
            named(base, messages().compare_with_this())
        });
        node("div")
            .class("compare__actions")
            .child_if(base)
            .child(named(out, messages().take_out()))
    }
}

/// Compares others, and gives the focus to the heading of one of them or of all.
fn show(store: Store, numbers: Vec<u16>, focused: Option<u16>) {
    store.edit(|view_state| view_state.list = numbers);
    focus::next(focused.map(ids::heading));
}

/// What is chosen in the form of an event.
fn chosen(event: &Event) -> Option<u16> {
    let form = event.target()?.dyn_into::<Element>().ok()?;
    let option = first(&form, "option:checked")?;
    option.get_attribute("value")?.parse().ok()
}

/// A passage with its marks. `tag` is that of what only this text has.
fn marked(segments: &[Segment], tag: &'static str) -> Node {
    let mut passage = node("span");
    for segment in segments {
        let (mark, (before, behind)) = match segment.kind {
            Wording::Common => {
                passage = passage.text(segment.text);
                continue;
            }
            Wording::Own => {
                let mark = node(tag).class("compare__own");
                (mark, messages().around_own())
            }
            Wording::Moved => {
                let mark = node("mark").class("compare__moved");
                (mark, messages().around_moved())
            }
        };
        let mark = mark
            .child(node("span").class("visually-hidden").text(before))
            .text(segment.text)
            .child(node("span").class("visually-hidden").text(behind));
        passage = passage.child(mark);
    }
    passage
}

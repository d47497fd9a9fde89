//! The head of the page of the lists: which list, its title and note, what it holds,
//! and what is done with it. Its recommendations follow as results.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use crate::browser::{focus, page, reflect};
use crate::export::Format;
use crate::messages::{ActionMessages, ListMessages, SavedMessages, messages};
use crate::state::saved::{Combination, Edit, List, Operation, reading_time};
use crate::state::{Page, ViewState};
use crate::store::effect::Following;
use crate::store::list_actions::Telling;
use crate::store::signal::Source;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, append, button, keyed, node, set, set_text, show};
use crate::ui::lists::banner::banner;
use crate::ui::lists::field::{field, text};
use crate::ui::lists::rows::Rows;
use crate::ui::lists::take_along::{Link, code, take_along};
use crate::ui::lists::undo::undo_stack;
use crate::ui::results::download_menu::export_document;

/// The attribute of the root that says that the page of the lists is shown.
const SCOPE: &str = "data-list";

/// The id of the title of the list.
const TITLE: &str = "list-title";

/// What is said above the results about the list that they are from: a saved one or
/// that of a link.
#[inline(never)]
pub fn list_head(store: Store) -> Node {
    let key = move || {
        let is_saved = store.view_state.with(|it| it.page == Page::Saved);
        if is_saved { "1" } else { "" }.to_owned()
    };
    node("div").view(keyed(key, move |key| match key {
        "1" if store.is_embedded() => framed(store),
        "1" => workspace(store),
        _ => banner(store),
    }))
}

/// On the pages of others, all but the order and the notes is left to the full page.
fn framed(store: Store) -> Node {
    let is_empty = move || store.saved().is_empty();
    node("div")
        .bind(move |_| Rows::new(store))
        .view(show(move || !is_empty(), move || saved_where(store)))
}

/// Browsers keep a storage apart for each site that has the frame.
fn saved_where(store: Store) -> Node {
    node("p")
        .class("banner__note")
        .text(messages().saved_where(store.is_embedded()))
}

fn workspace(store: Store) -> Node {
    let link = Link::new(store);
    let current = move || store.current_list().map(|list| list.id).unwrap_or_default();
    let head = keyed(current, move |id| match id {
        "" => node("div"),
        id => head(store, id),
    });
    let has_lists = move || !current().is_empty();
    let more = Source::new(untrack(|| !has_lists()));
    let is_open = more.clone();
    node("section")
        .class("lists")
        .attr("aria-label", messages().lists())
        .bind(move |_| (Rows::new(store), Scope::new(store, is_open)))
        .view(head)
        .view(show(has_lists, move || chooser(store)))
        .child(
            node("div")
                .class("lists__do")
                .view(show(has_lists, move || totals(store)))
                .view(show(move || !store.saved().is_empty(), {
                    let link = link.clone();
                    move || big_actions(store, &link)
                }))
                .child(more_actions(store, &link, more)),
        )
        .child(code(&link))
        .child(undo_stack(store))
}

/// What the root of the document says while the page of the lists is shown, for its
/// style sheet: that the list has the page for itself, and whether more than the list
/// is asked for.
struct Scope {
    _following: Following,
}

impl Scope {
    fn new(store: Store, more: Source<bool>) -> Scope {
        let _following = Following::new(move || {
            let is_open = more.get() || store.view_state.with(ViewState::narrows);
            page::set_root(SCOPE, if is_open { "saved open" } else { "saved" });
        });
        Scope { _following }
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        page::set_root(SCOPE, "");
    }
}

/// What readers seldom ask for, folded up.
fn more_actions(store: Store, link: &Link, more: Source<bool>) -> Node {
    let current = move || store.current_list().map(|list| list.id).unwrap_or_default();
    let new = button("action", move || {
        store.add_list(messages().new_list(), &[]);
        focus::next(Some(TITLE.to_owned()));
    });
    let of_list = keyed(current, move |id| match id {
        "" => node("div"),
        id => {
            let own = id.to_owned();
            tools(store, id).view(show(
                move || lists(store).len() > 1,
                move || combine(store, &own),
            ))
        }
    });
    let can_clear = move || {
        store
            .saved
            .with(|saved| !(saved.lists.is_empty() && saved.unreadable.is_empty()))
    };
    let is_open = untrack(|| more.get());
    let panel = node("div")
        .class("lists__panel")
        .child(
            node("div").class("lists__tools").child(
                new.attr("data-part", "list-new")
                    .text(messages().new_list()),
            ),
        )
        .view(of_list)
        .child(take_along(store, link.clone()))
        .child(saved_where(store))
        .view(show(can_clear, move || {
            let clear = button("action", move || clear(store));
            let clear = clear.attr("data-part", "clear-saved");
            node("p").child(clear.text(messages().clear_everything()))
        }));
    let mut folded = node("details")
        .class("lists__more")
        .attr("data-part", "list-more")
        .on("toggle", move |event| {
            let panel = event.current_target().map(JsValue::from);
            let is_open = panel.map(|panel| reflect::get(&panel, "open"));
            more.set(is_open.is_some_and(|is| is.is_truthy()));
        })
        .child(
            node("summary")
                .class("button lists__big")
                .text(messages().more()),
        )
        .child(panel);
    if is_open {
        folded = folded.attr("open", "");
    }
    folded
}

/// Which list is shown. The element stays when the lists change, and keeps the focus.
fn chooser(store: Store) -> Node {
    node("select")
        .class("field lists__choice")
        .attr("data-part", "lists")
        .attr("aria-label", messages().lists())
        .on("change", move |event| {
            store.edit_lists(Edit::Choose(text(&event)), "", Telling::Silent);
        })
        .bind(move |element| {
            let element = element.clone();
            Following::new(move || write_options(&element, &lists(store)))
        })
}

fn lists(store: Store) -> Vec<List> {
    store.saved.with(|saved| saved.lists.all())
}

fn write_options(select: &Element, lists: &[List]) {
    set_text(select, "");
    for list in lists {
        let option = append(select, "option", "");
        set(&option, "value", Some(&list.id));
        let name = messages().list_choice(name(list), list.items.len());
        set_text(&option, &name);
    }
}

/// What a list is called.
fn name(list: &List) -> &str {
    called(&list.name)
}

fn called(name: &str) -> &str {
    match name.trim() {
        "" => messages().untitled(),
        name => name,
    }
}

/// A list by its id, as it is now.
fn list(store: Store, id: &str) -> Option<List> {
    lists(store).into_iter().find(|list| list.id == id)
}

/// Its title and note.
fn head(store: Store, id: &str) -> Node {
    let own = id.to_owned();
    let shown = id.to_owned();
    let title = field(
        "input",
        messages().list_title(),
        move || list(store, &shown).map(|it| it.name).unwrap_or_default(),
        move |name| {
            let done = messages().list_renamed(called(&name));
            store.edit_lists(Edit::rename(&own, &name), &done, Telling::Shown);
        },
    );
    let (own, shown, printed) = (id.to_owned(), id.to_owned(), id.to_owned());
    let note_of = move |id: &str| list(store, id).map(|it| it.note).unwrap_or_default();
    let note = field(
        "textarea",
        messages().list_note(),
        move || note_of(&shown),
        move |note| {
            let done = messages().note_changed(store.agenda, None);
            store.edit_lists(Edit::note(&own, None, &note), &done, Telling::Announced);
        },
    );
    let title_on_paper = {
        let id = id.to_owned();
        move || {
            list(store, &id)
                .map(|it| name(&it).to_owned())
                .unwrap_or_default()
        }
    };
    node("div")
        .class("lists__head")
        .child(
            title
                .class("lists__title")
                .attr("id", TITLE)
                .attr("data-part", "list-title")
                .attr("maxlength", "200"),
        )
        .child(
            node("p")
                .class("lists__paper lists__title")
                .live_text(title_on_paper),
        )
        .child(
            note.class("lists__note")
                .attr("data-part", "list-note")
                .attr("rows", "1")
                .attr("placeholder", messages().add_note()),
        )
        .child(
            node("p")
                .class("lists__paper")
                .live_text(move || note_of(&printed)),
        )
}

fn totals(store: Store) -> Node {
    node("p")
        .class("lists__totals")
        .attr("data-part", "list-totals")
        .live_text(move || sum(store))
}

fn sum(store: Store) -> String {
    let saved = store.saved();
    let entries = saved
        .iter()
        .filter_map(|it| store.agenda.recommendation(*it));
    let words = entries.map(|entry| entry.plain().split_ascii_whitespace().count());
    let words = words.sum();
    messages().totals(store.agenda, saved.len(), words, reading_time(words))
}

/// What readers came for. Files of word processors belong in front.
fn big_actions(store: Store, link: &Link) -> Node {
    let copied = link.clone();
    let copy = button("button lists__big", move || copied.copy());
    let print = button("button lists__big", page::print);
    let word = button("button lists__big", move || {
        store.when_there(Part::Files, export_document);
    });
    node("div")
        .class("lists__buttons")
        .child(
            word.attr("data-part", "list-document")
                .text(Format::Docx.label()),
        )
        .child(print.attr("data-part", "print").text(messages().print()))
        .child(
            copy.attr("data-part", "list-link")
                .text(messages().copy_link()),
        )
}

/// What is done with a list as a whole.
fn tools(store: Store, id: &str) -> Node {
    let own = id.to_owned();
    let duplicate = button("action", move || {
        let saved = store.saved.get_untracked().lists;
        let Some(list) = untrack(|| list(store, &own)) else {
            return;
        };
        let name = store.free_list_name(name(&list));
        if let Some(copy) = saved.duplicate(&own, &page::unique(), &name) {
            store.edit_lists(copy, &messages().list_added(&name), Telling::Shown);
            focus::next(Some(TITLE.to_owned()));
        }
    });
    let own = id.to_owned();
    let delete = button("action", move || {
        let Some(list) = untrack(|| list(store, &own)) else {
            return;
        };
        let done = messages().list_deleted(name(&list));
        store.edit_lists(Edit::Delete(vec![own.clone()]), &done, Telling::Shown);
        focus::heading();
    });
    let is_filled = move || !store.saved().is_empty();
    let remove = move || {
        let remove = button("action", move || {
            store.update_saved(Operation::Remove(untrack(|| store.saved())));
            focus::heading();
        });
        remove
            .attr("data-part", "remove-all")
            .text(messages().remove_all())
    };
    let tools = node("div")
        .class("lists__tools")
        .child(
            duplicate
                .attr("data-part", "list-duplicate")
                .text(messages().duplicate()),
        )
        .child(
            delete
                .attr("data-part", "list-delete")
                .text(messages().delete_list()),
        )
        .view(show(is_filled, remove));
    node("div").child(tools)
}

/// Makes a list of the one that is shown and another one.
fn combine(store: Store, id: &str) -> Node {
    let other = Source::new(String::new());
    // The second list until another is chosen.
    let second = {
        let (other, id) = (other.clone(), id.to_owned());
        move || {
            let chosen = other.get();
            let others = lists(store).into_iter().filter(|list| list.id != id);
            let others: Vec<List> = others.collect();
            let found = others.iter().position(|list| list.id == chosen);
            others.into_iter().nth(found.unwrap_or_default())
        }
    };
    let choice = {
        let id = id.to_owned();
        node("select")
            .class("field")
            .attr("data-part", "other-list")
            .attr("aria-label", messages().other_list())
            .on("change", move |event| other.set(text(&event)))
            .bind(move |element| {
                let element = element.clone();
                Following::new(move || {
                    let others = lists(store).into_iter().filter(|list| list.id != id);
                    write_options(&element, &others.collect::<Vec<_>>());
                })
            })
    };
    let buttons = Combination::ALL.into_iter().map(|how| {
        let named = {
            let (id, second) = (id.to_owned(), second.clone());
            move || {
                let one = list(store, &id).map(|it| name(&it).to_owned());
                let other = second().map(|it| name(&it).to_owned());
                let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
                messages().combination(how, &one, &other)
            }
        };
        let (id, second, name) = (id.to_owned(), second.clone(), named.clone());
        let make = button("action", move || {
            let Some(other) = untrack(&second) else {
                return;
            };
            let name = store.free_list_name(&untrack(&name));
            let saved = store.saved.get_untracked().lists;
            let (ids, new) = ((id.as_str(), other.id.as_str()), page::unique());
            if let Some(made) = saved.combine(ids, how, (&new, &name), &page::now()) {
                store.edit_lists(made, &messages().list_added(&name), Telling::Shown);
                focus::next(Some(TITLE.to_owned()));
            }
        });
        make.attr("data-part", "combine")
            .attr("data-how", how.name())
            .live_text(named)
    });
    node("div")
        .class("lists__part")
        .child(node("p").class("lists__heading").text(messages().combine()))
        .child(
            node("div")
                .class("lists__tools")
                .child(choice)
                .children(buttons),
        )
}

/// Deletes all that the reader has saved; settings are not saved things.
fn clear(store: Store) {
    let ids = untrack(|| lists(store)).into_iter().map(|list| list.id);
    let ids: Vec<String> = ids.collect();
    let has_unreadable = store
        .saved
        .with_untracked(|saved| !saved.unreadable.is_empty());
    let done = messages().all_cleared(ids.len(), has_unreadable);
    let edits = [Edit::Delete(ids), Edit::Discard];
    let edit = Edit::All(edits.map(Operation::from).into());
    if !store.edit_lists(edit, &done, Telling::Shown) {
        store.notify_failure(messages().not_discarded());
    }
    focus::heading();
}

//! What is said above the results about the list that came with a link.

use leptos::prelude::*;

use crate::browser::{focus, page};
use crate::joined::joined;
use crate::messages::{ListMessages, SavedMessages, messages};
use crate::state::saved::{Edit, Item, Operation};
use crate::state::url::Carried;
use crate::store::Store;
use crate::store::list_actions::Telling;
use crate::ui::dom::{Node, button, keyed, node};

/// What it is, and one press to keep it.
pub fn banner(store: Store) -> Node {
    let list = move || store.view_state.with(|view_state| view_state.list.clone());
    let carried = move || {
        let list = list();
        store
            .transient
            .with(|transient| Carried::read(&transient.unknown_params, &list))
    };
    let new = move || {
        let saved = store.saved();
        let list = list();
        list.iter().filter(|number| !saved.contains(number)).count()
    };
    let save = button("button", move || {
        store.update_saved(Operation::Save(untrack(list)));
    });
    let items = move || items(&list(), &carried());
    let is_kept = move || {
        let items = items();
        let lists = store.saved.with(|saved| saved.lists.all());
        lists.iter().any(|list| list.items == items)
    };
    let keep = button("button", move || {
        if !untrack(is_kept) {
            keep(store, &untrack(items), &untrack(carried));
        }
    });
    let leave = button("button", move || {
        store.forget_params(Carried::has);
        store.edit(|view_state| view_state.list.clear());
        focus::heading();
    });
    let said = node("p")
        .attr("data-part", "shared-list")
        .live_text(move || messages().list_of_link(store.agenda, &carried().title, list().len()));
    let all_notes = move || {
        let notes = carried().notes.into_iter().map(|(_, note)| note);
        joined(&notes.collect::<Vec<_>>(), "\n")
    };
    let notes = keyed(all_notes, move |_| notes(store, &untrack(carried)));
    node("div")
        .class("banner")
        .child(said)
        .child(
            node("p")
                .class("lists__said")
                .live_text(move || carried().note),
        )
        .view(notes)
        .child(
            keep.attr("data-part", "keep-list")
                .state("aria-disabled", is_kept)
                .live_text(move || messages().keep_list(is_kept()).to_owned()),
        )
        .child(
            save.state("aria-disabled", move || new() == 0)
                .live_text(move || messages().save_list(list().len(), new())),
        )
        .child(leave.text(&messages().show_all(store.agenda)))
}

/// The notes of the link, each with what it is on.
fn notes(store: Store, carried: &Carried) -> Node {
    let notes = carried.notes.iter().flat_map(|(number, note)| {
        let about = messages().note(store.agenda, *number);
        let note = node("dd").class("lists__said").text(note);
        [node("dt").text(&about), note]
    });
    node("dl").class("lists__notes").children(notes)
}

fn items(list: &[u16], carried: &Carried) -> Vec<Item> {
    let items = list.iter().map(|number| Item {
        number: *number,
        note: carried.note_of(*number).to_owned(),
    });
    items.collect()
}

/// Adds it to the saved lists, with its title and notes.
fn keep(store: Store, items: &[Item], carried: &Carried) {
    let name = match carried.title.trim() {
        "" => messages().name_of_kept(),
        title => title,
    };
    let name = store.free_list_name(name);
    let id = page::unique();
    let edit = Edit::new_list((&id, &name), &carried.note, items, &page::now());
    store.edit_lists(edit, &messages().list_added(&name), Telling::Shown);
}

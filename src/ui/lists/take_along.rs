//! How lists go elsewhere: as a link, as a QR code of it, and as a file.

use leptos::prelude::untrack;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::browser::{download, file, focus, page};
use crate::messages::{ActionMessages, ListMessages, SharingMessages, messages};
use crate::share::Qr;
use crate::state::ViewState;
use crate::state::saved::{Import, Importing, export};
use crate::state::url::{self, Carried, MOST_CHARACTERS};
use crate::store::Store;
use crate::store::list_actions::Telling;
use crate::store::signal::Source;
use crate::ui::dom::{Node, button, keyed, node, show};
use crate::ui::results::copying::copy;

/// How large a file may be, in megabytes.
const MOST_MEGABYTES: usize = 2;

const MEGABYTE: usize = 1_000_000;

/// The link to the list that is shown.
#[derive(Clone)]
pub struct Link {
    store: Store,
    with_notes: Source<bool>,
}

impl Link {
    pub fn new(store: Store) -> Link {
        let with_notes = Source::new(false);
        Link { store, with_notes }
    }

    /// The link as it is asked for; empty where the list is. With a title and notes it
    /// may be longer than links may be.
    fn address(&self) -> String {
        let (store, agenda) = (self.store, self.store.agenda);
        let numbers = store.saved();
        let view_state = ViewState {
            list: numbers.clone(),
            ..ViewState::new(agenda)
        };
        let mut query = url::write(&view_state, agenda);
        if let Some(list) = store.current_list().filter(|_| self.with_notes.get()) {
            let notes = list.items.into_iter().filter(|item| {
                let is_known = numbers.contains(&item.number);
                is_known && !item.note.is_empty()
            });
            let carried = Carried {
                title: list.name,
                note: list.note,
                notes: notes.map(|item| (item.number, item.note)).collect(),
            };
            query = carried.add_to(query);
        }
        if numbers.is_empty() {
            return String::new();
        }
        format!("{}?{query}", store.public_root())
    }

    /// Copies it, or says that it is too long.
    pub fn copy(&self) {
        let link = untrack(|| self.address());
        if link.len() > MOST_CHARACTERS {
            let told = messages().link_too_long(link.len(), MOST_CHARACTERS);
            return self.store.notify_failure(&told);
        }
        let (done, by_hand) = (messages().link_copied(), messages().select_link());
        copy(self.store, link, done, by_hand);
    }
}

/// The QR code of the link, with the link: while more than the list is asked for, and
/// always on paper.
pub fn code(link: &Link) -> Node {
    let link = link.clone();
    let address = move || {
        let address = link.address();
        if address.len() > MOST_CHARACTERS {
            String::new()
        } else {
            address
        }
    };
    node("div")
        .class("lists__code")
        .view(keyed(address, |link| {
            let code = Qr::of(link).filter(|_| !link.is_empty());
            // As an image: what makes elements of SVG is named in the script of the first load.
            let drawing = code.map(|code| {
                let drawn = utf8_percent_encode(&code.svg(), NON_ALPHANUMERIC).to_string();
                node("img")
                    .attr("src", &format!("data:image/svg+xml,{drawn}"))
                    .attr("alt", messages().qr_code())
                    .attr("data-part", "list-code")
            });
            let figure = node("div").class("lists__figure").child_if(drawing);
            figure.child(node("p").text(link))
        }))
}

/// What became of the file that was chosen last.
#[derive(Clone)]
enum Chosen {
    Nothing,
    /// It can't be imported, for this reason.
    Told(String),
    /// It can be imported.
    Read(String, Import),
}

/// The ways to take lists along.
pub fn take_along(store: Store, link: Link) -> Node {
    let is_filled = move || !store.saved().is_empty();
    let has_lists = move || store.current_list().is_some();
    let download = move || {
        button("action", move || download_lists(store))
            .attr("data-part", "lists-download")
            .text(messages().download_lists())
    };
    node("div")
        .class("lists__part")
        .attr("data-part", "take-along")
        .child(
            node("p")
                .class("lists__heading")
                .text(messages().take_along()),
        )
        .view(show(is_filled, move || with_notes(&link)))
        .view(show(has_lists, download))
        .child(import(store))
}

fn with_notes(link: &Link) -> Node {
    let (set, is) = (link.with_notes.clone(), link.with_notes.clone());
    let (warned, shown) = (link.with_notes.clone(), link.clone());
    let tick = node("input")
        .attr("type", "checkbox")
        .attr("data-part", "with-notes")
        .live_prop("checked", move || is.get())
        .on("change", move |_| set.update(|is| *is = !*is));
    let label = node("label").child(tick).text(messages().with_notes());
    let too_long = move || {
        let length = shown.address().len();
        if length > MOST_CHARACTERS {
            messages().link_too_long(length, MOST_CHARACTERS)
        } else {
            String::new()
        }
    };
    node("div")
        .child(label)
        .view(show(
            move || warned.get(),
            || {
                node("p")
                    .class("lists__warning")
                    .text(messages().with_notes_warning())
            },
        ))
        .child(node("p").class("lists__warning").live_text(too_long))
}

fn download_lists(store: Store) {
    let lists = store.saved.get_untracked().lists;
    let name = format!("{}-lists.json", store.agenda.site.slug);
    let text = export(&lists, &store.public_root(), &page::now());
    match download::download(&name, "application/json", text.as_bytes()) {
        Ok(()) => store.notify(&messages().lists_downloaded(&name)),
        Err(_) => store.notify_failure(messages().download_blocked()),
    }
}

fn import(store: Store) -> Node {
    let chosen = Source::new(Chosen::Nothing);
    let choose = {
        let chosen = chosen.clone();
        node("input")
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .attr("data-part", "import")
            .on("change", move |event| {
                if let Some(file) = file::chosen(&event) {
                    let chosen = chosen.clone();
                    leptos::task::spawn_local(async move {
                        let read = read(store, &file).await;
                        chosen.set(read);
                    });
                }
            })
    };
    let label = node("label")
        .class("lists__file")
        .child(node("span").text(messages().import()))
        .child(choose);
    let key = {
        let chosen = chosen.clone();
        move || match chosen.get() {
            Chosen::Nothing => String::new(),
            Chosen::Told(told) => told,
            // What it would do follows the lists that are there.
            Chosen::Read(name, import) => previews(store, &name, &import),
        }
    };
    let view = move |_: &str| match untrack(|| chosen.get()) {
        Chosen::Nothing => node("div"),
        Chosen::Told(reason) => told(&reason),
        Chosen::Read(name, import) => choice(store, &name, &import, &chosen),
    };
    node("div").child(label).view(keyed(key, view))
}

/// Why a file can't be imported.
fn told(reason: &str) -> Node {
    node("p")
        .class("lists__warning")
        .attr("role", "alert")
        .attr("data-part", "import-told")
        .text(reason)
}

async fn read(store: Store, file: &file::Chosen) -> Chosen {
    let size = file.size() as usize;
    if size > MOST_MEGABYTES * MEGABYTE {
        let size = size.div_ceil(MEGABYTE);
        return Chosen::Told(messages().file_too_large(size, MOST_MEGABYTES));
    }
    let Ok(text) = file.text().await else {
        return Chosen::Told(messages().file_not_read().to_owned());
    };
    let known = |number| store.agenda.position(number).is_some();
    match Import::read(&text, &known) {
        Ok(import) => Chosen::Read(file.name(), import),
        Err(error) => Chosen::Told(messages().import_error(error).to_owned()),
    }
}

const WAYS: [Importing; 2] = [Importing::Merge, Importing::AsNew];

fn previews(store: Store, name: &str, import: &Import) -> String {
    let mut previews = name.to_owned();
    for how in WAYS {
        previews.push('\n');
        previews.push_str(&preview(store, import, how));
    }
    previews
}

fn preview(store: Store, import: &Import, how: Importing) -> String {
    let preview = store.saved.with(|saved| import.preview(&saved.lists, how));
    messages().preview(store.agenda, &preview, how)
}

/// What the file would do, and the ways to import it.
fn choice(store: Store, name: &str, import: &Import, chosen: &Source<Chosen>) -> Node {
    let lines = WAYS.map(|how| node("p").text(&untrack(|| preview(store, import, how))));
    let buttons = WAYS.map(|how| {
        let (name, import, chosen) = (name.to_owned(), import.clone(), chosen.clone());
        let press = button("button", move || {
            let lists = store.saved.get_untracked().lists;
            let edit = import.edit(&lists, how, page::unique);
            let done = messages().imported(&name);
            if !store.edit_lists(edit, &done, Telling::Shown) {
                store.notify(messages().nothing_imported());
            }
            chosen.set(Chosen::Nothing);
            focus::heading();
        });
        let name = match how {
            Importing::Merge => "import-merge",
            Importing::AsNew => "import-new",
        };
        press
            .attr("data-part", name)
            .text(messages().do_import(how))
    });
    let chosen = chosen.clone();
    let cancel = button("button", move || {
        chosen.set(Chosen::Nothing);
        focus::heading();
    });
    node("div")
        .class("lists__import")
        .attr("role", "status")
        .attr("data-part", "import-preview")
        .child(node("p").child(node("strong").text(name)))
        .children(lines)
        .child(
            node("div")
                .class("lists__tools")
                .children(buttons)
                .child(cancel.text(messages().cancel())),
        )
}

/// What is said of a file with this text, for the gallery.
#[inline(never)]
pub fn read_example(store: Store, name: &str, text: &str) -> Node {
    let known = |number| store.agenda.position(number).is_some();
    match Import::read(text, &known) {
        Ok(import) => choice(store, name, &import, &Source::new(Chosen::Nothing)),
        Err(error) => told(messages().import_error(error)),
    }
}

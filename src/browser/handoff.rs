//! What the reader did on the page as it came, before the app took its place:
//! nothing of it may be lost.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Node, window};

use super::address::is_framed;
use super::page::{focus, focused, give_focus};

/// Where somebody reads, from the corner of the window: beside the filters, or on
/// a phone, which is not that wide.
const READ: [(f32, f32); 2] = [(480.0, 120.0), (160.0, 120.0)];

/// What is being read, and how far below the edge of the window it begins.
struct Anchor {
    id: String,
    top: f64,
}

/// The page as the reader has left it.
pub struct Early {
    /// Where the caret is in the search field.
    caret: Option<u32>,
    /// What has the focus, and the id by which its counterpart is known.
    focus: Option<(HtmlElement, String)>,
    /// The ends of the text that is selected, each a node and a place in it.
    selected: Option<[(Node, u32); 2]>,
    anchor: Option<Anchor>,
}

/// What stands in the field with this id.
pub fn typed(field: &str) -> String {
    let document = window().and_then(|window| window.document());
    let field = document.and_then(|document| by_id(&document, field));
    field.map(|field| field.value()).unwrap_or_default()
}

impl Early {
    /// Looks at the page; `field` is the id of the search field.
    pub fn look(field: &str) -> Option<Early> {
        let document = window()?.document()?;
        let field = by_id(&document, field);
        let caret = field.and_then(|field| field.selection_start().ok().flatten());
        Some(Early {
            caret,
            focus: focused().zip(active(&document).map(|element| element.id())),
            selected: selected(),
            anchor: anchor(&document),
        })
    }

    /// Gives back what the change of the page took: the caret, the focus, and
    /// what was read stays where it was. Where nothing stands for what had the
    /// focus, what has the id `heading` gets it.
    pub fn restore(self, field: &str, heading: &str) -> Option<()> {
        let document = window()?.document()?;
        if let Some((element, id)) = &self.focus {
            if element.is_connected() {
                give_focus(element);
            } else {
                focus(id);
            }
            if active(&document).is_none() {
                focus(heading);
            } else if id == field {
                // Where that is refused the caret stands at an end.
                let _ = by_id(&document, field)?.set_selection_range(self.caret?, self.caret?);
            }
        }
        if let Some([(from, start), (to, end)]) = &self.selected
            && from.is_connected()
            && to.is_connected()
        {
            let selection = window()?.get_selection().ok().flatten()?;
            // The nodes are the same, and so are their texts.
            let _ = selection.set_base_and_extent(from, *start, to, *end);
        }
        let anchor = self.anchor.filter(|_| !is_framed())?;
        let now = document.get_element_by_id(&anchor.id)?;
        let moved = now.get_bounding_client_rect().top() - anchor.top;
        window()?.scroll_by_with_x_and_y(0.0, moved);
        Some(())
    }
}

fn by_id(document: &Document, id: &str) -> Option<HtmlInputElement> {
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// The ends of what is selected, if anything is.
fn selected() -> Option<[(Node, u32); 2]> {
    let selection = window()?.get_selection().ok().flatten()?;
    let from = (selection.anchor_node()?, selection.anchor_offset());
    let to = (selection.focus_node()?, selection.focus_offset());
    (!selection.is_collapsed()).then_some([from, to])
}

/// What has the focus within the store, or the nearest around it that has an
/// id: a heading has one for the link in it, and the store has one itself.
fn active(document: &Document) -> Option<Element> {
    document.active_element()?.closest("#app, #app [id]").ok()?
}

/// The recommendation that is being read, where the reader has scrolled.
fn anchor(document: &Document) -> Option<Anchor> {
    let scrolled = window()?.scroll_y().is_ok_and(|down| down > 0.0);
    let mut read = READ.iter();
    let read = read.find_map(|(right, down)| document.element_from_point(*right, *down))?;
    let entry = read.closest("article[id]").ok().flatten()?;
    scrolled.then(|| Anchor {
        id: entry.id(),
        top: entry.get_bounding_client_rect().top(),
    })
}

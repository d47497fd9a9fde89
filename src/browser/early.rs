//! What the reader did on the page as it came, before the app took its place:
//! nothing of it may be lost.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, window};

use super::address::is_framed;
use super::page::give_focus;

/// Where somebody reads, from the corner of the window: on a phone as well.
const READ: (f32, f32) = (160.0, 120.0);

/// What is being read, and how far below the edge of the window it begins.
struct Anchor {
    id: String,
    top: f64,
}

/// The page as the reader has left it.
pub struct Early {
    /// What was typed into the field with the given id.
    pub typed: String,
    caret: Option<u32>,
    focus: Option<String>,
    anchor: Option<Anchor>,
}

impl Early {
    /// Looks at the page; `field` is the id of the search field.
    pub fn look(field: &str) -> Option<Early> {
        let document = window()?.document()?;
        let active = document.active_element();
        let field = by_id(&document, field);
        let caret = field
            .as_ref()
            .and_then(|field| field.selection_start().ok().flatten());
        Some(Early {
            typed: field.map(|field| field.value()).unwrap_or_default(),
            caret,
            focus: active.as_ref().and_then(named),
            anchor: anchor(&document),
        })
    }

    /// Gives back what the change of the page took: the caret, the focus, and
    /// what was read stays where it was.
    pub fn restore(self, field: &str) -> Option<()> {
        let document = window()?.document()?;
        if let Some(id) = &self.focus
            && let Some(element) = document.get_element_by_id(id)
            && let Some(element) = element.dyn_ref::<HtmlElement>()
        {
            give_focus(element);
            if id == field {
                // Where that is refused the caret stands at an end.
                let _ = by_id(&document, field)?.set_selection_range(self.caret?, self.caret?);
            }
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

/// The id of what stands for an element: its own, or that of the heading that
/// it is in.
fn named(element: &Element) -> Option<String> {
    let named = element.closest("main [id]").ok().flatten()?;
    Some(named.id())
}

/// The recommendation that is being read, where the reader has scrolled.
fn anchor(document: &Document) -> Option<Anchor> {
    let scrolled = window()?.scroll_y().is_ok_and(|down| down > 0.0);
    let read = document.element_from_point(READ.0, READ.1)?;
    let entry = read.closest("article[id]").ok().flatten()?;
    scrolled.then(|| Anchor {
        id: entry.id(),
        top: entry.get_bounding_client_rect().top(),
    })
}

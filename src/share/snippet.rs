//! Snippets that show the live view in a frame: as a frame, and as the element
//! that makes one.

use std::ops::RangeInclusive;

use super::Shared;
use crate::html::{anchor, escaped, tag};
use crate::state::url;
use crate::state::{EmbedPart, PositionSet, Scheme, StaticPage, ViewState};

/// The heights that a frame can have, in CSS pixels: those that `embed.js`
/// gives.
pub const HEIGHTS: RangeInclusive<u16> = 150..=20_000;

/// The widths that a frame can have, in CSS pixels, where it does not take the
/// whole width.
pub const WIDTHS: RangeInclusive<u16> = 240..=4_000;

/// What the owner of the page decides for a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// In CSS pixels.
    pub height: u16,
    /// In CSS pixels; `None` for the whole width of where it stands.
    pub width: Option<u16>,
    /// What is left out, as positions in [`crate::state::EmbedPart`].
    pub hide: PositionSet,
    /// The facets that are applied and can't be changed, by position.
    pub lock: PositionSet,
    pub scheme: Scheme,
    /// The language of the interface; `None` for the reader's own.
    pub lang: Option<String>,
    /// Whether the page around the frame is told of changes.
    pub events: bool,
    /// Whether the open recommendation is shown alone.
    pub alone: bool,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            height: 700,
            width: None,
            hide: PositionSet::default(),
            lock: PositionSet::default(),
            scheme: Scheme::Light,
            lang: None,
            events: false,
            alone: false,
        }
    }
}

impl Choices {
    /// The view state that the frame asks.
    pub fn embedded(&self, view_state: &ViewState) -> ViewState {
        let alone = view_state.open.filter(|_| self.alone);
        let embedded = ViewState {
            list: alone.map_or_else(|| view_state.list.clone(), |number| vec![number]),
            embed: true,
            hide: self.hidden(),
            lock: self.lock.clone(),
            scheme: Some(self.scheme),
            lang: self.lang.clone(),
            events: self.events,
            ..view_state.clone()
        };
        embedded.normalised()
    }

    /// What is left out, each part said once: all filters together have a name of
    /// their own.
    fn hidden(&self) -> PositionSet {
        let parts = EmbedPart::FILTERS.map(|(part, _)| part.position());
        let all = EmbedPart::Facets.position();
        let mut hidden = self.hide.clone();
        if parts.iter().all(|part| hidden.contains(*part)) {
            hidden.insert(all);
        }
        if hidden.contains(all) {
            parts.into_iter().for_each(|part| hidden.remove(part));
        }
        hidden
    }
}

impl Shared<'_> {
    /// What follows the root in the address of the frame: of a recommendation
    /// alone its page, which can be read before any script runs.
    pub fn frame_place(&self, choices: &Choices) -> String {
        let page = match self.view_state.open.filter(|_| choices.alone) {
            Some(number) => StaticPage::Recommendation(number),
            None => StaticPage::Home,
        };
        let embedded = choices.embedded(self.view_state);
        let query = url::write_on(page, &embedded, self.agenda);
        format!("{}?{query}", page.path(self.agenda))
    }

    /// A frame, with the link to the same view for where frames are taken out.
    pub fn frame(&self, choices: &Choices) -> String {
        let address = format!("{}{}", self.root, self.frame_place(choices));
        let title = self.title();
        let width = choices.width.map(|width| width.to_string());
        let start = tag(
            "iframe",
            &[
                ("src", &address),
                ("title", &title),
                ("width", width.as_deref().unwrap_or("100%")),
                ("height", &choices.height.to_string()),
                ("loading", "lazy"),
                ("style", "border:0;display:block"),
                ("allow", "clipboard-write; web-share"),
            ],
        );
        format!("{start}{}</iframe>", anchor(&self.view_link(), &title))
    }

    /// The element that makes the frame as high as what is in it, with the
    /// script that defines it; the same link is there until it does.
    pub fn element(&self, choices: &Choices) -> String {
        let query = url::write(&choices.embedded(self.view_state), self.agenda);
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
            .filter(|(key, _)| key != "embed")
            .collect();
        let title = self.title();
        let height = choices.height.to_string();
        let mut attributes: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(key, value)| (key.as_ref(), value.as_ref()))
            .collect();
        attributes.push(("title", &title));
        attributes.push(("height", &height));
        let script = escaped(&format!("{}embed.js", self.root));
        format!(
            "{}{}</agenda-explorer>\n<script async src=\"{script}\"></script>",
            tag("agenda-explorer", &attributes),
            anchor(&self.view_link(), &title),
        )
    }
}

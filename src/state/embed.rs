//! What the site of somebody else decides of the explorer in its frame: which
//! parts are left out, which facets are fixed, how it looks. A reader changes
//! what is asked there and never this.

use super::{Named, PositionSet, ViewState};
use crate::data::{Agenda, FacetRole};

/// A part that the compact form can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedPart {
    Search,
    /// The filter of the sections; `clusters` in addresses.
    Sections,
    /// The filter of the topics; `themes` in addresses.
    Topics,
    /// The filters of all other facets; `others` in addresses.
    Others,
    /// All filters.
    Facets,
    Toolbar,
    Header,
    Footer,
    /// All numbers at a glance, which go with the header as well. They stand outside of
    /// what the app makes: the boot script leaves them out.
    Numerals,
}

impl Named for EmbedPart {
    const ALL: &'static [(&'static str, EmbedPart)] = &[
        ("search", EmbedPart::Search),
        ("clusters", EmbedPart::Sections),
        ("themes", EmbedPart::Topics),
        ("others", EmbedPart::Others),
        ("facets", EmbedPart::Facets),
        ("toolbar", EmbedPart::Toolbar),
        ("header", EmbedPart::Header),
        ("footer", EmbedPart::Footer),
        ("numerals", EmbedPart::Numerals),
    ];
}

impl EmbedPart {
    /// Its place in [`Named::ALL`].
    pub fn position(self) -> usize {
        let mut parts = EmbedPart::ALL.iter();
        let position = parts.position(|(_, other)| *other == self);
        position.unwrap_or(EmbedPart::ALL.len())
    }

    /// The parts that [`EmbedPart::Facets`] has, each with the role of its facets.
    pub const FILTERS: [(EmbedPart, FacetRole); 3] = [
        (EmbedPart::Sections, FacetRole::Section),
        (EmbedPart::Topics, FacetRole::Topic),
        (EmbedPart::Others, FacetRole::Other),
    ];
}

impl ViewState {
    /// Whether a part is left out. Only the compact form leaves any out.
    pub fn hides(&self, part: EmbedPart) -> bool {
        self.embed && self.hide.contains(part.position())
    }

    /// Whether the filter of a facet is left out.
    pub fn hides_facet(&self, agenda: &Agenda, facet: usize) -> bool {
        match agenda.facets.get(facet).map(|facet| facet.role) {
            Some(FacetRole::Section) => self.hides(EmbedPart::Sections),
            Some(FacetRole::Topic) => self.hides(EmbedPart::Topics),
            Some(FacetRole::Other) => self.hides(EmbedPart::Others),
            None => false,
        }
    }

    /// Whether a facet can't be changed.
    pub fn locks(&self, facet: usize) -> bool {
        self.lock.contains(facet)
    }

    /// The same view state, shown as another one is: in its colours, language and
    /// form.
    pub fn shown_as(self, other: &ViewState) -> ViewState {
        ViewState {
            lang: other.lang.clone(),
            scheme: other.scheme,
            embed: other.embed,
            hide: other.hide.clone(),
            lock: other.lock.clone(),
            events: other.events,
            ..self
        }
    }

    /// The same view state as a reader may ask it where another one stands: shown
    /// as that is, with the facets that it locks as they are there.
    pub fn allowed_by(self, present: &ViewState, agenda: &Agenda) -> ViewState {
        let mut view_state = self.shown_as(present);
        for facet in present.lock.iter() {
            let chosen = view_state.chosen.get_mut(facet);
            if let (Some(chosen), Some(locked)) = (chosen, present.chosen.get(facet)) {
                chosen.clone_from(locked);
            }
            if agenda.facets.get(facet).is_some_and(|it| it.any_all) {
                view_state.matching = present.matching;
            }
        }
        view_state
    }

    /// The same view state for a page of its own: without what only a frame has.
    pub fn unframed(&self) -> ViewState {
        let view_state = ViewState {
            embed: false,
            hide: PositionSet::default(),
            lock: PositionSet::default(),
            events: false,
            // The colours are those of the host.
            scheme: if self.embed { None } else { self.scheme },
            ..self.clone()
        };
        view_state.normalised()
    }

    /// What is asked, without how it is shown.
    pub fn content(&self) -> ViewState {
        ViewState {
            scheme: None,
            lang: None,
            ..self.unframed()
        }
    }
}

//! What the site of somebody else decides of the explorer in its frame: which
//! parts are left out, which facets are fixed, how it looks. A reader changes
//! what is asked there and never this.

use crate::agenda::{Agenda, CLUSTER};
use crate::engine::{CharFold, Corpus, Relaxation, count};
use crate::query::{Named, Question, Values};

/// A part that the compact form can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Search,
    Clusters,
    Themes,
    /// All filters.
    Facets,
    Toolbar,
    Header,
    Footer,
}

impl Named for Part {
    const ALL: &'static [(&'static str, Part)] = &[
        ("search", Part::Search),
        ("clusters", Part::Clusters),
        ("themes", Part::Themes),
        ("facets", Part::Facets),
        ("toolbar", Part::Toolbar),
        ("header", Part::Header),
        ("footer", Part::Footer),
    ];
}

impl Question {
    /// Whether a part is left out. Only the compact form leaves any out.
    pub fn hides(&self, part: Part) -> bool {
        let mut parts = Part::ALL.iter();
        let position = parts.position(|(_, other)| *other == part);
        self.embed && position.is_some_and(|position| self.hide.contains(position))
    }

    /// Whether the filter of a facet is left out.
    pub fn hides_facet(&self, agenda: &Agenda, facet: usize) -> bool {
        let switchable = agenda.facets.get(facet).is_some_and(|it| it.switchable);
        (facet == CLUSTER && self.hides(Part::Clusters)) || (switchable && self.hides(Part::Themes))
    }

    /// Whether a facet can't be changed.
    pub fn locks(&self, facet: usize) -> bool {
        self.lock.contains(facet)
    }

    /// The same question, shown as another one is: in its colours, language and
    /// form.
    pub fn shown_as(self, other: &Question) -> Question {
        Question {
            lang: other.lang.clone(),
            scheme: other.scheme,
            embed: other.embed,
            hide: other.hide.clone(),
            lock: other.lock.clone(),
            events: other.events,
            ..self
        }
    }

    /// The same question as a reader may ask it where another one stands: shown
    /// as that is, with the facets that it locks as they are there.
    pub fn allowed_by(self, present: &Question, agenda: &Agenda) -> Question {
        let mut question = self.shown_as(present);
        for facet in present.lock.iter() {
            let chosen = question.chosen.get_mut(facet);
            if let (Some(chosen), Some(locked)) = (chosen, present.chosen.get(facet)) {
                chosen.clone_from(locked);
            }
            if agenda.facets.get(facet).is_some_and(|it| it.switchable) {
                question.matching = present.matching;
            }
        }
        question
    }

    /// The same question for a page of its own: without what only a frame has.
    pub fn unframed(&self) -> Question {
        let question = Question {
            embed: false,
            hide: Values::default(),
            lock: Values::default(),
            events: false,
            // The colours are those of the host.
            scheme: if self.embed { None } else { self.scheme },
            ..self.clone()
        };
        question.normalised()
    }

    /// What is asked, without how it is shown.
    pub fn content(&self) -> Question {
        Question {
            scheme: None,
            lang: None,
            ..self.unframed()
        }
    }
}

/// The ways out of an empty result that a reader has where facets are locked,
/// each with what it gives then.
///
/// The engine knows nothing of locks: what it offers is made under them, counted
/// anew, and left out where it comes to nothing or to the same as another.
#[inline(never)]
pub fn open_ways(
    ways: Vec<Relaxation>,
    question: &Question,
    agenda: &Agenda,
    (corpus, saved, fold): (&Corpus, &[u16], CharFold),
) -> Vec<Relaxation> {
    if question.lock.is_empty() {
        return ways;
    }
    let mut taken = vec![question.clone()];
    let mut open = Vec::new();
    for mut way in ways {
        let then = question.changed(&way.change, fold);
        let then = then.allowed_by(question, agenda);
        way.count = count(corpus, &then.query(agenda, saved, fold));
        if way.count > 0 && !taken.contains(&then) {
            taken.push(then);
            open.push(way);
        }
    }
    open
}

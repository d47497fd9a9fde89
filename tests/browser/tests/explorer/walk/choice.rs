//! What a reader can do at a moment, and which of it a walk does.

use explorer::state::ViewState;

use super::{Action, Place, Reader, chips::chips, dice::Dice, views::FRAME, words::some_words};
use crate::known::{AGENDA, Answer, address, search};

/// How many kinds of actions there are in one tab, and how many more with several
/// views.
const KINDS: usize = 20;
const MORE: usize = 4;

impl Reader {
    /// One of the things that can be done now.
    pub fn choose(&self, dice: &mut Dice) -> Action {
        loop {
            if let Some(action) = self.propose(dice) {
                return action;
            }
        }
    }

    fn propose(&self, dice: &mut Dice) -> Option<Action> {
        let several = self.views.len() > 1;
        let kind = dice.below(if several { KINDS + MORE } else { KINDS });
        let view_state = self.now();
        match kind {
            0..=3 if self.view().framed => return self.of_the_host(dice),
            4 if self.view().framed => {
                return Some(Action::TurnTo(dice.one_of(&["?", "?view=saved"])));
            }
            0 => return Some(Action::Reload),
            1 | 2 => return (self.view().at > 0).then_some(Action::Back),
            3 => {
                return (self.view().at + 1 < self.view().history.len()).then_some(Action::Forward);
            }
            4 => {
                let places = ["?", "?view=saved", "?view=about"];
                return Some(Action::TurnTo(dice.one_of(&places)));
            }
            KINDS | 21 => {
                let others = (0..self.views.len()).filter(|view| *view != self.front);
                return Some(Action::LookAt(dice.one_of(&others.collect::<Vec<_>>())));
            }
            22 | 23 => return self.in_both_tabs(dice),
            _ if !self.has_list() => return None,
            _ => {}
        }
        match kind {
            5..=9 => self.a_value(dice),
            10 => Some(Action::SwitchMatch),
            11 | 12 => Some(Action::Search(some_words(dice))),
            13 => Some(Action::TypeOn(
                dice.one_of(&["s", " tech", "e", "-", " of"]).to_owned(),
            )),
            14 => dice.place_in(chips(view_state).len()).map(Action::Chip),
            15 => view_state.narrows().then_some(Action::Clear),
            16 => dice.place_in(self.ways_out().len()).map(Action::WayOut),
            17 => self.a_number(dice).map(Action::Open),
            _ => self.a_number(dice).map(Action::Save),
        }
    }

    /// A value that is not disabled.
    fn a_value(&self, dice: &mut Dice) -> Option<Action> {
        let facet = dice.below(AGENDA.facets.len());
        let value = dice.below(AGENDA.facets[facet].values.len());
        let Answer { counts, .. } = self.answer();
        let before: usize = AGENDA.facets[..facet]
            .iter()
            .map(|facet| facet.values.len())
            .sum();
        let usable = counts[before + value].2 > 0 || self.now().is_chosen(facet, value);
        usable.then_some(Action::Toggle { facet, value })
    }

    /// Something that the page around the frame does. The frame is loaded anew less
    /// often, because what it leaves in the memory is looked at as well.
    fn of_the_host(&self, dice: &mut Dice) -> Option<Action> {
        if dice.below(8) == 0 {
            let clusters = &AGENDA.facets[AGENDA.section()?].values;
            let cluster = dice.place_in(clusters.len()).map(|place| &clusters[place]);
            return cluster.map(|cluster| Action::HostChooses(cluster.id.clone()));
        }
        let mut asked = ViewState::new(&AGENDA);
        for _ in 0..dice.below(3) {
            let facet = dice.below(AGENDA.facets.len());
            asked.toggle(facet, dice.below(AGENDA.facets[facet].values.len()));
        }
        if dice.below(2) == 0 {
            asked.search = search(&some_words(dice));
        }
        Some(Action::HostAsks(address(&asked.normalised())))
    }

    /// Two that can be saved or removed in both tabs. Not where saving changes what
    /// is listed: what a driver is about to press would move away under it.
    fn in_both_tabs(&self, dice: &mut Dice) -> Option<Action> {
        if self.front == FRAME {
            return None;
        }
        let mut numbers = Vec::new();
        for view in &self.views[..FRAME] {
            if view.now().page != Place::List {
                return None;
            }
            let listed = crate::known::answer(view.now(), self.saved()).numbers;
            numbers.push(listed);
        }
        numbers.swap(0, self.front);
        let mut one_of = |numbers: &[u16]| dice.place_in(numbers.len()).map(|place| numbers[place]);
        let (here, there) = (one_of(&numbers[0])?, one_of(&numbers[1])?);
        (here != there).then_some(Action::SaveInBoth(here, there))
    }

    fn a_number(&self, dice: &mut Dice) -> Option<u16> {
        let Answer { numbers, .. } = self.answer();
        dice.place_in(numbers.len()).map(|place| numbers[place])
    }
}

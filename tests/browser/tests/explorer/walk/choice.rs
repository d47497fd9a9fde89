//! What a reader can do at a moment, and which of it a walk does.

use super::{Action, Reader, chips::chips, dice::Dice, words::some_words};
use crate::known::{AGENDA, Answer};

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
        let kind = dice.below(20);
        let view_state = self.now();
        match kind {
            0 => return Some(Action::Reload),
            1 | 2 => return (self.at > 0).then_some(Action::Back),
            3 => return (self.at + 1 < self.history.len()).then_some(Action::Forward),
            4 => {
                let places = ["?", "?view=saved", "?view=about"];
                return Some(Action::TurnTo(dice.one_of(&places)));
            }
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

    fn a_number(&self, dice: &mut Dice) -> Option<u16> {
        let Answer { numbers, .. } = self.answer();
        dice.place_in(numbers.len()).map(|place| numbers[place])
    }
}

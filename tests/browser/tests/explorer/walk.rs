//! A random walk: after every action the page agrees in all its parts with what
//! follows from the data and from the actions so far.
//!
//! A failed walk prints its seed and its steps. `EXPLORER_SEED=…` walks the
//! same way again.

mod dice;
mod shown;

use std::env;

use browser_tests::{journey::visit, page::Page, seen::Seen};
use explorer::query::{Matching, Named, Page as Place, Question, SearchText};

use crate::known::{AGENDA, Answer, address, answer, question, search, ways_out};
use dice::Dice;
use shown::{List, Shown, differences, shown};

/// How many actions a walk has.
const STEPS: usize = 300;

/// How far back a walk goes. A browser forgets entries behind the fiftieth.
const FARTHEST_BACK: usize = 30;

#[test]
fn a_random_walk_from_the_whole_list_agrees_with_the_oracle_at_every_step() {
    walk("", 1);
}

#[test]
fn a_random_walk_from_a_search_in_a_list_agrees_with_the_oracle_at_every_step() {
    walk("q=dev&list=45_3_22_14_31_1_27_8&sort=number&scheme=dark", 2);
}

fn walk(start: &str, salt: u64) {
    let seed = env::var("EXPLORER_SEED").ok();
    let seed = seed.map_or(20_071_003, |seed| {
        seed.parse().expect("EXPLORER_SEED is a number")
    });
    println!("EXPLORER_SEED={seed}, from ?{start}");
    let mut dice = Dice(seed ^ salt);
    let mut reader = Reader {
        history: vec![question(start)],
        at: 0,
        saved: Vec::new(),
    };
    visit(&format!("?{start}"), |page| {
        reader.agrees_with(page);
        for step in 0..STEPS {
            let action = reader.choose(&mut dice);
            println!("{step}: {action:?} at ?{}", address(reader.now()));
            reader.act(&action, page);
            reader.agrees_with(page);
        }
    });
}

/// What a reader can do.
#[derive(Clone, Debug)]
enum Action {
    Toggle { facet: usize, value: usize },
    SwitchMatch,
    Search(String),
    TypeOn(String),
    Chip(usize),
    Clear,
    WayOut(usize),
    Open(u16),
    Save(u16),
    TurnTo(&'static str),
    Back,
    Forward,
    Reload,
}

/// What the reader has done, as far as it decides what the page must show.
struct Reader {
    history: Vec<Question>,
    at: usize,
    saved: Vec<u16>,
}

impl Reader {
    fn now(&self) -> &Question {
        &self.history[self.at]
    }

    fn has_list(&self) -> bool {
        !matches!(self.now().page, Place::Documents | Place::About)
    }

    fn answer(&self) -> Answer {
        answer(self.now(), &self.saved)
    }

    /// One of the things that can be done now.
    fn choose(&self, dice: &mut Dice) -> Action {
        loop {
            if let Some(action) = self.propose(dice) {
                return action;
            }
        }
    }

    fn propose(&self, dice: &mut Dice) -> Option<Action> {
        let kind = dice.below(20);
        let question = self.now();
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
            14 => dice.place_in(chips(question).len()).map(Action::Chip),
            15 => question.narrows().then_some(Action::Clear),
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

    fn ways_out(&self) -> Vec<Question> {
        let nothing_saved = self.now().page == Place::Saved && self.saved.is_empty();
        if nothing_saved {
            Vec::new()
        } else {
            ways_out(self.now(), &self.saved)
        }
    }

    /// Does it on the page and here.
    fn act(&mut self, action: &Action, page: &Page) {
        match action {
            Action::Toggle { facet, value } => {
                let known = &AGENDA.facets[*facet];
                page.toggle(&known.key, &known.values[*value].id);
                self.commit(|question| question.toggle(*facet, *value));
            }
            Action::SwitchMatch => {
                page.switch_match();
                self.commit(|question| {
                    question.matching = match question.matching {
                        Matching::Any => Matching::All,
                        Matching::All => Matching::Any,
                    };
                });
            }
            Action::Search(text) => {
                page.search(text);
                self.typed(text);
            }
            Action::TypeOn(text) => {
                let before = page.now().typed.unwrap_or_default();
                page.type_on(text);
                self.typed(&format!("{before}{text}"));
            }
            Action::Chip(place) => {
                page.remove_chip(*place);
                let changed = chips(self.now()).swap_remove(*place);
                self.commit(|question| *question = changed);
            }
            Action::Clear => {
                page.clear();
                self.commit(Question::clear);
            }
            Action::WayOut(place) => {
                let changed = self.ways_out().swap_remove(*place);
                page.relax(*place);
                self.commit(|question| *question = changed);
            }
            Action::Open(number) => {
                page.unfold(*number);
                self.commit(|question| {
                    question.open = (question.open != Some(*number)).then_some(*number);
                });
            }
            Action::Save(number) => {
                page.save(*number);
                if self.saved.contains(number) {
                    self.saved.retain(|other| other != number);
                } else {
                    self.saved.push(*number);
                }
            }
            Action::TurnTo(place) => {
                page.turn_to(place);
                self.commit(|asked| *asked = question(place.trim_start_matches('?')));
            }
            Action::Back => {
                page.back();
                self.at -= 1;
            }
            Action::Forward => {
                page.forward();
                self.at += 1;
            }
            Action::Reload => {
                page.reload();
            }
        }
    }

    /// A change for good: a new entry, if it is a change.
    fn commit(&mut self, change: impl FnOnce(&mut Question)) {
        let mut question = self.now().clone();
        change(&mut question);
        let question = question.normalised();
        if question != *self.now() {
            self.history.truncate(self.at + 1);
            self.history.push(question);
            if self.history.len() > FARTHEST_BACK {
                self.history.remove(0);
            }
            self.at = self.history.len() - 1;
        }
    }

    /// Typing: in the place of the present entry.
    fn typed(&mut self, text: &str) {
        let mut question = self.now().clone();
        question.search = search(text);
        self.history[self.at] = question.normalised();
    }

    fn agrees_with(&self, page: &Page) {
        let expected = self.must_be_shown();
        let wrong = |seen: &Seen| differences(&shown(seen), &expected);
        page.comes_to("what differs", wrong, Vec::new());
    }

    fn must_be_shown(&self) -> Shown {
        let question = self.now();
        Shown {
            query: address(question),
            saved: Some(self.saved.len()),
            list: self.has_list().then(|| self.list()),
        }
    }

    fn list(&self) -> List {
        let question = self.now();
        let answer = self.answer();
        let name = |(facet, value, _): &(String, String, usize)| format!("{facet}={value}");
        let chosen = AGENDA.facets.iter().zip(&question.chosen);
        let chosen: Vec<String> = chosen
            .flat_map(|(facet, values)| {
                let ids = values.iter().map(|value| &facet.values[value].id);
                ids.map(|id| format!("{}={id}", facet.key))
            })
            .collect();
        let useless = answer.counts.iter().filter(|(_, _, count)| *count == 0);
        let disabled = useless.map(name).filter(|name| !chosen.contains(name));
        let mut saved = self.saved.clone();
        saved.retain(|number| answer.numbers.contains(number));
        saved.sort_unstable();
        List {
            search: question.search.clone(),
            matching: Some(question.matching.name().to_owned()),
            disabled: disabled.collect(),
            count: (answer.numbers.len(), AGENDA.len()),
            chosen,
            saved,
            answer,
        }
    }
}

/// What a question becomes when each of its chips is removed.
fn chips(question: &Question) -> Vec<Question> {
    let mut chips = Vec::new();
    let mut without = |change: &dyn Fn(&mut Question)| {
        let mut question = question.clone();
        change(&mut question);
        chips.push(question);
    };
    if !question.search.is_empty() {
        without(&|question| question.search = SearchText::default());
    }
    if !question.list.is_empty() {
        without(&|question| question.list.clear());
    }
    for (facet, chosen) in question.chosen.iter().enumerate() {
        for value in chosen.iter() {
            without(&|question| question.toggle(facet, value));
        }
    }
    chips
}

/// A word or two of the texts, or beginnings of them; sometimes nothing, or
/// something that trips addresses.
fn some_words(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => return String::new(),
        1 => return "R&D 100% a+b_c #1?".to_owned(),
        _ => {}
    }
    let words = (0..1 + dice.below(2)).map(|_| {
        let recommendation = &AGENDA.recommendations[dice.below(AGENDA.len())];
        let plain = recommendation.plain();
        let words: Vec<&str> = plain.split_whitespace().collect();
        let word = words[dice.below(words.len())];
        let length = 1 + dice.below(word.chars().count());
        word.chars().take(length).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

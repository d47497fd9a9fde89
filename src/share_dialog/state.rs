//! What the dialog is about, and what its reader has chosen.

use std::ops::Deref;

use crate::browser::{clipboard, page, unicode::UNICODE};
use crate::data::Agenda;
use crate::share::{Choices, Shared, root_of};
use crate::state::ViewState;
use crate::state::url;
use crate::store::signal;

use crate::messages::{ShareDialogMessages, messages};

/// The state, shared by all parts of the dialog.
#[derive(Clone, Copy)]
pub struct ShareDialog(&'static State);

/// What is behind a [`ShareDialog`].
pub struct State {
    pub agenda: &'static Agenda,
    /// The view to hand on; none while the dialog is closed.
    pub asked: signal::Source<Option<Asked>>,
    pub tab: signal::Source<Tab>,
    pub choices: signal::Source<Choices>,
    pub device: signal::Source<Device>,
    /// How many announcements there were, and the last one.
    pub announcement: signal::Source<(usize, String)>,
}

/// The two things that can be done with a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Share,
    Embed,
}

/// What the preview stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    Phone,
    Desktop,
}

/// A view to hand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    view_state: ViewState,
    numbers: Vec<u16>,
    /// The public address of the site.
    root: String,
    /// Where the site lies for this browser.
    home: String,
}

impl Asked {
    /// Reads what the app hands over: `ROOT?QUERY#12_3_40`.
    pub fn read(view: &str, home: String, agenda: &Agenda) -> Asked {
        let (address, numbers) = view.split_once('#').unwrap_or((view, ""));
        let (page, query) = address.split_once('?').unwrap_or((address, ""));
        let numbers = numbers.split('_').filter_map(|number| number.parse().ok());
        Asked {
            view_state: url::read(query, agenda, UNICODE.compose).view_state,
            numbers: numbers.collect(),
            root: root_of(page).to_owned(),
            home,
        }
    }
}

impl Deref for ShareDialog {
    type Target = &'static State;

    fn deref(&self) -> &&'static State {
        &self.0
    }
}

impl ShareDialog {
    pub fn new(agenda: &'static Agenda) -> ShareDialog {
        ShareDialog(Box::leak(Box::new(State {
            agenda,
            asked: signal::Source::new(None),
            tab: signal::Source::new(Tab::Share),
            choices: signal::Source::new(Choices::default()),
            device: signal::Source::new(Device::Phone),
            announcement: signal::Source::new((0, String::new())),
        })))
    }

    /// Opens the dialog for a view. What was chosen for the one before stays.
    pub fn open(self, asked: Asked) {
        self.tab.set(Tab::Share);
        self.announce("");
        self.asked.set(Some(asked));
    }

    /// Looks at the view; what the dialog shows of none is never seen.
    pub fn with_shared(self, look: impl FnOnce(&Shared) -> String) -> String {
        self.asked.with(|asked| {
            let shared = asked.as_ref().map(|asked| Shared {
                agenda: self.agenda,
                view_state: &asked.view_state,
                numbers: &asked.numbers,
                root: &asked.root,
            });
            shared.as_ref().map(look).unwrap_or_default()
        })
    }

    /// The recommendation that a frame can show alone: the open one, else the
    /// first that is shown.
    pub fn one(self) -> Option<u16> {
        self.asked.with(|asked| {
            let asked = asked.as_ref()?;
            asked.view_state.open.or(asked.numbers.first().copied())
        })
    }

    /// Looks at what the frame shows: the view, or one recommendation of it alone.
    pub fn with_framed(self, look: impl FnOnce(&Shared, &Choices) -> String) -> String {
        let one = self.one();
        self.choices.with(|choices| {
            let Some(number) = one.filter(|_| choices.alone) else {
                return self.with_shared(|shared| look(shared, choices));
            };
            let view_state = ViewState {
                open: Some(number),
                ..ViewState::new(self.agenda)
            };
            self.with_shared(|shared| {
                let alone = Shared {
                    view_state: &view_state,
                    numbers: &[number],
                    ..*shared
                };
                look(&alone, choices)
            })
        })
    }

    /// The address of the preview.
    pub fn preview(self) -> String {
        let place = self.with_framed(|shared, choices| shared.frame_place(choices));
        let asked = |asked: &Option<Asked>| asked.as_ref().map(|asked| asked.home.clone());
        self.asked.with(asked).unwrap_or_default() + &place
    }

    /// Tells the reader what has happened.
    pub fn announce(self, sentence: &str) {
        self.announcement.update(|announcement| {
            announcement.0 += 1;
            announcement.1 = sentence.to_owned();
        });
    }

    /// Copies what stands in a field; where the browser refuses, leaves it
    /// selected.
    pub fn copy(self, text: String, field: &'static str) {
        leptos::task::spawn_local(async move {
            if clipboard::copy(&text).await.is_ok() {
                return self.announce(messages().copied());
            }
            page::select_all(field);
            self.announce(messages().not_copied());
        });
    }
}

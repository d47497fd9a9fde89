//! The list of results: grouped by section where they are in the order of their
//! numbers, otherwise not grouped; or the changes that would give some.
//!
//! The rows of the page as it was written are the rows of the app, which takes
//! them over where they stand. A row that is in the page once is shown, taken out
//! and moved, and never made again. After each change one function brings the
//! list into order and then the rows up to date: first those in sight, the others
//! after they are painted.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::browser::{focus, page};
use crate::messages::{ActionMessages, ResultMessages, messages};
use crate::state::ViewState;
use crate::store::effect::Following;
use crate::store::timer::after_paint;
use crate::store::{Part, STATIC, Store};
use crate::ui::dom::{Mounted, Node, all, append, button, create, first, node, put, set, show};
use crate::ui::later::later;
use crate::ui::results::actions::press;
use crate::ui::results::nothing::nothing;
use crate::ui::results::recommendation::{
    Place, recommendation, recommendation_element, recommendation_group,
};
use crate::ui::results::row::Row;
use facet_search::Order;

/// The key of the one group of results that are not grouped by section.
const UNGROUPED: usize = usize::MAX;

/// How many rows are made in one task while the page is made: on an old phone
/// they take as long as nobody notices.
const AT_ONCE: usize = 5;

/// How many rows are brought up to date before the browser paints: more than a
/// window shows.
const IN_SIGHT: usize = 12;

/// Marks a row that is out of sight and not laid out yet, for its style sheet.
const LATE: &str = "data-late";

/// The list of the page.
#[derive(Default)]
struct List {
    /// What stands around it, while there is a page with results.
    root: Option<Element>,
    /// The element of the groups, which outlives that page.
    groups: Option<Element>,
    /// The row of each recommendation, by position, once there is one.
    rows: Vec<Option<Row>>,
    /// The groups that there have been, with their keys.
    known: Vec<(usize, Group)>,
    /// The groups and positions of what is in the list, in its order.
    shown: Vec<(usize, usize)>,
    /// How often what is asked has changed.
    round: usize,
    /// For each row, the round that it has followed.
    followed: Vec<usize>,
    /// The place beside the results, and what is in it.
    aside: Option<Element>,
    outside: Option<(usize, Mounted)>,
    /// The recommendation of which the reader wants to know why it is shown.
    explained: Option<u16>,
}

/// Results under one heading. A group that is taken out of the page keeps its rows,
/// unless another takes them, and brings them back at once.
struct Group {
    section: Element,
    rows: Element,
    /// The positions of the rows that stand in it, in their order.
    held: Vec<usize>,
}

thread_local! {
    // Never dropped: it lasts as long as the page.
    static LIST: &'static RefCell<List> = Box::leak(Box::default());
}

fn with_list<T>(use_it: impl FnOnce(&mut List) -> T) -> T {
    LIST.with(|list| use_it(&mut list.borrow_mut()))
}

pub fn results(store: Store) -> Node {
    let empty = move || store.results.with(|results| results.hits.is_empty());
    let list = node("div").class("results").attr("data-part", "results");
    if STATIC {
        let groups = node("div").children(written_groups(store));
        return list
            .child(groups)
            .view(show(empty, move || nothing_found(store)));
    }
    list.view(show(empty, move || nothing_found(store)))
        .on("click", move |event| press(store, &event, explain))
        .bind(move |element| stand(store, element))
}

/// What stands in the place of the results where there are none.
#[inline(never)]
fn nothing_found(store: Store) -> Node {
    node("div").view(later(store, Part::Words, Box::new(move || nothing(store))))
}

/// The groups as a page has them that nothing has changed yet.
fn written_groups(store: Store) -> Vec<Node> {
    let placed = placed(store);
    let mut keys: Vec<usize> = placed.iter().map(|(group, _)| *group).collect();
    keys.dedup();
    let groups = keys.into_iter().map(|key| {
        let rows = placed.iter().filter(|(group, _)| *group == key);
        let entries = rows.filter_map(|(_, row)| store.agenda.recommendations.get(*row));
        let rows = entries.map(|entry| recommendation(store, entry, Place::InSection));
        recommendation_group(store, key, rows.collect())
    });
    groups.collect()
}

/// The results in order: the group that each stands in, and its position in
/// the agenda.
fn placed(store: Store) -> Vec<(usize, usize)> {
    let grouped = store
        .view_state
        .with_untracked(|view_state| view_state.order() == Order::Corpus);
    let group = |document: usize| {
        let entry = store.agenda.recommendations.get(document);
        let entry = entry.filter(|_| grouped);
        entry.map_or(UNGROUPED, |entry| entry.section)
    };
    store.results.with_untracked(|results| {
        let hits = results.hits.iter();
        hits.map(|document| (group(*document), *document)).collect()
    })
}

/// Keeps the list as the state has it. To be called before anything else follows
/// the state: what follows first finds nothing changed, and where the reader is can
/// be asked without laying the page out for it.
pub fn follow(store: Store) {
    Following::new(move || {
        let has_results = store
            .view_state
            .with(|view_state| view_state.page.has_results());
        store.results.with(|_| ());
        if has_results && store.has_started() && with_list(|list| list.root.is_some()) {
            let first = with_list(|list| list.first_in_sight());
            render(store, first);
            // The page of the saved ones has their order too.
            with_list(|list| list.follow_saved(store));
        }
    })
    .forever();
    Following::new(move || {
        store.saved.with(|_| ());
        if store.has_started() {
            with_list(|list| list.follow_saved(store));
        }
    })
    .forever();
}

/// That the list stands in a page, which has it until this is dropped.
struct Standing;

impl Drop for Standing {
    fn drop(&mut self) {
        with_list(|list| list.root = None);
    }
}

/// Puts the list into a page that is made.
fn stand(store: Store, root: &Element) -> Standing {
    with_list(|list| {
        list.root = Some(root.clone());
        list.stand();
    });
    if store.has_started() {
        render(store, 0);
        with_list(|list| list.follow_saved(store));
    }
    Standing
}

/// Finds the rows of the page as it was written, which the app takes over.
pub fn find_rows(store: Store, page: &Element) {
    with_list(|list| {
        let written = store.static_page.view_state(store.agenda);
        // Alone on its page it has a heading of another rank.
        let place = written.open.is_none().then_some(Place::InSection);
        let entries = &store.agenda.recommendations;
        list.rows.resize_with(entries.len(), || None);
        list.followed.resize(entries.len(), 0);
        list.groups = first(page, ".results[data-part] > div");
        for article in all(page, "article[data-number]") {
            let number = article.get_attribute("data-number");
            let number = number.and_then(|number| number.parse().ok());
            let position = number.and_then(|number| store.agenda.position(number));
            let found = position.and_then(|position| {
                let entry = entries.get(position)?;
                Some((entry, list.rows.get_mut(position)?))
            });
            if let Some((entry, row)) = found {
                *row = Some(Row::new(store, entry, article, &written, place));
            }
        }
        // What stands there is in the order of the agenda.
        if list.groups.is_some() {
            let rows = entries.iter().zip(&list.rows).enumerate();
            let there = rows.filter(|(_, (_, row))| row.is_some());
            list.shown = there
                .map(|(position, (entry, _))| (entry.section, position))
                .collect();
        }
    });
}

/// Makes some of the rows that the page does not have; returns whether there may be
/// more.
pub fn make_rows(store: Store) -> bool {
    let at_once = if page::is_hidden() {
        usize::MAX
    } else {
        AT_ONCE
    };
    with_list(|list| list.add_missing(store, &placed(store), at_once))
}

/// Puts the rows into the page that is made, and brings them into its order.
pub fn take_over(store: Store) {
    // Before anything is moved.
    let first = with_list(|list| list.first_in_sight());
    with_list(List::stand);
    render(store, first);
    with_list(|list| list.follow_saved(store));
}

/// Tells why a recommendation is shown, or no longer.
fn explain(store: Store, number: u16) {
    with_list(|list| {
        list.explained = (list.explained != Some(number)).then_some(number);
    });
    let first = with_list(|list| list.first_in_sight());
    render(store, first);
}

/// Brings the list into order, and the rows up to date from one that may be in
/// sight on.
fn render(store: Store, first: usize) {
    let round = with_list(|list| {
        list.arrange(store, first);
        list.round += 1;
        let count = if page::is_hidden() {
            usize::MAX
        } else {
            IN_SIGHT
        };
        list.follow(store, first, count);
        list.round
    });
    after_paint(move || {
        with_list(|list| {
            // Meanwhile another has begun, which does it.
            if list.round == round {
                list.follow(store, 0, usize::MAX);
            }
        });
        lay_out_late(round);
    });
}

/// Has the rows laid out that are late, some before each frame, unless another
/// change does it.
fn lay_out_late(round: usize) {
    let is_more = with_list(|list| list.round == round && list.lay_out_late());
    if is_more {
        after_paint(move || lay_out_late(round));
    }
}

impl List {
    fn row(&self, position: usize) -> Option<&Row> {
        self.rows.get(position)?.as_ref()
    }

    /// Makes at most so many of the rows that are placed and not there yet; returns
    /// whether there were any.
    fn add_missing(&mut self, store: Store, placed: &[(usize, usize)], at_most: usize) -> bool {
        let positions = placed.iter().map(|(_, position)| *position);
        let missing = positions.filter(|position| self.row(*position).is_none());
        let missing: Vec<usize> = missing.take(at_most).collect();
        for position in &missing {
            self.make(store, *position);
        }
        !missing.is_empty()
    }

    /// Makes the row of a recommendation.
    fn make(&mut self, store: Store, position: usize) {
        let plain = ViewState::new(store.agenda);
        let made = store
            .agenda
            .recommendations
            .get(position)
            .and_then(|entry| {
                let article = recommendation_element(store, entry)?;
                let place = Some(Place::InSection);
                Some(Row::new(store, entry, article, &plain, place))
            });
        if let Some(row) = self.rows.get_mut(position) {
            *row = made;
        }
    }

    /// Puts the groups where the page has its results.
    fn stand(&mut self) {
        let groups = self.groups.get_or_insert_with(|| create("div", ""));
        if let Some(root) = &self.root {
            put(root, groups, root.first_child().as_ref());
        }
    }

    /// The place in the list of the first row that may be in sight.
    fn first_in_sight(&self) -> usize {
        let Some(groups) = &self.groups else { return 0 };
        let area = groups.get_bounding_client_rect();
        let (above, height) = (-area.top(), area.height());
        if above <= 0.0 || height <= 0.0 {
            return 0;
        }
        let before = above / height * self.shown.len() as f64;
        (before as usize).saturating_sub(IN_SIGHT / 4)
    }

    /// Brings rows and groups into the order of the results. `first` is the place of
    /// the first row that may be in sight.
    fn arrange(&mut self, store: Store, first: usize) {
        let wanted = placed(store);
        self.find_groups();
        self.add_missing(store, &wanted, usize::MAX);
        self.arrange_outside(store);
        if wanted == self.shown {
            return;
        }
        let focused = page::focused();
        let Some(groups) = self.groups.clone() else {
            return;
        };
        // First out, then in: nothing is moved because something else goes.
        let gone = |key: usize| wanted.iter().all(|(other, _)| *other != key);
        for (_, group) in self.known.iter().filter(|(key, _)| gone(*key)) {
            group.section.remove();
        }
        // Frames are as high as what they hold.
        // Nothing is painted in what is hidden.
        let may_be_late = store.was_changed_here() && !store.is_embedded() && !page::is_hidden();
        let mut far = if may_be_late {
            first + IN_SIGHT
        } else {
            usize::MAX
        };
        let mut next = groups.first_child();
        for group in wanted.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((key, _)) = group.first() else {
                continue;
            };
            let positions = group.iter().map(|(_, position)| *position).collect();
            let section = self.fill(store, *key, positions, far);
            far = far.saturating_sub(group.len());
            if next.as_ref() == Some(&section) {
                next = section.next_sibling();
            } else {
                put(&groups, &section, next.as_ref());
            }
        }
        self.shown = wanted;
        // What is moved loses the focus.
        if let Some(focused) = focused.filter(|it| page::focused().as_ref() != Some(it)) {
            page::give_focus(&focused);
        }
    }

    /// Brings the rows of a group into order; gives its element. Those from the place
    /// `far` on are out of sight.
    fn fill(&mut self, store: Store, key: usize, wanted: Vec<usize>, far: usize) -> Element {
        let group = self.group(store, key);
        let held = std::mem::take(&mut group.held);
        let (section, rows) = (group.section.clone(), group.rows.clone());
        for position in held.iter().filter(|it| !wanted.contains(it)) {
            if let Some(row) = self.row(*position) {
                row.article.remove();
            }
        }
        for position in wanted.iter().filter(|it| !held.contains(it)) {
            self.release(*position);
        }
        let place = if key == UNGROUPED {
            Place::Ungrouped
        } else {
            Place::InSection
        };
        let is_back = section.parent_element().is_none();
        let mut next = rows.first_child();
        for (nth, position) in wanted.iter().enumerate() {
            if let Some(row) = self.rows.get_mut(*position).and_then(Option::as_mut) {
                let stays = next.as_ref() == Some(&row.article);
                if nth >= far && (is_back || !stays) {
                    set(&row.article, LATE, Some(""));
                }
                if stays {
                    next = row.article.next_sibling();
                } else {
                    put(&rows, &row.article, next.as_ref());
                }
                row.stand(store, place);
            }
        }
        self.group(store, key).held = wanted;
        section
    }

    /// Has some of the rows laid out that are late; returns whether there were any.
    fn lay_out_late(&self) -> bool {
        let late = self
            .groups
            .as_ref()
            .map(|groups| all(groups, "[data-late]"));
        let late = late.unwrap_or_default();
        for article in late.iter().take(AT_ONCE) {
            set(article, LATE, None);
        }
        !late.is_empty()
    }

    /// Makes every group forget a row, which is about to stand elsewhere.
    fn release(&mut self, position: usize) {
        for (_, group) in &mut self.known {
            group.held.retain(|held| *held != position);
        }
    }

    /// The group of a key.
    fn group(&mut self, store: Store, key: usize) -> &mut Group {
        let known = self.known.iter().position(|(other, _)| *other == key);
        let known = known.unwrap_or_else(|| {
            let section = if key == UNGROUPED {
                let section = create("section", "results__group");
                append(&section, "div", "");
                section
            } else {
                let made = recommendation_group(store, key, Vec::new()).element();
                made.unwrap_or_else(|| page::stop())
            };
            let rows = first(&section, "div");
            let rows = rows.unwrap_or_else(|| page::stop());
            let held = Vec::new();
            self.known.push((
                key,
                Group {
                    section,
                    rows,
                    held,
                },
            ));
            self.known.len() - 1
        });
        match self.known.get_mut(known) {
            Some((_, group)) => group,
            None => page::stop(),
        }
    }

    /// Finds the groups of the page as it was written, once.
    fn find_groups(&mut self) {
        let (true, Some(groups)) = (self.known.is_empty(), &self.groups) else {
            return;
        };
        for written in self.shown.chunk_by(|(one, _), (other, _)| one == other) {
            let held: Vec<usize> = written.iter().map(|(_, position)| *position).collect();
            let first = written.first().and_then(|(_, first)| self.row(*first));
            let rows = first.and_then(|row| row.article.parent_element());
            if let Some((key, _)) = written.first()
                && let Some(rows) = rows
                && let Some(section) = rows.parent_element().filter(|it| groups.contains(Some(it)))
            {
                self.known.push((
                    *key,
                    Group {
                        section,
                        rows,
                        held,
                    },
                ));
            }
        }
    }

    /// Shows the open recommendation beside the results where it is not one.
    fn arrange_outside(&mut self, store: Store) {
        let open = store
            .view_state
            .with_untracked(|view_state| view_state.open);
        let position = open.and_then(|number| store.agenda.position(number));
        let position = position.filter(|position| {
            let is_hit = |hits: &[usize]| hits.contains(position);
            store
                .results
                .with_untracked(|results| !is_hit(&results.hits))
        });
        let before = self.outside.as_ref().map(|(position, _)| *position);
        if before == position {
            return;
        }
        if let Some((before, _around)) = self.outside.take()
            && let Some(row) = self.row(before)
        {
            row.article.remove();
        }
        if let (Some(position), Some(aside)) = (position, self.aside.clone()) {
            self.show_outside(store, position, &aside);
        }
    }

    /// Deferred: few links lead there.
    #[inline(never)]
    fn show_outside(&mut self, store: Store, position: usize, aside: &Element) {
        if self.row(position).is_none() {
            self.make(store, position);
        }
        let Some(row) = self.rows.get_mut(position).and_then(Option::as_mut) else {
            return;
        };
        let entry = store.agenda.recommendations.get(position);
        let number = entry.map_or(0, |entry| entry.number);
        let mounted = Mounted::inside(aside, None, || {
            let close = button("button", move || {
                store.toggle_open(number);
                focus::heading();
            });
            let note = node("p")
                .class("outside__note")
                .text(&messages().outside(store.agenda, number))
                .child(close.text(messages().close()));
            node("div").class("outside").child(note)
        });
        if let Some(around) = mounted.element() {
            put(&around, &row.article, None);
        }
        // It has left the rows that are laid out later.
        set(&row.article, LATE, None);
        row.stand(store, Place::Outside);
        self.release(position);
        self.outside = Some((position, mounted));
    }

    /// Brings some rows up to date, from one in the list on, and the one beside it.
    fn follow(&mut self, store: Store, first: usize, count: usize) {
        let outside = self.outside.iter().map(|(position, _)| *position);
        let shown = self.shown.iter().map(|(_, position)| *position);
        let positions = outside.chain(shown.skip(first).take(count));
        store.results.with_untracked(|results| {
            store.view_state.with_untracked(|view_state| {
                for position in positions {
                    let row = self.rows.get_mut(position).and_then(Option::as_mut);
                    let followed = self.followed.get_mut(position);
                    if let (Some(row), Some(followed)) = (row, followed)
                        && *followed != self.round
                    {
                        *followed = self.round;
                        row.follow(store, results, view_state, self.explained);
                    }
                }
            });
        });
    }

    fn follow_saved(&mut self, store: Store) {
        let saved = untrack(|| store.saved());
        let rows = self.rows.iter_mut().flatten();
        rows.for_each(|row| row.follow_saved(store, &saved));
    }
}

/// The place of the open recommendation, where it is not among the results.
pub fn outside(store: Store) -> Node {
    node("div")
        .on("click", move |event| press(store, &event, explain))
        .bind(move |element| {
            let element = element.clone();
            with_list(|list| {
                list.outside = None;
                list.aside = Some(element);
            });
        })
}

//! Tables of how many recommendations carry which values: each facet across the
//! sections, and the topics that occur together. Each number leads to the list of what
//! it counts.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use crate::browser::unicode::UNICODE;
use crate::data::{Facet, FacetRole};
use crate::messages::{MatrixMessages, Names, messages};
use crate::state::matrix::{
    self, Column, Matrix, MatrixOrder, Pair, Row, Tally, WORDING, pairs, tabled,
};
use crate::state::{Scope, ViewState};
use crate::store::Store;
use crate::ui::dom::{Node, button, keyed, node, set};
use crate::ui::filters::facets::letter;
use crate::ui::link::question_link;
use crate::ui::pages::picture::{arc_picture, bar_picture};
use crate::ui::search::chips::chips;

/// How many pairs the table of what occurs together has at most.
const PAIRS: usize = 15;

/// All tables, for the view as it is.
#[inline(never)]
pub fn matrices(store: Store) -> Node {
    let intro = move || {
        let shown = store.results.with(|results| results.matched);
        messages().matrix_intro(store.agenda, shown)
    };
    let page = node("div")
        .child(node("h2").text(messages().page_of_matrix()))
        .view(chips(store))
        .child(node("p").class("page__note").live_text(intro));
    let (mut first, mut others) = (node("div"), node("div"));
    for facet in tabled(store.agenda) {
        let table = Table { store, facet };
        let known = table.known();
        match known.filter(|known| known.role == FacetRole::Topic) {
            Some(known) => {
                first = first.child_if(table.section());
                others = others.child(together(store, facet, known));
            }
            None => others = others.child_if(table.section()),
        }
    }
    page.child(node("div").class("matrices").child(first).child(others))
}

/// The search and all that it searches in. Nothing on the page depends on what is saved.
fn scope(store: Store) -> Scope<'static> {
    Scope {
        agenda: store.agenda,
        index: store.index,
        saved: &[],
        fold: UNICODE.fold,
    }
}

/// A number as a link to the list of what it counts; nothing for zero.
fn number(store: Store, count: usize, name: &str, view_state: ViewState) -> Option<Node> {
    let link = question_link(store, move || view_state.clone());
    let link = link.attr("aria-label", name).text(&count.to_string());
    (count > 0).then_some(link)
}

/// Tells the style sheet how high a number is, in hundredths of the highest.
fn shade(cell: &Element, count: usize, highest: usize) {
    if let Some(cell) = cell.dyn_ref::<HtmlElement>() {
        let share = (count * 100).checked_div(highest).unwrap_or_default();
        // Without it the cell is plain.
        let _ = cell.style().set_property("--share", &share.to_string());
    }
}

/// The table of a facet across the sections.
#[derive(Clone, Copy)]
struct Table {
    store: Store,
    /// The position of the facet.
    facet: usize,
}

impl Table {
    fn known(self) -> Option<&'static Facet> {
        self.store.agenda.facets.get(self.facet)
    }

    /// The counts of the view as it is, in the order that the reader has chosen.
    fn counted(self) -> Option<Matrix> {
        let view_state = self.store.view_state.get();
        let mut counted = matrix::matrix(&view_state, scope(self.store), self.facet)?;
        counted.sort(self.order());
        Some(counted)
    }

    fn order(self) -> MatrixOrder {
        self.store.transient.with(|transient| {
            let orders = &mut transient.matrix_orders.iter();
            let own = orders.find(|(facet, _)| *facet == self.facet);
            own.map(|(_, order)| *order).unwrap_or_default()
        })
    }

    /// Orders the rows by a column, or no longer.
    fn sort(self, order: MatrixOrder) {
        let is_set = untrack(|| self.order()) == order;
        self.store.transient.update(|transient| {
            let orders = &mut transient.matrix_orders;
            orders.retain(|(facet, _)| *facet != self.facet);
            if !is_set {
                orders.push((self.facet, order));
            }
        });
    }

    fn section(self) -> Option<Node> {
        let (agenda, known) = (self.store.agenda, self.known()?);
        let across = agenda.facets.get(matrix::across(agenda)?)?;
        let has_words = known.key == WORDING;
        let note = has_words.then(|| messages().occurrences_note(agenda));
        let note = note.map(|note| node("p").class("page__note").text(&note));
        let heads = move || {
            let columns = self.counted().map(|it| it.columns);
            let columns = columns.unwrap_or_default().into_iter();
            columns.map(|it| format!("{} ", it.value)).collect()
        };
        let section = node("section")
            .child(node("h3").text(&messages().across(known, across)))
            .child_if(note)
            .view(keyed(heads, move |_| self.table(known)));
        if !has_words {
            return Some(section);
        }
        let picture = keyed(
            move || self.shown(),
            move |_| {
                let counted = untrack(|| self.counted());
                let picture = counted.map(|it| bar_picture(self.store, known, &it));
                node("div").child_if(picture)
            },
        );
        Some(section.view(picture))
    }

    fn table(self, known: &'static Facet) -> Node {
        let part = match (known.role, known.key.as_str()) {
            (FacetRole::Topic, _) => "matrix",
            (_, WORDING) => "wording",
            _ => "matrix-other",
        };
        let counted = untrack(|| self.counted());
        let columns = counted.map(|it| (it.across, it.columns));
        let (across, columns) = columns.unwrap_or_default();
        let heads = columns.iter().map(|column| self.head(across, *column));
        let all = messages().all_values();
        let heads = node("tr")
            .attr("role", "row")
            .child(self.corner(known))
            .children(heads)
            .child(self.head_cell(MatrixOrder::Total, all, node("span").text(all)));
        let head = node("thead").attr("role", "rowgroup").child(heads);
        node("table")
            .class("matrix")
            .attr("role", "table")
            .attr("data-part", part)
            .child(head)
            .view(keyed(move || self.shown(), move |_| self.body(known)))
    }

    /// What tells the numbers of one view and order from those of another.
    fn shown(self) -> String {
        let view_state = &self.store.view_state;
        let view = view_state.with(|view_state| self.store.href(view_state));
        let order = match self.order() {
            MatrixOrder::Given => String::new(),
            MatrixOrder::Total => "+".to_owned(),
            MatrixOrder::Column(value) => value.to_string(),
        };
        format!("{order} {view}")
    }

    /// The head of the rows.
    fn corner(self, known: &Facet) -> Node {
        node("th")
            .attr("role", "columnheader")
            .attr("scope", "col")
            .text(&known.label)
    }

    fn head(self, across: usize, column: Column) -> Node {
        let agenda = self.store.agenda;
        let name = messages().value_long(agenda, across, column.value);
        let facet = agenda.facets.get(across);
        let badge = facet.and_then(|it| letter(it.values.get(column.value)?));
        let badge = badge.unwrap_or_else(|| node("span").text(&name));
        self.head_cell(MatrixOrder::Column(column.value), &name, badge)
    }

    /// The head of a column, which orders the rows by it.
    fn head_cell(self, order: MatrixOrder, name: &str, shown: Node) -> Node {
        let words = messages().order_by(name);
        let sort = button("matrix__sort", move || self.sort(order))
            .attr("aria-label", &words)
            .attr("title", &words)
            .child(shown);
        node("th")
            .attr("role", "columnheader")
            .attr("scope", "col")
            .live_attr("aria-sort", move || {
                (self.order() == order).then(|| "descending".to_owned())
            })
            .child(sort)
    }

    fn body(self, known: &'static Facet) -> Node {
        let counted = untrack(|| self.counted());
        let mut body = node("tbody").attr("role", "rowgroup");
        let Some(counted) = counted else {
            return body;
        };
        body = body.child(self.sums(&counted));
        let is_grouped = untrack(|| self.order()) == MatrixOrder::Given;
        let mut heading = None;
        for row in &counted.rows {
            let Some(value) = known.values.get(row.value) else {
                continue;
            };
            let group = value.group.as_deref().filter(|_| is_grouped);
            if let Some(group) = group.filter(|_| heading != group) {
                body = body.child(self.group(group, counted.columns.len()));
                heading = Some(group);
            }
            body = body.child(self.row(&counted, row, group));
        }
        body
    }

    /// The row of what each column has in all.
    fn sums(self, counted: &Matrix) -> Node {
        let sums = counted.columns.iter().map(|column| {
            let values = vec![(counted.across, column.value)];
            self.cell(column.tally, values, None)
        });
        let all = self.cell(counted.total, Vec::new(), None);
        self.row_of(node("span").text(messages().all_values()))
            .class("matrix__sums")
            .children(sums)
            .child(all.class("matrix__sum"))
    }

    fn row(self, counted: &Matrix, row: &Row, group: Option<&'static str>) -> Node {
        let own = (self.facet, row.value);
        let cells = counted.columns.iter().zip(&row.cells);
        let cells = cells.map(|(column, tally)| {
            let values = vec![own, (counted.across, column.value)];
            self.cell(*tally, values, Some(counted.highest()))
        });
        let name = messages().value_short(self.store.agenda, self.facet, row.value);
        let sum = self.cell(row.tally, vec![own], None).class("matrix__sum");
        self.row_of(node("span").text(&name))
            .live_prop("hidden", move || {
                group.is_some_and(|group| self.is_folded(group))
            })
            .children(cells)
            .child(sum)
    }

    /// Begins a row with its head.
    fn row_of(self, head: Node) -> Node {
        let head = node("th")
            .attr("role", "rowheader")
            .attr("scope", "row")
            .child(head);
        node("tr").attr("role", "row").child(head)
    }

    /// What recommendations with some values come to.
    fn cell(self, tally: Tally, values: Vec<(usize, usize)>, highest: Option<usize>) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let names = values
            .iter()
            .map(|(facet, value)| messages().value_short(agenda, *facet, *value));
        let name = messages().cell(agenda, tally, &names.collect::<Vec<_>>());
        let view_state = store
            .view_state
            .with_untracked(|view_state| view_state.with_values(agenda, &values));
        let often = (tally.occurrences > 0).then(|| {
            node("span")
                .class("matrix__often")
                .text(&messages().occurrences(tally.occurrences))
        });
        let badge = values.iter().find_map(|(facet, value)| {
            let value = agenda.facets.get(*facet)?.values.get(*value)?;
            letter(value)
        });
        // On narrow screens, where the head of the column is out of sight.
        let badge = badge.map(|badge| node("span").attr("aria-hidden", "true").child(badge));
        node("td")
            .attr("role", "cell")
            .attr("data-count", &tally.count.to_string())
            .child_if(badge.map(|badge| badge.class("matrix__letter")))
            .child_if(number(store, tally.count, &name, view_state))
            .child_if(often)
            .bind(move |cell| {
                for (facet, value) in values {
                    let facet = agenda.facets.get(facet);
                    let named = facet.and_then(|it| Some((&it.key, &it.values.get(value)?.id)));
                    if let Some((key, id)) = named {
                        set(cell, &format!("data-{key}"), Some(id));
                    }
                }
                if let Some(highest) = highest {
                    shade(cell, tally.count, highest);
                }
            })
    }

    /// The heading of some rows, which folds them up.
    fn group(self, group: &'static str, columns: usize) -> Node {
        let fold = button("matrix__fold", move || {
            self.store.transient.update(|transient| {
                let folded = &mut transient.matrix_folded;
                let before = folded.len();
                folded.retain(|it| *it != group);
                if folded.len() == before {
                    folded.push(group);
                }
            });
        });
        let fold = fold.state("aria-expanded", move || !self.is_folded(group));
        let head = node("th")
            .attr("role", "rowheader")
            .attr("scope", "rowgroup")
            .attr("colspan", &(columns + 2).to_string())
            .child(fold.text(group));
        node("tr")
            .class("matrix__group")
            .attr("role", "row")
            .child(head)
    }

    fn is_folded(self, group: &str) -> bool {
        self.store
            .transient
            .with(|transient| transient.matrix_folded.contains(&group))
    }
}

/// The table of the values of a facet that occur together.
fn together(store: Store, facet: usize, known: &'static Facet) -> Node {
    let agenda = store.agenda;
    let view = move || store.view_state.with(|view_state| store.href(view_state));
    let rows = keyed(view, move |_| {
        let view_state = store.view_state.get_untracked();
        let found = pairs(&view_state, scope(store), facet, PAIRS);
        let highest = found.iter().map(|pair| pair.count).max();
        let Some(highest) = highest else {
            return node("p").text(&messages().none_together(agenda));
        };
        let rows = found
            .iter()
            .map(|pair| pair_row(store, facet, *pair, highest));
        let heads = [
            messages().one_of_two(known, false),
            messages().one_of_two(known, true),
            messages().page_of_all(agenda),
        ];
        let heads = heads
            .iter()
            .map(|head| node("th").attr("scope", "col").text(head));
        let table = node("table")
            .class("matrix matrix--pairs")
            .attr("data-part", "together")
            .child(node("thead").child(node("tr").children(heads)))
            .child(node("tbody").children(rows));
        node("div")
            .child(table)
            .child(arc_picture(store, facet, &found))
    });
    node("section")
        .child(node("h3").text(&messages().together(known)))
        .child(
            node("p")
                .class("page__note")
                .text(&messages().together_intro(agenda, known, PAIRS)),
        )
        .view(rows)
}

fn pair_row(store: Store, facet: usize, pair: Pair, highest: usize) -> Node {
    let agenda = store.agenda;
    let names = pair
        .values
        .map(|value| messages().value_short(agenda, facet, value));
    let tally = Tally {
        count: pair.count,
        occurrences: 0,
    };
    let name = messages().cell(agenda, tally, &names);
    let view_state = store
        .view_state
        .with_untracked(|view_state| view_state.with_pair(facet, pair.values));
    let [first, second] = names;
    let bar = node("td")
        .class("matrix__bar")
        .attr("data-count", &pair.count.to_string())
        .child_if(number(store, pair.count, &name, view_state))
        .bind(move |cell| shade(cell, pair.count, highest));
    node("tr")
        .child(node("th").attr("scope", "row").text(&first))
        .child(node("td").text(&second))
        .child(bar)
}

//! The numerals as they are written into a page.

use crate::ids;
use crate::messages::{Names, messages};
use crate::state::static_page::StaticPage;
use crate::store::Store;
use crate::ui::dom::{Node, node};

/// All numbers, each a link to the page of its recommendation. They are one stop of the
/// Tab key, as each recommendation has its own below.
pub fn numerals(store: Store) -> Node {
    let agenda = store.agenda;
    let sections = agenda
        .section()
        .and_then(|section| agenda.facets.get(section));
    let sections = sections.map_or(&[][..], |section| &section.values);
    let groups = sections.iter().map(|section| {
        let numbers = section.tags.iter().map(|tag| numeral(store, tag.number));
        node("span")
            .class("numerals__section")
            .attr("data-cluster", &section.id)
            .children(numbers)
    });
    // In a frame, the page of a recommendation has nothing else.
    let class = match store.static_page {
        StaticPage::Recommendation(_) => "numerals numerals--one",
        _ => "numerals",
    };
    node("nav")
        .class(class)
        .attr("id", ids::NUMERALS)
        .attr("aria-label", &messages().by_number_of(agenda))
        .children(groups)
}

fn numeral(store: Store, number: u16) -> Node {
    let page = StaticPage::Recommendation(number).path(store.agenda);
    let is_first = store.agenda.recommendations.first().map(|it| it.number) == Some(number);
    let link = if is_first {
        node("a")
    } else {
        node("a").attr("tabindex", "-1")
    };
    link.class("numeral")
        .attr("href", &store.file(&page))
        .text(&number.to_string())
}

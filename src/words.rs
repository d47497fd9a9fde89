//! Every word of the interface, in one place.
//!
//! Constants are words that stand alone; functions are sentences with something
//! in them. The words of the recommendations are data and not here.

use crate::agenda::{Agenda, CLUSTER, Document};
use crate::engine::{Carried, Change, CharFold, Search, Via};
use crate::link::{Remark, Why};
use crate::query::{Page, Question};
use crate::shelf::{Operation, Refusal, Trouble};

pub const NAME: &str = "Development Agenda Explorer";
/// For the home screen of a phone, which has room for about twelve letters.
pub const SHORT_NAME: &str = "Dev Agenda";
pub const TAGLINE: &str = "The recommendations, word for word";
pub const SKIP: &str = "Skip to the recommendations";
pub const PAGES: &str = "Pages";
pub const EXPLORE: &str = "Recommendations";
pub const SAVED: &str = "Saved";
pub const DOCUMENTS: &str = "Documents";
pub const ABOUT: &str = "About";

pub const SEARCH: &str = "Search the recommendations";
pub const SEARCH_HINT: &str = "Results follow as you type. All words must occur; a beginning is enough. Also: “exact words”, -without, one or other, 12, 15(3), 1-5, cluster b.";
pub const FILTERS: &str = "Filters";
pub const CLEAR: &str = "Clear all";
pub const APPLIED: &str = "Applied";
pub const MATCH_ALL: &str = "Only those that carry all chosen themes";
pub const SORT: &str = "Order";
pub const BY_RELEVANCE: &str = "Best match";
pub const BY_NUMBER: &str = "Number";
pub const NOTHING: &str = "Nothing matches all of this.";
pub const WAYS_OUT: &str = "What would give results:";
pub const NO_WORDS: &str =
    "No recommendation has these words. Try fewer or other ones, or the filters.";

pub const RECOMMENDATION: &str = "Recommendation";
pub const RECOMMENDATION_SPACE: &str = "Recommendation ";
pub const CLUSTER_WORD: &str = "Cluster";
pub const CLUSTERS: &str = "Clusters";
pub const THEMES: &str = "Themes";
pub const CONTENTS: &str = "Clusters and themes";
pub const SAVE: &str = "Save";
pub const IS_SAVED: &str = "Saved";
pub const DETAILS: &str = "Details";
pub const COPY_LINK: &str = "Copy link";
pub const COPY_LIST_LINK: &str = "Copy link to this list";
pub const SHARE: &str = "Share or embed";
pub const NO_STUDIO: &str =
    "The part for sharing did not arrive. Check the connection and try again.";
pub const COPY_TEXT: &str = "Copy text";
pub const EARLIER: &str = "Move up";
pub const LATER: &str = "Move down";
pub const WHY: &str = "Why this result";
pub const CLOSE: &str = "Close";
pub const UNDO: &str = "Undo";
pub const CLASSIFICATION: &str = "Classification, with the words that support it";
pub const EDITORIAL: &str = "This classification is ours, not WIPO's.";
pub const SPEAKS_TO: &str = "Speaks to (our reading, not the document's):";
pub const DECISION: &str = "Summary of the decision";
pub const SPOKEN_TO: &str = "Where other documents speak to it";
pub const CORRECTED: &str = "Corrections to the source text";
pub const OUTSIDE: &str = "Opened by the link, but not among the results below. ";

pub const SAVED_EMPTY: &str = "Nothing saved yet. “Save” at a recommendation puts it here, in this browser only; nothing is sent anywhere.";
pub const SAVED_HERE: &str = "Kept in this browser only; nothing is sent anywhere. The link to the list carries it to other devices and people.";
pub const SAVED_IN_FRAME: &str = "Kept in this browser only, for this site alone; nothing is sent anywhere. The link to the list carries it to the full page, other devices and people.";
pub const REMOVE_ALL: &str = "Remove all";
pub const SHOW_ALL: &str = "Show all recommendations";
pub const LIST_CHIP: &str = "List from the link";
pub const SELECT_LINK: &str =
    "The browser did not let us copy. The link is selected here; copy it by hand:";
pub const SELECT_TEXT: &str =
    "The browser did not let us copy. The text is selected here; copy it by hand:";
pub const LINK_COPIED: &str = "Link copied.";
pub const TEXT_COPIED: &str = "Text copied, with its source.";

pub const DOWNLOAD: &str = "Download it";
pub const DISCARD: &str = "Discard it";
pub const DISMISS: &str = "Dismiss";
pub const UNREADABLE: &str = "Saved data in this browser can't be read, so it is kept aside unchanged. Download it if it matters to you.";
pub const NOT_DISCARDED: &str = "The browser did not let us discard it.";
pub const NOT_DOWNLOADED: &str = "The browser did not let us hand out the file.";

pub const SOURCE: &str = "Source and licence";
pub const OFFICIAL_PAGE: &str = "Official page of the recommendations";
pub const OPEN_DATA: &str = "Open data (JSON)";
pub const OPEN_SCHEMA: &str = "Its schema";
pub const ADOPTED: &str = "Adoption";
pub const METHOD: &str = "How the recommendations are classified";
pub const METHOD_TEXT: &str = "Themes, whom a recommendation concerns and how it is worded are an editorial classification. Each tag quotes the words of the recommendation that support it: open “Details”, or choose a filter and see them underlined in the text.";
pub const PRIVACY: &str = "Your data";
pub const PRIVACY_TEXT: &str = "What you save stays in the local storage of this browser. There are no cookies and no counting of visits, and nothing is sent anywhere.";
pub const INDEPENDENT: &str = "This explorer is independent of WIPO.";
pub const CORRECTIONS_INTRO: &str =
    "The text is that of the source, word for word, but for these slips of the source file:";
pub const WAS: &str = "In the source: ";
pub const NOW: &str = ", here: ";

/// How many of how many, of what.
pub fn count(question: &Question, shown: usize, total: usize) -> String {
    match (question.page, question.narrows()) {
        (Page::Saved, false) if shown == 0 => "No recommendation saved".to_owned(),
        (Page::Saved, false) => format!("{shown} of {total} recommendations saved"),
        (Page::Saved, true) => format!("{shown} of {total} recommendations saved and matching"),
        (_, true) => format!("{shown} of {total} recommendations"),
        (_, false) => format!("{total} recommendations"),
    }
}

/// The title of the document.
pub fn title(question: &Question, agenda: &Agenda, shown: usize, total: usize) -> String {
    let mut parts = Vec::new();
    if let Some(number) = question.open {
        parts.push(recommendation(number));
    }
    if !question.search.is_empty() {
        parts.push(quoted(question.search.as_str()));
    }
    for (facet, chosen) in question.chosen.iter().enumerate() {
        let labels = chosen.iter().map(|value| value_short(agenda, facet, value));
        parts.extend(labels);
    }
    match question.page {
        Page::Saved => parts.push(SAVED.to_owned()),
        Page::Documents => parts.push(DOCUMENTS.to_owned()),
        Page::About => parts.push(ABOUT.to_owned()),
        Page::List | Page::Matrix | Page::Compare => {}
    }
    if question.narrows() && question.page == Page::List {
        parts.push(count(question, shown, total));
    }
    parts.push(NAME.to_owned());
    parts.join(" · ")
}

/// What the site is called where it is shown beside others.
pub fn home_name(agenda: &Agenda) -> String {
    format!("{NAME}: {} recommendations", agenda.len())
}

/// What the site has.
pub fn home_description(agenda: &Agenda) -> String {
    let (count, title) = (agenda.len(), &agenda.title);
    format!("Read, search, filter, keep and share the {count} recommendations of the {title}.")
}

/// A recommendation and how many there are.
pub fn one_of(number: u16, agenda: &Agenda) -> String {
    format!("{} of {}", recommendation(number), agenda.len())
}

/// A recommendation with what it belongs to.
pub fn recommendation_of(number: u16, agenda: &Agenda) -> String {
    format!("{} · {}", recommendation(number), agenda.source.title)
}

/// A value with what it belongs to.
pub fn value_of(facet: usize, value: usize, agenda: &Agenda) -> String {
    let named = value_long(agenda, facet, value);
    format!("{named} · {}", agenda.source.title)
}

/// A value in full: a cluster by its letter and title, another with its facet.
pub fn value_long(agenda: &Agenda, facet: usize, value: usize) -> String {
    let known = agenda.facets.get(facet);
    let known = known.and_then(|facet| Some((facet, facet.values.get(value)?)));
    match known {
        Some((_, value)) if facet == CLUSTER => cluster_with_title(&value.id, &value.label),
        Some((facet, value)) => format!("{}: {}", facet.label, value.label),
        None => String::new(),
    }
}

/// Which recommendations.
pub fn which(numbers: &[u16]) -> String {
    match numbers {
        [number] => recommendation(*number),
        _ => format!("{RECOMMENDATION}s {}", ranges(numbers)),
    }
}

/// How many there are.
pub fn of_all(agenda: &Agenda) -> String {
    format!("of {}", agenda.len())
}

/// What the preview of the site says of it.
pub const PREVIEW_TAGLINE: &str = "Word for word: to read, search, filter, keep and share.";

/// Where the texts of a preview are from.
pub fn preview_source(agenda: &Agenda) -> String {
    let source = &agenda.source;
    format!("Text © WIPO, {}, {}", source.year, source.licence)
}

/// What the open data has.
pub fn dataset_description(agenda: &Agenda) -> String {
    let (count, title) = (agenda.len(), &agenda.title);
    format!(
        "The {count} recommendations of the {title}, word for word, by cluster, with an editorial classification by theme, by whom they concern and by how they are worded; each tag quotes the words that support it."
    )
}

/// What recommendations share, which they are, and how the first one begins.
pub fn value_description(named: &str, numbers: &[u16], first: &str) -> String {
    format!("{named}. {}: {first}", which(numbers))
}

/// Rising numbers, those in a row as `1–5`.
fn ranges(numbers: &[u16]) -> String {
    let mut rows: Vec<(u16, u16)> = Vec::new();
    for &number in numbers {
        match rows.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => rows.push((number, number)),
        }
    }
    let rows = rows.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    rows.collect::<Vec<_>>().join(", ")
}

/// The name of a recommendation.
pub fn recommendation(number: u16) -> String {
    format!("{RECOMMENDATION} {number}")
}

/// The name of a cluster by its letter.
pub fn cluster(id: &str) -> String {
    format!("{CLUSTER_WORD} {}", id.to_ascii_uppercase())
}

/// A value in a few words: a cluster by its letter, another by its label.
pub fn value_short(agenda: &Agenda, facet: usize, value: usize) -> String {
    let known = agenda.facets.get(facet);
    match known.and_then(|facet| facet.values.get(value)) {
        Some(value) if facet == CLUSTER => cluster(&value.id),
        Some(value) => value.label.clone(),
        None => String::new(),
    }
}

/// A text in quotation marks, unless it has its own.
pub fn quoted(text: &str) -> String {
    match text.contains(['"', '“']) {
        true => text.to_owned(),
        false => format!("“{text}”"),
    }
}

/// What words also find.
pub fn expansion(typed: &str, sources: &[Via], agenda: &Agenda) -> String {
    let mut others: Vec<String> = Vec::new();
    for via in sources {
        match via {
            Via::Entry(entry) => {
                let entry = agenda.glossary.get(*entry);
                let found = entry.map_or(&[][..], |entry| match entry.finds.is_empty() {
                    true => &entry.words,
                    false => &entry.finds,
                });
                let same = |word: &&String| word.eq_ignore_ascii_case(typed);
                let found = found.iter().filter(|word| !same(word));
                others.extend(found.map(|word| quoted(word)));
            }
            Via::Value(carried) => others.push(value_named(agenda, *carried)),
        }
    }
    let more = others.len().saturating_sub(OTHERS);
    others.truncate(OTHERS);
    let others = others.join(", ");
    match more {
        0 => format!("{} also finds {others}", quoted(typed)),
        _ => format!("{} also finds {others} and {more} more", quoted(typed)),
    }
}

/// How much of what words also find is told one by one.
const OTHERS: usize = 3;

/// A value with its facet.
fn value_named(agenda: &Agenda, carried: Carried) -> String {
    let facet = agenda.facets.get(carried.facet);
    let value = facet.and_then(|facet| facet.values.get(carried.value));
    let facet = facet.map_or("", |facet| &facet.label);
    format!("{facet} {}", quoted(value.map_or("", |value| &value.label)))
}

/// That a word was taken for another.
pub fn corrected(typed: &str, used: &str) -> String {
    format!("Nothing for {}; showing {}.", quoted(typed), quoted(used))
}

/// The button that looks for words only as they are written.
pub fn as_written(typed: &str) -> String {
    format!("Search only for {}", quoted(typed))
}

/// Words that a search found in a text.
pub struct Found {
    pub words: String,
    pub times: usize,
    /// What else than the typed words led to them.
    pub via: Option<Via>,
}

/// Why something was found: the words in its text, and the values it carries.
pub fn why(typed: &str, found: &[Found], values: &[Carried], agenda: &Agenda) -> String {
    let mut parts: Vec<String> = Vec::new();
    for it in found {
        let times = match it.times {
            1 => String::new(),
            times => format!(" ({times} times)"),
        };
        let reason = match it.via {
            Some(Via::Entry(entry)) => agenda.glossary.get(entry),
            _ => None,
        };
        let reason = reason.map_or_else(String::new, |entry| format!(" [{}]", entry.reason));
        parts.push(format!("{}{times}{reason}", quoted(&it.words)));
    }
    let mut told = format!("{}: ", quoted(typed));
    if !parts.is_empty() {
        told.push_str(&format!("in the text {}", parts.join(", ")));
    }
    let values: Vec<String> = values.iter().map(|it| value_named(agenda, *it)).collect();
    if !values.is_empty() {
        let joiner = if parts.is_empty() { "" } else { "; " };
        told.push_str(&format!("{joiner}classified under {}", values.join(", ")));
    }
    told
}

/// What a choice does to the number of results.
pub fn effect(now: usize, then: usize) -> String {
    match then.checked_sub(now) {
        Some(0) => format!("→ {then}"),
        Some(more) => format!("+{more} → {then}"),
        None => format!("−{} → {then}", now - then),
    }
}

/// What the button of a chip does.
pub fn remove_filter(label: &str) -> String {
    format!("Remove filter: {label}")
}

/// The button that opens the filters on narrow screens.
pub fn filters(chosen: usize) -> String {
    match chosen {
        0 => FILTERS.to_owned(),
        _ => format!("{FILTERS} ({chosen})"),
    }
}

/// The button that leaves the filters on narrow screens.
pub fn show_results(shown: usize) -> String {
    match shown {
        1 => "Show 1 recommendation".to_owned(),
        _ => format!("Show {shown} recommendations"),
    }
}

/// How many values of a facet are chosen, and whether they can be changed.
pub fn chosen(number: usize, locked: bool) -> String {
    match (number, locked) {
        (0, false) => String::new(),
        (_, false) => format!("{number} chosen"),
        (_, true) => "set by this site".to_owned(),
    }
}

/// The link from a frame to the whole page; `address` is where it leads.
pub fn full_page(address: &str) -> String {
    format!("Open the full page: {address}")
}

/// What a change that leads out of an empty result does.
pub fn change(change: &Change, question: &Question, agenda: &Agenda, fold: CharFold) -> String {
    let facet_label = |facet: &usize| agenda.facets.get(*facet).map_or("", |facet| &facet.label);
    let item = |index: usize| {
        let search = Search::read(question.search.as_str(), fold);
        let item = search.items().nth(index);
        let range = item.map_or(0..0, |item| item.range.clone());
        quoted(search.text().get(range).unwrap_or_default())
    };
    match change {
        Change::Word(index) => format!("Without {}", item(*index)),
        Change::Unquote(index) => format!("Without the quotation marks of {}", item(*index)),
        Change::Spelling { index, word } => {
            format!("{} instead of {}", quoted(word), item(*index))
        }
        Change::Search => "Without the search".to_owned(),
        Change::Value { facet, value } => {
            format!("Without {}", quoted(&value_short(agenda, *facet, *value)))
        }
        Change::Facet(facet) => format!("Without the filter {}", quoted(facet_label(facet))),
        Change::Any(facet) => format!(
            "Any of the chosen values of {} instead of all",
            quoted(facet_label(facet))
        ),
        Change::Within if question.page == Page::Saved => "Beyond what is saved".to_owned(),
        Change::Within => "Beyond the list of the link".to_owned(),
        Change::Filters => "Without all filters".to_owned(),
        Change::Everything => "Without search and filters".to_owned(),
    }
}

/// How many results a change gives.
pub fn would_give(count: usize) -> String {
    match count {
        1 => "1 recommendation".to_owned(),
        _ => format!("{count} recommendations"),
    }
}

/// What a list that came with a link is.
pub fn list_from_link(length: usize) -> String {
    match length {
        1 => "This link carries a list of 1 recommendation. It is not added to what you saved."
            .to_owned(),
        _ => format!(
            "This link carries a list of {length} recommendations, in its own order. It is not added to what you saved."
        ),
    }
}

/// The button that adds such a list to the saved ones.
pub fn save_list(new: usize) -> String {
    match new {
        0 => "All of them are saved".to_owned(),
        _ => format!("Save {new} of them"),
    }
}

/// How many remarks are told one by one.
const REMARKS: usize = 6;

/// How much of a value is repeated in a remark, in characters.
const VALUE: usize = 40;

/// What was not shown as a link asked.
pub fn remarks(remarks: &[Remark]) -> Vec<String> {
    let mut sentences: Vec<String> = remarks.iter().take(REMARKS).map(remark).collect();
    if let Some(more @ 1..) = remarks.len().checked_sub(REMARKS) {
        sentences.push(format!("And {more} more."));
    }
    sentences
}

/// What stands above the remarks on a link.
pub const REMARKS_INTRO: &str = "This link was not fully understood; the rest of it applies.";

fn remark(remark: &Remark) -> String {
    let key = &remark.key;
    let mut value: String = remark.value.chars().take(VALUE).collect();
    if value.len() < remark.value.len() {
        value.push('…');
    }
    match remark.why {
        Why::Unknown => format!("“{key}” has no value “{value}”."),
        Why::Repeated => format!("“{value}” in “{key}” is one too many."),
        Why::TooLong => format!(
            "The search text was cut at {} characters.",
            crate::query::SearchText::MOST
        ),
        Why::NotYet => format!("“{key}={value}” is not available in this version yet."),
    }
}

/// Why saved things will not last.
pub fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Refused(Refusal::Unavailable) => {
            "This browser gives us no storage here: what you save lasts until the page closes. The link to the list keeps it."
        }
        Trouble::Refused(Refusal::Full) => {
            "The storage of this browser did not take it: what you save now lasts until the page closes. The link to the list keeps it."
        }
        Trouble::Newer => {
            "A newer version of this explorer saved these lists: they are shown, and changes last until the page closes. Reload to get the newer version."
        }
    }
}

/// What was taken out of the list, or put back.
pub fn done(operation: &Operation) -> String {
    match operation {
        Operation::Remove(numbers) => match numbers.as_slice() {
            [number] => format!("{} is no longer saved.", recommendation(*number)),
            numbers => format!("{} recommendations are no longer saved.", numbers.len()),
        },
        _ => "Put back.".to_owned(),
    }
}

/// A recommendation as text to be pasted, with where it is from.
pub fn quotation(number: u16, text: &str, agenda: &Agenda, link: &str) -> String {
    let source = &agenda.source;
    format!(
        "{text}\n\n{}, {} ({}, {}, {}). {link}",
        recommendation(number),
        source.title,
        source.publisher,
        source.year,
        source.licence
    )
}

/// The id of a recommendation in the page, which fragments point to.
pub fn recommendation_id(number: u16) -> String {
    format!("rec-{number}")
}

/// The id of an item of a recommendation in the page.
pub fn passage_id(number: u16, item: &str) -> String {
    format!("rec-{number}-{item}")
}

/// The id of the heading of a recommendation in the page.
pub fn heading_id(number: u16) -> String {
    format!("rec-{number}-heading")
}

/// A cluster by its letter and title.
pub fn cluster_with_title(id: &str, title: &str) -> String {
    format!("{}. {title}", cluster(id))
}

/// The name of a button for those who do not see beside what it stands.
pub fn action_on(action: &str, number: u16) -> String {
    format!("{action}: {}", recommendation(number))
}

/// What the button that saves says.
pub fn save_or_saved(saved: bool) -> &'static str {
    if saved { IS_SAVED } else { SAVE }
}

/// The way to a neighbour.
pub fn step(forward: bool, number: u16) -> String {
    let word = if forward { "Next" } else { "Previous" };
    format!("{word}: {}", recommendation(number))
}

/// The reason behind a correction.
pub fn because(why: &str) -> String {
    format!(". {why}")
}

/// Where a correction was made.
pub fn in_recommendation(number: u16) -> String {
    format!("({})", recommendation(number))
}

/// Where a quoted paragraph is from, and why it stands here.
pub fn passage_source(document: &Document, paragraph: u16, reason: &str) -> String {
    format!(
        "{}, {}, {}, paragraph {paragraph}. That it speaks to this recommendation is our reading: {reason}",
        document.publisher, document.title, document.date
    )
}

/// What stands under the title of a document.
pub fn document_note(document: &Document) -> String {
    format!(
        "{}, {}. {}",
        document.publisher, document.date, document.note
    )
}

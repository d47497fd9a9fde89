//! A statement that the reader writes, and beside it what it cites, what is wrong in it
//! and what it speaks to. The text lives as long as the page; it is neither stored nor
//! sent.

use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlTextAreaElement;

use crate::browser::page;
use crate::browser::unicode::UNICODE;
use crate::messages::{ActionMessages, Names, RecommendationMessages, StatementMessages, messages};
use crate::state::saved::Operation;
use crate::state::speaking::half_minutes;
use crate::state::statement::{
    Findings, Flag, Named, Paragraph, Piece, Reader, Spelled, Subject, Suggested, Wrong, readable,
    words_of,
};
use crate::state::static_page::StaticPage;
use crate::store::Store;
use crate::store::signal::Source;
use crate::store::timer::Timer;
use crate::ui::dom::{Node, button, keyed, node, show, unseen};
use crate::ui::link::{page_link, recommendation_link};
use crate::ui::results::text::beginning;

/// The id of the field, and of the note below it.
const FIELD_ID: &str = "statement-text";
const NOTE_ID: &str = "statement-note";

/// How long the reader pauses before the text is read, and before the result is told to
/// those who do not see it.
const PAUSE: Duration = Duration::from_millis(250);
const QUIET: Duration = Duration::from_millis(1200);

/// How many bytes of a recommendation are shown at least.
const BEGINNING: usize = 60;

/// The text, which stays when the reader goes to another view and comes back.
static TEXT: Mutex<String> = Mutex::new(String::new());

static READER: OnceLock<Reader<'static>> = OnceLock::new();
static READING: Timer = Timer::new();
static TELLING: Timer = Timer::new();

/// The page.
#[inline(never)]
pub fn statement(store: Store) -> Node {
    let workbench = Workbench {
        store,
        read: Source::new(Read::of(store, text())),
    };
    workbench.page()
}

fn text() -> String {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A text with what is found in it.
#[derive(Clone)]
struct Read {
    /// How many texts were read before, so that what is shown is made anew.
    count: usize,
    text: String,
    findings: Findings,
}

impl Read {
    fn of(store: Store, text: String) -> Read {
        let reader = READER.get_or_init(|| Reader::new(store.agenda, UNICODE.fold));
        let mut findings = reader.read(readable(&text));
        findings.words = words_of(&text);
        Read {
            count: 0,
            findings,
            text,
        }
    }

    fn time(&self) -> String {
        let words = self.findings.words;
        messages().speaking_time(words, half_minutes(words))
    }

    fn part(&self, range: &Range<usize>) -> String {
        self.text.get(range.clone()).unwrap_or_default().to_owned()
    }
}

#[derive(Clone)]
struct Workbench {
    store: Store,
    read: Source<Read>,
}

impl Workbench {
    fn page(&self) -> Node {
        let agenda = self.store.agenda;
        let intro = node("p")
            .class("page__note")
            .text(&messages().statement_intro(agenda));
        let of = self.clone();
        let key = move || of.read.with(|read| read.count.to_string());
        let of = self.clone();
        let findings = keyed(key, move |_| of.findings());
        let columns = node("div")
            .class("statement__columns")
            .child(self.written())
            .child(node("div").class("statement__findings").view(findings));
        node("div")
            .class("statement")
            .child(node("h2").text(messages().page_of_statement()))
            .child(intro)
            .child(columns)
    }

    /// The field, with what can be done with the text.
    fn written(&self) -> Node {
        let label = node("label")
            .class("statement__label")
            .attr("for", FIELD_ID)
            .text(messages().statement_field());
        let of = self.clone();
        let field = node("textarea")
            .class("field statement__field")
            .attr("id", FIELD_ID)
            .attr("data-part", "statement")
            .attr("rows", "16")
            .attr("dir", "auto")
            .attr("aria-describedby", NOTE_ID)
            .bind(|field| {
                if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
                    field.set_value(&text());
                }
            })
            .on("input", move |event| of.write(event_target_value(&event)));
        let note = node("p")
            .class("page__note statement__note")
            .attr("id", NOTE_ID)
            .text(messages().statement_kept());
        let of = self.clone();
        let paper = node("div")
            .class("statement__paper")
            .live_text(move || of.read.with(|read| read.text.clone()));
        node("div")
            .class("statement__written")
            .child(label)
            .child(field)
            .child(paper)
            .child(note)
            .child(self.tools())
    }

    fn tools(&self) -> Node {
        let of = self.clone();
        let is_empty = move || of.read.with(|read| read.text.is_empty());
        let of = self.clone();
        let offer = is_empty.clone();
        let example = show(offer, move || {
            let of = of.clone();
            let insert = button("button", move || {
                of.replace(messages().example(of.store.agenda));
            });
            insert.text(messages().insert_example())
        });
        let of = self.clone();
        let clear = show(
            move || !is_empty(),
            move || {
                let of = of.clone();
                button("button", move || of.replace(String::new()))
                    .text(messages().clear_statement())
            },
        );
        node("div")
            .class("statement__tools")
            .view(example)
            .view(clear)
    }

    /// Takes what the reader has written, and reads it after a pause.
    fn write(&self, text: String) {
        *TEXT.lock().unwrap_or_else(PoisonError::into_inner) = text;
        TELLING.stop();
        let of = self.clone();
        READING.start(PAUSE, move || of.analyse());
    }

    /// Puts another text into the field.
    fn replace(&self, text: String) {
        page::set_field(FIELD_ID, &text, |_| true);
        *TEXT.lock().unwrap_or_else(PoisonError::into_inner) = text;
        READING.stop();
        page::focus(FIELD_ID);
        self.analyse();
    }

    fn analyse(&self) {
        let count = self.read.with_untracked(|read| read.count) + 1;
        let read = Read {
            count,
            ..Read::of(self.store, text())
        };
        let findings = &read.findings;
        let (cited, flags) = (findings.subjects().len(), findings.flags.len());
        let news = messages().statement_news(&read.time(), cited, flags);
        let store = self.store;
        TELLING.start(QUIET, move || store.announce(news));
        self.read.set(read);
    }

    /// What is found in the text.
    fn findings(&self) -> Node {
        self.read.with_untracked(|read| {
            let findings = &read.findings;
            let time = node("p")
                .class("statement__time")
                .attr("data-part", "speaking-time")
                .attr("data-words", &findings.words.to_string())
                .text(&read.time());
            let read_words = words_of(readable(&read.text));
            let rest = (read_words < findings.words).then(|| {
                node("p")
                    .attr("role", "alert")
                    .attr("data-part", "too-long")
                    .text(&messages().statement_too_long(read_words))
            });
            let all = node("div").child(time).child_if(rest);
            if findings.words == 0 {
                return all;
            }
            let heading = |words: &str| node("h3").text(words);
            let flags = findings.flags.iter().map(|flag| self.flag(flag));
            let flags = if findings.flags.is_empty() {
                node("p")
                    .class("page__note")
                    .text(messages().nothing_to_check())
            } else {
                node("ul").class("statement__list").children(flags)
            };
            let subjects = findings.subjects();
            let cited = if subjects.is_empty() {
                let words = messages().nothing_cited(self.store.agenda);
                node("p").class("page__note").text(&words)
            } else {
                let entries = subjects.into_iter().map(|it| self.cited(it));
                node("ul").class("statement__list").children(entries)
            };
            let numbers = findings.numbers();
            let add = (!numbers.is_empty()).then(|| self.add_cited(numbers));
            let paragraphs = findings.paragraphs.iter();
            let paragraphs = paragraphs.map(|it| self.paragraph(read, it));
            let suggested =
                (!findings.paragraphs.is_empty()).then(|| heading(messages().suggested()));
            all.child(heading(messages().to_check()))
                .child(flags)
                .child(heading(messages().cited()))
                .child(cited)
                .child_if(add)
                .child_if(suggested)
                .children(paragraphs)
        })
    }

    fn flag(&self, flag: &Flag) -> Node {
        let agenda = self.store.agenda;
        let (kind, number) = match &flag.what {
            Wrong::Quotation { number, .. } => ("quotation", Some(u32::from(*number))),
            Wrong::Number(number) => ("number", Some(*number)),
            Wrong::Passage { number, .. } => ("number", Some(u32::from(*number))),
            Wrong::Section { number, .. } => ("cluster", Some(u32::from(*number))),
            Wrong::NoSection(_) => ("cluster", None),
        };
        let words = messages().wrong(agenda, &flag.what);
        let pieces = match &flag.what {
            Wrong::Quotation { pieces, .. } => Some(difference(pieces)),
            _ => None,
        };
        let number = number.map(|it| it.to_string());
        node("li")
            .class("statement__flag")
            .attr("data-part", "flag")
            .attr("data-kind", kind)
            .live_attr("data-number", move || number.clone())
            .child(node("p").text(&words))
            .child_if(pieces)
            .child(self.show_button(vec![flag.range.clone()], &words))
    }

    fn cited(&self, subject: Subject) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let how = messages().cited_how(agenda, &subject);
        let how = (!how.is_empty()).then(|| node("p").class("page__note").text(&how));
        let entry = node("li").attr("data-part", "cited");
        match subject.what {
            Named::Recommendation(number) => {
                let name = messages().recommendation(agenda, number);
                self.named(entry, number).child_if(how).child(self.actions(
                    number,
                    subject.ranges,
                    &name,
                ))
            }
            Named::Section(value) => {
                let facet = agenda.section().unwrap_or_default();
                let section = agenda.facets.get(facet).and_then(|it| it.values.get(value));
                let name = messages().value_long(agenda, facet, value);
                let link = page_link(store, StaticPage::Value { facet, value }).text(&name);
                let id = section.map_or("", |it| &it.id);
                let tags = section.map_or(&[][..], |it| it.tags.as_slice());
                let numbers: Vec<u16> = tags.iter().map(|tag| tag.number).collect();
                let words = messages().add_section(agenda, value, numbers.len());
                let add = button("action", move || save(store, &numbers)).text(&words);
                let actions = node("div")
                    .class("statement__actions")
                    .child(self.show_button(subject.ranges, &name))
                    .child(add);
                entry
                    .attr("data-cluster", id)
                    .child(node("p").child(link))
                    .child_if(how)
                    .child(actions)
            }
        }
    }

    /// Names a recommendation in an entry, with its first words.
    fn named(&self, entry: Node, number: u16) -> Node {
        let (store, agenda) = (self.store, self.store.agenda);
        let known = agenda.recommendation(number);
        let section = known.and_then(|it| agenda.section_of(it));
        let words = known.map_or_else(String::new, |it| beginning(it, BEGINNING));
        let name = node("p")
            .child(recommendation_link(store, number))
            .text(" ")
            .child(node("span").class("statement__beginning").text(&words));
        entry
            .attr("data-number", &number.to_string())
            .attr("data-cluster", section.map_or("", |it| &it.id))
            .child(name)
    }

    /// What can be done with a recommendation in an entry.
    fn actions(&self, number: u16, ranges: Vec<Range<usize>>, name: &str) -> Node {
        let store = self.store;
        let is_saved = move || store.saved().contains(&number);
        let label = move || {
            let words = messages().save(is_saved());
            Some(messages().action_on(store.agenda, words, number))
        };
        let save = button("action", move || store.toggle_saved(number))
            .attr("data-part", "save")
            .attr("data-number", &number.to_string())
            .state("aria-pressed", is_saved)
            .live_attr("aria-label", label)
            .live_text(move || messages().save(is_saved()).to_owned());
        node("div")
            .class("statement__actions")
            .child(self.show_button(ranges, name))
            .child(save)
    }

    /// The button that selects the places of an entry in the field, one after the other.
    fn show_button(&self, ranges: Vec<Range<usize>>, name: &str) -> Node {
        let read = self.read.clone();
        let mut next = 0;
        let show = button("action", move || {
            let range = ranges.get(next).or(ranges.first()).cloned();
            next = if next + 1 < ranges.len() { next + 1 } else { 0 };
            if let Some(range) = range {
                read.with_untracked(|read| page::show_range(FIELD_ID, &read.text, range));
            }
        });
        show.attr("aria-label", &messages().show_named_in_text(name))
            .text(messages().show_in_text())
    }

    /// The button that saves all that is cited.
    fn add_cited(&self, numbers: Vec<u16>) -> Node {
        let store = self.store;
        let all = numbers.clone();
        let is_done = move || {
            let saved = store.saved();
            all.iter().all(|it| saved.contains(it))
        };
        let words = messages().add_cited(numbers.len());
        let done = is_done.clone();
        let add = button("button", move || save(store, &numbers))
            .attr("data-part", "save-cited")
            .state("aria-disabled", is_done)
            .live_text(move || {
                if done() {
                    messages().all_cited_saved().to_owned()
                } else {
                    words.clone()
                }
            });
        node("p").class("statement__tools").child(add)
    }

    fn paragraph(&self, read: &Read, paragraph: &Paragraph) -> Node {
        let name = messages().statement_paragraph(paragraph.place);
        let head = node("div")
            .class("statement__paragraph")
            .child(node("h4").text(&name))
            .child(self.show_button(vec![paragraph.range.clone()], &name));
        let suggested = paragraph.suggested.iter();
        let suggested = suggested.map(|it| self.suggested(read, it));
        node("section")
            .child(head)
            .child(node("ul").class("statement__list").children(suggested))
    }

    fn suggested(&self, read: &Read, suggested: &Suggested) -> Node {
        let number = suggested.number;
        let words: Vec<String> = suggested.words.iter().map(|it| read.part(it)).collect();
        let why = node("p")
            .class("page__note")
            .text(&messages().because_of(&words));
        let entry = node("li").attr("data-part", "suggested");
        let name = messages().recommendation(self.store.agenda, number);
        self.named(entry, number).child(why).child(self.actions(
            number,
            suggested.words.clone(),
            &name,
        ))
    }
}

/// What is found in the example, for the gallery.
#[inline(never)]
pub fn findings_of_example(store: Store) -> Node {
    let text = messages().example(store.agenda);
    let workbench = Workbench {
        store,
        read: Source::new(Read::of(store, text)),
    };
    workbench.findings()
}

/// Saves recommendations that are not saved yet, and tells how many.
fn save(store: Store, numbers: &[u16]) {
    let saved = untrack(|| store.saved());
    let new = numbers.iter().copied().filter(|it| !saved.contains(it));
    let new: Vec<u16> = new.collect();
    if new.is_empty() {
        return store.announce(messages().all_cited_saved().to_owned());
    }
    let sentence = messages().cited_saved(store.agenda, new.len());
    store.update_saved(Operation::Save(new));
    store.notify(&sentence);
}

/// A quotation with what differs from the source.
fn difference(pieces: &[Piece]) -> Node {
    let mut quotation = node("blockquote").class("statement__difference");
    for piece in pieces {
        let (tag, (before, behind)) = match piece.spelled {
            Spelled::Same => {
                quotation = quotation.text(&piece.text);
                continue;
            }
            Spelled::Written => ("del", messages().around_written()),
            Spelled::Source => ("ins", messages().around_source()),
        };
        let mark = node(tag)
            .child(unseen(before))
            .text(&piece.text)
            .child(unseen(behind));
        quotation = quotation.child(mark);
    }
    quotation
}

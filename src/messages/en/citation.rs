//! The words of the styles are those of their manuals: how each names an organisation,
//! a part of its publication and an address is in decision 0085.

use super::English;
use super::background::{MONTHS, dated};
use super::grammar::counted;
use crate::data::{Agenda, Date, Part};
use crate::messages::{CitationMessages, CitationStyle, Cited, Names, Run};

impl CitationMessages for English {
    fn citation_style(&self, style: CitationStyle) -> &'static str {
        match style {
            CitationStyle::Chicago => "Chicago (note)",
            CitationStyle::Apa => "APA",
            CitationStyle::Oscola => "OSCOLA",
            CitationStyle::Wipo => "WIPO documents",
        }
    }

    fn citation_form(&self) -> &'static str {
        "Style"
    }

    fn cited_passage(&self) -> &'static str {
        "Passage"
    }

    fn copy_citation(&self) -> &'static str {
        "Copy citation"
    }

    fn citation_copied(&self) -> &'static str {
        "Citation copied."
    }

    fn nothing_to_cite(&self, agenda: &Agenda) -> String {
        format!("Nothing to cite: no {} is shown.", agenda.noun.one)
    }

    fn cite_shown(&self, agenda: &Agenda, count: usize) -> String {
        format!("Cite {}", counted(agenda, count))
    }

    fn cited_part(&self, agenda: &Agenda, number: u16, part: &Part) -> String {
        let kind = if part.is_paragraph {
            "paragraph"
        } else {
            "item"
        };
        let whole = self.recommendation(agenda, number);
        format!("{whole}, {kind} {}", part.mark)
    }

    fn citation(&self, style: CitationStyle, cited: &Cited<'_>) -> Vec<Run> {
        match style {
            CitationStyle::Chicago => chicago(cited),
            CitationStyle::Apa => apa(cited),
            CitationStyle::Oscola => oscola(cited),
            CitationStyle::Wipo => wipo(cited),
        }
    }

    fn later_citation(&self, cited: &Cited<'_>) -> Vec<Run> {
        let source = &cited.agenda.source;
        let (publisher, passage) = (&source.publisher_short, &cited.passage);
        let rest = format!(
            " ({publisher}, {}), {passage}, {}.",
            source.year, cited.address
        );
        around(String::new(), &source.title, rest)
    }
}

fn chicago(cited: &Cited<'_>) -> Vec<Run> {
    let source = &cited.agenda.source;
    let imprint = match &cited.imprint.place {
        Some(place) => format!("{place}: {}", source.publisher_short),
        None => source.publisher_short.clone(),
    };
    let reference = reference(cited, ", ", "");
    let read = day(cited, american)
        .map_or_else(|| "read at".to_owned(), |day| format!("accessed {day}, at"));
    around(
        format!("{}, ", source.author()),
        &source.title,
        format!(
            "{reference} ({imprint}, {}), {}, {} ({}); {read} {}.",
            source.year, cited.passage, source.url, source.licence, cited.address
        ),
    )
}

fn apa(cited: &Cited<'_>) -> Vec<Run> {
    let source = &cited.agenda.source;
    let reference = reference(cited, "", "; ");
    let read = day(cited, american).map_or_else(
        || "Read at".to_owned(),
        |day| format!("Retrieved {day}, from"),
    );
    // No full stop after an address.
    around(
        format!(
            "{}. ({}). {}. In ",
            source.author(),
            source.year,
            cited.passage
        ),
        &source.title,
        format!(
            " ({reference}{}). {} {read} {}",
            source.licence, source.url, cited.address
        ),
    )
}

fn oscola(cited: &Cited<'_>) -> Vec<Run> {
    let source = &cited.agenda.source;
    let reference = reference(cited, "", ", ");
    let read = day(cited, dated).map_or_else(String::new, |day| format!(" accessed {day}"));
    // What has no ISBN stands in quotation marks, and its publisher is not named twice.
    let text = format!(
        "{}, ‘{}’ ({reference}{}) {} <{}> ({}), read at <{}>{read}.",
        source.author(),
        source.title,
        source.year,
        cited.passage,
        source.url,
        source.licence,
        cited.address
    );
    vec![plain(text)]
}

fn wipo(cited: &Cited<'_>) -> Vec<Run> {
    let source = &cited.agenda.source;
    let reference = reference(cited, ", ", "");
    let read = day(cited, american).map_or_else(String::new, |day| format!(" on {day}"));
    around(
        format!("{}, ", source.publisher),
        &source.title,
        format!(
            "{reference}, {}, {}, available at: {} ({}); read{read} at: {}.",
            source.year, cited.passage, source.url, source.licence, cited.address
        ),
    )
}

/// The publisher's own reference between two texts; nothing where there is none.
fn reference(cited: &Cited<'_>, before: &str, after: &str) -> String {
    let source = &cited.agenda.source;
    if source.reference.is_empty() {
        return String::new();
    }
    let (publisher, reference) = (&source.publisher_short, &source.reference);
    format!("{before}{publisher} Reference {reference}{after}")
}

/// The day on which it was read.
fn day(cited: &Cited<'_>, written: fn(Date) -> String) -> Option<String> {
    cited.day.map(written)
}

/// A date with the month first.
fn american(date: Date) -> String {
    let month = date.month.map(usize::from);
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (month, date.day) {
        (Some(month), Some(day)) => format!("{month} {day}, {}", date.year),
        _ => dated(date),
    }
}

/// A title in italics between what stands before it and behind it.
fn around(before: String, title: &str, after: String) -> Vec<Run> {
    let title = Run {
        text: title.to_owned(),
        is_italic: true,
    };
    let runs = [plain(before), title, plain(after)].into_iter();
    runs.filter(|run| !run.text.is_empty()).collect()
}

fn plain(text: String) -> Run {
    Run {
        text,
        is_italic: false,
    }
}

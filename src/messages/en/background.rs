use super::English;
use super::grammar::{counted, ranges};
use crate::data::{Agenda, Date, FactSource, Project};
use crate::messages::BackgroundMessages;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl BackgroundMessages for English {
    fn introduction_heading(&self, agenda: &Agenda) -> String {
        format!("What the {} is", agenda.title)
    }

    fn history_heading(&self) -> &'static str {
        "How it came about"
    }

    fn sections_heading(&self, agenda: &Agenda) -> String {
        let section = agenda.section().and_then(|at| agenda.facets.get(at));
        let label = section.map_or("", |section| &section.label_many);
        format!("{label} at a glance")
    }

    fn section_size(&self, agenda: &Agenda, numbers: &[u16]) -> String {
        format!("{}: {}", counted(agenda, numbers.len()), ranges(numbers))
    }

    fn period(&self, date: Date, until: Option<Date>) -> (String, Option<String>) {
        let Some(until) = until else {
            return (dated(date), None);
        };
        // What both have in common is said once.
        let mut first = date;
        if date.year == until.year {
            first.year = 0;
            if date.month == until.month {
                first.month = None;
            }
        }
        (dated(first), Some(dated(until)))
    }

    fn until(&self) -> &'static str {
        "–"
    }

    fn source(&self, source: &FactSource) -> String {
        match (&source.document, source.host()) {
            (Some(document), Some(host)) => format!("{document} ({host})"),
            (Some(document), None) => document.clone(),
            (None, host) => host.unwrap_or_default().to_owned(),
        }
    }

    fn source_note(&self, note: &str) -> String {
        format!(". {note}")
    }

    fn differs(&self, text: &str) -> String {
        format!("Sources differ: {text}")
    }

    fn projects_heading(&self) -> &'static str {
        "Projects"
    }

    fn projects_intro(&self, agenda: &Agenda) -> String {
        format!(
            "Projects that carry out {}. What the code of a project says is kept apart from what a document says, because they can differ. Only what we have read in a source is listed, so the list is not complete.",
            agenda.noun.many
        )
    }

    fn no_project(&self, agenda: &Agenda) -> String {
        format!(
            "No project is linked to this {} in this data set.",
            agenda.noun.one
        )
    }

    fn named_by(&self, agenda: &Agenda, project: &Project, number: u16) -> String {
        let one = &agenda.noun.one;
        match project.names(number) {
            [true, true] => format!("Its code and a document name this {one}."),
            [true, false] if project.document_says.is_empty() => {
                format!("Its code names this {one}.")
            }
            [true, false] => format!("Its code names this {one}, its document does not."),
            [false, _] if project.code.is_some() => {
                format!("A document names this {one}, the code does not.")
            }
            [false, _] => format!("A document names this {one}."),
        }
    }

    fn code_says(&self) -> &'static str {
        "Its code names"
    }

    fn document_says(&self) -> &'static str {
        "A document names"
    }

    fn seen(&self) -> &'static str {
        "Status"
    }

    fn show_corrections(&self, count: usize) -> String {
        if count == 1 {
            "Show the correction".to_owned()
        } else {
            format!("Show the {count} corrections")
        }
    }
}

/// A date as far as it is known: “28 September 2007”, “September 2007”, “2007”; without
/// a year where that is 0.
pub(super) fn dated(date: Date) -> String {
    let month = date.month.map(usize::from);
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let mut text = String::new();
    let parts = [
        date.day.map(|day| day.to_string()),
        month.map(|month| (*month).to_owned()),
        (date.year != 0).then(|| date.year.to_string()),
    ];
    for part in parts.into_iter().flatten() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(first: &str, last: Option<&str>) -> String {
        let date = |text: &str| Date::parse(text).expect("a date");
        match English.period(date(first), last.map(date)) {
            (first, None) => first,
            (first, Some(last)) => first + English.until() + &last,
        }
    }

    #[test]
    fn a_date_is_told_as_far_as_it_is_known() {
        assert_eq!(told("2007", None), "2007");
        assert_eq!(told("2007-09", None), "September 2007");
        assert_eq!(told("2007-09-28", None), "28 September 2007");
    }

    #[test]
    fn the_ends_of_a_period_say_once_what_they_have_in_common() {
        let cases = [
            ("2006-02-20", "2006-02-24", "20–24 February 2006"),
            ("2007-09-24", "2007-10-03", "24 September–3 October 2007"),
            (
                "2006-12-30",
                "2007-01-02",
                "30 December 2006–2 January 2007",
            ),
            ("2018", "2019", "2018–2019"),
        ];
        for (first, last, expected) in cases {
            assert_eq!(told(first, Some(last)), expected);
        }
    }

    #[test]
    fn it_is_told_who_names_a_recommendation_and_who_does_not() {
        let agenda = crate::embedded::agenda().expect("the data set of this build");
        let projects = crate::embedded::background().projects;
        let told = |id: &str, number| {
            let mut projects = projects.iter();
            let project = projects.find(|it| it.id == id).expect("it is there");
            English.named_by(&agenda, project, number)
        };
        assert_eq!(
            told("tourism", 4),
            "A document names this recommendation, the code does not."
        );
        assert_eq!(
            told("tourism", 40),
            "Its code and a document name this recommendation."
        );
        assert_eq!(
            told("specialized-databases-2", 8),
            "Its code names this recommendation."
        );
        assert_eq!(
            told("public-domain", 16),
            "A document names this recommendation."
        );
    }

    #[test]
    fn a_source_is_named_by_its_document_and_where_it_was_read() {
        let source = |document: Option<&str>, url: Option<&str>| FactSource {
            document: document.map(str::to_owned),
            url: url.map(str::to_owned),
            quote: None,
            language: None,
            note: None,
        };
        for (document, url, expected) in [
            (
                Some("CDIP/7/4"),
                Some("https://a.example/x"),
                "CDIP/7/4 (a.example)",
            ),
            (Some("CDIP/7/4"), None, "CDIP/7/4"),
            (None, Some("http://www.wipo.int/a/b"), "wipo.int"),
        ] {
            assert_eq!(English.source(&source(document, url)), expected);
        }
    }
}

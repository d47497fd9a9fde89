//! Another text, with other nouns, sections and facets, goes through everything that is decided
//! without a browser, and nothing of the first data set shows.

mod support;

use explorer::data::{Agenda, Background, Details};
use explorer::export::{Export, Format};
use explorer::messages::{
    AboutMessages, BackgroundMessages, MetadataMessages, Names, RecommendationMessages,
    ResultMessages, messages,
};
use explorer::share::{Choices, Shared};
use explorer::state::statement::{Reader, Wrong};
use explorer::state::{self, EmbedPart, Named, Page, Sort, StaticPage, ViewState, saved, url};
use facet_search::{Query, search};
use support::{NATIVE, memory::Memory};

const ROOT: &str = "https://harbour.example/reader/";

/// What only the first data set says.
const FOREIGN: [&str; 5] = [
    "wipo",
    "development agenda",
    "development-agenda",
    "dev agenda",
    "recommendation",
];

const CHARTER: &str = include_str!("data/charter.json");

fn charter() -> Agenda {
    charter_with_details().0
}

fn charter_with_details() -> (Agenda, Details) {
    explorer::data::read(CHARTER).unwrap_or_else(|error| panic!("{error}"))
}

fn view(query: &str, agenda: &Agenda) -> ViewState {
    let parsed = url::read(query, agenda, NATIVE.compose);
    assert_eq!(parsed.warnings, [], "{query}");
    assert_eq!(parsed.unknown_params, [""; 0], "{query}");
    parsed.view_state
}

/// The numbers that a query finds.
fn found(query: &str, agenda: &Agenda) -> Vec<u16> {
    let corpus = state::corpus(agenda, NATIVE.fold);
    let query: Query = view(query, agenda).query(agenda, &[], NATIVE.fold);
    let results = search(&corpus, &query);
    let hits = results.hits.iter();
    hits.map(|hit| agenda.recommendations[*hit].number)
        .collect()
}

fn export(agenda: &Agenda, format: Format) -> (String, String) {
    let numbers: Vec<u16> = agenda.recommendations.iter().map(|it| it.number).collect();
    let (_, details) = charter_with_details();
    let file = Export {
        agenda,
        details: &details,
        numbers: &numbers,
        root: ROOT,
        title: None,
        note: "",
        notes: &[],
        view: ROOT,
        date: "2026-11-27",
        version: "0123456789ab",
        without: &[],
    }
    .file(format);
    let content = String::from_utf8_lossy(&file.content);
    (file.name, content.into_owned())
}

/// Holds that no text of another data set is in a text. Field names of published
/// forms are no text.
fn is_its_own(text: &str, what: &str) {
    let plain = text.to_lowercase().replace("\"recommendations\":", "");
    for foreign in FOREIGN {
        assert!(!plain.contains(foreign), "{foreign:?} in {what}:\n{text}");
    }
}

#[test]
fn it_is_found_by_its_words_numbers_and_sections() {
    let agenda = charter();
    let cases: [(&str, &[u16]); 12] = [
        ("", &[1, 2, 3, 4, 5, 6]),
        ("q=article+5", &[5]),
        ("q=art.+5", &[5]),
        ("q=articles+3-5", &[3, 4, 5]),
        ("q=section+b", &[4, 5, 6]),
        ("q=sections+a+and+b", &[1, 2, 3, 4, 5, 6]),
        ("q=3(b)", &[3]),
        ("q=pilots", &[1, 5]),
        ("q=fees", &[2, 4]),
        ("section=people-and-trade", &[4, 5, 6]),
        ("subject=pilots_dues&match=any", &[1, 2, 4, 5]),
        ("ship=freight&subject=pilots", &[1]),
    ];
    for (query, numbers) in cases {
        let mut numbers_found = found(query, &agenda);
        numbers_found.sort_unstable();
        assert_eq!(numbers_found, numbers, "{query}");
    }
}

#[test]
fn its_addresses_have_its_own_keys() {
    let agenda = charter();
    for query in [
        "section=water-and-quays_people-and-trade",
        "subject=pilots_dues&match=all&ship=fishing",
        "q=pilot&rec=5&list=1_5",
        "embed=1&hide=clusters_themes&lock=section_ship",
    ] {
        assert_eq!(url::write(&view(query, &agenda), &agenda), query);
    }
    let foreign = url::read("cluster=a&theme=funding", &agenda, NATIVE.compose);
    assert_eq!(foreign.unknown_params, ["cluster=a", "theme=funding"]);
    assert_eq!(agenda.content_keys()[..3], ["section", "subject", "ship"]);
    let all = "q section subject match ship rec list view sort lang scheme embed hide lock events";
    assert_eq!(agenda.address_keys().join(" "), all);
    let hidden = view("embed=1&hide=clusters_themes", &agenda);
    let hides = (0..3).map(|facet| hidden.hides_facet(&agenda, facet));
    assert_eq!(hides.collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn its_pages_have_its_own_paths_and_names() {
    let agenda = charter();
    let pages = StaticPage::all(&agenda);
    let paths: Vec<String> = pages.iter().map(|page| page.path(&agenda)).collect();
    let own = [
        "",
        "rec/1/",
        "rec/2/",
        "rec/3/",
        "rec/4/",
        "rec/5/",
        "rec/6/",
        "section/water-and-quays/",
        "section/people-and-trade/",
        "subject/pilots/",
        "subject/dues/",
    ];
    assert_eq!(paths, own);
    for page in pages {
        let path = page.path(&agenda);
        assert_eq!(StaticPage::at(&format!("/reader/{path}"), &agenda), page);
        for text in [
            page.title(&agenda),
            page.name(&agenda),
            page.description(&agenda),
        ] {
            is_its_own(&text, &path);
        }
    }
    let last = StaticPage::at("/reader/section/people-and-trade/", &agenda);
    assert_eq!(
        last.name(&agenda),
        "Section B. People and Trade · Charter of the Harbour"
    );
    let five = StaticPage::Recommendation(5);
    assert_eq!(five.title(&agenda), "Article 5 · Harbour Charter Reader");
}

#[test]
fn its_files_are_named_and_cited_for_it() {
    let agenda = charter();
    for (_, format) in Format::ALL {
        let (name, content) = export(&agenda, *format);
        assert!(name.starts_with("harbour-charter"), "{name}");
        is_its_own(&content, &name);
    }
    let (_, bibtex) = export(&agenda, Format::Bibtex);
    assert!(
        bibtex.contains("@incollection{harbour-charter-5,"),
        "{bibtex}"
    );
    assert!(bibtex.contains("title = {{Article 5}}"), "{bibtex}");
    assert!(
        bibtex.contains("publisher = {{Harbour Council}}"),
        "{bibtex}"
    );
    let (_, ris) = export(&agenda, Format::Ris);
    assert!(
        ris.contains("LA  - en-GB\r\n") && !ris.contains("CY  - "),
        "{ris}"
    );
    let author = "Council\u{a0}of\u{a0}the\u{a0}Harbour\u{a0}Towns";
    assert!(ris.contains(&format!("AU  - {author},\r\n")), "{ris}");
    // It has no reference, and nobody says when it was adopted.
    let note = "N1  - CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/); text at \
                https://harbour.example/reader/rec/5/\r\n";
    assert!(ris.contains(note), "{ris}");
    let (_, csv) = export(&agenda, Format::Csv);
    assert!(
        csv.starts_with(
            "\u{feff}number,text,section,subject,ship,link,\
             section_labels,subject_labels,ship_labels,source_title,"
        ),
        "{csv}"
    );
}

#[test]
fn its_snippets_and_sentences_are_its_own() {
    let agenda = charter();
    for query in [
        "",
        "section=people-and-trade",
        "rec=5",
        "q=pilot&subject=pilots",
    ] {
        let view_state = view(query, &agenda);
        let numbers = found(query, &agenda);
        let shared = Shared {
            agenda: &agenda,
            view_state: &view_state,
            numbers: &numbers,
            root: ROOT,
        };
        let choices = Choices::default();
        for text in [
            shared.title(),
            shared.link(),
            shared.letter(),
            shared.frame(&choices),
            shared.element(&choices),
            shared.text(),
        ] {
            is_its_own(&text, query);
        }
    }
    let sentences = [
        messages().official_page(&agenda),
        messages().method_heading(&agenda),
        messages().method(&agenda),
        messages().home_description(&agenda),
        messages().tagline(&agenda),
        messages().contents(&agenda),
        messages().editorial(&agenda),
        messages().preview_source(&agenda),
    ];
    for sentence in sentences {
        is_its_own(&sentence, "a sentence");
    }
    for (_, page) in Page::ALL {
        let shown = ViewState {
            page: *page,
            sort: Some(Sort::Relevance),
            ..ViewState::new(&agenda)
        };
        is_its_own(&messages().title(&agenda, &shown, 6), "a title");
    }
    assert_eq!(EmbedPart::ALL.len(), 9);
}

#[test]
fn its_saved_list_is_kept_apart() {
    let agenda = charter();
    assert_eq!(agenda.site.storage_prefix, "harbour-charter");
    let ours = support::agenda();
    assert_eq!(ours.site.storage_prefix, "agenda-explorer");
    assert_eq!(
        saved::saved_key(&Memory::default()),
        "agenda-explorer:saved"
    );
}

#[test]
fn it_survives_the_form_in_which_it_is_embedded() {
    let agenda = charter();
    let encoded = agenda.encode().expect("it can be encoded");
    assert_eq!(Agenda::decode(&encoded), Ok(agenda));
}

/// The charter with a change.
fn changed(
    change: impl FnOnce(&mut serde_json::Map<String, serde_json::Value>),
) -> (Agenda, Details, Background) {
    let mut json: serde_json::Value = serde_json::from_str(CHARTER).expect("it is JSON");
    change(json.as_object_mut().expect("it is an object"));
    explorer::data::read_all(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_page_of_documents_is_offered_where_there_are_some_or_projects() {
    assert!(charter().has_documents);
    let without = |fields: &[&str]| {
        let (agenda, _, _) = changed(|json| json.retain(|key, _| !fields.contains(&key.as_str())));
        agenda.has_documents
    };
    assert!(without(&["documents"]));
    assert!(without(&["projects"]));
    assert!(!without(&["documents", "projects"]));
}

#[test]
fn its_background_is_its_own_and_can_be_left_out() {
    let (agenda, details, background) = changed(|_| ());
    assert!(details.has_background);
    let encoded = background.encode().expect("it can be encoded");
    assert_eq!(Background::decode(&encoded).as_ref(), Ok(&background));
    let [school, lights] = &background.projects[..] else {
        panic!("two projects");
    };
    for sentence in [
        messages().introduction_heading(&agenda),
        messages().sections_heading(&agenda),
        messages().section_size(&agenda, &[1, 2, 3]),
        messages().projects_intro(&agenda),
        messages().no_project(&agenda),
        messages().named_by(&agenda, school, 1),
        messages().named_by(&agenda, lights, 2),
    ] {
        is_its_own(&sentence, "a sentence");
    }
    assert_eq!(school.names(1), [true, false]);
    assert_eq!(school.names(5), [true, true]);
    assert_eq!(lights.names(1), [false, false]);
    let status = &background.status_lists[0];
    let of = |number: u16| status.of(number).map(|(value, _)| value.id.as_str());
    assert_eq!(of(2), Some("yes"));
    assert_eq!(of(6), Some("unknown"));

    let all = ["introduction", "events", "projects", "status_lists"];
    let (_, details, background) =
        changed(|json| json.retain(|key, _| !all.contains(&key.as_str())));
    assert!(!details.has_background);
    assert_eq!(background, Background::default());
}

#[test]
fn a_statement_cites_what_the_data_set_has_in_its_own_words() {
    let agenda = charter();
    let reader = Reader::new(&agenda, NATIVE.fold);
    let text = "Articles 2(1) and 4 are good, and so are Arts. 5–6. Article 1 of Section B speaks of pilots: \
        “Every ship that enters the harbour takes a captain aboard.” Article 9 is missing. \
        Recommendation 3 and Cluster A are not ours.";
    let findings = reader.read(text);
    assert_eq!(findings.numbers(), [2, 4, 5, 6, 1]);
    let wrong = findings.flags.iter().map(|flag| match &flag.what {
        Wrong::Quotation { number, .. } => format!("quotation {number}"),
        Wrong::Section { number, .. } => format!("section {number}"),
        Wrong::Number(number) => format!("number {number}"),
        other => format!("{other:?}"),
    });
    let wrong: Vec<String> = wrong.collect();
    assert_eq!(wrong, ["section 1", "quotation 1", "number 9"]);
}

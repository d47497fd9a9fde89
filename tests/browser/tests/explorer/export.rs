//! Saving what is shown as a file: it is on the disk, and in the file is what the
//! list shows.

use std::{fs, path::PathBuf};

use browser_tests::{
    journey::{Setting, visit, visit_in_both},
    page::{Page, part},
};
use explorer::{export::Format, state::Named};
use serde_json::{Value, json};

const BUTTON: &str = "button[aria-controls=export]";

/// A folder of its own for what the browser keeps, which goes with the test.
struct DownloadFolder(PathBuf);

impl DownloadFolder {
    fn of(page: &Page, name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("explorer-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder can be made");
        page.browser().keep_files_in(&folder);
        Self(folder)
    }

    /// The file with this name, once it is whole.
    fn file(&self, page: &Page, name: &str) -> String {
        String::from_utf8(self.bytes(page, name)).expect("UTF-8")
    }

    /// The same for one that is no text.
    fn bytes(&self, page: &Page, name: &str) -> Vec<u8> {
        page.eventually(&format!("{name} is kept"), || {
            let content = fs::read(self.0.join(name)).ok()?;
            // Its place is kept before there is anything in it.
            (!content.is_empty()).then_some(content)
        })
    }
}

impl Drop for DownloadFolder {
    fn drop(&mut self) {
        // What is left over in the folder of the system does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn format(name: &str) -> String {
    format!("{}[data-format={name}]", part("export"))
}

fn is_seen(page: &Page, selector: &str) -> bool {
    let body = "return document.querySelector(arguments[0]).checkVisibility()";
    page.browser().script(body, &[json!(selector)]) == true
}

fn show_formats(page: &Page) {
    page.click(BUTTON);
    page.eventually("the formats are seen", || {
        is_seen(page, &part("export")).then_some(())
    });
}

/// Which recommendations a file names by their addresses, in its order.
fn numbers(content: &str) -> Vec<u16> {
    let after = content.split("/rec/").skip(1);
    let numbers = after.filter_map(|text| text.split('/').next()?.parse().ok());
    numbers.collect()
}

#[test]
fn each_format_has_what_is_shown_in_the_order_of_the_list() {
    visit("?q=brain+drain+or+genome", |page| {
        let shown = page.now().numbers;
        assert!(shown.len() > 1, "{shown:?}");
        let kept = DownloadFolder::of(page, "formats");
        show_formats(page);
        for (name, file) in [
            ("csv", "development-agenda.csv"),
            ("json", "development-agenda.json"),
            ("markdown", "development-agenda.md"),
            ("text", "development-agenda.txt"),
            ("bibtex", "development-agenda.bib"),
            ("ris", "development-agenda.ris"),
            ("csl-json", "development-agenda-csl.json"),
            ("html", "development-agenda.html"),
        ] {
            page.click(&format(name));
            let content = kept.file(page, file);
            let mut told = numbers(&content);
            // HTML names the address of a text twice.
            told.dedup();
            assert_eq!(told, shown, "{name}");
            assert!(content.contains(&page.root()), "{name}");
            let told = format!("Downloaded {file} ({} recommendations)", shown.len());
            page.eventually("it is told", || {
                let body = "return document.querySelector('.status').textContent";
                let said = page.browser().script(body, &[]);
                said.as_str()
                    .filter(|said| said.contains(&told))
                    .map(|_| ())
            });
        }
        page.complaints();
    });
}

#[test]
fn a_document_for_word_has_what_is_shown() {
    visit("?q=brain+drain+or+genome", |page| {
        let shown = page.now().numbers;
        let kept = DownloadFolder::of(page, "word");
        show_formats(page);
        page.click(&format("docx"));
        let archive = kept.bytes(page, "development-agenda.docx");
        // Its parts are not compressed.
        let text = String::from_utf8_lossy(&archive);
        let headings = text.split(">Recommendation ").skip(1);
        let numbers: Vec<u16> = headings
            .filter_map(|rest| rest.split('<').next()?.parse().ok())
            .collect();
        assert_eq!(numbers, shown);
        assert!(archive.starts_with(b"PK"));
        assert!(text.contains(&page.root()));
        page.complaints();
    });
}

#[test]
fn a_table_has_the_columns_that_are_ticked() {
    visit("?q=brain+drain", |page| {
        let kept = DownloadFolder::of(page, "columns");
        show_formats(page);
        let tick = |label: &str| {
            let body = "
                const folded = document.querySelector('#export details');
                if (!folded) return false;
                folded.open = true;
                const labels = [...folded.querySelectorAll('label')];
                labels.find((it) => it.textContent === arguments[0]).querySelector('input').click();
                return true;";
            page.eventually(label, || {
                (page.browser().script(body, &[json!(label)]) == true).then_some(())
            });
        };
        for label in ["Text", "Source and licence", "Theme"] {
            tick(label);
        }
        page.click(&format("csv"));
        let table = kept.file(page, "development-agenda.csv");
        let head = table.trim_start_matches('\u{feff}').lines().next();
        let first = "number,cluster,for,duty,link,cluster_labels,for_labels,duty_labels,item_note";
        assert!(head.is_some_and(|head| head.starts_with(first)), "{head:?}");
        page.complaints();
    });
}

/// The citation that is seen, once it has these words.
fn citation(page: &Page, words: &str) -> String {
    let body = "
        const seen = [...document.querySelectorAll('[data-part=citation]')];
        return seen.find((it) => it.checkVisibility())?.textContent;";
    page.eventually(words, || {
        let said = page.browser().script(body, &[]);
        let said = said.as_str().map(str::to_owned);
        said.filter(|said| said.contains(words))
    })
}

/// Chooses in one of the choices of a citation.
fn choose(page: &Page, hook: &str, label: &str) {
    let body = "
        const choices = [...document.querySelectorAll(`[data-part=${arguments[0]}]`)];
        const choice = choices.find((it) => it.checkVisibility());
        if (!choice) return false;
        const labels = [...choice.options].map((it) => it.textContent);
        choice.selectedIndex = labels.indexOf(arguments[1]);
        choice.dispatchEvent(new Event('change', { bubbles: true }));
        return choice.selectedIndex >= 0;";
    page.eventually(label, || {
        let done = page.browser().script(body, &[json!(hook), json!(label)]);
        (done == true).then_some(())
    });
}

#[test]
fn a_recommendation_and_an_item_of_it_are_cited_in_the_style_that_is_chosen() {
    visit("?rec=15", |page| {
        page.browser().allow_reading_the_clipboard();
        page.click("button[data-part=cite]");
        let chicago = citation(page, "Recommendation 15, https://");
        assert!(chicago.starts_with("World Intellectual Property Organization, WIPO"));
        assert!(chicago.ends_with(&format!("{}rec/15/.", page.root())));
        choose(page, "citation-style", "OSCOLA");
        choose(page, "citation-passage", "Recommendation 15, item 3");
        let oscola = citation(page, "2021) Recommendation 15, item 3 <https://");
        page.click("[data-part=copy-citation]");
        let read = "return navigator.clipboard.readText()";
        page.eventually("it is copied", || {
            (page.browser().script(read, &[]) == json!(oscola)).then_some(())
        });
        choose(page, "citation-style", "RIS");
        let ris = citation(page, "TI  - Recommendation 15, item 3");
        assert!(ris.contains("ER  - "));
        page.complaints();
    });
}

/// Word processors take the form with italics, and its colours, which must be those of
/// paper.
#[test]
fn a_citation_is_copied_with_its_italics() {
    visit("?rec=12&scheme=dark", |page| {
        page.browser().allow_reading_the_clipboard();
        page.click("button[data-part=cite]");
        citation(page, "Recommendation 12");
        page.click("[data-part=copy-citation]");
        let read = "
            return (async () => {
                const [copied] = await navigator.clipboard.read();
                return await (await copied.getType('text/html')).text();
            })()";
        page.eventually("it is copied", || {
            let html = page.browser().script(read, &[]);
            let html = html.as_str()?;
            let is_on_paper = html.contains("color: rgb(0, 0, 0)")
                && html.contains("background-color: rgb(255, 255, 255)");
            (is_on_paper && html.contains("WIPO Development Agenda</i>")).then_some(())
        });
    });
}

#[test]
fn all_that_is_shown_is_cited_at_once_and_follows_the_filters() {
    visit("?cluster=f", |page| {
        show_formats(page);
        let unfold = "
            const folded = document.querySelector('#export details[data-part=cite]');
            if (folded) folded.open = true;
            return Boolean(folded);";
        page.eventually("it unfolds", || {
            (page.browser().script(unfold, &[]) == true).then_some(())
        });
        citation(page, "Recommendation 45, https://");
        page.toggle("cluster", "e");
        let many = citation(page, "Recommendations 39–45, ");
        assert!(many.contains("cluster="), "{many}");
    });
}

#[test]
fn the_saved_list_is_exported_in_the_readers_order() {
    visit("", |page| {
        for number in [40, 12, 33] {
            page.save(number);
        }
        page.turn_to("?view=saved");
        page.shows(&[40, 12, 33]);
        let kept = DownloadFolder::of(page, "saved");
        show_formats(page);
        page.click(&format("json"));
        let content = kept.file(page, "development-agenda.json");
        let whole: Value = serde_json::from_str(&content).expect("JSON");
        let told = whole["recommendations"].as_array().expect("a list");
        let told: Vec<_> = told.iter().map(|entry| entry["number"].clone()).collect();
        assert_eq!(told, [json!(40), json!(12), json!(33)]);
        let schema = format!("{}data/export.schema.json", page.root());
        assert_eq!(whole["$schema"], schema);
        page.complaints();
    });
}

#[test]
fn where_nothing_is_shown_nothing_is_handed_out() {
    visit("?q=zebra", |page| {
        page.shows(&[]);
        show_formats(page);
        page.click(&format("csv"));
        page.eventually("it is told", || {
            let body = "return document.querySelector('.status').textContent";
            let said = page.browser().script(body, &[]);
            said.as_str()
                .filter(|said| said.contains("Nothing to download"))
                .map(|_| ())
        });
        page.complaints();
    });
}

#[test]
fn where_files_are_refused_the_text_is_there_to_be_copied() {
    let refuse = "URL.createObjectURL = () => { throw new Error('refused'); };";
    let setting = Setting::default().with_script(refuse);
    setting.visit("?q=brain+drain", |page| {
        show_formats(page);
        page.click(&format("text"));
        let body = "return document.querySelector('.status textarea')?.value";
        let text = page.eventually("the text", || {
            page.browser().script(body, &[]).as_str().map(str::to_owned)
        });
        assert_eq!(numbers(&text), [39]);
        assert!(text.contains("brain drain"), "{text}");
    });
}

/// Scripts of others find them whether they are seen or not.
#[test]
fn the_formats_are_in_the_page_and_seen_when_asked_for() {
    visit_in_both("", |page| {
        let body =
            "return [...document.querySelectorAll(arguments[0])].map((it) => it.dataset.format)";
        let told = page.browser().script(body, &[json!(part("export"))]);
        let all: Vec<_> = Format::ALL.iter().map(|(name, _)| *name).collect();
        assert_eq!(told, json!(all));
        assert!(!is_seen(page, &part("export")));
        show_formats(page);
        page.click(BUTTON);
        page.eventually("they are gone", || {
            (!is_seen(page, &part("export"))).then_some(())
        });
    });
}

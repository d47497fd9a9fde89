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
        page.eventually(&format!("{name} is kept"), || {
            let content = fs::read_to_string(self.0.join(name)).ok()?;
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
        ] {
            page.click(&format(name));
            let content = kept.file(page, file);
            assert_eq!(numbers(&content), shown, "{name}");
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

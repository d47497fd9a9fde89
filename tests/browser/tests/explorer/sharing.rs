//! The dialog for sharing: the link, the ways it can be taken, and what is told
//! when the browser refuses.

use std::path::Path;

use browser_tests::{
    journey::{Setting, visit},
    page::{Page, part},
    site::Site,
};
use explorer::share::Qr;
use serde_json::{Value, json};

const LINK: &str = "#share-dialog-link";

/// Asks for the dialog and waits until it is there.
pub fn open_dialog(page: &Page) {
    page.click(&part("share"));
    page.eventually("the dialog is open", || {
        let open = "return !!document.querySelector('dialog[open]')";
        (ask(page, open, &[]) == true).then_some(())
    });
}

/// Closes it and waits until it is gone.
pub fn close_dialog(page: &Page) {
    page.click(&part("studio-close"));
    page.eventually("the dialog is gone", || {
        (!is_there(page, "dialog")).then_some(())
    });
}

/// What stands in a field of the dialog.
pub fn field(page: &Page, selector: &str) -> String {
    let value = "return document.querySelector(arguments[0]).value";
    let value = ask(page, value, &[json!(selector)]);
    value.as_str().expect("a text").to_owned()
}

fn ask(page: &Page, body: &str, arguments: &[Value]) -> Value {
    page.browser().script(body, arguments)
}

fn is_there(page: &Page, selector: &str) -> bool {
    ask(
        page,
        "return !!document.querySelector(arguments[0])",
        &[json!(selector)],
    ) == true
}

fn told(page: &Page) -> String {
    let body = "return document.querySelector('[data-part=studio-status]').textContent";
    ask(page, body, &[]).as_str().expect("a text").to_owned()
}

fn is_told(page: &Page, words: &str) -> String {
    page.eventually(&format!("it is told: {words}"), || {
        Some(told(page)).filter(|told| told.contains(words))
    })
}

fn clipboard(page: &Page) -> String {
    let read = "return navigator.clipboard.readText()";
    ask(page, read, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_dialog_is_fetched_when_it_is_asked_for_and_not_before() {
    visit("?cluster=b", |page| {
        let share_dialog = |addresses: Vec<String>| {
            addresses
                .iter()
                .filter(|it| it.contains("share-dialog"))
                .count()
        };
        assert_eq!(share_dialog(page.browser().requests()), 0);
        open_dialog(page);
        assert_eq!(share_dialog(page.browser().requests()), 3);
    });
}

#[test]
fn one_press_chooses_a_form_of_the_frame() {
    visit("?cluster=b&rec=16", |page| {
        open_dialog(page);
        page.click(&format!("{}[data-tab=embed]", part("studio-tab")));
        for (preset, place) in [
            (
                "search",
                "?cluster=b&rec=16&embed=1&hide=facets_toolbar_header_footer",
            ),
            (
                "list",
                "?cluster=b&rec=16&embed=1&hide=search_facets_toolbar_header_footer",
            ),
            (
                "one",
                "rec/16/?embed=1&hide=search_facets_toolbar_header_footer",
            ),
            ("full", "?cluster=b&rec=16&embed=1"),
        ] {
            page.click(&format!("[data-preset={preset}]"));
            let expected = format!("src=\"{}{}\"", page.root(), place.replace('&', "&amp;"));
            let frame = || field(page, "#share-dialog-frame").contains(&expected);
            page.becomes(&format!("{preset}: {expected}"), frame, true);
            let pressed =
                "return [...document.querySelectorAll('[data-preset][aria-pressed=true]')]
                .map((one) => one.dataset.preset)";
            assert_eq!(ask(page, pressed, &[]), json!([preset]));
        }
    });
}

#[test]
fn the_box_of_all_filters_follows_its_parts_and_leads_them() {
    visit("", |page| {
        open_dialog(page);
        page.click(&format!("{}[data-tab=embed]", part("studio-tab")));
        let boxes = || {
            let body = "return ['facets', 'clusters', 'themes', 'others'].map((name) => {
                const box = document.querySelector(`[data-choice=hide-${name}] input`);
                return box.indeterminate ? 'mixed' : box.checked;
            })";
            ask(page, body, &[])
        };
        let all = |on: bool| json!([on, on, on, on]);
        let hidden = |parts: &str| {
            let frame = field(page, "#share-dialog-frame");
            assert_eq!(frame.contains("hide="), !parts.is_empty(), "{frame}");
            assert!(frame.contains(parts), "{frame}");
        };
        page.becomes("at first", boxes, all(true));
        page.click("[data-choice=hide-themes]");
        page.becomes("one is off", boxes, json!(["mixed", true, false, true]));
        hidden("hide=themes\"");
        page.click("[data-choice=hide-facets]");
        page.becomes("a mixed box turns all on", boxes, all(true));
        hidden("");
        page.click("[data-choice=hide-facets]");
        page.becomes("and then off", boxes, all(false));
        hidden("hide=facets\"");
        page.click("[data-choice=hide-others]");
        page.becomes("one is on", boxes, json!(["mixed", false, false, true]));
        hidden("hide=clusters_themes\"");
    });
}

#[test]
fn the_dialog_says_where_a_link_shows_the_whole_explorer() {
    for (place, words) in [
        ("?theme=funding", "show this view"),
        (
            "?theme=funding&cluster=a",
            "without your search and filters",
        ),
    ] {
        visit(place, |page| {
            open_dialog(page);
            let hint = "return document.querySelector('#share-dialog-link-hint').textContent";
            let hint = ask(page, hint, &[]);
            assert!(
                hint.as_str().is_some_and(|hint| hint.contains(words)),
                "{hint}"
            );
        });
    }
}

#[test]
fn the_link_is_that_of_the_view_without_what_belongs_to_others() {
    visit("", |page| {
        for (place, path) in [
            ("?cluster=a&utm_source=letter", "cluster/a/"),
            ("?rec=12", "rec/12/"),
            ("?q=brain+drain&scheme=dark", "?q=brain%20drain"),
            (
                "?theme=competition,technology-transfer&match=all",
                "?theme=competition_technology-transfer&match=all",
            ),
            ("", ""),
        ] {
            page.open(place);
            open_dialog(page);
            let link = page.root() + path;
            assert_eq!(field(page, LINK), link, "{place}");
            let mail = "return document.querySelector('[data-part=studio-mail]').href";
            let mail = ask(page, mail, &[]);
            let mail = mail.as_str().expect("an address");
            let (_, body) = mail.split_once("&body=").expect("a body");
            let mut body = url::form_urlencoded::parse(body.as_bytes());
            let (body, _) = body.next().expect("a text");
            assert!(
                mail.starts_with("mailto:?subject=") && body.contains(&link),
                "{mail}"
            );
            let code = "const code = document.querySelector('[data-part=studio-code]');
                return [code.firstElementChild.getAttribute('d'), code.getAttribute('aria-label'),
                    code.namespaceURI]";
            let code = ask(page, code, &[]);
            let qr = Qr::of(&link).expect("there is room");
            assert_eq!(code[0], qr.path);
            assert!(code[1].as_str().is_some_and(|label| label.contains(&link)));
            assert_eq!(code[2], "http://www.w3.org/2000/svg");
        }
    });
}

#[test]
fn a_saved_list_is_shared_as_a_list_because_nobody_else_has_it() {
    visit("", |page| {
        page.save(7);
        page.save(3);
        page.turn_to("?view=saved");
        page.shows(&[7, 3]);
        open_dialog(page);
        assert_eq!(field(page, LINK), page.root() + "?list=7_3");
    });
}

#[test]
fn escape_closes_the_dialog_and_the_focus_is_where_it_was() {
    visit("?cluster=b", |page| {
        for _ in 0..2 {
            open_dialog(page);
            let inside = "return document.querySelector('dialog').contains(document.activeElement)";
            assert_eq!(ask(page, inside, &[]), true);
            page.browser().keys("dialog", "\u{e00c}");
            page.eventually("the dialog is gone", || {
                (!is_there(page, "dialog")).then_some(())
            });
            let part = "return document.activeElement.dataset.part";
            assert_eq!(ask(page, part, &[]), "share");
            let busy = "return document.activeElement.getAttribute('aria-busy')";
            assert_eq!(ask(page, busy, &[]), "false");
        }
    });
}

#[test]
fn a_link_is_said_to_be_copied_once_it_is_on_the_clipboard() {
    visit("?cluster=b&q=public", |page| {
        page.browser().allow_reading_the_clipboard();
        open_dialog(page);
        assert_eq!(told(page), "");
        page.click(&format!(
            "{}[data-field=share-dialog-link]",
            part("studio-copy")
        ));
        is_told(page, "Copied");
        assert_eq!(clipboard(page), page.root() + "?q=public&cluster=b");
    });
}

/// As in a frame without the permission, where the old way still works.
const REFUSED: &str = "if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));";

#[test]
fn where_the_new_way_is_refused_the_old_way_copies() {
    Setting::default()
        .with_script(REFUSED)
        .visit("?cluster=b", |page| {
            page.browser().allow_reading_the_clipboard();
            let link = page.root() + "cluster/b/";
            assert_eq!(page.copy_link(), page.root() + "?cluster=b");
            open_dialog(page);
            page.click(&format!(
                "{}[data-field=share-dialog-link]",
                part("studio-copy")
            ));
            is_told(page, "Copied");
            assert_eq!(clipboard(page), link);
            assert!(!is_there(page, ".toolbar > textarea, dialog > textarea"));
        });
}

const ALL_REFUSED: &str = "
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;";

#[test]
fn where_nothing_can_be_copied_the_field_is_selected_and_no_success_is_told() {
    Setting::default()
        .with_script(ALL_REFUSED)
        .visit("?cluster=b", |page| {
            open_dialog(page);
            page.click(&format!(
                "{}[data-field=share-dialog-link]",
                part("studio-copy")
            ));
            let told = is_told(page, "copy it yourself");
            assert!(!told.contains("Copied"), "{told}");
            let selected = "return document.getSelection().toString()";
            assert_eq!(ask(page, selected, &[]), page.root() + "cluster/b/");
        });
}

const NO_SHEET: &str = "delete Navigator.prototype.share; delete Navigator.prototype.canShare;";

#[test]
fn without_a_share_sheet_there_is_no_button_for_it() {
    Setting::default().with_script(NO_SHEET).visit("", |page| {
        open_dialog(page);
        assert!(!is_there(page, &part("studio-send")));
        assert!(is_there(page, &part("studio-mail")));
    });
}

const SHEET: &str = "
    window.sent = [];
    navigator.canShare = () => true;
    navigator.share = (data) => {
        sent.push(data);
        const names = ['AbortError', 'NotAllowedError'];
        const name = names[sent.length - 1];
        return name ? Promise.reject(new DOMException('no', name)) : Promise.resolve();
    };";

#[test]
fn turning_back_from_the_share_sheet_is_no_error_and_a_refusal_is_told() {
    Setting::default()
        .with_script(SHEET)
        .visit("?rec=5", |page| {
            open_dialog(page);
            let send = |times: usize| {
                page.click(&part("studio-send"));
                page.eventually("the sheet was asked for", || {
                    (ask(page, "return sent.length", &[]) == times).then_some(())
                });
            };
            send(1);
            let data = ask(page, "return sent[0]", &[]);
            assert_eq!(data["url"], page.root() + "rec/5/");
            assert!(
                data["title"]
                    .as_str()
                    .is_some_and(|title| title.contains("Recommendation 5"))
            );
            assert_eq!(told(page), "");
            send(2);
            is_told(page, "Copy the link instead");
        });
}

#[test]
fn a_dialog_that_does_not_arrive_is_told_and_can_be_asked_for_again() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-without-share-dialog");
    let is_share_dialog = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with("share-dialog") && name.ends_with(".js"))
    };
    let site =
        Site::without(is_share_dialog, &copy).unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default().on(site).visit("?cluster=b", |page| {
        page.click(&part("share"));
        let seen = page.until("it is told", |seen| {
            seen.text.contains("could not be loaded")
        });
        assert_eq!(seen.state, "ready");
        let busy = "return document.querySelector('[data-part=share]').getAttribute('aria-busy')";
        assert_eq!(ask(page, busy, &[]), "false");
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        let built = std::env::var_os("EXPLORER_DIST").map_or(built, Into::into);
        for entry in std::fs::read_dir(built).expect("the built site").flatten() {
            if is_share_dialog(&entry.path()) {
                let there = copy.join(entry.file_name());
                std::fs::copy(entry.path(), there).expect("it can be copied");
            }
        }
        open_dialog(page);
        let complaints = page.complaints();
        assert!(
            complaints.iter().all(|line| line.contains("share-dialog")),
            "{complaints:?}"
        );
    });
}

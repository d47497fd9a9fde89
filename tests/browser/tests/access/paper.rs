//! What a printed page has (A11Y-18).

use std::{
    io::Write,
    process::{Command, Stdio},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use browser_tests::{journey::visit, page::Page};
use serde_json::{Value, json};

use crate::look::{ask, finds_nothing};

/// The text of the printed page, its white space made single.
fn printed(page: &Page) -> String {
    let text = pages(page).join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a program of Poppler gives for the printed page.
fn of_print(page: &Page, program: &str, arguments: &[&str]) -> Vec<u8> {
    let pdf = BASE64_STANDARD
        .decode(page.browser().print())
        .expect("base64");
    let mut reader = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Poppler reads what was printed; Debian has it in poppler-utils");
    let mut input = reader.stdin.take().expect("an input");
    let write = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("an output");
    write.join().expect("it ends").expect("it was read");
    output.stdout
}

/// The text of each sheet of the printed page.
fn pages(page: &Page) -> Vec<String> {
    let text = of_print(page, "pdftotext", &["-", "-"]);
    let text = String::from_utf8_lossy(&text);
    // A form feed ends each.
    text.split_terminator('\u{c}').map(str::to_owned).collect()
}

#[test]
fn all_recommendations_fit_on_eight_sheets() {
    visit("", |page| {
        let count = pages(page).len();
        assert!((2..=8).contains(&count), "{count}");
    });
}

#[test]
fn one_that_is_open_is_alone_on_one_sheet_unless_more_is_asked_for() {
    visit("rec/10/", |page| {
        let loading = || {
            ask(
                page,
                "return !!document.querySelector('[data-part=loading]')",
            )
        };
        // 10 has the most projects, 15 items.
        for number in [10, 15] {
            page.open(&format!("rec/{number}/"));
            page.becomes("all of it is there", loading, json!(false));
            let sheets = pages(page);
            assert_eq!(sheets.len(), 1, "{sheets:?}");
            let texts = page.texts();
            let text = texts.iter().find(|(it, _)| *it == number);
            let (_, text) = text.expect("it is shown");
            let words: Vec<&str> = text.split_whitespace().collect();
            let paper = printed(page);
            for part in [
                &words[words.len() - 4..].join(" "),
                "For immediate implementation",
                "How this is classified",
                "CC BY 4.0",
            ] {
                assert!(paper.contains(part), "{part}\n{paper}");
            }
            for other in [
                "45 recommendations\n",
                "Similar",
                "Place particular emphasis",
            ] {
                assert!(!sheets[0].contains(other), "{other}\n{paper}");
            }
        }
        for (address, others) in [
            ("?cluster=a&rec=10", "Place particular emphasis"),
            ("?list=4_10&rec=10", "Place particular emphasis"),
        ] {
            page.open(address);
            page.becomes("all of it is there", loading, json!(false));
            let paper = printed(page);
            assert!(paper.contains(others), "{address}\n{paper}");
        }
    });
}

#[test]
fn on_paper_are_the_recommendations_what_was_asked_for_where_from_and_when_and_no_controls() {
    visit("?q=technology&cluster=c", |page| {
        let shown = page.texts();
        let paper = printed(page);
        for (number, text) in &shown {
            let words: Vec<&str> = text.split_whitespace().collect();
            let end = words[words.len() - 4..].join(" ");
            assert!(paper.contains(&end), "{number}: {end}\n{paper}");
        }
        let day = ask(page, "return new Date().toISOString().slice(0, 10)");
        let day = day.as_str().unwrap_or_default();
        for part in ["“technology”", "Cluster C", "of 45 recommendations", day] {
            assert!(paper.contains(part), "{part}\n{paper}");
        }
        let address = format!("{}?q=technology&cluster=c", page.root());
        let packed: String = paper.split_whitespace().collect();
        assert!(packed.contains(&address), "{address}\n{paper}");
        for control in [
            "Copy link",
            "Copy text",
            "Details",
            "Clear all",
            "Save",
            "Filters",
            "Search the",
        ] {
            assert!(!paper.contains(control), "{control}\n{paper}");
        }
    });
}

#[test]
fn on_paper_is_the_whole_statement_with_what_was_found_and_no_controls() {
    visit("?view=statement", |page| {
        let statement =
            "We support Recommendation 7 of Cluster B.\n\n".repeat(40) + "This is the end.";
        let body = "
            const field = document.querySelector('[data-part=statement]');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        page.browser().script(body, &[json!(statement)]);
        page.until("it is read", |_| {
            ask(page, "return !!document.querySelector('[data-part=flag]')") == true
        });
        let paper = printed(page);
        for part in [
            "This is the end.",
            "is in Cluster A, not in Cluster B",
            "Promote measures",
        ] {
            assert!(paper.contains(part), "{part}\n{paper}");
        }
        assert_eq!(paper.matches("We support Recommendation 7").count(), 40);
        for control in [
            "Show in text",
            "Save",
            "Add the one cited",
            "Clear the text",
        ] {
            assert!(!paper.contains(control), "{control}\n{paper}");
        }
    });
}

#[test]
fn on_paper_none_is_split_that_fits_a_page() {
    visit("", |page| {
        page.browser().emulate("print", &[]);
        let split = "all('[data-part=result]').filter((it) => getComputedStyle(it).breakInside !== 'avoid').map(named)";
        finds_nothing(page, split, "on paper");
        // The numbers at a glance tell what is printed.
        let controls = "all('button:not(.chip, .tag), input, form, nav:not(#numerals)').filter(shown).map(named)";
        finds_nothing(page, controls, "on paper");
        assert_ne!(
            ask(
                page,
                "return document.querySelector('[data-part=result]').dataset.number"
            ),
            Value::Null
        );
    });
}

/// The links in the codes of a picture in shades of grey, as another program reads them.
/// It looks at a part after the other, because it gets lost among many letters.
fn codes((width, height): (usize, usize), shades: &[u8]) -> Vec<String> {
    const SIDE: usize = 360;
    let mut found = Vec::new();
    for top in (0..height).step_by(SIDE / 3) {
        for left in (0..width).step_by(SIDE / 3) {
            let (side, high) = (SIDE.min(width - left), SIDE.min(height - top));
            let shade = |x: usize, y: usize| shades[(top + y) * width + left + x];
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, high, shade);
            let read = image.detect_grids().into_iter();
            for (_, link) in read.filter_map(|grid| grid.decode().ok()) {
                if !found.contains(&link) {
                    found.push(link);
                }
            }
        }
    }
    found
}

/// Saved recommendations with notes, and the title and note of their list.
const LIST: &str = r#"{"schema":1,"lists":[{"id":"one","name":"Monday","note":"For the opening.","items":[
    {"number":22,"note":""},{"number":19,"note":"Ask for figures."},{"number":12,"note":""},
    {"number":3,"note":"three"},{"number":40,"note":"Quote verbatim."}]}]}"#;

#[test]
fn the_code_of_a_list_leads_to_it_from_paper_and_from_the_screen() {
    visit("", |page| {
        page.store("agenda-explorer:saved", LIST);
        page.open("?view=saved");
        let is_there = |selector: &str| {
            let body = "return document.querySelector(arguments[0]) !== null";
            page.browser().script(body, &[json!(selector)]) == true
        };
        page.until("there is a code", |_| is_there("[data-part=list-code]"));
        let link = format!("{}?list=22_19_12_3_40", page.root());
        // A portable greymap: a head of three lines, and a byte for each point.
        let picture = of_print(page, "pdftoppm", &["-gray", "-r", "150", "-"]);
        let mut codes_on_paper = Vec::new();
        let mut rest = &picture[..];
        while !rest.is_empty() {
            let mut head = rest.splitn(4, |byte| *byte == b'\n');
            let mut line = || head.next().expect("a head");
            assert_eq!(line(), b"P5");
            let side = String::from_utf8_lossy(line()).into_owned();
            assert_eq!(line(), b"255");
            let (width, height) = side.split_once(' ').expect("width and height");
            let side: (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
            let points = side.0 * side.1;
            let shades = head.next().expect("points");
            codes_on_paper.extend(codes(side, &shades[..points]));
            rest = &shades[points..];
        }
        assert_eq!(codes_on_paper, std::slice::from_ref(&link));
        let paper = printed(page);
        for told in [
            "Monday",
            "For the opening.",
            "Ask for figures.",
            "Quote verbatim.",
        ] {
            assert!(paper.contains(told), "{told}\n{paper}");
        }
        for control in [
            "Add a note",
            "Move up",
            "More",
            "Word",
            "New list",
            "Undo",
            "Filters",
        ] {
            assert!(!paper.contains(control), "{control}\n{paper}");
        }
        ask(
            page,
            "document.querySelector('[data-part=list-more]').open = true",
        );
        page.until("the code is seen", |_| {
            ask(
                page,
                "return document.querySelector('[data-part=list-code]').checkVisibility()",
            ) == true
        });
        let drawn = "
            const [done] = arguments;
            const shown = document.querySelector('[data-part=list-code]');
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = 320;
            const picture = canvas.getContext('2d');
            picture.fillStyle = '#fff';
            picture.fillRect(0, 0, 320, 320);
            picture.drawImage(shown, 0, 0, 320, 320);
            const points = picture.getImageData(0, 0, 320, 320).data;
            done([btoa(String.fromCharCode(...points.filter((_, nth) => nth % 4 === 0).slice(0, 51200))), btoa(String.fromCharCode(...points.filter((_, nth) => nth % 4 === 0).slice(51200)))])";
        let seen = page.browser().script_until_done(drawn, &[]);
        let half = |nth: usize| {
            let text = seen[nth].as_str().expect("base64");
            BASE64_STANDARD.decode(text).expect("base64")
        };
        let shades = [half(0), half(1)].concat();
        assert_eq!(codes((320, 320), &shades), [link]);
    });
}

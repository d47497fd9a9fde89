//! Snippets, pasted into pages of another site, show exactly the view that they
//! were made of.

use std::{fs, path::Path};

use browser_tests::{
    journey::visit,
    page::{Page, part},
};
use explorer::state::{Matching, Sort, ViewState};
use serde_json::json;
use static_server::{Folder, Server};

use crate::known::{AGENDA, address, all_numbers, answer, search, text};
use crate::sharing::{close_dialog, field, open_dialog};
use crate::walk::dice::Dice;

/// How many views are handed on.
const VIEWS: usize = 50;

const SEARCHES: [&str; 8] = [
    "",
    "",
    "technology transfer",
    "\"public domain\" or folklore",
    "LDC -budget",
    "a&b=<i>\"x\"</i>",
    "brain drain",
    "15(3)",
];

/// A view of any kind that a page of another site may want.
fn view(dice: &mut Dice) -> ViewState {
    let mut view_state = ViewState::new(&AGENDA);
    view_state.search = search(dice.one_of(&SEARCHES));
    for (facet, chosen) in AGENDA.facets.iter().zip(&mut view_state.chosen) {
        for _ in 0..dice.below(8).saturating_sub(5) {
            chosen.insert(dice.below(facet.values.len()));
        }
    }
    view_state.matching = dice.one_of(&[Matching::Any, Matching::Any, Matching::All]);
    if dice.below(4) == 0 {
        let mut numbers = all_numbers();
        for _ in 0..1 + dice.below(12) {
            let place = dice.below(numbers.len());
            view_state.list.push(numbers.remove(place));
        }
    }
    view_state.open = (dice.below(5) == 0).then(|| dice.one_of(&all_numbers()));
    view_state.sort = dice.one_of(&[None, None, Some(Sort::Number), Some(Sort::Relevance)]);
    view_state.normalised()
}

/// One that shows something, mostly, with what it shows.
fn view_with_results(dice: &mut Dice) -> (ViewState, Vec<u16>) {
    loop {
        let view = view(dice);
        let numbers = answer(&view, &[]).numbers;
        if !numbers.is_empty() || dice.below(5) == 0 {
            return (view, numbers);
        }
    }
}

/// Some choices for the frame; none that hides the results.
const CHOICES: [&str; 7] = [
    "hide-search",
    "hide-themes",
    "hide-header",
    "hide-footer",
    "lock-cluster",
    "lock-theme",
    "events",
];

const HEAD: &str = "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>";

/// Goes to a view as Back and Forward do, which is quicker than a new visit.
fn turn_to(page: &Page, view: &ViewState) {
    let turn = "
        history.pushState(null, '', arguments[0]);
        dispatchEvent(new PopStateEvent('popstate'));";
    let place = format!("?{}", address(view));
    page.browser().script(turn, &[json!(place)]);
}

/// The snippets that the dialog makes, some of its choices made.
fn snippets(page: &Page, dice: &mut Dice) -> [String; 3] {
    open_dialog(page);
    page.click(&format!("{}[data-tab=embed]", part("studio-tab")));
    let choice = dice.one_of(&CHOICES);
    page.click(&format!("label[data-choice={choice}]"));
    let snippets = [
        "#share-dialog-frame",
        "#share-dialog-element",
        "#share-dialog-text",
    ];
    let snippets = snippets.map(|id| field(page, id));
    close_dialog(page);
    snippets
}

#[test]
fn every_snippet_shows_exactly_its_view_in_a_page_of_another_site() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("host");
    fs::create_dir_all(&folder).expect("a folder of our own");
    let pages = Folder::new(&folder).expect("it was made");
    let host = Server::bind("127.0.0.1:0", pages).expect("a free port");
    let mut dice = Dice(2026);
    let mut empty = 0;
    visit("", |page| {
        let explorer = page.browser().tab();
        let pasted = page.browser().new_tab();
        for _ in 0..VIEWS {
            let (view, numbers) = view_with_results(&mut dice);
            empty += usize::from(numbers.is_empty());
            page.browser().front(&explorer);
            turn_to(page, &view);
            page.shows(&numbers);
            let snippets = snippets(page, &mut dice);
            let body = format!("{HEAD}{}", snippets.join("\n"));
            fs::write(folder.join("index.html"), body).expect("it can be written");
            page.browser().front(&pasted);
            page.browser().go(&host.url());
            for frame in ["body > iframe", "agenda-explorer iframe"] {
                page.eventually("the frame is there", || {
                    let there = "return !!document.querySelector(arguments[0])";
                    let there = page.browser().script(there, &[json!(frame)]);
                    (there == true).then_some(())
                });
                page.browser().enter_frame(frame);
                let seen = page.until("the frame shows something", |seen| seen.state == "ready");
                assert_eq!(seen.numbers, numbers, "{frame}: {}", address(&view));
                let shown = seen.count.map(|count| count.shown);
                assert_eq!(shown, Some(numbers.len()), "{frame}: {}", address(&view));
                page.browser().leave_frame();
            }
            assert_eq!(texts(page), expected(&numbers), "{}", address(&view));
        }
        // Chromium on some systems has no share sheet that it could allow.
        let complaints = page.complaints().into_iter();
        let others: Vec<_> = complaints
            .filter(|it| !it.contains("'web-share'"))
            .collect();
        assert_eq!(others, Vec::<String>::new());
    });
    assert!(empty < VIEWS / 2, "{empty} of the views are empty");
}

/// What the snippet without a frame says in the page: headings with their texts.
fn texts(page: &Page) -> Vec<(String, String)> {
    let body = "
        const headings = [...document.querySelectorAll('h5')];
        return headings.map((heading) => {
            let text = '';
            let next = heading.nextElementSibling;
            const last = document.querySelector('body > p:last-child');
            for (; next && next !== last && !next.matches('h5'); next = next.nextElementSibling) {
                text += next.textContent;
            }
            return [heading.textContent, text];
        });";
    serde_json::from_value(page.browser().script(body, &[])).expect("pairs of texts")
}

fn expected(numbers: &[u16]) -> Vec<(String, String)> {
    let numbers = numbers.iter();
    numbers
        .map(|number| (format!("Recommendation {number}"), text(*number)))
        .collect()
}

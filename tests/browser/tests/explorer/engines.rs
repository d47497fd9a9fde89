//! What every reader does, in each engine that is there.

use browser_tests::{
    engine::Engine,
    journey::visit_in,
    page::{Page, part},
};
use serde_json::json;

use crate::{
    known::{answer, view_state},
    open::{is_in_sight, unfolded},
    sharing::{close_dialog, field, open_dialog},
};

/// What a view state shows.
fn shows_what_answers(page: &Page, query: &str) {
    page.shows(&answer(&view_state(query), &[]).numbers);
}

#[test]
fn searching_filtering_and_going_back_work_in_every_engine() {
    visit_in(&Engine::ALL, "", |page| {
        page.search("technolog");
        shows_what_answers(page, "q=technolog");
        assert!(!page.marks(page.now().numbers[0]).is_empty());
        page.toggle("cluster", "c");
        page.toggle("cluster", "a");
        page.address_is("q=technolog&cluster=a_c");
        shows_what_answers(page, "q=technolog&cluster=a_c");
        page.search("");
        page.toggle("theme", "technology-transfer");
        page.toggle("theme", "digital-divide");
        page.switch_match();
        let query = "cluster=a_c&theme=digital-divide_technology-transfer&match=all";
        page.until("all themes are asked for", |seen| {
            seen.query.ends_with("match=all")
        });
        shows_what_answers(page, query);
        page.switch_match();
        let before = page.until("four chips", |seen| seen.chips.len() == 4);
        page.remove_chip(0);
        page.until("three chips", |seen| seen.chips.len() == 3);
        page.back();
        page.comes_to("the chips", |seen| seen.chips.clone(), before.chips);
        page.shows(&before.numbers);
        page.forward();
        page.until("three chips", |seen| seen.chips.len() == 3);
        page.clear();
        page.address_is("");
        assert_eq!(page.now().numbers.len(), 45);
        page.search("folklroe");
        page.until("it offers another spelling", |seen| {
            !seen.corrections.is_empty()
        });
        page.search("zebra");
        page.until("it offers ways out", |seen| seen.numbers.is_empty());
    });
}

#[test]
fn opening_saving_and_sharing_work_in_every_engine() {
    visit_in(&Engine::ALL, "?cluster=b", |page| {
        page.unfold(20);
        page.address_is("cluster=b&rec=20");
        page.reload();
        assert_eq!(unfolded(page), [20]);
        for number in [22, 16] {
            page.save(number);
        }
        page.comes_to("what is saved", |seen| seen.saved_count, Some(2));
        let seen = page.reload();
        assert_eq!(seen.saved, [16, 22]);
        page.turn_to("?view=saved");
        page.shows(&[22, 16]);
        page.open("#rec-38");
        page.until("it is in sight", |_| is_in_sight(page, 38));
        assert_eq!(unfolded(page), [38]);

        page.open("?cluster=b");
        open_dialog(page);
        assert_eq!(
            field(page, "#share-dialog-link"),
            page.root() + "cluster/b/"
        );
        close_dialog(page);
        // Whether it may copy differs between engines; that it can say so does not.
        let forbid = "
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.execCommand = () => false;";
        page.browser().script(forbid, &[]);
        page.click(&part("copy-link"));
        let selected = "return document.getSelection().toString()";
        let link = page.root() + "?cluster=b";
        page.becomes(
            "the link that is selected",
            || page.browser().script(selected, &[]),
            json!(link),
        );
    });
}

#[test]
fn own_pages_frames_views_and_mirrored_pages_work_in_every_engine() {
    visit_in(&Engine::ALL, "cluster/d/", |page| {
        page.shows(&[33, 34, 35, 36, 37, 38]);
        page.address_is("");
        page.toggle("theme", "evaluation");
        page.address_is("cluster=d&theme=evaluation");
        page.open("rec/12/");
        assert_eq!(unfolded(page), [12]);

        page.open("?embed=1&cluster=f");
        page.shows(&[45]);
        let about = "return document.querySelector('nav a[href=\"?view=about\"]') !== null";
        let about = page.browser().script(about, &[]);
        assert_eq!(about, false, "a frame has only what readers do");

        page.open("?scheme=dark");
        let colour = "return getComputedStyle(document.documentElement).colorScheme";
        assert_eq!(page.browser().script(colour, &[]), "dark");
        for place in ["?view=documents", "?view=about"] {
            let seen = page.open(place);
            assert!(seen.headings.len() > 1, "{place}: {:?}", seen.headings);
        }

        page.open("");
        let tagged = "return document.querySelector('[data-part=text]').closest('[lang]').lang";
        assert_eq!(page.browser().script(tagged, &[]), "en");
        page.browser()
            .script("document.documentElement.dir = 'rtl'", &[]);
        let mirrored = "
            const left = (it) => document.querySelector(it).getBoundingClientRect().left;
            return left('.explore__side') > left('.explore__main')";
        assert_eq!(page.browser().script(mirrored, &[]), true);
        assert_eq!(page.sticks_out(), 0);
        page.search("brain drain");
        page.shows(&[39]);
    });
}

//! What is handed on: every link and snippet of every view leads to exactly
//! that view, and none can break the page that it is pasted into.

mod support;

use std::{cell::RefCell, collections::HashMap};

use explorer::{
    data::{Agenda, Facet},
    share::{Choices, HEIGHTS, Qr, Shared, WIDTHS, mailto, root_of, static_page},
    state::EmbedPart,
    state::url,
    state::{Matching, Named, PositionSet, Scheme, SearchText, ViewState, corpus},
};
use facet_search::search;
use proptest::{option, prelude::*, sample::select, sample::subsequence};
use scraper::{ElementRef, Html, Selector};
use support::{NATIVE, agenda, hold, states::questions};

const ROOT: &str = "https://example.org/a&b/";

fn filters(agenda: &Agenda) -> BoxedStrategy<Choices> {
    let some = |size: usize| subsequence((0..size).collect::<Vec<_>>(), 0..=size);
    let schemes = vec![Scheme::Light, Scheme::Dark, Scheme::Auto];
    (
        HEIGHTS,
        option::of(WIDTHS),
        some(EmbedPart::ALL.len()),
        some(agenda.facets.len()),
        select(schemes),
        option::of(select(vec!["en", "fr", "zh-hant-tw"])),
        any::<bool>(),
    )
        .prop_map(
            |(height, width, hide, lock, scheme, lang, events)| Choices {
                height,
                width,
                hide: PositionSet::from_iter(hide),
                lock: PositionSet::from_iter(lock),
                scheme,
                lang: lang.map(str::to_owned),
                events,
                alone: false,
            },
        )
        .boxed()
}

/// The view state that an address of the site asks.
fn asked(address: &str, agenda: &Agenda) -> ViewState {
    let rest = address.strip_prefix(ROOT).expect("an address of the site");
    let query = rest.strip_prefix('?').unwrap_or(rest);
    let reading = url::read(query, agenda, NATIVE.compose);
    assert!(reading.unknown_params.is_empty(), "{address}");
    reading.view_state
}

/// The view as a reader would get it who follows a link.
fn bare(view_state: &ViewState) -> ViewState {
    let bare = ViewState {
        embed: false,
        hide: PositionSet::default(),
        lock: PositionSet::default(),
        events: false,
        scheme: None,
        ..view_state.clone()
    };
    bare.normalised()
}

/// What of a view its title must tell: all that decides on what is shown. How
/// themes combine does not where there are not several.
fn named(view_state: &ViewState, agenda: &Agenda) -> ViewState {
    let mut named = ViewState {
        lang: None,
        ..bare(view_state)
    };
    let facets = agenda.facets.iter().zip(&view_state.chosen);
    let several = |(facet, chosen): (&Facet, &PositionSet)| facet.any_all && chosen.len() > 1;
    if !facets.into_iter().any(several) {
        named.matching = Matching::Any;
    }
    named
}

fn only<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let selector = Selector::parse(selector).unwrap();
    let mut found = html.select(&selector);
    let first = found.next().expect("one");
    assert_eq!(found.next(), None, "only one");
    first
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

/// Where the one link of a fragment leads, and that it says what.
fn fallback(html: &Html) -> String {
    let link = only(html, "a");
    assert!(!words(link).trim().is_empty());
    link.attr("href").unwrap().to_owned()
}

#[test]
fn a_frame_shows_exactly_the_view_and_has_all_that_frames_should_have() {
    let agenda = agenda();
    let titles = RefCell::new(HashMap::new());
    hold(
        1000,
        &(questions(&agenda), filters(&agenda)),
        |(view_state, filters)| {
            let shared = Shared {
                agenda: &agenda,
                view_state: &view_state,
                numbers: &[3, 1],
                root: ROOT,
            };
            let snippet = shared.frame(&filters);
            let html = Html::parse_fragment(&snippet);
            let frame = only(&html, "iframe");
            let expected = filters.embedded(&view_state);
            prop_assert_eq!(asked(frame.attr("src").unwrap(), &agenda), expected);
            prop_assert_eq!(frame.attr("loading"), Some("lazy"));
            prop_assert_eq!(frame.attr("allow"), Some("clipboard-write; web-share"));
            prop_assert_eq!(frame.attr("style"), Some("border:0;display:block"));
            let height = filters.height.to_string();
            prop_assert_eq!(frame.attr("height"), Some(height.as_str()));
            let width = filters.width.map_or("100%".to_owned(), |it| it.to_string());
            prop_assert_eq!(frame.attr("width"), Some(width.as_str()));
            // What is in a frame is text for a parser; for what strips the frame it
            // is a link.
            let inside = Html::parse_fragment(&words(frame));
            prop_assert_eq!(asked(&fallback(&inside), &agenda), bare(&view_state));
            prop_assert_eq!(all(&html, "body > *").len(), 0);
            let title = frame.attr("title").unwrap().to_owned();
            prop_assert!(title.ends_with("WIPO Development Agenda"));
            let asked_for = url::write(&named(&view_state, &agenda), &agenda);
            let before = titles.borrow_mut().insert(title.clone(), asked_for.clone());
            if let Some(before) = before {
                prop_assert_eq!(before, asked_for, "{}", title);
            }
            Ok(())
        },
    );
}

#[test]
fn no_part_is_left_out_twice() {
    let agenda = agenda();
    let view_state = ViewState::new(&agenda);
    for (parts, expected) in [
        ("", ""),
        ("clusters", "clusters"),
        ("clusters_themes", "clusters_themes"),
        ("clusters_themes_others", "facets"),
        ("facets", "facets"),
        ("themes_facets_footer", "facets_footer"),
        (
            "search_clusters_themes_others_toolbar_header_footer",
            "search_facets_toolbar_header_footer",
        ),
    ] {
        let address = format!("embed=1&hide={parts}");
        let choices = Choices {
            hide: url::read(&address, &agenda, NATIVE.compose).view_state.hide,
            ..Choices::default()
        };
        let written = url::write(&choices.embedded(&view_state), &agenda);
        let expected = match expected {
            "" => "embed=1".to_owned(),
            parts => format!("embed=1&hide={parts}"),
        };
        assert_eq!(written, expected);
    }
}

#[test]
fn the_open_recommendation_alone_is_framed_by_its_page() {
    let agenda = agenda();
    let choices = Choices {
        alone: true,
        ..Choices::default()
    };
    for (query, place, list) in [
        ("rec=13", "rec/13/?embed=1", "13"),
        // Without an open one the view is framed as it is.
        ("", "?embed=1", ""),
    ] {
        let view_state = url::read(query, &agenda, NATIVE.compose).view_state;
        let shared = shared(&agenda, &view_state);
        let html = Html::parse_fragment(&shared.frame(&choices));
        let address = only(&html, "iframe").attr("src").map(str::to_owned);
        assert_eq!(address, Some(format!("{ROOT}{place}")));
        let html = Html::parse_fragment(&shared.element(&choices));
        let element = only(&html, "agenda-explorer");
        assert_eq!(element.attr("list").unwrap_or_default(), list);
    }
}

#[test]
fn the_element_asks_for_exactly_the_view_and_brings_its_script() {
    let agenda = agenda();
    hold(
        1000,
        &(questions(&agenda), filters(&agenda)),
        |(view_state, filters)| {
            let shared = Shared {
                agenda: &agenda,
                view_state: &view_state,
                numbers: &[],
                root: ROOT,
            };
            let html = Html::parse_fragment(&shared.element(&filters));
            let element = only(&html, "agenda-explorer");
            // As the script makes the address of the frame.
            let mut address = format!("{ROOT}?embed=1");
            let pairs = element.value().attrs();
            for (key, value) in pairs.filter(|(key, _)| !["title", "height"].contains(key)) {
                let pair = form_urlencoded::Serializer::new(String::new())
                    .append_pair(key, value)
                    .finish();
                address.push_str(&format!("&{pair}"));
            }
            prop_assert_eq!(asked(&address, &agenda), filters.embedded(&view_state));
            let height = filters.height.to_string();
            prop_assert_eq!(element.attr("height"), Some(height.as_str()));
            let title = shared.title();
            prop_assert_eq!(element.attr("title"), Some(title.as_str()));
            prop_assert_eq!(asked(&fallback(&html), &agenda), bare(&view_state));
            let script = only(&html, "script");
            prop_assert!(script.attr("async").is_some());
            let source = format!("{ROOT}embed.js");
            prop_assert_eq!(script.attr("src"), Some(source.as_str()));
            Ok(())
        },
    );
}

/// What WordPress and Drupal leave to every author: names of tags, and of
/// attributes on any of them.
const TAGS: [&str; 6] = ["h4", "h5", "p", "ul", "li", "a"];
const ATTRIBUTES: [&str; 2] = ["lang", "href"];

#[test]
fn the_text_has_what_the_view_shows_word_for_word_and_in_its_order() {
    let agenda = agenda();
    let corpus = corpus(&agenda, NATIVE.fold);
    hold(300, &questions(&agenda), |view_state| {
        let answer = search(&corpus, &view_state.query(&agenda, &[], NATIVE.fold));
        let hits = answer
            .hits
            .iter()
            .map(|hit| agenda.recommendations[*hit].number);
        let numbers: Vec<u16> = hits.collect();
        let shared = Shared {
            agenda: &agenda,
            view_state: &view_state,
            numbers: &numbers,
            root: ROOT,
        };
        let html = Html::parse_fragment(&shared.text());
        let texts = all(&html, "h5, h5 ~ p, h5 ~ ul > li");
        let mut texts: Vec<String> = texts.into_iter().map(words).collect();
        let mut expected = Vec::new();
        for number in &numbers {
            let entry = agenda.recommendation(*number).unwrap();
            expected.push(format!("Recommendation {number}"));
            let plain = entry.plain();
            let lines = plain.lines().filter(|line| !line.is_empty());
            expected.extend(lines.map(|line| line.trim_start_matches("- ").to_owned()));
        }
        let source = if numbers.is_empty() {
            words(only(&html, "p"))
        } else {
            texts.pop().unwrap()
        };
        prop_assert_eq!(texts, expected);
        prop_assert!(source.contains(&agenda.source.attribution));
        let links = all(&html, "p:last-child a");
        let links: Vec<&str> = links
            .iter()
            .map(|link| link.attr("href").unwrap())
            .collect();
        prop_assert_eq!(links[0], agenda.source.licence_url.as_str());
        prop_assert_eq!(asked(links[1], &agenda), bare(&view_state));
        for element in all(&html, "html > *") {
            prop_assert!(TAGS.contains(&element.value().name()), "{:?}", element);
            let attributes = element.value().attrs();
            for (name, _) in attributes {
                prop_assert!(ATTRIBUTES.contains(&name), "{}", name);
            }
        }
        Ok(())
    });
}

fn shared<'a>(agenda: &'a Agenda, view_state: &'a ViewState) -> Shared<'a> {
    Shared {
        agenda,
        view_state,
        numbers: &[],
        root: ROOT,
    }
}

#[test]
fn markup_in_a_search_stays_text_in_every_snippet() {
    let agenda = agenda();
    let attack = "\" onload=\"alert(1)\"></iframe></a></agenda-explorer><script>alert(1)</script><img src=x onerror=\"1";
    let view_state = ViewState {
        search: SearchText::new(attack, NATIVE.compose),
        ..ViewState::new(&agenda)
    };
    let shared = shared(&agenda, &view_state);
    let filters = Choices::default();
    for snippet in [
        shared.frame(&filters),
        shared.element(&filters),
        shared.text(),
    ] {
        let html = Html::parse_fragment(&snippet);
        assert_eq!(all(&html, "img, script:not([src])").len(), 0, "{snippet}");
        for element in all(&html, "*") {
            let mut names = element.value().attrs().map(|(name, _)| name);
            assert!(!names.any(|name| name.starts_with("on")), "{snippet}");
        }
    }
}

#[test]
fn a_view_with_a_page_of_its_own_is_shared_by_that_page() {
    let agenda = agenda();
    let link = |query: &str| {
        let view_state = url::read(query, &agenda, NATIVE.compose).view_state;
        shared(&agenda, &view_state).link().replace(ROOT, "")
    };
    for (query, expected) in [
        ("", ""),
        ("rec=12", "rec/12/"),
        ("cluster=a", "cluster/a/"),
        ("theme=public-domain", "theme/public-domain/"),
        (
            "embed=1&cluster=a&hide=search&lock=cluster&scheme=dark&events=1",
            "cluster/a/",
        ),
        ("rec=12&cluster=a", "?cluster=a&rec=12"),
        ("rec=12&lang=fr", "?rec=12&lang=fr"),
        ("cluster=a_b", "?cluster=a_b"),
        (
            "cluster=a&theme=public-domain",
            "?cluster=a&theme=public-domain",
        ),
        (
            "theme=public-domain&match=all",
            "?theme=public-domain&match=all",
        ),
        ("duty=shall", "duty/shall/"),
        ("for=africa", "for/africa/"),
        ("for=africa_smes", "?for=africa_smes"),
        ("q=brain%20drain&scheme=dark", "?q=brain%20drain"),
    ] {
        assert_eq!(link(query), expected, "{query}");
    }
    let saved = url::read("view=saved", &agenda, NATIVE.compose).view_state;
    assert_eq!(static_page(&saved, &agenda), None);
}

#[test]
fn the_root_is_the_folder_of_the_page() {
    assert_eq!(root_of("https://a.org/b/"), "https://a.org/b/");
    assert_eq!(root_of("https://a.org/b/index.html"), "https://a.org/b/");
    assert_eq!(root_of("none"), "none");
}

#[test]
fn a_letter_is_encoded_so_that_any_program_reads_it() {
    assert_eq!(
        mailto("A & b?", "é=1\n\nhttps://a.org/?q=x%20y&z"),
        "mailto:?subject=A%20%26%20b%3F\
         &body=%C3%A9%3D1%0D%0A%0D%0Ahttps%3A%2F%2Fa.org%2F%3Fq%3Dx%2520y%26z"
    );
    let agenda = agenda();
    hold(300, &questions(&agenda), |view_state| {
        let shared = shared(&agenda, &view_state);
        let letter = shared.letter();
        let query = letter.strip_prefix("mailto:?").unwrap();
        let decoded = |key: &str| {
            let value = query.split('&').find_map(|pair| pair.strip_prefix(key));
            let value = percent_encoding::percent_decode_str(value.unwrap());
            value.decode_utf8().unwrap().into_owned()
        };
        prop_assert_eq!(decoded("subject="), shared.title());
        let body = decoded("body=");
        prop_assert!(!body.replace("\r\n", "").contains('\n'));
        prop_assert!(body.lines().any(|line| line == shared.link()));
        Ok(())
    });
}

/// Reads a code as a camera would, from the drawing.
fn decoded(qr: &Qr) -> String {
    const PIXELS: usize = 4;
    let size = usize::try_from(qr.size).unwrap();
    let mut dark = vec![false; size * size];
    for run in qr.path.split('M').filter(|run| !run.is_empty()) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, _) = rest.split_once('v').unwrap();
        let [x, y, length] = [x, y, length].map(|it| it.parse::<usize>().unwrap());
        dark[y * size + x..][..length].fill(true);
    }
    let shade = |x: usize, y: usize| {
        if dark[y / PIXELS * size + x / PIXELS] {
            0
        } else {
            255
        }
    };
    let side = size * PIXELS;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_code_is_read_as_the_link_that_it_was_made_of() {
    for link in [
        "https://example.org/agenda/rec/12/".to_owned(),
        format!("https://example.org/?q={}", "%C3%A9".repeat(60)),
        format!("https://example.org/?q={}", "a".repeat(900)),
    ] {
        let qr = Qr::of(&link).expect("there is room");
        assert_eq!(decoded(&qr), link);
        let svg = qr.svg();
        assert!(svg.contains(&qr.path) && svg.contains(&qr.view_box()));
    }
    assert_eq!(Qr::of(&"a".repeat(4000)), None);
}

#[test]
fn a_code_has_four_white_modules_around_it() {
    let qr = Qr::of("https://example.org/").unwrap();
    assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", qr.path);
    for run in qr.path.split('M').filter(|run| !run.is_empty()) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let (length, _) = rest.split_once('v').unwrap();
        let [x, y, length] = [x, y, length].map(|it| it.parse::<i32>().unwrap());
        assert!(x >= 4 && y >= 4 && x + length <= qr.size - 4 && y < qr.size - 4);
    }
}

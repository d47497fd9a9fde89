//! The app takes the place of the page that came before it: nothing that the
//! reader has typed, reads or is at gets lost, and nothing moves.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit_in},
    page::{Page, part, result},
};
use serde_json::{Value, json};

use crate::support::{Gate, comes, controls, leave};

fn is_app(path: &str) -> bool {
    path.starts_with("/development-agenda-explorer_bg-")
}

/// Opens the home page and stays at what was there before the app.
fn open_early(page: &Page, gate: &Gate) {
    open_early_at(page, gate, "");
}

/// The same with a view state in its address.
fn open_early_at(page: &Page, gate: &Gate, view_state: &str) {
    open_written(page, gate, view_state);
    assert_eq!(page.now().state, "loading");
    assert_eq!(page.texts().len(), 45);
}

/// Opens a page as it was written; the app waits behind the gate.
fn open_written(page: &Page, gate: &Gate, path: &str) {
    page.browser().go("about:blank");
    page.browser().go(&format!("{}{path}", gate.address()));
    page.eventually("the app is waited for", || {
        gate.is_waited_at().then_some(())
    });
}

/// Lets the app come.
fn take_over(page: &Page, gate: &Gate) {
    gate.open();
    assert_eq!(comes(page).state, "ready");
    let body = "return document.querySelector('#app > .prerendered') === null";
    assert_eq!(page.browser().script(body, &[]), json!(true));
}

/// OFF-15.
#[test]
fn what_is_typed_before_the_app_is_there_is_kept_with_its_caret_and_searched() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gate = Gate::close(is_app);
        open_early(page, &gate);
        page.browser().keys(&part("search"), "bran drain");
        let place = "document.querySelector(arguments[0]).setSelectionRange(3, 3)";
        page.browser().script(place, &[json!(part("search"))]);
        take_over(page, &gate);
        page.comes_to(
            "the search",
            |seen| seen.typed.clone(),
            Some("bran drain".into()),
        );
        // A reader who is still at it types on.
        page.browser().press('i');
        page.shows(&[39]);
        page.comes_to(
            "the search",
            |seen| seen.typed.clone(),
            Some("brain drain".into()),
        );
        page.address_is("q=brain%20drain");
        leave(page);
    });
}

#[test]
fn enter_before_the_app_is_there_loses_nothing() {
    visit_in(&Engine::ALL, "?view=about", |page| {
        let gate = Gate::close(is_app);
        open_early(page, &gate);
        page.browser().keys(&part("search"), "brain drain");
        page.enter();
        take_over(page, &gate);
        page.shows(&[39]);
        leave(page);
    });
}

/// Also where the app puts something above it: a notice on the address.
#[test]
fn what_is_read_stays_where_it_is_and_the_focus_too() {
    for (width, view_state) in [
        (360, "?cluster=z"),
        (360, ""),
        (1280, "?cluster=z"),
        (1280, ""),
    ] {
        let setting = Setting::default().sized(width, 800);
        setting.visit("?view=about", |page| {
            let gate = Gate::close(is_app);
            open_early_at(page, &gate, view_state);
            let read = "
                const article = document.querySelector(arguments[0]);
                scrollTo({ top: scrollY + article.getBoundingClientRect().top - 90, behavior: 'instant' });
                article.querySelector('h4 a').focus({ preventScroll: true });
                return article.getBoundingClientRect().top;";
            let place = "
                const article = document.querySelector(arguments[0]);
                return [article.getBoundingClientRect().top, article.contains(document.activeElement)];";
            let article = [json!(result(30))];
            let before = page.browser().script(read, &article);
            take_over(page, &gate);
            let after = page.browser().script(place, &article);
            let moved = number(&after[0]) - number(&before);
            assert!(moved.abs() <= 1.0, "{width} wide, {view_state:?}: moved by {moved} pixels");
            assert_eq!(after[1], json!(true), "{width} wide, {view_state:?}: the focus is gone");
            leave(page);
        });
    }
}

/// Gives the focus to an element of the page as it came, lets the app come, and
/// tells what has the focus then.
fn focus_after(path: &str, selector: &str) -> Value {
    let mut told = Value::Null;
    Setting::default().visit("?view=about", |page| {
        let gate = Gate::close(is_app);
        open_written(page, &gate, path);
        let focus = "
            const element = document.querySelector(arguments[0]);
            element.focus();
            return document.activeElement === element;";
        let focused = page.browser().script(focus, &[json!(selector)]);
        assert_eq!(focused, json!(true), "{selector}");
        take_over(page, &gate);
        let body = "
            const it = document.activeElement;
            return [it.id, it.textContent.trim(), it.isConnected && it !== document.body];";
        told = page.browser().script(body, &[]);
        leave(page);
    });
    told
}

#[test]
fn a_link_that_stays_keeps_the_focus() {
    for (selector, id) in [
        (".skip", "skip"),
        ("header h1 a", "home"),
        ("header a[href*='view=saved']", "page-saved"),
    ] {
        let told = focus_after("", selector);
        assert_eq!(told[0], json!(id), "{selector}: {told}");
    }
}

#[test]
fn what_is_no_longer_there_hands_the_focus_to_the_heading_of_the_results() {
    for selector in ["nav a[href='cluster/b/']", "footer a"] {
        let told = focus_after("", selector);
        assert_eq!(told[0], json!("results"), "{selector}: {told}");
    }
}

#[test]
fn a_row_is_the_same_element_and_keeps_focus_and_selection() {
    for path in ["", "cluster/b/", "rec/15/"] {
        Setting::default().visit("?view=about", |page| {
            let gate = Gate::close(is_app);
            open_written(page, &gate, path);
            let select = "
                const article = document.querySelector('article[data-number]');
                const tag = article.querySelector('.tag');
                const text = article.querySelector('[data-part=text]');
                window.before = { article, tag };
                tag.focus();
                const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
                getSelection().setBaseAndExtent(words, 2, words, 9);
                return getSelection().toString();";
            let selected = page.browser().script(select, &[]);
            take_over(page, &gate);
            let after = "
                const { article, tag } = window.before;
                return [
                    article.isConnected && article.closest('[data-part=results]') !== null,
                    tag === document.activeElement,
                    getSelection().toString(),
                ];";
            let after = page.browser().script(after, &[]);
            assert_eq!(after, json!([true, true, selected]), "{path}");
            leave(page);
        });
    }
}

#[test]
fn a_row_is_made_once_and_comes_back_as_the_same_element() {
    Setting::default().visit("theme/evaluation/", |page| {
        page.clear();
        page.until("all are shown", |seen| seen.numbers.len() == 45);
        let remember = "
            window.rows = [...document.querySelectorAll('[data-part=result]')];
            return rows.length";
        assert_eq!(page.browser().script(remember, &[]), json!(45));
        page.search("technology");
        page.toggle("cluster", "c");
        page.click("#page-about");
        page.click("#page-list");
        page.until("all are shown", |seen| seen.numbers.len() == 45);
        let same = "
            const now = [...document.querySelectorAll('[data-part=result]')];
            return now.every((row, place) => row === rows[place])";
        assert_eq!(page.browser().script(same, &[]), json!(true));
    });
}

fn number(told: &Value) -> f64 {
    told.as_f64().expect("a number")
}

/// Sums up how far things have moved, as browsers measure it.
const SHIFTS: &str = "
    window.moved = [];
    new PerformanceObserver((list) => moved.push(...list.getEntries().map((entry) => ({
        value: entry.value,
        what: entry.sources.map(({ node }) => node?.className || node?.nodeName),
    })))).observe({ type: 'layout-shift', buffered: true });";

/// What has moved so far, once it is painted.
fn moved(page: &Page) -> Value {
    let body = "
        const [done] = arguments;
        const told = () => done([moved.reduce((sum, { value }) => sum + value, 0), moved]);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told, 100)));";
    page.browser().script_until_done(body, &[])
}

#[test]
fn nothing_moves_when_the_app_takes_over() {
    for width in [1280, 360] {
        let setting = Setting::default().sized(width, 800).with_script(SHIFTS);
        setting.visit("?view=about", |page| {
            let gate = Gate::close(is_app);
            open_early(page, &gate);
            // It is painted, so that something could move.
            moved(page);
            take_over(page, &gate);
            let told = moved(page);
            assert!(number(&told[0]) <= 0.02, "{width} wide: {told:#}");
            // What does move is measured.
            let push = "document.querySelector('#app').style.marginTop = '300px'";
            page.browser().script(push, &[]);
            let told = moved(page);
            assert!(number(&told[0]) > 0.02, "{width} wide: {told:#}");
            leave(page);
        });
    }
}

/// Before the app is there, what needs it is not to be seen, but the search
/// field; clusters and themes are links to their pages.
#[test]
fn before_the_app_is_there_filtering_works_by_links() {
    let setting = Setting::default();
    setting.visit("?view=about", |page| {
        let gate = Gate::close(is_app);
        open_early(page, &gate);
        assert_eq!(controls(page), 1, "the search field and nothing else");
        page.click(".facets__contents a[href^='cluster/b'], nav a[href='cluster/b/']");
        page.eventually("the page of the cluster is there", || {
            let address = page.browser().address();
            (address.path() == "/cluster/b/").then_some(())
        });
        page.comes_to(
            "the list",
            |seen| seen.numbers.clone(),
            (15..=23).collect::<Vec<u16>>(),
        );
        take_over(page, &gate);
        page.shows(&(15..=23).collect::<Vec<u16>>());
        leave(page);
    });
}

//! The page as it is written, where no script runs.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit},
    page::Page,
    site::Site,
};

use crate::support::controls;

/// What a reader without scripts finds on the home page.
fn has_everything(page: &Page) {
    let texts = page.texts();
    assert_eq!(texts.len(), 45);
    assert!(texts.iter().all(|(_, text)| text.len() > 40), "{texts:?}");
    let body = "
        const seen = (selector) => [...document.querySelectorAll(selector)]
            .filter((one) => one.checkVisibility({ visibilityProperty: true })).length;
        return [seen('#app h1, #app h2, #app h3'), seen('a[href^=\"cluster/\"]')];";
    let told = page.browser().script(body, &[]);
    assert!(told[0].as_i64() >= Some(3), "headings: {told}");
    assert!(told[1].as_i64() >= Some(6), "links to clusters: {told}");
    assert_eq!(controls(page), 0, "controls that do nothing");
    assert!(!page.now().text.contains("Loading"));
}

#[test]
fn without_javascript_all_can_be_read() {
    visit("?view=about", |page| {
        page.complaints();
        page.browser().without_scripts();
        page.browser().go(&page.root());
        has_everything(page);
        leads_to_recommendation_12(page);
        page.complaints();
    });
}

/// Checks that the link to a recommendation leads to it (URL-13).
fn leads_to_recommendation_12(page: &Page) {
    page.browser().go("about:blank");
    page.browser()
        .go(&format!("{}index.html#rec-12", page.root()));
    let body = "
        const article = document.querySelector('article[data-number=\"12\"]');
        const { top, bottom } = article.getBoundingClientRect();
        return scrollY > 0 && top >= 0 && bottom <= innerHeight && article.matches(':target');";
    page.eventually("recommendation 12 is in sight", || {
        (page.browser().script(body, &[]) == true).then_some(())
    });
}

/// As where an extension lets no script through, or it does not arrive: browsers
/// then think that scripts run.
#[test]
fn where_the_boot_script_does_not_run_all_can_be_read() {
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there()) {
        let site = Site::built()
            .and_then(|site| site.with_header("Content-Security-Policy", "script-src 'none'"));
        let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
        let setting = Setting::default().within(engine).on(site);
        setting.visit_unready("", |page| {
            has_everything(page);
            leads_to_recommendation_12(page);
            page.complaints();
        });
    }
}

/// Engines before 2018 stop at the first word of the boot script that they do
/// not know, and engines without WebAssembly stop where it asks for that.
#[test]
fn in_an_old_engine_all_can_be_read() {
    let old =
        "delete window.WebAssembly; delete window.MutationObserver; delete window.CustomEvent;";
    Setting::default()
        .with_script(old)
        .visit_unready("", |page| {
            page.until("the start has failed", |seen| seen.state == "failed");
            has_everything(page);
            page.complaints();
        });
}

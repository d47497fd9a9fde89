//! Under a content security policy that takes addresses of code for code, the
//! site is kept where its policy is named, and else left alone.

use browser_tests::{
    journey::Setting,
    page::Page,
    site::{STRICT, Site},
};

use crate::kept::{is_kept, store};

const VIOLATIONS: &str = "window.violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));";

#[test]
fn where_the_policy_names_it_the_site_is_kept() {
    let named = STRICT.replace("trusted-types 'none'", "trusted-types agenda-explorer");
    let site = Site::built().and_then(|site| site.with_header("Content-Security-Policy", &named));
    let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default()
        .on(site)
        .with_script(VIOLATIONS)
        .visit("", |page| {
            is_kept(page);
            assert_eq!(violations(page), 0);
        });
}

#[test]
fn where_the_policy_names_nothing_the_site_does_without() {
    let site = Site::built().and_then(Site::strict);
    let site = site.unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default()
        .on(site)
        .with_script(VIOLATIONS)
        .visit("", |page| {
            page.eventually("it was thought of", || {
                let body = "return performance.getEntriesByType('resource')
                .some((entry) => entry.name.endsWith('/offline.js'))";
                (page.browser().script(body, &[]) == true).then_some(())
            });
            // As long as it takes elsewhere.
            let wait = "const done = arguments[0]; setTimeout(done, 1000)";
            page.browser().script_until_done(wait, &[]);
            assert_eq!(store(page).workers, 0);
            assert_eq!(violations(page), 0);
        });
}

fn violations(page: &Page) -> usize {
    let told = page.browser().script("return window.violations", &[]);
    told.as_array().expect("a list").len()
}

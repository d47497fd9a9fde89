//! What is known beside the texts: projects, the list of 2007, the history. Each says
//! where it is known from.

use browser_tests::{
    journey::{visit, visit_in_both},
    page::Page,
};
use serde_json::{Value, json};

/// What a script finds, once it finds something.
fn found(page: &Page, what: &str, body: &str, arguments: &[Value]) -> Value {
    page.eventually(what, || {
        let found = page.browser().script(body, arguments);
        (!found.is_null()).then_some(found)
    })
}

/// The one project with a code in a part of the page: which recommendations it links,
/// and where its sources lead.
fn project(page: &Page, within: &str, code: &str) -> Value {
    let body = "
        const found = document.querySelector(
            `${arguments[0]} [data-part=project][data-code='${arguments[1]}']`);
        if (!found) return null;
        const lists = [...found.querySelectorAll('dt')].map((term) => {
            const named = [];
            for (let it = term.nextElementSibling; it && it.matches('dd'); it = it.nextElementSibling)
                named.push(...it.querySelectorAll('a[href*=\"rec\"]'));
            return named.map((link) => link.textContent);
        });
        const away = [...found.querySelectorAll('.sources a')].map((link) => link.href);
        return { id: found.dataset.id, lists: lists.filter((it) => it.length), away };";
    found(page, code, body, &[json!(within), json!(code)])
}

fn recommendations(numbers: &[u16]) -> Vec<String> {
    let named = numbers.iter().map(|it| format!("Recommendation {it}"));
    named.collect()
}

#[test]
fn an_opened_recommendation_has_its_projects_with_their_sources() {
    visit_in_both("?rec=39", |page| {
        let drain = project(page, "article[data-number='39']", "DA_39_40_01");
        let both = recommendations(&[39, 40]);
        assert_eq!(drain["lists"], json!([both, both]), "{drain}");
        assert_eq!(drain["away"][0], "https://studylib.net/doc/7627788");
        page.browser()
            .click("article[data-number='39'] [data-part=project] dd a:last-child");
        page.address_is("rec=40");
        project(page, "article[data-number='40']", "DA_39_40_01");
    });
}

#[test]
fn a_recommendation_without_a_project_says_so() {
    visit("?rec=45", |page| {
        let body = "
            const all = document.querySelector(`article[data-number='45'] .details`);
            const said = [...all.querySelectorAll('p')].map((it) => it.textContent);
            const none = said.find((it) => it.includes('project'));
            return none && !all.querySelector('[data-part=project]') ? none : null;";
        assert_eq!(
            found(page, "no project", body, &[]),
            "No project is linked to this recommendation in this data set."
        );
    });
}

#[test]
fn the_page_of_documents_lists_the_projects_and_keeps_code_and_document_apart() {
    visit("?view=documents", |page| {
        let drain = project(page, "#projects", "DA_39_40_01");
        let both = recommendations(&[39, 40]);
        assert_eq!(drain["lists"], json!([both, both]), "{drain}");
        let tourism = project(page, "#projects", "DA_1_10_12_40");
        let code = recommendations(&[1, 10, 12, 40]);
        let document = recommendations(&[1, 4, 10, 12, 40]);
        assert_eq!(tourism["lists"], json!([code, document]), "{tourism}");
        // Those without a code have an id all the same.
        let body = "
            const all = [...document.querySelectorAll('#projects [data-part=project]')];
            const named = all.filter((it) => it.dataset.id && it.querySelector('h3, .sources li'));
            return [all.length, named.length, all.filter((it) => !('code' in it.dataset)).length];";
        assert_eq!(page.browser().script(body, &[]), json!([15, 15, 4]));
    });
}

#[test]
fn it_is_said_how_far_the_list_of_2007_is_known() {
    visit("", |page| {
        for (number, value) in [
            (1, "confirmed-in"),
            (2, "confirmed-out"),
            (12, "inferred"),
            (45, "not-verified"),
        ] {
            page.open(&format!("?rec={number}"));
            let body = "
                const line = document.querySelector(
                    `article[data-number='${arguments[0]}'] [data-part=immediate]`);
                if (!line) return null;
                const around = line.parentElement;
                return { value: line.dataset.value, caveat: around.textContent,
                    sources: around.querySelectorAll('a[href^=http]').length };";
            let line = found(page, "the line", body, &[number.into()]);
            assert_eq!(line["value"], value, "{number}: {line}");
            assert!(line["sources"].as_u64() >= Some(2), "{number}: {line}");
            let caveat = line["caveat"].as_str().expect("a text");
            assert!(caveat.contains("accorded a higher priority"), "{caveat}");
        }
    });
}

#[test]
fn about_tells_how_the_texts_came_about_with_a_source_for_each_event() {
    visit("?view=about", |page| {
        let body = "
            const events = [...document.querySelectorAll('ol.timeline > li')];
            if (!events.length) return null;
            return events.map((event) => ({
                dates: [...event.querySelectorAll('time')].map((it) => it.dateTime),
                quotes: event.querySelectorAll('q').length,
                sources: event.querySelectorAll('a[href^=http]').length,
            }));";
        let events = found(page, "the events", body, &[]);
        let events = events.as_array().expect("a list");
        assert!(events.len() > 15, "{events:?}");
        for event in events {
            let has = |what: &str| event[what].as_u64() > Some(0);
            assert!(has("sources") && has("quotes"), "{event}");
            assert!(event["dates"][0].is_string(), "{event}");
        }
        assert_eq!(events[0]["dates"], json!(["2004-09-27", "2004-10-05"]));
        page.browser().click("a[href*='cluster=d']");
        page.shows(&[33, 34, 35, 36, 37, 38]);
    });
}

//! A frame is a guest: it moves nothing of its host.

use browser_tests::host::embed;
use serde_json::json;

const BODY: &str = "<input id=own><div style='height:2000px'></div>
    <iframe id=one src='{explorer}?embed=1' width=100% height=700></iframe>
    <div style='height:2000px'></div>";

/// Twenty changes of filters.
fn change_filters(page: &browser_tests::page::Page) {
    for _ in 0..4 {
        for cluster in ["a", "b", "c", "d", "e"] {
            page.toggle_in_place("cluster", cluster);
        }
    }
}

#[test]
fn a_frame_far_below_leaves_the_host_where_it_is() {
    for place in ["", "#rec-45"] {
        let body = BODY.replace("?embed=1", &format!("?embed=1{place}"));
        embed(&body, |host| {
            host.ready("#one");
            host.settle();
            let place = host.place();
            assert_eq!((place.scroll, place.focus.as_str()), (0.0, "body"));
        });
    }
}

#[test]
fn twenty_changes_of_filters_move_nothing_of_the_host() {
    embed(BODY, |host| {
        host.ready("#one");
        host.script("document.querySelector('#own').focus(); scrollTo(0, 1500)");
        let before = host.place();
        host.inside("#one", change_filters);
        host.settle();
        assert_eq!(host.place(), before);
    });
}

#[test]
fn back_leaves_the_host_and_not_a_filter() {
    embed(BODY, |host| {
        let first = host.address();
        host.browser().go(&format!("{first}?second"));
        host.ready("#one");
        host.inside("#one", change_filters);
        host.browser().back();
        host.comes_to(
            "the address",
            || host.browser().address().to_string(),
            first.clone(),
        );
    });
}

#[test]
fn opening_one_in_a_frame_does_not_scroll_the_host() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            let body = "document.querySelector('[data-part=result][data-number=\"30\"] button[aria-expanded]').click()";
            page.browser().script(body, &[]);
            page.until("it is open", |seen| seen.query.contains("rec=30"));
        });
        host.settle();
        let place = host.place();
        assert_eq!((place.scroll, place.focus.as_str()), (0.0, "body"));
    });
}

#[test]
fn a_frame_registers_no_service_worker() {
    embed(BODY, |host| {
        host.ready("#one");
        host.inside("#one", |page| {
            let body = "
                const done = arguments[0];
                if (!navigator.serviceWorker) return done(0);
                navigator.serviceWorker.getRegistrations().then((all) => done(all.length), () => done(0));";
            assert_eq!(page.browser().script_until_done(body, &[]), json!(0));
        });
    });
}

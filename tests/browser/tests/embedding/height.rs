//! Frames as high as what is in them.

use browser_tests::host::{Embedding, Host, embed};
use serde_json::{Value, json};

const BODY: &str = "<script async src={explorer}embed.js></script>
    <script>
        var said = 0;
        addEventListener('message', (event) => { if (event.data.type === 'height') said += 1; });
    </script>
    <div id=column style='width: 600px'>
        <iframe id=one src='{explorer}?embed=1' width=100% height=700></iframe>
    </div>";

fn content(host: &Host, frame: &str) -> f64 {
    host.inside(frame, |page| {
        let body = "return document.body.getBoundingClientRect().height";
        page.browser().script(body, &[]).as_f64().expect("a height")
    })
}

/// Waits until a frame is as high as its content and does not scroll, and gives
/// that height.
fn fits(host: &Host, frame: &str) -> f64 {
    fits_and(host, frame, |_| true)
}

/// As [`fits`], at a height that is as expected.
fn fits_and(host: &Host, frame: &str, expected: impl Fn(f64) -> bool) -> f64 {
    let fitting = || {
        let (height, content) = (host.height(frame), content(host, frame));
        let scrolls = scrolls(host, frame);
        if expected(height) && (height - content).abs() <= 2.0 && scrolls <= 1 {
            String::from("it fits")
        } else {
            format!("{height} high for {content}, and scrolls by {scrolls}")
        }
    };
    host.comes_to(frame, fitting, String::from("it fits"));
    host.height(frame)
}

fn scrolls(host: &Host, frame: &str) -> i64 {
    host.inside(frame, |page| {
        let body =
            "const page = document.documentElement; return page.scrollHeight - page.clientHeight";
        page.browser()
            .script(body, &[])
            .as_i64()
            .expect("a number of pixels")
    })
}

/// Brings a frame into view: the others are not laid out at their new height.
fn look_at(host: &Host, frame: &str) {
    let body = "document.querySelector(arguments[0]).scrollIntoView()";
    host.browser().script(body, &[json!(frame)]);
}

#[test]
fn the_frame_follows_its_content_up_and_down() {
    embed(BODY, |host| {
        host.ready("#one");
        let all = fits(host, "#one");
        host.inside("#one", |page| page.toggle_in_place("cluster", "e"));
        let few = fits_and(host, "#one", |height| height < all);
        host.inside("#one", |page| {
            let body = "document.querySelector('[data-part=result] button[aria-expanded]').click()";
            page.browser().script(body, &[]);
            page.until("it is open", |seen| seen.query.contains("rec="));
        });
        let open = fits_and(host, "#one", |height| height > few);
        host.inside("#one", |page| {
            page.browser()
                .script("document.documentElement.style.fontSize = '200%'", &[])
        });
        fits_and(host, "#one", |height| height > open);
        host.inside("#one", |page| {
            page.browser()
                .script("document.documentElement.style.fontSize = ''", &[])
        });
        fits_and(host, "#one", |height| height == open);
        host.script("document.querySelector('#column').style.width = '320px'");
        fits_and(host, "#one", |height| height > open);
    });
}

#[test]
fn the_height_comes_to_rest_and_does_not_creep() {
    embed(BODY, |host| {
        host.ready("#one");
        let before = fits(host, "#one");
        for cluster in ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e"] {
            host.inside("#one", |page| page.toggle_in_place("cluster", cluster));
        }
        let after = fits(host, "#one");
        assert!((after - before).abs() <= 2.0, "{before} became {after}");
        for _ in 0..4 {
            host.settle();
        }
        let said = host.script("return said");
        for _ in 0..14 {
            host.settle();
        }
        assert_eq!(host.script("return said"), said);
    });
}

#[test]
fn a_frame_that_is_shown_later_fits_then() {
    let hidden = BODY.replace("width: 600px", "width: 600px; display: none");
    embed(&hidden, |host| {
        host.settle();
        host.script("document.querySelector('#column').style.display = ''");
        host.ready("#one");
        fits(host, "#one");
    });
}

#[test]
fn three_explorers_are_three() {
    let body = "<script async src={explorer}embed.js></script>
        <agenda-explorer id=one cluster=a></agenda-explorer>
        <iframe id=two src='{explorer}?embed=1&cluster=b' width=100%></iframe>
        <agenda-explorer id=three q='brain drain'></agenda-explorer>";
    Embedding::default().visit(body, |host| {
        // A lazy one starts when it is near.
        let (one, two, three) = ("#one > iframe", "#two", "#three > iframe");
        host.ready(one);
        for frame in [one, two, three] {
            look_at(host, frame);
            host.ready(frame);
            fits(host, frame);
        }
        look_at(host, two);
        host.inside(two, |page| {
            page.toggle_in_place("cluster", "e");
            page.toggle_in_place("cluster", "b");
        });
        fits(host, two);
        let shown = |frame| host.inside(frame, |page| page.now().numbers);
        assert_eq!(shown(one), (1..=14).collect::<Vec<u16>>());
        assert_eq!(shown(two), (39..=44).collect::<Vec<u16>>());
        assert_eq!(shown(three), [39]);
    });
}

#[test]
fn at_the_heights_to_which_wordpress_keeps_a_frame_all_is_reachable() {
    embed(
        "<iframe id=one src='{explorer}?embed=1' width=600 height=200></iframe>",
        |host| {
            host.ready("#one");
            for height in [200, 1000] {
                host.browser().script(
                    "document.querySelector('#one').height = arguments[0]",
                    &[json!(height)],
                );
                let below = host.inside("#one", |page| {
                    let body = "
                    scrollTo({ top: 1e6, behavior: 'instant' });
                    const below = document.body.getBoundingClientRect().bottom - innerHeight;
                    scrollTo({ top: 0, behavior: 'instant' });
                    return below;";
                    page.browser().script(body, &[])
                });
                assert!(
                    below.as_f64().is_some_and(|below| below <= 1.0),
                    "{below} at {height}"
                );
            }
        },
    );
}

#[test]
fn a_script_that_comes_late_still_gives_the_height() {
    embed(
        "<iframe id=one src='{explorer}?embed=1&cluster=e' width=100% height=300></iframe>",
        |host| {
            host.ready("#one");
            host.settle();
            let body = "
            const script = document.createElement('script');
            script.src = arguments[0];
            document.body.append(script);";
            let address: Value = format!("{}embed.js", host.explorer()).into();
            host.browser().script(body, &[address]);
            fits(host, "#one");
        },
    );
}

/// All recommendations stand in the page until the app comes, which may show
/// fewer.
#[test]
fn a_frame_never_gets_the_height_of_what_the_app_does_not_show() {
    const BODY: &str = "<script>
            var heights = [];
            addEventListener('message', (event) => {
                if (event.data.type === 'height') heights.push(event.data.height);
            });
        </script>
        <script async src={explorer}embed.js></script>
        <iframe id=one src='{explorer}?embed=1&cluster=e' width=600 height=700></iframe>";
    embed(BODY, |host| {
        host.ready("#one");
        let end = fits(host, "#one");
        let told = host.script("return Math.max(...heights)");
        let most = told.as_f64().expect("a height");
        assert!(most < 2.0 * end, "{most} on the way to {end}");
    });
}

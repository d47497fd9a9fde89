//! What the script on a host's page does with what it hears, and from whom.

use browser_tests::host::{Host, embed_puppet};
use serde_json::{Value, json};

/// What a frame says about its height.
pub fn height(pixels: impl Into<Value>) -> Value {
    json!({ "source": "agenda-explorer", "version": 1, "type": "height", "height": pixels.into() })
}

/// Holds that a frame is as high as it says.
pub fn is_sized(host: &Host, frame: &str, pixels: u32) {
    // Said again until it is heard: a frame that is not loaded yet says nothing.
    let look = || {
        host.say(frame, &height(pixels));
        host.height(frame)
    };
    host.comes_to("the height", look, pixels.into());
}

#[test]
fn a_frame_gets_the_height_that_it_says_within_reason() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <iframe id=one src='{explorer}?embed=1'></iframe>",
        |host| {
            for (said, given) in [
                (432, 432),
                (3, 150),
                (19_000, 19_000),
                (1_000_000_000, 20_000),
            ] {
                host.say("#one", &height(said));
                host.comes_to("the height", || host.height("#one"), given.into());
            }
        },
    );
}

#[test]
fn what_is_no_height_of_ours_changes_nothing() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <iframe id=one src='{explorer}?embed=1' height=321></iframe>
        <iframe id=two src='{explorer}?embed=1' height=321></iframe>
        <iframe id=stranger src='{other}?embed=1' height=321></iframe>",
        |host| {
            let others = [
                json!(null),
                json!(500),
                json!("500"),
                json!([500]),
                json!({ "height": 500 }),
                json!({ "type": "height", "height": 500 }),
                json!({ "source": "agenda-explorer", "type": "height", "height": 500 }),
                json!({ "source": "agenda-explorer", "version": 2, "type": "height", "height": 500 }),
                json!({ "source": "agenda-explorer", "version": 1, "type": "size", "height": 500 }),
                json!({ "source": "another", "version": 1, "type": "height", "height": 500 }),
            ];
            for message in &others {
                host.say("#one", message);
            }
            for value in [
                json!("500"),
                json!(null),
                json!([500]),
                json!(-500),
                json!(0),
            ] {
                host.say("#one", &height(value));
            }
            for value in ["NaN", "Infinity", "-Infinity"] {
                host.inside("#one", |page| {
                    let body = format!(
                        "parent.postMessage({{ source: 'agenda-explorer', version: 1,
                            type: 'height', height: {value} }}, '*')"
                    );
                    page.browser().script(&body, &[]);
                });
            }
            // From another origin; from the host itself; from a sibling, whose
            // own height it is at best.
            host.say("#stranger", &height(500));
            host.browser()
                .script("postMessage(arguments[0], '*')", &[height(500)]);
            host.settle();
            for frame in ["#one", "#two", "#stranger"] {
                assert!((host.height(frame) - 321.0).abs() < 1.0, "{frame}");
            }
            is_sized(host, "#two", 500);
            assert!((host.height("#one") - 321.0).abs() < 1.0);
        },
    );
}

#[test]
fn a_frame_without_an_origin_is_believed_only_in_a_sandbox_without_one() {
    embed_puppet(
        "<script async src={explorer}embed.js></script>
        <iframe id=closed sandbox=allow-scripts src='{explorer}?embed=1' height=321></iframe>
        <iframe id=half sandbox='allow-scripts allow-same-origin' src='{explorer}?embed=1' height=321></iframe>
        <iframe id=opened src='{explorer}?embed=1' height=321></iframe>",
        |host| {
            is_sized(host, "#closed", 500);
            is_sized(host, "#half", 500);
            // Now something without an origin is in the frame.
            host.script("document.querySelector('#opened').contentWindow.location.replace(
                'data:text/html,<script>parent.postMessage({source:\"agenda-explorer\",version:1,type:\"height\",height:500},\"*\")</script>')");
            host.settle();
            host.settle();
            assert!((host.height("#opened") - 321.0).abs() < 1.0);
        },
    );
}

#[test]
fn a_script_that_is_there_twice_works_once_for_each_frame() {
    embed_puppet(
        "<script>
            var steps = [];
            const { setProperty } = CSSStyleDeclaration.prototype;
            CSSStyleDeclaration.prototype.setProperty = function (name, value, ...more) {
                steps.push(value);
                return setProperty.call(this, name, value, ...more);
            };
        </script>
        <script>var usual = Object.keys(window), added;</script>
        <script src={explorer}embed.js></script>
        <script src='{explorer}embed.js?again'></script>
        <script src={other}embed.js></script>
        <script>added = Object.keys(window).filter((name) => !usual.includes(name));</script>
        <iframe id=one src='{explorer}?embed=1'></iframe>
        <iframe id=two src='{other}?embed=1'></iframe>",
        |host| {
            is_sized(host, "#one", 400);
            is_sized(host, "#two", 500);
            assert_eq!(host.script("return steps"), json!(["400px", "500px"]));
            let globals = host.script("return added");
            assert_eq!(globals, json!([]));
        },
    );
}

#[test]
fn a_frame_that_comes_late_or_goes_is_no_trouble() {
    embed_puppet(
        "<script src={explorer}embed.js></script>
        <iframe id=one src='{explorer}?embed=1'></iframe>",
        |host| {
            let body = "
                const [id, address, done] = arguments;
                const frame = document.createElement('iframe');
                frame.id = id;
                frame.onload = () => done();
                frame.src = address;
                document.body.append(frame);";
            let address = format!("{}?embed=1", host.explorer());
            host.browser()
                .script_until_done(body, &[json!("late"), json!(address)]);
            is_sized(host, "#late", 400);
            // What it says at the end arrives when it is gone.
            host.inside("#one", |page| {
                let body = "parent.postMessage(arguments[0], '*')";
                page.browser().script(body, &[height(500)]);
            });
            host.script("document.querySelector('#one').remove()");
            host.settle();
            is_sized(host, "#late", 450);
        },
    );
}

#[test]
fn a_script_that_comes_late_asks_the_frames_for_what_it_has_missed() {
    embed_puppet(
        "<iframe id=one src='{explorer}?embed=1'></iframe>",
        |host| {
            let body = "
            const [address, done] = arguments;
            const script = document.createElement('script');
            script.onload = () => done();
            script.src = address;
            document.body.append(script);";
            let address = format!("{}embed.js", host.explorer());
            host.browser().script_until_done(body, &[json!(address)]);
            let asked = json!([{ "source": "agenda-explorer", "version": 1, "type": "ready" }]);
            host.comes_to("what it hears", || json!(host.heard("#one")), asked);
        },
    );
}

//! Light and dark. Firefox is told that its reader prefers dark.

use browser_tests::{host::embed, page::Page};

/// How light the background of the page is, from 0 to 255.
fn lightness(page: &Page) -> f64 {
    let body = "
        const colours = [document.body, document.documentElement].map((place) => getComputedStyle(place).backgroundColor);
        const seen = colours.find((colour) => !/rgba\\(.*, 0\\)|transparent/.test(colour));
        const [red, green, blue] = (seen || 'rgb(255, 255, 255)').match(/[0-9.]+/g).map(Number);
        return (red + green + blue) / 3;";
    page.browser()
        .script(body, &[])
        .as_f64()
        .expect("a lightness")
}

#[test]
fn a_frame_is_light_unless_it_is_asked_to_be_dark() {
    for (scheme, light) in [("", true), ("&scheme=light", true), ("&scheme=dark", false)] {
        let body = format!(
            "<iframe id=one src='{{explorer}}?embed=1{scheme}' width=100% height=700></iframe>"
        );
        embed(&body, |host| {
            host.ready("#one");
            let seen = host.inside("#one", lightness);
            assert_eq!(seen > 128.0, light, "{scheme:?} is {seen}");
        });
    }
}

#[test]
fn the_host_turns_the_lights_on_and_off() {
    embed(
        "<script async src={explorer}embed.js></script><agenda-explorer></agenda-explorer>",
        |host| {
            let frame = "agenda-explorer > iframe";
            host.ready(frame);
            for (scheme, light) in [("dark", false), ("light", true)] {
                let body = format!(
                    "document.querySelector('agenda-explorer').setAttribute('scheme', '{scheme}')"
                );
                host.script(&body);
                let is_light = || host.inside(frame, lightness) > 128.0;
                host.comes_to(scheme, is_light, light);
            }
        },
    );
}

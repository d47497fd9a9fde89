//! The page fits its window.

use browser_tests::journey::Setting;

#[test]
fn nothing_sticks_out_sideways_at_any_width() {
    Setting::default().sized(320, 640).visit("", |page| {
        for place in [
            "",
            "?cluster=c&theme=technology-transfer&q=technology&rec=25",
            "?q=zebra&cluster=a&theme=technology-transfer",
            "?list=3_1_2&cluster=z&list=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
            "?view=saved",
            "?view=documents",
            "?view=about",
        ] {
            page.open(place);
            for width in [320, 360, 768, 1280] {
                page.browser().resize(width, 800);
                page.comes_to("the width", |_| page.width(), width.into());
                assert_eq!(page.sticks_out(), 0, "{place} at {width} pixels");
            }
        }
    });
}

//! The site can be put among the applications of a device.

use browser_tests::journey::visit;
use serde_json::{Value, json};

use crate::kept::is_kept;

#[test]
fn nothing_keeps_the_browser_from_installing_it() {
    for place in ["", "rec/12/"] {
        visit(place, |page| {
            is_kept(page);
            let (errors, manifest) = page.browser().installability();
            assert_eq!(errors, json!([]), "{place}");
            assert_eq!(manifest["errors"], json!([]), "{place}");
            let address = manifest["url"].as_str().unwrap_or_default();
            assert_eq!(address, format!("{}manifest.webmanifest", page.root()));
            let text = manifest["data"].as_str().unwrap_or_default();
            let manifest: Value = serde_json::from_str(text).expect("it is JSON");
            let icons = manifest["icons"].as_array().expect("it has icons");
            for icon in icons {
                let body = "const [address, done] = arguments;
                    const image = new Image();
                    image.onload = () => done(image.naturalWidth + 'x' + image.naturalHeight);
                    image.onerror = () => done('broken');
                    image.src = address;";
                let name = icon["src"].as_str().unwrap_or_default();
                let address = json!(format!("{}{name}", page.root()));
                let size = page.browser().script_until_done(body, &[address]);
                assert!(
                    icon["sizes"] == size || icon["sizes"] == "any",
                    "{icon}: {size}"
                );
            }
        });
    }
}

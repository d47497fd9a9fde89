//! What stands for the explorer among the applications of a device, once a
//! reader has put it there: the web app manifest and the icons, drawn from the
//! icon of the site.

use anyhow::{Context, Result};
use explorer::{
    data::Agenda,
    messages::{Messages, messages},
    state::static_page::StaticPage,
};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};
use tiny_skia::{Color, Pixmap, Transform};

/// Where the manifest lies.
pub const MANIFEST: &str = "manifest.webmanifest";

/// What the icons are drawn from.
pub const SOURCE: &str = "icon.svg";

/// An icon of the manifest, or beside it.
pub struct Icon {
    pub name: &'static str,
    /// Of a side, in pixels.
    pub size: u32,
    /// Whether the device cuts its corners itself.
    whole: bool,
    /// What the manifest says it is for; one that it does not name is for a
    /// system that does not read it.
    purpose: Option<&'static str>,
}

pub const ICONS: [Icon; 4] = [
    Icon {
        name: "icon-192.png",
        size: 192,
        whole: false,
        purpose: Some("any"),
    },
    Icon {
        name: "icon-512.png",
        size: 512,
        whole: false,
        purpose: Some("any"),
    },
    Icon {
        name: "icon-maskable-512.png",
        size: 512,
        whole: true,
        purpose: Some("maskable"),
    },
    // For the home screen of Apple's devices.
    Icon {
        name: "icon-180.png",
        size: 180,
        whole: true,
        purpose: None,
    },
];

/// The background of `src/ui/base.css`.
const BACKGROUND: &str = "#fdfdfc";

/// The manifest. All addresses in it begin where it lies.
pub fn manifest(agenda: &Agenda) -> Value {
    let named = ICONS.iter().filter_map(|icon| Some((icon, icon.purpose?)));
    let drawn = named.map(|(icon, purpose)| {
        let sizes = format!("{0}x{0}", icon.size);
        json!({ "src": icon.name, "sizes": sizes, "type": "image/png", "purpose": purpose })
    });
    let language = messages().language();
    let source = json!({ "src": SOURCE, "sizes": "any", "type": "image/svg+xml" });
    json!({
        "name": agenda.site.name,
        "short_name": agenda.site.short_name,
        "description": StaticPage::Home.description(agenda),
        "lang": language.tag,
        "dir": language.dir,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": BACKGROUND,
        "theme_color": BACKGROUND,
        "icons": drawn.chain([source]).collect::<Vec<_>>(),
    })
}

/// Draws an icon as a PNG.
///
/// # Errors
/// Where the source is no picture, or the icon cannot be packed.
pub fn draw(icon: &Icon, source: &str) -> Result<Vec<u8>> {
    let tree = Tree::from_str(source, &Options::default())
        .with_context(|| format!("{SOURCE} is not a picture"))?;
    let side = icon.size as f32;
    let scale = Transform::from_scale(side / tree.size().width(), side / tree.size().height());
    let empty = || Pixmap::new(icon.size, icon.size);
    let mut sheet = empty().context("an icon has no size")?;
    resvg::render(&tree, scale, &mut sheet.as_mut());
    if icon.whole {
        // The colour that it has at the middle of its upper edge, into the corners.
        let background = sheet
            .pixel(icon.size / 2, 0)
            .map(|pixel| pixel.demultiply());
        if let Some(background) = background {
            let colour =
                Color::from_rgba8(background.red(), background.green(), background.blue(), 255);
            sheet.fill(colour);
            resvg::render(&tree, scale, &mut sheet.as_mut());
        }
    }
    png(&sheet).with_context(|| format!("{} cannot be written as PNG", icon.name))
}

fn png(sheet: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = sheet.pixels().iter().map(|pixel| pixel.demultiply());
    let bytes: Vec<u8> = pixels
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, sheet.width(), sheet.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUND: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">\
        <rect width=\"32\" height=\"32\" rx=\"7\" fill=\"#17405e\"/></svg>";

    fn corner(icon: &Icon) -> [u8; 4] {
        let file = draw(icon, ROUND).expect("it is a picture");
        let decoder = png::Decoder::new(std::io::Cursor::new(file));
        let mut reader = decoder.read_info().expect("it is a PNG");
        assert_eq!(reader.info().size(), (icon.size, icon.size));
        let mut bytes = vec![0; reader.output_buffer_size().expect("it has a size")];
        reader.next_frame(&mut bytes).expect("it is whole");
        [bytes[0], bytes[1], bytes[2], bytes[3]]
    }

    #[test]
    fn an_icon_that_is_cut_by_the_device_reaches_into_its_corners() {
        for icon in &ICONS {
            let expected = if icon.whole {
                [0x17, 0x40, 0x5e, 255]
            } else {
                [0; 4]
            };
            assert_eq!(corner(icon), expected, "{}", icon.name);
        }
    }

    #[test]
    fn what_is_no_picture_is_a_problem() {
        assert!(draw(&ICONS[0], "<p>").is_err());
    }
}

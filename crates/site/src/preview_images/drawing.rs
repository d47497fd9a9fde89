//! Drawing with text: a sheet of one colour, type set on it, and the sheet as a
//! PNG with a small palette. The fonts come with a crate, so that the result is
//! the same on every machine.

use std::collections::HashMap;

use anyhow::{Context, Result};
use rustybuzz::{Face, UnicodeBuffer, ttf_parser};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

/// The family that everything is set in.
const FAMILY: &str = "Libertinus Serif";

/// How many colours a sheet keeps, so that two pixels are a byte. What lies
/// between them is the edge of a letter.
const COLOURS: usize = 16;

/// A colour as in style sheets: `0x1b1f24`.
pub type Ink = u32;

/// The thickness of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A family of type in two weights.
pub struct Type {
    regular: Face<'static>,
    bold: Face<'static>,
}

/// Type of one weight and size.
#[derive(Clone, Copy)]
pub struct Style<'t> {
    face: &'t Face<'static>,
    pub size: f32,
}

impl Type {
    /// Finds the family among the fonts of the crate.
    ///
    /// # Errors
    /// Where it is not among them.
    pub fn new() -> Result<Self> {
        let find = |weight: u16| {
            let faces = typst_assets::fonts().filter_map(|data| Face::from_slice(data, 0));
            let mut fitting = faces.filter(|face| {
                let wanted = face.weight().to_number() == weight && !face.is_italic();
                wanted && family(face).as_deref() == Some(FAMILY)
            });
            fitting.next().with_context(|| {
                format!(
                    "the crate typst-assets has no {FAMILY} of weight {weight} any more; \
                     choose another family in {}",
                    file!()
                )
            })
        };
        Ok(Self {
            regular: find(400)?,
            bold: find(700)?,
        })
    }

    /// Letters of a weight and a size in pixels.
    pub fn style(&self, weight: Weight, size: f32) -> Style<'_> {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        Style { face, size }
    }
}

fn family(face: &Face) -> Option<String> {
    let names = face.names().into_iter();
    let ids = [
        ttf_parser::name_id::TYPOGRAPHIC_FAMILY,
        ttf_parser::name_id::FAMILY,
    ];
    let mut named = names.filter(|name| ids.contains(&name.name_id) && name.is_unicode());
    named.find_map(|name| name.to_string())
}

impl Style<'_> {
    fn scale(&self) -> f32 {
        self.size / self.face.units_per_em() as f32
    }

    fn shaped(&self, text: &str) -> rustybuzz::GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        rustybuzz::shape(self.face, &[], buffer)
    }

    /// How wide a line is, in pixels.
    pub fn width(&self, text: &str) -> f32 {
        let shaped = self.shaped(text);
        let advances = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance);
        advances.sum::<i32>() as f32 * self.scale()
    }

    /// A text in lines of at most this width, and whether all of it is there:
    /// what is beyond `most` lines is left out behind a whole word. `None` where
    /// a word alone is too wide.
    pub fn lines(&self, text: &str, width: f32, most: usize) -> Option<(Vec<String>, bool)> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if self.width(word) > width {
                return None;
            }
            let longer = lines.last().map(|line| format!("{line} {word}"));
            let longer = longer.filter(|longer| self.width(longer) <= width);
            let is_full = lines.len() == most;
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) => *line = longer,
                (None, Some(line)) if is_full => {
                    *line = self.ended(line, width);
                    return Some((lines, false));
                }
                _ => lines.push(word.to_owned()),
            }
        }
        Some((lines, true))
    }

    /// A line with an ellipsis, for which words give way.
    fn ended(&self, line: &str, width: f32) -> String {
        let mut kept = line;
        loop {
            let ended = format!("{}…", kept.trim_end_matches([',', ';', ':', '.', ' ']));
            match kept.rsplit_once(' ') {
                Some((shorter, _)) if self.width(&ended) > width => kept = shorter,
                _ => return ended,
            }
        }
    }
}

/// A sheet to draw on.
pub struct Sheet(Pixmap);

impl Sheet {
    /// A sheet of one colour, an even number of pixels wide.
    ///
    /// # Errors
    /// Where it has no size.
    pub fn new(width: u32, height: u32, background: Ink) -> Result<Self> {
        let mut pixmap = Pixmap::new(width, height).context("a sheet to draw on has no size")?;
        pixmap.fill(colour(background));
        Ok(Self(pixmap))
    }

    /// A rectangle.
    pub fn block(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.0
                .fill_rect(rect, &paint(ink), Transform::identity(), None);
        }
    }

    /// A line of text that begins at `x` and stands on `y`.
    pub fn text(&mut self, style: Style, x: f32, y: f32, ink: Ink, text: &str) {
        let shaped = style.shaped(text);
        let scale = style.scale();
        let mut pen = Pen {
            path: PathBuilder::new(),
            scale,
            x,
            y,
        };
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        for (glyph, place) in glyphs {
            let start = pen.x;
            pen.x += place.x_offset as f32 * scale;
            // The numbers of glyphs have two bytes in every font.
            let id = ttf_parser::GlyphId(u16::try_from(glyph.glyph_id).unwrap_or_default());
            style.face.outline_glyph(id, &mut pen);
            pen.x = start + place.x_advance as f32 * scale;
        }
        if let Some(path) = pen.path.finish() {
            let whole = Transform::identity();
            self.0
                .fill_path(&path, &paint(ink), FillRule::Winding, whole, None);
        }
    }

    /// The sheet as a PNG.
    ///
    /// # Errors
    /// Where it cannot be packed.
    pub fn png(&self) -> Result<Vec<u8>> {
        let pixels: Vec<[u8; 3]> = self
            .0
            .pixels()
            .iter()
            .map(|it| [it.red(), it.green(), it.blue()])
            .collect();
        let (palette, places) = palette(&pixels);
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.0.width(), self.0.height());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let packed: Vec<u8> = places
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, place| byte << 4 | place))
            .collect();
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&packed));
        written.context("an image cannot be written as PNG")?;
        Ok(file)
    }
}

/// The most frequent colours, and for each pixel the place of the nearest one.
fn palette(pixels: &[[u8; 3]]) -> (Vec<[u8; 3]>, Vec<u8>) {
    // Most pixels are as the one before.
    let runs: Vec<&[[u8; 3]]> = pixels.chunk_by(|a, b| a == b).collect();
    let colour_of = |run: &[[u8; 3]]| run.first().copied().unwrap_or_default();
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for run in &runs {
        *counts.entry(colour_of(run)).or_default() += run.len();
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    // The colour itself decides where two are as frequent, so that every build
    // gives the same bytes.
    colours.sort_by_key(|(colour, count)| (usize::MAX - count, *colour));
    let palette: Vec<[u8; 3]> = colours
        .iter()
        .map(|(colour, _)| *colour)
        .take(COLOURS)
        .collect();
    let nearest: HashMap<[u8; 3], u8> = colours
        .iter()
        .map(|(colour, _)| {
            let distances = palette.iter().zip(0_u8..).map(|(other, place)| {
                let parts = colour.iter().zip(other);
                let distance: u32 = parts.map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum();
                (distance, place)
            });
            (*colour, distances.min().map_or(0, |(_, place)| place))
        })
        .collect();
    let places = runs.iter().flat_map(|run| {
        let place = nearest.get(&colour_of(run)).copied().unwrap_or_default();
        std::iter::repeat_n(place, run.len())
    });
    (palette, places.collect())
}

/// Draws the outline of a glyph where the line has come to.
struct Pen {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    /// Fonts count upwards, sheets downwards.
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl ttf_parser::OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn colour(ink: Ink) -> Color {
    let [_, red, green, blue] = ink.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}

fn paint(ink: Ink) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(colour(ink));
    paint.anti_alias = true;
    paint
}

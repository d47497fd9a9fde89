//! Draws the images that previews of links show: what a page is about, set as on
//! the page, in the colour of its section.

mod drawing;

use std::{path::Path, thread};

use anyhow::{Result, anyhow, bail};
use explorer::{
    data::{Agenda, Value},
    messages::{MetadataMessages, Names, messages},
    state::static_page::StaticPage,
};

use crate::{
    files,
    preview::{HEIGHT, WIDTH, path},
};
use drawing::{Ink, Sheet, Style, Type, Weight};

/// What a picture may weigh, in bytes.
pub const MOST: usize = 40_000;

// The colours of `src/ui/base.css`.
const GROUND: Ink = 0xfdfdfc;
const INK: Ink = 0x1b1f24;
const QUIET: Ink = 0x555d66;
const LINE: Ink = 0xd8dcdf;
const LINK: Ink = 0x0b4f94;

/// Draws the pictures of all pages and gives the weight of the heaviest.
///
/// # Errors
/// Where one is too heavy, or cannot be drawn or written.
pub fn write_all(pages: &[StaticPage], agenda: &Agenda, dist: &Path) -> Result<usize> {
    let types = Type::new()?;
    let write = |page: StaticPage| {
        let picture = draw(page, agenda, &types)?;
        let path = path(page, agenda);
        if picture.len() > MOST {
            bail!(
                "{path} has {} bytes, {MOST} are allowed: keep fewer colours in it",
                picture.len()
            );
        }
        files::write(dist, &path, &picture)?;
        Ok(picture.len())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let shares = pages.chunks(share).map(|share| {
            scope.spawn(|| {
                share
                    .iter()
                    .try_fold(0, |most, page| anyhow::Ok(write(*page)?.max(most)))
            })
        });
        // All are begun before the first is waited for.
        let shares: Vec<_> = shares.collect();
        shares.into_iter().try_fold(0, |most, share| {
            let heaviest = share
                .join()
                .map_err(|_| anyhow!("drawing an image failed"))??;
            Ok(heaviest.max(most))
        })
    })
}

/// The picture of a page as a PNG.
///
/// # Errors
/// Where it cannot be packed.
pub fn draw(page: StaticPage, agenda: &Agenda, types: &Type) -> Result<Vec<u8>> {
    let mut sheet = Sheet::new(WIDTH, HEIGHT, GROUND)?;
    let mut page_of = Card {
        sheet: &mut sheet,
        types,
        agenda,
    };
    match page {
        StaticPage::Home => page_of.home(),
        StaticPage::Recommendation(number) => page_of.recommendation(number),
        StaticPage::Value { facet, value } => page_of.value(page, facet, value),
    }
    page_of.foot();
    sheet.png()
}

// The places on the sheet, in pixels.
const LEFT: f32 = 76.0;
const RIGHT: f32 = 1124.0;
const COLUMN: f32 = 330.0;
const BAR: f32 = 14.0;
const FOOT: f32 = 548.0;

struct Card<'a> {
    sheet: &'a mut Sheet,
    types: &'a Type,
    agenda: &'a Agenda,
}

impl Card<'_> {
    fn home(&mut self) {
        let agenda = self.agenda;
        self.bar(LINK);
        let count = self.types.style(Weight::Bold, 190.0);
        let number = agenda.len().to_string();
        self.sheet.text(count, LEFT - 6.0, 218.0, LINK, &number);
        let beside = LEFT + count.width(&number) + 34.0;
        let large = self.types.style(Weight::Bold, 58.0);
        let heading = messages().preview_heading(agenda);
        self.sheet.text(large, beside, 148.0, INK, &heading);
        let title = narrow(
            self.types,
            &agenda.title,
            RIGHT - beside,
            &[58.0, 50.0, 42.0, 34.0],
        );
        self.sheet.text(title, beside, 214.0, INK, &agenda.title);
        let plain = self.types.style(Weight::Regular, 40.0);
        self.paragraph(plain, LEFT, 312.0, messages().preview_tagline(), 2);
        let sections = agenda.section().and_then(|facet| agenda.facets.get(facet));
        let sections = sections.map_or(&[][..], |facet| &facet.values);
        // What has room in a row.
        for (place, section) in sections.iter().take(12).enumerate() {
            let x = LEFT + place as f32 * 84.0;
            self.square(x, 420.0, 64.0, &[40.0, 30.0], section);
        }
    }

    fn recommendation(&mut self, number: u16) {
        let agenda = self.agenda;
        let Some(entry) = agenda.recommendation(number) else {
            return;
        };
        let section = agenda.section_of(entry);
        let ink = section.map_or(LINK, ink);
        self.bar(ink);
        let large = self.types.style(Weight::Bold, 210.0);
        self.sheet
            .text(large, LEFT - 8.0, 218.0, ink, &number.to_string());
        let small = self.types.style(Weight::Regular, 30.0);
        let of = messages().of_all(agenda);
        self.sheet.text(small, LEFT, 272.0, QUIET, &of);
        let mut y = 92.0;
        if let Some(facet) = agenda.section() {
            let title = self.types.style(Weight::Bold, 28.0);
            let name = messages().value_long(agenda, facet, entry.section);
            y = self.block(title, COLUMN, y, ink, &name, 2) + 22.0;
        }
        self.fitting(
            COLUMN,
            y,
            &flat(&entry.plain()),
            &[54.0, 48.0, 43.0, 39.0, 36.0],
        );
    }

    fn value(&mut self, page: StaticPage, facet: usize, value: usize) {
        let agenda = self.agenda;
        let known = agenda.facets.get(facet);
        let Some((facet, entry)) = known.and_then(|it| Some((it, it.values.get(value)?))) else {
            return;
        };
        self.bar(ink(entry));
        let label = self.types.style(Weight::Regular, 32.0);
        let mut y = 108.0;
        let mut x = LEFT;
        if entry.letter.is_some() {
            self.square(LEFT, 76.0, 196.0, &[150.0, 110.0], entry);
            x = COLUMN;
        }
        self.sheet.text(label, x, y, ink(entry), &facet.label);
        y += 62.0;
        for size in [62.0, 56.0, 50.0, 44.0] {
            let title = self.types.style(Weight::Bold, size);
            let lines = title.lines(&entry.label, RIGHT - x, 3);
            if lines.is_some_and(|(_, whole)| whole) {
                y = self.block(title, x, y, INK, &entry.label, 3);
                break;
            }
        }
        let numbers = page.numbers(agenda);
        let which = messages().recommendations(agenda, &numbers);
        let plain = self.types.style(Weight::Regular, 34.0);
        y = self.block(plain, x, y + 14.0, QUIET, &which, 2) + 20.0;
        let first = numbers
            .first()
            .and_then(|number| agenda.recommendation(*number));
        if let Some(first) = first.filter(|_| y < FOOT - 60.0) {
            let text = format!("{}. {}", first.number, flat(&first.plain()));
            self.fitting(x, y, &text, &[36.0]);
        }
    }

    fn foot(&mut self) {
        self.sheet.block(LEFT, FOOT, RIGHT - LEFT, 2.0, LINE);
        let name = self.types.style(Weight::Bold, 30.0);
        self.sheet
            .text(name, LEFT, FOOT + 46.0, INK, &self.agenda.site.name);
        let source = self.types.style(Weight::Regular, 26.0);
        let words = messages().preview_source(self.agenda);
        let x = RIGHT - source.width(&words);
        self.sheet.text(source, x, FOOT + 46.0, QUIET, &words);
    }

    fn bar(&mut self, ink: Ink) {
        self.sheet.block(0.0, 0.0, BAR, HEIGHT as f32, ink);
    }

    /// The letter of a section on its colour, in the first of the sizes in which
    /// it has room.
    fn square(&mut self, x: f32, y: f32, side: f32, sizes: &[f32], section: &Value) {
        let letter = section.letter.as_deref().unwrap_or_default();
        let style = narrow(self.types, letter, side * 0.86, sizes);
        self.sheet.block(x, y, side, side, ink(section));
        let inset = (side - style.width(letter)) / 2.0;
        // A capital is about two thirds of its size high.
        let base = y + (side + style.size * 0.64) / 2.0;
        self.sheet.text(style, x + inset, base, GROUND, letter);
    }

    fn paragraph(&mut self, style: Style, x: f32, y: f32, text: &str, most: usize) {
        self.block(style, x, y, QUIET, text, most);
    }

    /// Lines of text, the first of which stands on `y`; gives where the next
    /// would stand.
    fn block(&mut self, style: Style, x: f32, y: f32, ink: Ink, text: &str, most: usize) -> f32 {
        let lines = style.lines(text, RIGHT - x, most);
        let mut y = y;
        for line in lines.map(|(lines, _)| lines).unwrap_or_default() {
            self.sheet.text(style, x, y, ink, &line);
            y += style.size * LEADING;
        }
        y
    }

    /// A text below `y`, in the first of the sizes in which all of it has room,
    /// or its beginning in the last.
    fn fitting(&mut self, x: f32, y: f32, text: &str, sizes: &[f32]) {
        let mut fallback = None;
        for size in sizes {
            let style = self.types.style(Weight::Regular, *size);
            // The last line must not come near the foot.
            let room = FOOT - 26.0 - y - size * 0.5;
            let most = (room / (size * LEADING)).max(0.0) as usize + 1;
            let Some((_, whole)) = style.lines(text, RIGHT - x, most) else {
                continue;
            };
            fallback = Some((style, most));
            if whole {
                break;
            }
        }
        if let Some((style, most)) = fallback {
            self.block(style, x, y + style.size * 0.5, INK, text, most);
        }
    }
}

/// From one line to the next, in sizes.
const LEADING: f32 = 1.24;

/// The first of the sizes in which a text on one line is not wider than
/// this, or the last.
fn narrow<'t>(types: &'t Type, text: &str, width: f32, sizes: &[f32]) -> Style<'t> {
    let styles = sizes.iter().map(|size| types.style(Weight::Bold, *size));
    let mut fallback = types.style(Weight::Bold, 24.0);
    for style in styles {
        fallback = style;
        if style.width(text) <= width {
            break;
        }
    }
    fallback
}

/// The colour of a section; other values have that of links.
fn ink(value: &Value) -> Ink {
    let colour = value.colour.as_ref();
    let digits = colour.and_then(|colour| colour.light.strip_prefix('#'));
    digits
        .and_then(|digits| Ink::from_str_radix(digits, 16).ok())
        .unwrap_or(LINK)
}

/// A text in one paragraph.
fn flat(text: &str) -> String {
    let text = text.replace("\n- ", " • ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! A recommendation and the structure of its text.

/// One of the recommendations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub number: u16,
    /// The position of its section.
    pub section: usize,
    /// Its text, word for word, in the order of reading.
    pub text: Vec<Block>,
}

/// A part of a text that can be addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// The mark of an item: `3` in 15(3), `b` in 22(b).
    pub id: Option<String>,
    pub text: String,
}

/// How a block stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Begins on a line of its own.
    Paragraph,
    /// An item of a list; the source prints a bullet, the id is our count.
    Bullet,
    /// An item run into the paragraph before it; the source prints its mark.
    Clause,
}

/// A part of a text as it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// With the items that run into it, and their marks.
    Paragraph(String),
    /// Items with a bullet each.
    List(Vec<&'a str>),
}

/// What a block is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// A paragraph, or else an item.
    pub is_paragraph: bool,
    /// The mark of an item, or the count of a paragraph among the paragraphs, from 1.
    pub mark: String,
}

impl Recommendation {
    /// What the block at a position is called.
    pub fn part(&self, position: usize) -> Part {
        let before = self.text.iter().take(position + 1);
        let paragraphs = before.filter(|block| block.kind == BlockKind::Paragraph);
        let id = self.text.get(position).and_then(|block| block.id.clone());
        Part {
            is_paragraph: id.is_none(),
            mark: id.unwrap_or_else(|| paragraphs.count().to_string()),
        }
    }

    /// The texts of the blocks, which are the passages of the search.
    pub fn passages(&self) -> impl Iterator<Item = &str> {
        self.text.iter().map(|block| block.text.as_str())
    }

    /// The text as it is set.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        for block in &self.text {
            match (block.kind, pieces.last_mut()) {
                (BlockKind::Bullet, Some(Piece::List(items))) => items.push(&block.text),
                (BlockKind::Bullet, _) => pieces.push(Piece::List(vec![&block.text])),
                (BlockKind::Clause, Some(Piece::Paragraph(text))) => {
                    let mark = block.id.as_deref().unwrap_or_default();
                    text.push_str(&format!(" ({mark}) {}", block.text));
                }
                _ => pieces.push(Piece::Paragraph(block.text.clone())),
            }
        }
        pieces
    }

    /// Its first words, in at least so many bytes, and whether its first block goes on.
    pub fn beginning(&self, least: usize) -> (&str, bool) {
        let text = self.text.first().map_or("", |first| &first.text);
        let rest = text.bytes().skip(least).position(|byte| byte == b' ');
        let words = rest.and_then(|rest| text.get(..least + rest));
        (words.unwrap_or(text), words.is_some())
    }

    /// The whole text as plain text, marks of items included.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for (position, block) in self.text.iter().enumerate() {
            match (block.kind, &block.id) {
                (BlockKind::Paragraph, _) if position == 0 => {}
                (BlockKind::Paragraph, _) => plain.push_str("\n\n"),
                (BlockKind::Bullet, _) => plain.push_str("\n- "),
                (BlockKind::Clause, Some(id)) => {
                    plain.push_str(" (");
                    plain.push_str(id);
                    plain.push_str(") ");
                }
                (BlockKind::Clause, None) => plain.push(' '),
            }
            plain.push_str(&block.text);
        }
        plain
    }
}

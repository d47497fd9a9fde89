//! The tokens of a text that may be a reference: numbers, words and marks.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ReferenceToken {
    /// Numbers too large are the largest one.
    Number(u32),
    /// In lower case.
    Word { word: String, after_digit: bool },
    /// The letters and digits after an opening bracket, or directly after a full
    /// stop or slash that follows a digit directly; in lower case.
    Name(String),
    /// `#`, `(`, `)`, `.` for a full stop or slash, `-` for every dash, or `,` for
    /// every separator.
    Mark(char),
}

/// The tokens of a text; `None` if it contains anything else.
pub(crate) fn tokenize(text: &str) -> Option<Vec<ReferenceToken>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |belongs: fn(&char) -> bool| {
            let end = rest.find(|other: char| !belongs(&other));
            end.unwrap_or(rest.len())
        };
        let before = text.get(..text.len() - rest.len())?;
        let is_after_digit = before.ends_with(|it: char| it.is_ascii_digit());
        let mut length = first.len_utf8();
        match first {
            _ if first.is_whitespace() => {}
            '0'..='9' => {
                length = run(char::is_ascii_digit);
                let number = rest.get(..length)?.parse().unwrap_or(u32::MAX);
                tokens.push(ReferenceToken::Number(number));
            }
            'a'..='z' | 'A'..='Z' => {
                length = run(char::is_ascii_alphabetic);
                tokens.push(ReferenceToken::Word {
                    word: rest.get(..length)?.to_ascii_lowercase(),
                    after_digit: is_after_digit,
                });
            }
            ',' | ';' | '&' | '+' => tokens.push(ReferenceToken::Mark(',')),
            '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' => tokens.push(ReferenceToken::Mark('-')),
            '(' | '.' | '/' => {
                let is_bracket = first == '(';
                tokens.push(ReferenceToken::Mark(if is_bracket { '(' } else { '.' }));
                let mut inside = rest.get(length..)?;
                if is_bracket {
                    inside = inside.trim_start();
                }
                let end = inside.find(|other: char| !other.is_ascii_alphanumeric());
                let name = inside.get(..end.unwrap_or(inside.len()))?;
                if !name.is_empty() && (is_bracket || is_after_digit) {
                    tokens.push(ReferenceToken::Name(name.to_ascii_lowercase()));
                    length = rest.len() - inside.len() + name.len();
                }
            }
            '#' | ')' => tokens.push(ReferenceToken::Mark(first)),
            _ => return None,
        }
        rest = rest.get(length..)?;
    }
    Some(tokens)
}

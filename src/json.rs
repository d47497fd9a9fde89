//! JSON that is given back as it came: the order of fields and the digits of
//! numbers stay.
//!
//! Our own, because what `serde_json` brings along for a text this small (maps,
//! floats, error messages) is several times its size; the figures are in
//! docs/decisions/0041. It reads RFC 8259 and nothing else.

use std::fmt::{self, Write};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    /// The number as it was written.
    Number(String),
    Text(Text),
    Array(Vec<Json>),
    /// The fields in their order.
    Object(Vec<(Text, Json)>),
}

/// A text in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it says, with U+FFFD for a half of a surrogate pair.
    says: String,
    /// How it was written, where it has such a half, which `says` can't hold.
    written: Option<String>,
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text {
            says: text.to_owned(),
            written: None,
        }
    }
}

/// How deep arrays and objects may lie in each other: text from outside must
/// not exhaust the stack.
const DEPTH: usize = 64;

impl Json {
    /// Reads a text; `None` if it is not JSON.
    pub fn read(text: &str) -> Option<Json> {
        let mut reader = Reader { rest: text };
        let value = reader.value(DEPTH)?;
        reader.space();
        reader.rest.is_empty().then_some(value)
    }

    /// A number.
    pub fn number(number: u64) -> Json {
        Json::Number(number.to_string())
    }

    /// A text.
    pub fn text(text: &str) -> Json {
        Json::Text(text.into())
    }

    /// An object of these fields.
    pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
        let fields = fields.into_iter();
        Json::Object(fields.map(|(name, value)| (name.into(), value)).collect())
    }

    /// The field of an object with a name; the last one, as browsers have it,
    /// where there are several.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(fields) = self else {
            return None;
        };
        let mut fields = fields.iter().rev();
        fields
            .find(|(other, _)| other.says == name)
            .map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        let Json::Object(fields) = self else {
            return None;
        };
        let mut fields = fields.iter_mut().rev();
        fields
            .find(|(other, _)| other.says == name)
            .map(|(_, value)| value)
    }

    /// Sets the field of an object.
    pub fn set(&mut self, name: &str, value: Json) {
        if let Some(present) = self.get_mut(name) {
            *present = value;
        } else if let Json::Object(fields) = self {
            fields.push((name.into(), value));
        }
    }

    /// Takes the field of an object out.
    pub fn unset(&mut self, name: &str) {
        if let Json::Object(fields) = self {
            fields.retain(|(other, _)| other.says != name);
        }
    }

    /// The number, where it is a whole one that is not negative.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Json::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(&text.says),
            _ => None,
        }
    }

    /// The items, where it is an array.
    pub fn as_array(&self) -> Option<&Vec<Json>> {
        match self {
            Json::Array(items) => Some(items),
            _ => None,
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => to.write_str("null"),
            Json::Bool(true) => to.write_str("true"),
            Json::Bool(false) => to.write_str("false"),
            Json::Number(digits) => to.write_str(digits),
            Json::Text(text) => quote(text, to),
            Json::Array(items) => {
                to.write_char('[')?;
                for (place, item) in items.iter().enumerate() {
                    comma(place, to)?;
                    item.fmt(to)?;
                }
                to.write_char(']')
            }
            Json::Object(fields) => {
                to.write_char('{')?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    comma(place, to)?;
                    quote(name, to)?;
                    to.write_char(':')?;
                    value.fmt(to)?;
                }
                to.write_char('}')
            }
        }
    }
}

fn comma(place: usize, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    if place == 0 {
        return Ok(());
    }
    to.write_char(',')
}

fn quote(text: &Text, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    to.write_char('"')?;
    if let Some(written) = &text.written {
        to.write_str(written)?;
        return to.write_char('"');
    }
    for character in text.says.chars() {
        match character {
            '"' | '\\' => {
                to.write_char('\\')?;
                to.write_char(character)?;
            }
            '\n' => to.write_str("\\n")?,
            '\0'..' ' => write!(to, "\\u{:04x}", u32::from(character))?,
            _ => to.write_char(character)?,
        }
    }
    to.write_char('"')
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes a word, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes the bytes that belong to a set.
    fn run(&mut self, belongs: fn(u8) -> bool) -> &'a str {
        let length = self.rest.bytes().take_while(|byte| belongs(*byte)).count();
        let (run, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or(("", self.rest));
        self.rest = rest;
        run
    }

    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.space();
        match self.rest.bytes().next()? {
            b'n' => self.takes("null").then_some(Json::Null),
            b't' => self.takes("true").then_some(Json::Bool(true)),
            b'f' => self.takes("false").then_some(Json::Bool(false)),
            b'"' => self.text().map(Json::Text),
            b'[' => self.array(depth.checked_sub(1)?),
            b'{' => self.object(depth.checked_sub(1)?),
            _ => self.number(),
        }
    }

    fn array(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.takes("[");
        self.space();
        if self.takes("]") {
            return Some(Json::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.takes("]") {
                return Some(Json::Array(items));
            }
            self.takes(",").then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut fields = Vec::new();
        self.takes("{");
        self.space();
        if self.takes("}") {
            return Some(Json::Object(fields));
        }
        loop {
            self.space();
            let name = self.text()?;
            self.space();
            self.takes(":").then_some(())?;
            fields.push((name, self.value(depth)?));
            self.space();
            if self.takes("}") {
                return Some(Json::Object(fields));
            }
            self.takes(",").then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Json> {
        let whole = self.rest;
        self.takes("-");
        let integer = self.run(|byte| byte.is_ascii_digit());
        let leading_zero = integer.len() > 1 && integer.starts_with('0');
        (!integer.is_empty() && !leading_zero).then_some(())?;
        if self.takes(".") {
            (!self.run(|byte| byte.is_ascii_digit()).is_empty()).then_some(())?;
        }
        if self.takes("e") || self.takes("E") {
            let _sign = self.takes("+") || self.takes("-");
            (!self.run(|byte| byte.is_ascii_digit()).is_empty()).then_some(())?;
        }
        let digits = whole.get(..whole.len() - self.rest.len())?;
        Some(Json::Number(digits.to_owned()))
    }

    fn text(&mut self) -> Option<Text> {
        self.takes("\"").then_some(())?;
        let whole = self.rest;
        let mut says = String::new();
        let mut has_half = false;
        loop {
            says.push_str(self.run(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')));
            let before = self.rest.len();
            match self.next()? {
                '"' => {
                    let written = whole.get(..whole.len() - before).filter(|_| has_half);
                    let written = written.map(str::to_owned);
                    return Some(Text { says, written });
                }
                '\\' => {
                    let character = self.escape()?;
                    has_half |= character.is_none();
                    says.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                _ => return None,
            }
        }
    }

    /// What an escape stands for; nothing where it is a half of a pair alone.
    fn escape(&mut self) -> Option<Option<char>> {
        let character = match self.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let unit = self.unit()?;
                return Some(char::from_u32(u32::from(unit)).or_else(|| self.pair(unit)));
            }
            same @ ('"' | '\\' | '/') => same,
            _ => return None,
        };
        Some(Some(character))
    }

    /// What a first half stands for with the second that follows it, if one does.
    fn pair(&mut self, first: u16) -> Option<char> {
        let mut after = Reader { rest: self.rest };
        let second = after.takes("\\u").then(|| after.unit())??;
        let pair = char::decode_utf16([first, second]).next()?.ok()?;
        self.rest = after.rest;
        Some(pair)
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Any JSON text, and texts that are nearly JSON.
    fn texts() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        let tree = leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        });
        let compact = tree.clone().prop_map(|value| value.to_string());
        let spaced = tree.prop_map(|value| serde_json::to_string_pretty(&value).unwrap());
        let pieces = "[\\[\\]{}\",:0-9eE+.\\-nulltrfas\\\\ \t]{0,24}";
        let broken = (compact.clone(), any::<prop::sample::Index>(), any::<char>());
        let broken = broken.prop_map(|(text, place, other)| {
            let mut characters: Vec<char> = text.chars().collect();
            let place = place.index(characters.len());
            characters[place] = other;
            characters.into_iter().collect()
        });
        prop_oneof![compact, spaced, pieces, broken]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 5_000, ..ProptestConfig::default() })]

        #[test]
        fn it_reads_what_serde_json_reads_and_writes_what_means_the_same(text in texts()) {
            let ours = Json::read(&text);
            // A float beyond all floats is JSON, though serde_json has no place for it,
            let theirs = serde_json::from_str::<Value>(&text);
            match (&ours, &theirs) {
                (Some(ours), Ok(theirs)) => {
                    let again: Value = serde_json::from_str(&ours.to_string()).unwrap();
                    prop_assert_eq!(&again, theirs);
                    prop_assert_eq!(&Json::read(&ours.to_string()).unwrap(), ours);
                }
                (None, Err(_)) => {}
                // and so is a half of a surrogate pair.
                (Some(_), Err(error)) => {
                    let told = error.to_string();
                    prop_assert!(told.contains("out of range") || told.contains("surrogate"), "{told}");
                }
                (None, Ok(_)) => prop_assert!(false, "it does not read {text:?}"),
            }
        }
    }

    #[test]
    fn numbers_and_the_order_of_fields_stay_as_they_were_written() {
        let text = r#"{"z":123456789012345678901234567890,"a":1.50,"b":-0,"c":1E+2}"#;
        assert_eq!(Json::read(text).unwrap().to_string(), text);
    }

    #[test]
    fn escapes_are_read_as_what_they_stand_for() {
        let read = |text: &str| Json::read(text).and_then(|json| Some(json.as_text()?.to_owned()));
        assert_eq!(read(r#""\u00e9\ud83d\ude00\/\n""#).unwrap(), "é😀/\n");
        for broken in [r#""\u+0e9""#, r#""\ud83""#, r#""\ud83d\u""#, r#""\x""#] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }

    #[test]
    fn halves_of_pairs_are_shown_as_unknown_and_written_as_they_were() {
        for (text, says) in [
            (r#""\ud83d""#, "\u{fffd}"),
            (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
            (r#""a\uD83D\u0041\/""#, "a\u{fffd}A/"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\ud83d\n""#, "\u{fffd}\n"),
        ] {
            let json = Json::read(text).unwrap();
            assert_eq!(json.as_text(), Some(says));
            assert_eq!(json.to_string(), text);
        }
        let text = r#"{"\ud83d":1,"\ud83c":[2]}"#;
        assert_eq!(Json::read(text).unwrap().to_string(), text);
    }

    #[test]
    fn what_is_too_deep_is_refused_and_does_not_exhaust_the_stack() {
        assert!(Json::read(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_some());
        assert!(Json::read(&"[".repeat(1_000_000)).is_none());
    }

    #[test]
    fn of_two_fields_with_one_name_the_last_holds() {
        let mut json = Json::read(r#"{"a":1,"a":2}"#).unwrap();
        assert_eq!(json.get("a").and_then(Json::as_u64), Some(2));
        json.set("a", Json::Null);
        assert_eq!(json.to_string(), r#"{"a":1,"a":null}"#);
    }
}

//! From text to JSON values. A field that an object has twice is a fault: the
//! first one would be lost without a word.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use crate::data::fault::Faults;

/// What a text holds; `None`, with a fault, where it is not JSON.
pub(super) fn parse(json: &str, faults: &Faults) -> Option<Value> {
    // Some editors put a mark before the first character.
    let json = json.trim_start_matches('\u{feff}');
    if json.trim().is_empty() {
        faults.add("the file", "it is empty.");
        return None;
    }
    match serde_json::from_str::<Strict>(json) {
        Ok(Strict(value)) => Some(value),
        Err(error) => {
            let place = format!("line {}, column {}", error.line(), error.column());
            faults.add(&place, sentence(&error));
            None
        }
    }
}

fn sentence(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = whole.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        Category::Eof => {
            "the JSON ends too early; a bracket, brace or quotation mark is not closed.".to_owned()
        }
        Category::Data => format!("{what}."),
        Category::Syntax | Category::Io => format!("this is not JSON ({what})."),
    }
}

/// A value without a field that is there twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Strict, D::Error> {
        from.deserialize_any(Values).map(Strict)
    }
}

struct Values;

impl<'de> Visitor<'de> for Values {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(Value::Bool(it))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_f64<E>(self, it: f64) -> Result<Value, E> {
        Ok(Number::from_f64(it).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(entry)) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((field, Strict(value))) = fields.next_entry::<String, Strict>()? {
            if object.contains_key(&field) {
                let what = format!("“{field}” is there twice in one object; remove one of them");
                return Err(de::Error::custom(what));
            }
            object.insert(field, value);
        }
        Ok(Value::Object(object))
    }
}

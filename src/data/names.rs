//! Names that appear in addresses: what they are made of, and which are taken.

/// The keys of an address that, beside those of the facets, say what is shown;
/// `state::url::keys` says which means what. No facet can have one.
pub const CONTENT_KEYS: [&str; 6] = ["q", "match", "rec", "list", "view", "sort"];

/// The keys of an address that say how it is shown. No facet can have one.
pub const APPEARANCE_KEYS: [&str; 6] = ["lang", "scheme", "embed", "hide", "lock", "events"];

/// Further keys that no facet can have: attributes that an element with the
/// keys as attributes has already, columns of the exported table, and what the
/// link to a list can carry.
pub const OTHER_TAKEN_KEYS: [&str; 11] = [
    "class", "dir", "height", "hidden", "id", "style", "title", "number", "text", "link", "note",
];

/// Whether a text can be an id or a key: words of lower-case letters and digits,
/// joined by hyphens, the first one beginning with a letter. Ids become folders
/// and parts of addresses.
pub fn is_id(text: &str) -> bool {
    let is_word = |word: &str| {
        let mut characters = word.bytes();
        !word.is_empty() && characters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    };
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.split('-').all(is_word)
}

/// A text as an id: `The Rights of All` is `the-rights-of-all`.
pub(super) fn id_of(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let words = text.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = words.join("-");
    if is_id(&id) {
        id
    } else {
        "explorer".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_of_small_letters_and_digits() {
        for id in ["a", "public-domain", "g12", "article-5-b"] {
            assert!(is_id(id), "{id}");
        }
        for wrong in [
            "", "A", "5", "a_b", "a b", "-a", "a-", "a--b", "../x", "é", "a/b", "a.b",
        ] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }

    #[test]
    fn titles_become_ids() {
        assert_eq!(id_of("The Rights: of (All)"), "the-rights-of-all");
        assert_eq!(id_of("1948"), "explorer");
    }
}

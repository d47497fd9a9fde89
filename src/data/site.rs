//! What the data set says of the site that shows it: its names, and what one of
//! its entries is called.

/// The site that shows the data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    /// For the home screen of a phone, which has room for about twelve letters.
    pub short_name: String,
    /// What stands under the name.
    pub tagline: Option<String>,
    /// What files are called that readers download, without the ending.
    pub slug: String,
    /// What stands before the number in the key of a citation.
    pub citation_key: String,
    /// What stands before the names under which a browser stores anything, so
    /// that two sites on one host do not share a list.
    pub storage_prefix: String,
    /// The language of the texts, as a BCP 47 tag.
    pub language: String,
    /// That the site is not the publisher's, as a sentence.
    pub independence: Option<String>,
}

/// What an entry of the data set is called, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    pub one: String,
    pub many: String,
    /// What readers put before a number besides these two: `rec`.
    pub prefixes: Vec<String>,
}

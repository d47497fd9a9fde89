//! Search texts that name recommendations by their numbers or clusters.

use explorer::data::Agenda;

const NOUNS: [&str; 9] = [
    "rec",
    "recs",
    "recommendation",
    "recommendations",
    "no",
    "nos",
    "nr",
    "number",
    "numbers",
];

/// What a reference names.
#[derive(Default)]
pub struct Named {
    /// In the order of the text, each once.
    pub numbers: Vec<u16>,
    /// Items of recommendations, as number and place of the block.
    pub items: Vec<(u16, usize)>,
}

impl Named {
    fn add(&mut self, numbers: impl Iterator<Item = u16>) {
        for number in numbers {
            if !self.numbers.contains(&number) {
                self.numbers.push(number);
            }
        }
    }

    /// Adds an item, if there is one of that name.
    fn add_item(&mut self, number: u64, name: &str, agenda: &Agenda) -> bool {
        let number = u16::try_from(number).ok();
        let known = number.and_then(|number| agenda.recommendation(number));
        for (block, it) in known.iter().flat_map(|it| it.text.iter().enumerate()) {
            if let (Some(id), Some(number)) = (&it.id, number)
                && id.eq_ignore_ascii_case(name)
            {
                self.items.push((number, block));
                return true;
            }
        }
        false
    }
}

/// What a text names, if the whole text is a reference.
pub fn named(text: &str, agenda: &Agenda) -> Option<Named> {
    let mut rest = Rest(text);
    let mut named = Named::default();
    loop {
        one(&mut rest, agenda, &mut named)?;
        separators(&mut rest);
        if rest.is_empty() {
            return (!named.numbers.is_empty()).then_some(named);
        }
    }
}

/// Reads a number, a range or a cluster; `None` where there is none. What the
/// text ends in the middle of is read as far as it goes.
fn one(rest: &mut Rest, agenda: &Agenda, named: &mut Named) -> Option<()> {
    if !nouns(rest) && (rest.word("cluster") || rest.word("clusters")) {
        return clusters(rest, agenda, named);
    }
    if rest.is_empty() {
        return Some(());
    }
    let first = rest.number()?;
    let mut last = first;
    let name = rest.attached();
    rest.white();
    if !name.is_empty() {
        if !named.add_item(first, name, agenda) {
            return None;
        }
    } else if rest.sign("(") {
        rest.white();
        let name = rest.name();
        rest.white();
        if !rest.sign(")") {
            if !rest.is_empty() {
                return None;
            }
        } else if name.is_empty() {
            return None;
        } else {
            named.add_item(first, name, agenda);
        }
    } else if rest.sign("-‐‑‒–—−") || rest.word("to") {
        nouns(rest);
        if !rest.is_empty() {
            last = rest.number()?;
            if !rest.attached().is_empty() {
                return None;
            }
        }
    }
    let (low, high) = (first.min(last), first.max(last));
    let numbers = agenda.recommendations.iter().map(|it| it.number);
    named.add(numbers.filter(|number| (low..=high).contains(&u64::from(*number))));
    Some(())
}

/// Reads the letters of clusters, as far as they go.
fn clusters(rest: &mut Rest, agenda: &Agenda, named: &mut Named) -> Option<()> {
    let mut after_noun = true;
    loop {
        let before = rest.0;
        if !after_noun {
            separators(rest);
        }
        rest.white();
        if rest.is_empty() {
            return Some(());
        }
        let name = rest.name();
        let values = &agenda.facets[agenda.section().expect("there are sections")].values;
        match values.iter().find(|it| it.id.eq_ignore_ascii_case(name)) {
            Some(value) => named.add(value.tags.iter().map(|tag| tag.number)),
            None if after_noun => return None,
            None => {
                rest.0 = before;
                return Some(());
            }
        }
        after_noun = false;
    }
}

/// Passes over what may stand before a number; tells whether there was any.
fn nouns(rest: &mut Rest) -> bool {
    let mut found = false;
    loop {
        rest.white();
        if rest.sign("#") {
            found = true;
        } else if NOUNS.iter().any(|noun| rest.word(noun)) {
            rest.sign(".");
            found = true;
        } else {
            return found;
        }
    }
}

/// Passes over what may stand between two references.
fn separators(rest: &mut Rest) {
    rest.white();
    while rest.sign(",;&+") || rest.word("and") || rest.word("or") {
        rest.white();
    }
}

/// What of the text is not read yet.
struct Rest<'t>(&'t str);

impl<'t> Rest<'t> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn white(&mut self) {
        self.0 = self.0.trim_start();
    }

    /// Passes over one of some signs.
    fn sign(&mut self, signs: &str) -> bool {
        match self.0.chars().next() {
            Some(first) if signs.contains(first) => {
                self.0 = &self.0[first.len_utf8()..];
                true
            }
            _ => false,
        }
    }

    /// Passes over a word that no letter is written to, but perhaps a digit.
    fn word(&mut self, word: &str) -> bool {
        let (Some(start), Some(after)) = (self.0.get(..word.len()), self.0.get(word.len()..))
        else {
            return false;
        };
        let found = start.eq_ignore_ascii_case(word) && !after.starts_with(char::is_alphabetic);
        if found {
            self.0 = after;
        }
        found
    }

    /// Reads a number; one that is too large for any is the largest.
    fn number(&mut self) -> Option<u64> {
        let digits = self.taken(|character| character.is_ascii_digit());
        (!digits.is_empty()).then(|| digits.parse().unwrap_or(u64::MAX))
    }

    /// Reads the letters that are written to a number, unless they are a word that
    /// may stand behind one.
    fn attached(&mut self) -> &'t str {
        let words = ["and", "or", "to", "cluster", "clusters"];
        let mut words = words.iter().chain(&NOUNS);
        if words.any(|word| Rest(self.0).word(word)) {
            return "";
        }
        self.taken(|character| character.is_ascii_alphabetic())
    }

    /// Reads the letters and digits that names have.
    fn name(&mut self) -> &'t str {
        self.taken(|character| character.is_ascii_alphanumeric())
    }

    fn taken(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let end = self.0.find(|character| !belongs(character));
        let (taken, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        taken
    }
}

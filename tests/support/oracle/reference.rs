//! Search texts that name recommendations by their numbers or clusters.

use explorer::data::Agenda;

/// What may stand before a number.
const PREFIXES: [&str; 6] = ["no", "nos", "nr", "number", "numbers", "compare"];

/// What may also stand before a number in letters.
const NOUNS: [&str; 6] = [
    "rec",
    "recs",
    "recommendation",
    "recommendations",
    "r",
    "da",
];

const ITEMS: [&str; 5] = ["paragraph", "para", "item", "point", "clause"];

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// What a reference names.
#[derive(Default)]
pub struct Named {
    /// In the order of the text, each once.
    pub numbers: Vec<u16>,
    /// Items of recommendations, as number and place of the block.
    pub items: Vec<(u16, usize)>,
    /// Whether something does not exist.
    pub lacks: bool,
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

/// What a text names, if the whole text is a reference. `vocabulary` are the
/// words that there are.
pub fn named<'w>(
    text: &str,
    agenda: &Agenda,
    mut vocabulary: impl Iterator<Item = &'w str>,
) -> Option<Named> {
    let whole = text.trim_end();
    let whole = whole.strip_suffix(['.', '/']).unwrap_or(whole);
    let mut rest = Rest {
        text: whole,
        in_letters: false,
    };
    let mut named = Named::default();
    title(&mut rest, agenda, false);
    loop {
        one(&mut rest, agenda, &mut named)?;
        separators(&mut rest);
        if rest.is_empty() || title(&mut rest, agenda, true) {
            break;
        }
    }
    if !rest.is_empty() || (named.numbers.is_empty() && !named.lacks) {
        return None;
    }
    if named.numbers.is_empty() {
        // What the texts have is looked for.
        let digits = text.split(|character: char| !character.is_ascii_digit());
        let mut numbers = digits.filter_map(|digits| {
            let plain = digits.trim_start_matches('0');
            let plain = if plain.is_empty() { "0" } else { plain };
            (!digits.is_empty()).then(|| plain.to_owned())
        });
        let numbers: Vec<String> = numbers.by_ref().collect();
        if vocabulary.any(|word| numbers.iter().any(|number| word.starts_with(number))) {
            return None;
        }
    }
    Some(named)
}

/// Passes over the title of the agenda or its end of two words or more; at the
/// end of a text also what that begins with.
fn title(rest: &mut Rest, agenda: &Agenda, at_end: bool) -> bool {
    let before = *rest;
    rest.white();
    let may_begin = at_end && rest.word("of");
    rest.white();
    rest.word("the");
    rest.white();
    if may_begin && rest.is_empty() {
        return true;
    }
    let title = agenda.title.to_lowercase();
    let words: Vec<&str> = title.split_whitespace().collect();
    for start in 0..words.len() - 1 {
        let after_article = *rest;
        let mut passed = 0;
        for word in &words[start..] {
            rest.white();
            let typed = rest.text.to_ascii_lowercase();
            if rest.word(word) {
                passed += 1;
            } else if may_begin && !typed.is_empty() && word.starts_with(&typed) {
                rest.text = "";
                passed += 1;
            } else {
                break;
            }
        }
        rest.white();
        if passed == words.len() - start || (may_begin && passed > 0 && rest.is_empty()) {
            if !at_end {
                separators(rest);
            }
            return true;
        }
        *rest = after_article;
    }
    *rest = before;
    false
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
    let (first, in_letters) = rest.number()?;
    let exists = |number: u64| {
        let mut all = agenda.recommendations.iter().map(|it| u64::from(it.number));
        all.any(|it| it == number)
    };
    let mut last = first;
    let name = if in_letters { "" } else { rest.attached() };
    let directly = *rest;
    rest.white();
    if !name.is_empty() {
        if !named.add_item(first, name, agenda) {
            return None;
        }
    } else if item(rest) {
        rest.white();
        if !rest.text.starts_with('(') {
            let before = *rest;
            match rest.number() {
                Some((name, _)) => {
                    named.add_item(first, &name.to_string(), agenda);
                }
                None => {
                    *rest = before;
                    let name = rest.name();
                    if name.len() > 1 || (name.is_empty() && !rest.is_empty()) {
                        return None;
                    }
                    named.add_item(first, name, agenda);
                }
            }
        } else {
            in_brackets(rest, first, agenda, named)?;
        }
    } else if rest.text.starts_with('(') {
        in_brackets(rest, first, agenda, named)?;
    } else if !in_letters && directly.text.starts_with(['.', '/']) {
        rest.sign("./");
        let name = rest.name();
        if name.is_empty() || !named.add_item(first, name, agenda) {
            return None;
        }
    } else if rest.sign("-‐‑‒–—−") || rest.word("to") {
        nouns(rest);
        if !rest.is_empty() {
            let in_letters;
            (last, in_letters) = rest.number()?;
            if !in_letters && !rest.attached().is_empty() {
                return None;
            }
        }
    } else {
        let before = *rest;
        let name = rest.name();
        let is_letter = name.len() == 1 && name.chars().all(|it| it.is_ascii_alphabetic());
        if !(is_letter && named.add_item(first, name, agenda)) {
            *rest = before;
        }
    }
    named.lacks |= !exists(first) || !exists(last);
    let (low, high) = (first.min(last), first.max(last));
    let numbers = agenda.recommendations.iter().map(|it| it.number);
    named.add(numbers.filter(|number| (low..=high).contains(&u64::from(*number))));
    Some(())
}

/// Passes over what the name of an item comes after.
fn item(rest: &mut Rest) -> bool {
    let before = *rest;
    rest.sign(",;&+");
    rest.white();
    if ITEMS.iter().any(|item| rest.word(item)) {
        rest.sign("./");
        return true;
    }
    *rest = before;
    false
}

/// Reads the name of an item in brackets.
fn in_brackets(rest: &mut Rest, number: u64, agenda: &Agenda, named: &mut Named) -> Option<()> {
    rest.sign("(");
    rest.white();
    let name = rest.name();
    rest.white();
    if !rest.sign(")") {
        return rest.is_empty().then_some(());
    }
    if name.is_empty() {
        return None;
    }
    named.add_item(number, name, agenda);
    Some(())
}

/// Reads the letters of clusters, as far as they go.
fn clusters(rest: &mut Rest, agenda: &Agenda, named: &mut Named) -> Option<()> {
    let mut after_noun = true;
    loop {
        let before = *rest;
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
            None if name.len() == 1
                && name.chars().all(|it| it.is_ascii_alphabetic())
                && name != "r" =>
            {
                named.lacks = true;
            }
            None if after_noun
                && name.chars().all(|it| it.is_ascii_digit())
                && !name.is_empty() =>
            {
                named.lacks = true;
            }
            None if after_noun => return None,
            None => {
                *rest = before;
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
        } else if PREFIXES.iter().any(|noun| rest.word(noun)) {
            rest.sign("./");
            found = true;
        } else if NOUNS.iter().any(|noun| rest.word(noun)) {
            rest.sign("./");
            rest.in_letters = true;
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
#[derive(Clone, Copy)]
struct Rest<'t> {
    text: &'t str,
    /// Whether a number may be in letters.
    in_letters: bool,
}

impl<'t> Rest<'t> {
    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn white(&mut self) {
        self.text = self.text.trim_start();
    }

    /// Passes over one of some signs.
    fn sign(&mut self, signs: &str) -> bool {
        match self.text.chars().next() {
            Some(first) if signs.contains(first) => {
                self.text = &self.text[first.len_utf8()..];
                true
            }
            _ => false,
        }
    }

    /// Passes over a word that no letter is written to, but perhaps a digit.
    fn word(&mut self, word: &str) -> bool {
        let (Some(start), Some(after)) = (self.text.get(..word.len()), self.text.get(word.len()..))
        else {
            return false;
        };
        let found = start.eq_ignore_ascii_case(word) && !after.starts_with(char::is_alphabetic);
        if found {
            self.text = after;
        }
        found
    }

    /// Reads a number, and tells whether it is in letters; one that is too large
    /// for any is the largest.
    fn number(&mut self) -> Option<(u64, bool)> {
        let digits = self.taken(|character| character.is_ascii_digit());
        if !digits.is_empty() {
            return Some((digits.parse().unwrap_or(u64::MAX), false));
        }
        if !self.in_letters {
            return None;
        }
        let tens = TENS.iter().position(|word| self.word(word));
        if let Some(tens) = tens {
            let number = (tens as u64 + 2) * 10;
            let before = *self;
            self.white();
            self.sign("-‐‑‒–—−");
            self.white();
            match UNITS.iter().position(|word| self.word(word)) {
                Some(unit @ 1..=9) => return Some((number + unit as u64, true)),
                _ => *self = before,
            }
            return Some((number, true));
        }
        let unit = UNITS.iter().position(|word| self.word(word))?;
        Some((unit as u64, true))
    }

    /// Reads the letters that are written to a number, unless they are a word that
    /// may stand behind one.
    fn attached(&mut self) -> &'t str {
        let words = ["and", "or", "to", "cluster", "clusters"];
        let mut words = words.iter().chain(&NOUNS).chain(&PREFIXES);
        let rest = *self;
        if words.any(|word| { rest }.word(word)) {
            return "";
        }
        self.taken(|character| character.is_ascii_alphabetic())
    }

    /// Reads the letters and digits that names have.
    fn name(&mut self) -> &'t str {
        self.taken(|character| character.is_ascii_alphanumeric())
    }

    fn taken(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let end = self.text.find(|character| !belongs(character));
        let (taken, rest) = self.text.split_at(end.unwrap_or(self.text.len()));
        self.text = rest;
        taken
    }
}

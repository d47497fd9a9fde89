//! Which functions are deferred, by patterns over their names.
//!
//! A list is read like a `.gitignore`: one pattern a line, `#` begins a comment,
//! `!` an exception, and the last line that matches a function decides. A
//! pattern matches from the start of a [path](crate::names::path) on; what
//! follows it does not matter, and `*` stands for anything:
//!
//! ```text
//! explorer::export::            # a module, its closures, and impls for its types
//! !explorer::export::file_name  # but not this function
//! * as core::fmt::Debug::fmt    # an implementation for any type
//! ```

use anyhow::{Result, bail};

/// The patterns of a list, in order.
#[derive(Debug, Default)]
pub struct List {
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
struct Pattern {
    line: usize,
    text: String,
    is_exception: bool,
}

impl Pattern {
    fn matches(&self, path: &str) -> bool {
        let (first, others) = match self.text.split_once('*') {
            Some((first, others)) => (first, others),
            None => (self.text.as_str(), ""),
        };
        let Some(mut rest) = path.strip_prefix(first) else {
            return false;
        };
        for literal in others.split('*') {
            match rest.split_once(literal) {
                Some((_, behind)) => rest = behind,
                None => return false,
            }
        }
        true
    }
}

impl List {
    /// Reads a list.
    pub fn parse(text: &str) -> Self {
        let lines = (1..).zip(text.lines());
        let patterns = lines.filter_map(|(line, text)| {
            // The sign in `{closure#0}` begins no comment.
            let end = if text.starts_with('#') {
                Some(0)
            } else {
                text.find(" #")
            };
            let text = text[..end.unwrap_or(text.len())].trim();
            let (is_exception, text) = text
                .strip_prefix('!')
                .map_or((false, text), |text| (true, text));
            (!text.is_empty()).then(|| Pattern {
                line,
                text: text.to_owned(),
                is_exception,
            })
        });
        Self {
            patterns: patterns.collect(),
        }
    }

    /// Whether the function with this path is deferred.
    pub fn defers(&self, path: &str) -> bool {
        let decisive = self.patterns.iter().rfind(|it| it.matches(path));
        decisive.is_some_and(|pattern| !pattern.is_exception)
    }

    /// Checks that each pattern matches at least one of these paths.
    ///
    /// # Errors
    /// Names each pattern that matches none, and says what to do.
    pub fn check(&self, paths: &[String]) -> Result<()> {
        let stale: Vec<String> = self
            .patterns
            .iter()
            .filter(|pattern| !paths.iter().any(|path| pattern.matches(path)))
            .map(|pattern| format!("  line {}: {}", pattern.line, pattern.text))
            .collect();
        if stale.is_empty() {
            return Ok(());
        }
        bail!(
            "The list of deferred functions has patterns that match no function:\n{}\n\
             If the module or function was renamed, write its new path; if it is gone \
             (or the compiler inlines it now), delete the line. A profile shows what \
             could be deferred instead.",
            stale.join("\n")
        )
    }
}

/// Which functions the later parts have, in the order of these parts.
#[derive(Debug, Default)]
pub struct Lists(Vec<Part>);

#[derive(Debug)]
struct Part {
    list: List,
    is_apart: bool,
}

impl Lists {
    /// Takes the lists of groups of parts, in turn of parts in the chain, each of which is
    /// loaded after those in the chain before it, and of parts apart, which are loaded after
    /// the same parts and without each other.
    ///
    /// # Errors
    /// Where parts apart have no part before them.
    pub fn new(groups: Vec<Vec<List>>) -> Result<Self> {
        if groups.first().is_some_and(Vec::is_empty) && groups.len() > 1 {
            bail!("Parts apart need a part before them.");
        }
        let groups = groups.into_iter().zip([false, true].into_iter().cycle());
        let parts = groups.flat_map(|(group, is_apart)| {
            group.into_iter().map(move |list| Part { list, is_apart })
        });
        Ok(Self(parts.collect()))
    }

    /// Reads them.
    ///
    /// # Errors
    /// As [`Lists::new`].
    pub fn parse(groups: &[&[&str]]) -> Result<Self> {
        let parse = |texts: &&[&str]| texts.iter().map(|text| List::parse(text)).collect();
        Self::new(groups.iter().map(parse).collect())
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &List> {
        self.0.iter().map(|part| &part.list)
    }

    /// For each part the places of those that are loaded before it, in their order.
    pub fn needs(&self) -> Vec<Vec<usize>> {
        let mut chain = Vec::new();
        let parts = self.0.iter().enumerate().map(|(place, part)| {
            let needed = chain.clone();
            if !part.is_apart {
                chain.push(place);
            }
            needed
        });
        parts.collect()
    }

    /// The place of the last part of the chain.
    pub(crate) fn last(&self) -> Option<usize> {
        self.0.iter().rposition(|part| !part.is_apart)
    }

    /// How many parts of the chain come before all that are apart.
    pub(crate) fn leading(&self) -> usize {
        self.0.iter().take_while(|part| !part.is_apart).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_a_prefix() {
        let list = List::parse("app::export::");
        assert!(list.defers("app::export::csv::write"));
        assert!(list.defers("app::export::Format as core::fmt::Debug::fmt"));
        assert!(!list.defers("app::exported"));
        assert!(!list.defers("alloc::vec::Vec<app::export::Format>::push"));
    }

    #[test]
    fn the_last_pattern_that_matches_decides() {
        let list = List::parse("a::\n!a::b::\na::b::c");
        assert!(list.defers("a::x"));
        assert!(!list.defers("a::b::x"));
        assert!(list.defers("a::b::c"));
    }

    #[test]
    fn a_star_stands_for_anything() {
        let list = List::parse("* as core::fmt::Debug::fmt\na::*Event*::call");
        assert!(list.defers("x::Y as core::fmt::Debug::fmt"));
        assert!(!list.defers("x::Y as core::fmt::Display::fmt"));
        assert!(list.defers("a::f::{closure#1} as FnMut<(Event,)>::call_mut"));
        assert!(!list.defers("a::f::{closure#1} as FnMut<()>::call_mut"));
    }

    #[test]
    fn comments_and_empty_lines_say_nothing() {
        let list = List::parse("# all of it\n\n  a::  # here\n");
        assert_eq!(list.patterns.len(), 1);
        assert!(list.defers("a::b") && !list.defers("") && !list.defers("b"));
    }

    #[test]
    fn a_part_needs_those_of_the_chain_before_it() {
        let groups: [&[&str]; 4] = [&["a::", "b::"], &["c::", "d::"], &["e::"], &["f::"]];
        let lists = Lists::parse(&groups).expect("it begins with the chain");
        let needs: [&[usize]; 6] = [&[], &[0], &[0, 1], &[0, 1], &[0, 1], &[0, 1, 4]];
        assert_eq!(lists.needs(), needs);
        assert_eq!((lists.leading(), lists.last()), (2, Some(4)));
        assert!(Lists::parse(&[&[], &["a::"]]).is_err());
    }

    #[test]
    fn a_pattern_that_matches_nothing_is_an_error_that_says_what_to_do() {
        let paths = ["a::b".to_owned(), "c::d".to_owned()];
        assert!(List::parse("a::\n!c::").check(&paths).is_ok());
        let error = List::parse("a::\n\n!e::").check(&paths).expect_err("stale");
        let error = error.to_string();
        assert!(error.contains("line 3: e::"), "{error}");
        assert!(error.contains("write its new path"), "{error}");
        assert!(!error.contains("a::"), "{error}");
    }
}

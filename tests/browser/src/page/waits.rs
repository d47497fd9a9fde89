//! What the reader waits for.

use std::{
    fmt::Debug,
    thread,
    time::{Duration, Instant},
};

use super::Page;
use crate::seen::Seen;

/// How long a condition may take before the test gives up. No test measures
/// time: this only ends those that fail.
const PATIENCE: Duration = Duration::from_secs(30);

/// The pauses between two looks. They grow, because a frame that is looked at
/// all the time does not get to load.
const PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(400));

struct Waiting {
    end: Instant,
    pause: Duration,
}

impl Waiting {
    fn begin() -> Waiting {
        Waiting {
            end: Instant::now() + PATIENCE,
            pause: PAUSES.0,
        }
    }

    /// Pauses; tells whether it is worth another look.
    fn goes_on(&mut self) -> bool {
        thread::sleep(self.pause);
        self.pause = (self.pause * 3 / 2).min(PAUSES.1);
        Instant::now() < self.end
    }
}

impl Page {
    /// Waits until the page fulfils a condition, and gives it as it is then.
    pub fn until(&self, what: &str, is_so: impl Fn(&Seen) -> bool) -> Seen {
        let mut waiting = Waiting::begin();
        loop {
            let seen = self.now();
            if is_so(&seen) {
                return seen;
            }
            if !waiting.goes_on() {
                panic!("In vain waited until {what}. The page is: {seen:#?}");
            }
        }
    }

    /// Waits until something of the page has a value; tells both where it never
    /// has.
    pub fn comes_to<T: PartialEq + Debug>(&self, what: &str, part: impl Fn(&Seen) -> T, value: T) {
        self.becomes(what, || part(&self.now()), value);
    }

    /// As [`Page::comes_to`], for what is seen otherwise.
    pub fn becomes<T: PartialEq + Debug>(&self, what: &str, look: impl Fn() -> T, value: T) {
        let mut waiting = Waiting::begin();
        loop {
            let present = look();
            if present == value {
                return;
            }
            if !waiting.goes_on() {
                panic!("{what}: waited for {value:?}, but it is {present:?}.");
            }
        }
    }

    /// Waits until the list is these recommendations in this order, and the
    /// sentence above it says how many.
    pub fn shows(&self, numbers: &[u16]) {
        let numbers = numbers.to_vec();
        self.comes_to("the list", |seen| seen.numbers.clone(), numbers);
        let seen = self.now();
        let count = seen.count.expect("a sentence that says how many are shown");
        assert_eq!(count.shown, seen.numbers.len(), "{count:?}");
        let digits: Vec<&str> = count
            .sentence
            .split(|sign: char| !sign.is_ascii_digit())
            .collect();
        let said = count.shown.to_string();
        assert!(
            count.shown == 0 || digits.contains(&said.as_str()),
            "{count:?}"
        );
    }

    /// Waits until the query of the address is this.
    pub fn address_is(&self, query: &str) {
        self.comes_to("the address", |seen| seen.query.clone(), query.to_owned());
    }

    /// Waits until a notice is shown and gives all that are.
    pub fn is_told_something(&self) -> Vec<String> {
        self.until("a notice is shown", |seen| !seen.notices.is_empty())
            .notices
    }

    /// Waits until something is there and gives it; fails with what it was.
    pub fn eventually<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let mut waiting = Waiting::begin();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if !waiting.goes_on() {
                panic!("In vain waited until {what}.");
            }
        }
    }
}

//! Says what is being done, how far it is, and how long it has taken.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Shorter than this is not worth a line.
const WORTH_TELLING: Duration = Duration::from_secs(2);

/// A row of steps whose number is known from the start.
pub struct Steps {
    total: usize,
    started: usize,
    begin: Instant,
}

impl Steps {
    /// Counts up to `total`.
    pub fn new(total: usize) -> Self {
        Self {
            total,
            started: 0,
            begin: Instant::now(),
        }
    }

    /// Prints `[2/5] name` with the time since the first step began, does it, and
    /// prints how long it took if that was long.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.started += 1;
        let since = in_words(self.begin.elapsed());
        println!("[{}/{}] {name} (at {since})", self.started, self.total);
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        if result.is_ok() && took >= WORTH_TELLING {
            println!("      took {}", in_words(took));
        }
        result
    }
}

/// A duration as people say it, to the second.
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs_f64().round() as u64;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_told_in_minutes_and_seconds() {
        assert_eq!(in_words(Duration::from_millis(2600)), "3 s");
        assert_eq!(in_words(Duration::from_secs(170)), "2 min 50 s");
        assert_eq!(in_words(Duration::from_secs(61)), "1 min 01 s");
    }
}

//! On what and when it was measured.

use std::{
    env, thread,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::Result;
use fs_err as fs;
use xshell::cmd;

use crate::{shell::shell, tools::rustc};

/// A line with the day, the machine and the compiler.
///
/// # Errors
/// Where the compiler does not tell its version.
pub fn describe() -> Result<String> {
    let (shell, rustc) = (shell()?, rustc());
    let rustc = cmd!(shell, "{rustc} --version").quiet().read()?;
    let rustc = rustc.split_whitespace().take(2).collect::<Vec<_>>();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    Ok(format!(
        "Measured on {}: {}, {cores} cores, {} {}, {}.",
        day(days_since_1970()),
        processor().unwrap_or_else(|| "unknown processor".into()),
        env::consts::OS,
        env::consts::ARCH,
        rustc.join(" "),
    ))
}

/// The name of the processor where the system has it in a file, as Linux does.
fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    let (_, name) = line.split_once(':')?;
    Some(name.trim().to_owned())
}

fn days_since_1970() -> u64 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH);
    passed.map_or(0, |passed| passed.as_secs() / (24 * 60 * 60))
}

/// A day as 2007-09-24, in the Gregorian calendar. Counted from the first of
/// March of the year 0, so that the day that leap years add is the last one
/// (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn day(since_1970: u64) -> String {
    let days = since_1970 + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_the_calendar() {
        for (since_1970, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (13_780, "2007-09-24"),
            (19_722, "2023-12-31"),
        ] {
            assert_eq!(day(since_1970), expected);
        }
    }
}

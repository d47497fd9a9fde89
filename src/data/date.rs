//! Dates as exact as they are known.

/// A day, a month or a year. One that is less exact comes before those in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    /// From 1 to 12.
    pub month: Option<u16>,
    /// From 1 to 31; only where there is a month.
    pub day: Option<u16>,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |digits: usize, most: u16| -> Option<Option<u16>> {
            let Some(part) = parts.next() else {
                return Some(None);
            };
            let is_number = part.len() == digits && part.bytes().all(|it| it.is_ascii_digit());
            let number = part.parse().ok().filter(|_| is_number)?;
            (1..=most).contains(&number).then_some(Some(number))
        };
        let date = Date {
            year: part(4, 9999)??,
            month: part(2, 12)?,
            day: part(2, 31)?,
        };
        parts.next().is_none().then_some(date)
    }

    /// The form that [`Date::parse`] reads.
    pub fn iso(self) -> String {
        let mut iso = padded(self.year, 4);
        for part in [self.month, self.day].into_iter().flatten() {
            iso.push('-');
            iso.push_str(&padded(part, 2));
        }
        iso
    }
}

/// A number with noughts before it.
fn padded(number: u16, digits: usize) -> String {
    let number = number.to_string();
    let mut padded = "0".repeat(digits.saturating_sub(number.len()));
    padded.push_str(&number);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_text() {
        for text in ["2007", "0987", "2007-09", "2007-09-28"] {
            assert_eq!(Date::parse(text).map(Date::iso).as_deref(), Some(text));
        }
        for wrong in [
            "",
            "2007-",
            "207",
            "20070",
            "2007-9",
            "2007-13",
            "2007-00",
            "2007-09-32",
            "2007-09-28-1",
            "+007-09",
            "September 2007",
            "２００７",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_less_exact_comes_first() {
        let dates = ["2006", "2006-02", "2006-02-20", "2006-03", "2007"];
        let dates = dates.map(|text| Date::parse(text).expect("a date"));
        assert!(dates.is_sorted());
    }
}

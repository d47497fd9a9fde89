//! Choices among a few values that have names in addresses.

/// A choice among a few words that stand in addresses.
pub trait Named: Copy + PartialEq + 'static {
    /// All of them, with their names.
    const ALL: &'static [(&'static str, Self)];

    /// Its name in addresses.
    fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(_, other)| *other == self)
            .map_or("", |(name, _)| name)
    }
}

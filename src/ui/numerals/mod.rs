//! The recommendations at a glance: all numbers in the colours of their sections.
//!
//! They are written into every page, outside of what the app makes. Once its last part
//! is there, the app has them follow the state: what is not found fades, what is saved
//! is marked, and pointing at one shows its first words.

#[cfg(feature = "app")]
mod following;
#[cfg(feature = "prerender")]
mod written;

#[cfg(feature = "app")]
pub use following::attach;
#[cfg(feature = "prerender")]
pub use written::numerals;

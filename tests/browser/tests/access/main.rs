//! The explorer for readers who do not see it, do not point, need it large, or
//! read from right to left. `A11Y-…` is the number under which the behaviour was
//! asked for.

mod announcements;
mod colours;
mod focus;
mod gallery;
mod journey;
mod look;
mod meaning;
mod mirrored;
mod narrow;
mod paper;
mod phone;
mod policy;
mod rules;
mod suggestions;

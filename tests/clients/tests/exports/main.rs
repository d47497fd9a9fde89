//! What other programs read in the downloads is what the data says, and a citation
//! is the same from each format, whichever program sets it.

mod citations;
mod downloads;
mod styles;
mod texts;

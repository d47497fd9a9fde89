//! What `server_fn` names of `wasm-streams`, with nothing behind it: the
//! explorer talks to no server. `README.md` says why it stands in.
//!
//! The names are those of the original, by Mattias Buelens, licensed under the
//! Apache License, Version 2.0 (`LICENSE-APACHE`) or the MIT license
//! (`LICENSE-MIT`), at your option.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that nobody can have.
#[derive(Debug)]
pub enum ReadableStream {}

/// What would come out of it.
#[derive(Debug)]
pub enum IntoStream {}

impl ReadableStream {
    /// Would make a stream of JavaScript out of one of Rust.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        missing()
    }

    /// Would take a stream of JavaScript.
    ///
    /// # Panics
    /// Always.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        missing()
    }

    /// The stream of JavaScript.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// The stream of Rust.
    pub fn into_stream(self) -> IntoStream {
        match self {}
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match *self {}
    }
}

fn missing() -> ! {
    panic!("This build has no streams; see patches/wasm-streams/README.md.")
}

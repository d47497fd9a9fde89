//! `send_wrapper` with a check that is left out where there is only one thread.
//! `README.md` says why it stands in.
//!
//! It follows the original, Copyright 2017 Thomas Keh, licensed under the Apache
//! License, Version 2.0 (`LICENSE-APACHE.txt`) or the MIT license
//! (`LICENSE-MIT.txt`), at your option.

use std::fmt;
use std::mem::{ManuallyDrop, needs_drop};
use std::ops::{Deref, DerefMut};

/// A value that can be sent anywhere and is of use only on the thread that made
/// it. Elsewhere every use panics.
pub struct SendWrapper<T> {
    value: ManuallyDrop<T>,
    home: Home,
}

/// Where there is one thread it is always the right one.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[derive(Clone, Copy)]
struct Home;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
impl Home {
    fn here() -> Home {
        Home
    }

    fn is_here(self) -> bool {
        true
    }
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
#[derive(Clone, Copy)]
struct Home(std::thread::ThreadId);

#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
impl Home {
    fn here() -> Home {
        Home(std::thread::current().id())
    }

    fn is_here(self) -> bool {
        self.0 == std::thread::current().id()
    }
}

// SAFETY: the value is reached, moved out or dropped only after a check that
// this is the thread that made it.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps a value of this thread.
    pub fn new(value: T) -> SendWrapper<T> {
        SendWrapper {
            value: ManuallyDrop::new(value),
            home: Home::here(),
        }
    }

    /// Whether this is the thread of the value.
    pub fn valid(&self) -> bool {
        self.home.is_here()
    }

    /// Takes the value out.
    ///
    /// # Panics
    /// On another thread.
    #[track_caller]
    pub fn take(self) -> T {
        self.check();
        let mut this = ManuallyDrop::new(self);
        // SAFETY: this is the thread of the value, and neither it nor the
        // wrapper is used or dropped any more.
        unsafe { ManuallyDrop::take(&mut this.value) }
    }

    #[track_caller]
    fn check(&self) {
        assert!(self.valid(), "a SendWrapper is used on another thread");
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.check();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if !needs_drop::<T>() {
            return;
        }
        if self.valid() {
            // SAFETY: this is the thread of the value, which is not used after.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        } else if !std::thread::panicking() {
            panic!("a SendWrapper is dropped on another thread");
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}

#[cfg(feature = "futures-core")]
mod futures {
    use std::ops::DerefMut;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use futures_core::Stream;

    use super::SendWrapper;

    impl<T> SendWrapper<T> {
        fn inner(self: Pin<&mut Self>) -> Pin<&mut T> {
            // SAFETY: the value stays where it is as long as its wrapper does;
            // only `take` moves it out, for which the wrapper must not be pinned.
            unsafe { self.map_unchecked_mut(Self::deref_mut) }
        }
    }

    impl<T: Future> Future for SendWrapper<T> {
        type Output = T::Output;

        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T::Output> {
            self.inner().poll(context)
        }
    }

    impl<T: Stream> Stream for SendWrapper<T> {
        type Item = T::Item;

        fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T::Item>> {
            self.inner().poll_next(context)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            (**self).size_hint()
        }
    }
}

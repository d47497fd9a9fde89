//! Signals whose use is little code: the page looks into them in a hundred
//! places, and Leptos' own functions leave in each the handling of a signal
//! that is gone. These stay as long as the page, and are looked into in one.

use std::ops::{Deref, DerefMut};

use leptos::prelude::*;

/// A state that can be changed.
#[derive(Clone)]
pub struct Source<T: 'static>(ArcRwSignal<T>);

impl<T: Send + Sync> Source<T> {
    pub fn new(value: T) -> Source<T> {
        Source(ArcRwSignal::new(value))
    }

    /// Looks at it, and is followed when it changes.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read())
    }

    /// Looks at it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read_untracked())
    }

    /// Changes it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.write());
    }

    /// Puts another in its place.
    pub fn set(&self, value: T) {
        *self.write() = value;
    }

    #[inline(never)]
    fn read(&self) -> impl Deref<Target = T> {
        self.0.read()
    }

    #[inline(never)]
    fn read_untracked(&self) -> impl Deref<Target = T> {
        self.0.read_untracked()
    }

    #[inline(never)]
    fn write(&self) -> impl DerefMut<Target = T> {
        self.0.write()
    }
}

impl<T: Clone + Send + Sync> Source<T> {
    /// A copy of it, which follows it.
    pub fn get(&self) -> T {
        self.read().clone()
    }

    /// A copy of it.
    pub fn get_untracked(&self) -> T {
        self.read_untracked().clone()
    }
}

/// What follows from states.
pub struct Derived<T: Send + Sync + 'static>(ArcMemo<T>);

impl<T: Send + Sync> Derived<T> {
    /// It is made anew when something that it looked at has changed. What shows
    /// it compares what it shows: comparing all of it here would be code for
    /// nothing.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
        Derived(ArcMemo::new_with_compare(move |_| make(), |_, _| true))
    }

    /// Looks at it, and is followed when it changes.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.read())
    }

    /// Looks at it once.
    pub fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.read_untracked())
    }

    #[inline(never)]
    fn read(&self) -> impl Deref<Target = T> {
        self.0.read()
    }
}

//! Browsers that go from test to test: Firefox takes ten seconds to start. Each
//! test gets a tab of its own, and a host at a port of its own, so that no
//! history and no storage goes along. Chromium starts in less time than it takes
//! to load in the second tab of a session.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::{browser::Browser, engine::Engine};

const SIZE: (u32, u32) = (1000, 700);

struct Pool {
    /// Ended with this process, as their drivers see to.
    idle: Vec<Browser>,
    taken: Vec<Engine>,
}

static POOL: Mutex<Pool> = Mutex::new(Pool {
    idle: Vec::new(),
    taken: Vec::new(),
});
static FREE: Condvar = Condvar::new();

/// The right to a browser of an engine, given back when dropped. A browser in
/// which a test has failed is not given back.
pub struct Lease(Engine);

impl Lease {
    /// Waits until a browser of the engine is free.
    pub fn take(engine: Engine) -> Lease {
        let at_a_time = if engine == Engine::Chromium { 2 } else { 1 };
        let taken = |pool: &mut Pool| {
            let same = pool.taken.iter().filter(|one| **one == engine);
            same.count() >= at_a_time
        };
        let pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        let mut pool = FREE
            .wait_while(pool, taken)
            .unwrap_or_else(PoisonError::into_inner);
        pool.taken.push(engine);
        Lease(engine)
    }

    /// An idle browser, or a new one.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn browser(&self) -> Result<Browser, String> {
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = pool.idle.iter().position(|one| one.engine() == self.0);
        let idle = idle.map(|place| pool.idle.swap_remove(place));
        drop(pool);
        let Some(browser) = idle else {
            let (width, height) = SIZE;
            return Browser::start_in(self.0, width, height);
        };
        browser.change_tab();
        Ok(browser)
    }

    /// Keeps a browser for the next test, where that saves time.
    pub fn give_back(self, browser: Browser) {
        if self.0 == Engine::Chromium {
            return;
        }
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        pool.idle.push(browser);
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = pool.taken.iter().position(|one| *one == self.0) {
            pool.taken.swap_remove(place);
        }
        FREE.notify_all();
    }
}

//! A host that keeps some files back until a test lets them go.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::host::{Fault, Host};

/// How long a gate stays closed: a page that waits for it with everything would
/// keep the test for ever.
const PATIENCE: Duration = Duration::from_secs(20);

/// Keeps files back; the host works as long as it is not dropped.
pub struct Gate {
    host: Host,
    is_open: Arc<AtomicBool>,
    asked: Arc<AtomicUsize>,
}

impl Gate {
    /// Starts a host that keeps back the files for which `kept` holds.
    pub fn close(kept: fn(&str) -> bool) -> Gate {
        let is_open = Arc::new(AtomicBool::new(false));
        let asked = Arc::new(AtomicUsize::new(0));
        let (open, count) = (is_open.clone(), asked.clone());
        let end = Instant::now() + PATIENCE;
        let host = Host::start(move |path| {
            open.fetch_or(Instant::now() > end, Ordering::Relaxed);
            let waits = kept(path) && !open.load(Ordering::Relaxed);
            count.fetch_add(usize::from(waits), Ordering::Relaxed);
            waits.then_some(Fault::Silence)
        });
        Gate {
            host,
            is_open,
            asked,
        }
    }

    /// Where it is, with a slash at its end.
    pub fn address(&self) -> String {
        self.host.address()
    }

    /// Whether somebody waits for a file.
    pub fn is_waited_at(&self) -> bool {
        self.asked.load(Ordering::Relaxed) > 0 && !self.is_open.load(Ordering::Relaxed)
    }

    /// Lets the files go.
    pub fn open(&self) {
        self.is_open.store(true, Ordering::Relaxed);
    }

    /// Lets the files go a moment later: for a test that cannot do it itself,
    /// because the page that it asks for something waits for them.
    pub fn open_soon(&self) {
        let is_open = self.is_open.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(1000));
            is_open.store(true, Ordering::Relaxed);
        });
    }
}

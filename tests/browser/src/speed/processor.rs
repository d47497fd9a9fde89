//! How long the main threads of a browser's pages have had a processor, which
//! other programs of the machine disturb least. Known on Linux only.

use std::{
    collections::HashMap,
    fs,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(2);

/// After so many looks, new processes are looked for.
const LOOKS: usize = 10;

/// A look at a thread: the time of day in milliseconds, and what the thread has
/// used until then, in milliseconds.
type Look = (f64, f64);

/// Looks at the pages of one browser until it is dropped.
pub struct Processor {
    looks: Arc<Mutex<HashMap<u32, Vec<Look>>>>,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Processor {
    /// Begins to look at the pages of a browser, by the group of its processes.
    pub fn watch(group: u32) -> Processor {
        let (looks, ends) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let (own, end) = (Arc::clone(&looks), Arc::clone(&ends));
        let thread = thread::spawn(move || look_on(group, &own, &end));
        Processor {
            looks,
            ends,
            thread: Some(thread),
        }
    }

    /// What the busiest main thread of a page has used between two times of day,
    /// all in milliseconds; `None` where that is not known.
    pub fn used(&self, from: f64, until: f64) -> Option<f64> {
        let looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        let used = looks.values().filter_map(|looks| {
            let last = looks.iter().rfind(|(time, _)| *time <= until)?;
            let first = looks.iter().rfind(|(time, _)| *time <= from);
            Some(last.1 - first.map_or(0.0, |first| first.1))
        });
        used.max_by(f64::total_cmp)
    }
}

impl Drop for Processor {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn look_on(group: u32, looks: &Mutex<HashMap<u32, Vec<Look>>>, ends: &AtomicBool) {
    let mut pages = Vec::new();
    let mut count = 0;
    while !ends.load(Ordering::Relaxed) {
        if count % LOOKS == 0 {
            pages = pages_of(group);
        }
        count += 1;
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_or(0.0, |now| now.as_secs_f64() * 1000.0);
        for page in &pages {
            let Some(used) = used_by(*page) else { continue };
            let mut looks = looks.lock().unwrap_or_else(PoisonError::into_inner);
            looks.entry(*page).or_default().push((now, used));
        }
        thread::sleep(PAUSE);
    }
}

/// What a main thread has used, in milliseconds.
fn used_by(process: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/task/{process}/schedstat")).ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1_000_000.0)
}

/// The processes of a group that show pages.
fn pages_of(group: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let processes = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    processes
        .filter(|process| {
            let read = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}"));
            // `42 (name) state parent group …`; the name may contain anything.
            let stat = read("stat").unwrap_or_default();
            let own = stat.rsplit(')').next().unwrap_or_default();
            own.split_whitespace().nth(2) == Some(&group.to_string())
                && read("cmdline").is_ok_and(|line| {
                    // The browser's own surface is made of pages, too.
                    line.contains("--type=renderer") && !line.contains("--top-chrome-webui")
                })
        })
        .collect()
}

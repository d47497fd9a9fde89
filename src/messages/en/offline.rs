//! The words of the script that sees to offline use, by key. None of them is in
//! the wasm.

/// What it says when a new version of the site waits.
pub const OFFLINE: [(&str, &str); 3] = [
    ("update", "A new version is there."),
    ("update-reload", "Reload"),
    ("update-later", "Later"),
];

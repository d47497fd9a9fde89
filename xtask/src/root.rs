//! Where the checkout is.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the checkout, found at run time: a copy of a checkout brings the
/// compiled `xtask` along, which must not work on the original.
///
/// Cargo names the folder of the package that it runs, which is in the checkout;
/// without cargo the current folder is.
pub fn root() -> PathBuf {
    let start = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let start = start
        .or_else(|| env::current_dir().ok())
        .unwrap_or_default();
    above(&start).unwrap_or(start)
}

/// The nearest folder, from this one upwards, that has the settings of the build.
fn above(start: &Path) -> Option<PathBuf> {
    let mut folders = start.ancestors();
    let is_root = |folder: &&Path| folder.join("Trunk.toml").is_file();
    folders.find(is_root).map(Path::to_path_buf)
}

/// Where cargo compiles to.
pub fn target() -> PathBuf {
    let told = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root().join(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_from_any_folder_of_the_checkout() {
        let root = root();
        assert!(
            root.join("xtask/Cargo.toml").is_file(),
            "{}",
            root.display()
        );
        for inside in ["", "src", "crates/site/src", "no/such/folder"] {
            assert_eq!(above(&root.join(inside)), Some(root.clone()), "{inside}");
        }
        assert_eq!(above(Path::new("/no/such/checkout")), None);
    }
}

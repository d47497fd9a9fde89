//! Makes the published site out of what Trunk has built.
//!
//! | module | duty |
//! |---|---|
//! | [`base_url`] | the public address |
//! | [`data`] | the data set, with every fault of it |
//! | [`styles`] | the style sheets beside the components as one file, before Trunk runs, with the colours of the sections |
//! | [`fingerprint`] | file names that follow the content |
//! | [`files`] | reads and writes the folder of the site, and nothing outside of it |
//! | `html`, `template` | the page that Trunk has built, read once, and pages made of it |
//! | `site_info` | what the pages are about, and where the public finds them |
//! | `pages` | all pages, and what is said of them: `head`, `structured_data`, `oembed`, `sitemap` |
//! | `embed_script` | what the script for the pages of others knows of the data |
//! | `web_manifest` | icons and manifest for the home screen of a device |
//! | `preview_images` | the images that previews of links show |
//! | `assets` | the files of the app, made small and named |
//! | `single_file`, `download_box` | `explorer.html`, and the offer of it on each page |
//! | `licences` | the notices of the software in it |
//! | `compatible` | the page for browsers without WebAssembly |
//! | `service_worker` | what is kept for offline use |
//! | `precompress` | `.br` and `.gz` beside each file |
//! | `size_budget`, `content_policy`, `check` | what a built site must keep |
//! | `publish` | all of it, in one go |
//!
//! The text comes from the components of the app, the data from the built site.
//! Features decide how much is compiled: see `Cargo.toml`.

/// The data set, read as the app reads it: the style sheets and the service
/// worker need it before the app is compiled.
#[allow(dead_code, unused_imports, reason = "only its reading is needed here")]
#[path = "../../../src/data/mod.rs"]
pub mod data;

pub mod base_url;
pub mod files;
pub mod fingerprint;
mod section_colours;
pub mod styles;

#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "html")]
pub mod service_worker;

#[cfg(feature = "pages")]
mod embed_script;
#[cfg(feature = "pages")]
mod head;
#[cfg(feature = "pages")]
mod oembed;
#[cfg(feature = "pages")]
pub mod pages;
#[cfg(feature = "pages")]
mod preview;
#[cfg(feature = "pages")]
mod script_messages;
#[cfg(feature = "pages")]
mod site_info;
#[cfg(feature = "pages")]
mod sitemap;
#[cfg(feature = "pages")]
mod structured_data;
#[cfg(feature = "pages")]
pub mod template;
#[cfg(feature = "pages")]
mod web_manifest;

#[cfg(feature = "publish")]
mod assets;
#[cfg(feature = "publish")]
pub mod check;
#[cfg(feature = "publish")]
pub mod compatible;
#[cfg(feature = "publish")]
mod content_policy;
#[cfg(feature = "publish")]
mod download_box;
#[cfg(feature = "publish")]
mod licences;
#[cfg(feature = "publish")]
mod precompress;
#[cfg(feature = "publish")]
mod preview_images;
#[cfg(feature = "publish")]
pub mod publish;
#[cfg(feature = "publish")]
pub mod single_file;
#[cfg(feature = "publish")]
mod size_budget;

#[cfg(test)]
mod scratch;

pub use base_url::BaseUrl;

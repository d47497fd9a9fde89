#![doc = include_str!("../README.md")]

mod files;
mod folder;
mod headers;
mod response;
mod server;

pub use folder::Folder;
pub use response::Response;
pub use server::Server;

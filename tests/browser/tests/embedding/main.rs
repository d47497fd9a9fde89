//! The explorer in the pages of others, one behaviour a module. Each test runs
//! in Chromium and in Firefox where that is installed, a few in WebKit.

mod element;
mod form;
mod guest;
mod height;
mod hosts;
mod keyboard;
mod lazy;
mod look;
mod messages;
mod policy;
mod sandbox;
mod talk;
mod wordpress;

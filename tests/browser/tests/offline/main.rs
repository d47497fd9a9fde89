//! The explorer without a network, in a new version, and installed, one behaviour
//! a module. The network is taken away by taking away the host.

mod away;
#[path = "../anywhere/support/host.rs"]
#[expect(dead_code, reason = "not all that can be wrong is of use here")]
mod host;
mod installed;
mod kept;
mod kill_switch;
mod memory;
mod places;
mod policy;
mod program;
mod versions;

//! What payments do, through the domain's own doors.
#![allow(clippy::unwrap_used, clippy::panic)]

mod acts;
mod cards;
mod clock;
mod keys;
mod model;
mod states;
mod world;

//! The shell of the sandbox over real HTTP: the door, faults as a client sees them, control, and the program itself.
#![allow(clippy::unwrap_used, clippy::panic)]

mod control;
mod door;
mod faults;
mod payments;
mod program;
mod wire;

//! The sandbox as a program: listens on loopback and says how to reach it.
#![forbid(unsafe_code)]

fn main() {}

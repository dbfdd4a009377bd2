//! The API over HTTP: every operation of the spec, at its route.

mod answer;
mod call;
mod connection;
mod door;
mod routes;
mod spoil;

pub(crate) use self::{answer::refusal, connection::serve, routes::router};

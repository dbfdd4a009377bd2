//! A local Yuno: customers, sessions, payments and webhooks with state, for development and tests.
#![forbid(unsafe_code)]

mod domain;

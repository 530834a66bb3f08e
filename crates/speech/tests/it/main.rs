//! What hears, without a microphone: models with random weights and the one that was trained for these tests, sounds
//! that are made on the spot, a server of models that misbehaves.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a story that cannot go on has failed")]

mod blank_model;
mod ears;
mod files;
mod models;
mod mouth;
mod people;
mod recordings;
mod self_test;
mod server;
mod sounds;
mod stopping;
mod voices;

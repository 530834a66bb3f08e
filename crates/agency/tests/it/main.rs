//! The agency's server, told from the counter, from the desk, and from those who mean it ill.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on has failed")]

mod contract;
mod courier;
mod crossing;
mod documents;
mod downloads;
mod enrolment;
mod hall;
mod hostile;
mod intake;
mod keeping;
mod many;
mod mistyped;
mod news;
mod postgres;
mod secured;
mod unread;

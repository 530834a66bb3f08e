//! Stories of forms that are begun, put aside, finished and forgotten on a kiosk whose disk, clock and power do
//! what they like.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod counter;
mod damage;
mod disk;
mod drafts;
mod finishing;
mod hostile;
mod keys;
mod killed;
mod kiosk;
mod membership;
mod pausing;
mod power;
mod sending;
mod traces;
mod trail;
mod versions;

//! A small world in one process: kiosks with their real stores, an agency with its real registry, and between them a
//! network, disks, clocks and a power supply that do what they like. All chance comes from one seed; time is told.
//!
//! What is real: the stores (SQLCipher, in a folder), the registry (SQLite or PostgreSQL), receipts, every line of the
//! courier but HTTP and threads. What is not: sockets, the passing of time. Keys and ids of forms are drawn by the machine:
//! what happens, and when, is the seed's.

#![allow(dead_code, reason = "shared by the tests and the bench")]

mod line;
mod server;
mod unsteady;
mod world;

pub use server::Kept;
pub use world::{Broken, World};

/// A small generator (splitmix64 by S. Vigna, public domain): the world's chance.
pub struct Chance(pub u64);

impl Chance {
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// Below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.draw() % limit
    }

    /// So many times of a hundred.
    pub fn percent(&mut self, of: u64) -> bool {
        self.below(100) < of
    }
}

/// Runs worlds from one seed on; panics with the seed of the first in which a form was lost or doubled.
pub fn run(seeds: std::ops::Range<u64>, broken: Broken) -> Result<u64, String> {
    run_in(seeds, broken, &Kept::InSqlite)
}

/// The same, with what the agency keeps its forms in.
pub fn run_in(seeds: std::ops::Range<u64>, broken: Broken, kept: &Kept) -> Result<u64, String> {
    let mut forms = 0;
    for seed in seeds {
        forms += World::live(seed, broken, kept.clone()).map_err(|fault| format!("seed {seed}: {fault}"))?;
    }
    Ok(forms)
}

//! `kaunter-window`.
fn main() {}

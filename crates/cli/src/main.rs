//! `kaunter`.
fn main() {}

//! Compiles anew when the data of a language changes.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}

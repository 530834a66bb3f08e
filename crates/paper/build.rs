//! Compiles anew when the words of a language change.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}

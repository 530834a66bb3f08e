//! Compiles anew when the skeleton of a pack changes.

fn main() {
    println!("cargo::rerun-if-changed=skeleton");
}

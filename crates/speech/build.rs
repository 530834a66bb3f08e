//! Puts the model of the self-test into the program where it has been made (`models/selftest`).

fn main() {
    const PACKED: &str = "../../models/selftest.bin.zst";
    println!("cargo::rustc-check-cfg=cfg(self_test)");
    println!("cargo::rerun-if-changed=../../models");
    if std::path::Path::new(PACKED).exists() {
        println!("cargo::rerun-if-changed={PACKED}");
        println!("cargo::rustc-cfg=self_test");
    }
}

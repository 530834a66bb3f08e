#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kaunter_forms::fuzz::rule(bytes));

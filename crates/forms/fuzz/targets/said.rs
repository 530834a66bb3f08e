#![no_main]

mod sample;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| kaunter_forms::fuzz::words(sample::form(), bytes));

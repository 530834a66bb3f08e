#![no_main]

use std::sync::Arc;

/// A form that asks for a name, so that words are needed.
const FORM: &str = r#"id = "a"
version = "1"
family = "ideas"
minutes = 1
retention_days = 1
signing = { who = "applicant", how = "none" }
[[section]]
id = "people"
repeat = { each = "person" }
[[section.field]]
id = "full_name"
kind = "name"
[[section.field]]
id = "likes"
kind = "choice"
choices = ["tea", "coffee"]
"#;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let form = [("forms/a/form.toml".to_owned(), Arc::from(FORM.as_bytes()))].into();
    kaunter_forms::fuzz::file(&form, "forms/a/en.ftl", bytes);
});

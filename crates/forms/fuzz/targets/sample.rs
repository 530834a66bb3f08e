//! A sample form that asks for most of what can be asked.

use std::{fs, path::Path, sync::Arc, sync::LazyLock};

use kaunter_forms::{Form, FormFiles, fuzz};

const FILES: [&str; 4] = [
    "forms/job-seeker-registration/form.toml",
    "forms/job-seeker-registration/en.ftl",
    "forms/job-seeker-registration/example.json",
    "tables/places.csv",
];

static FORM: LazyLock<Arc<Form>> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../content");
    let read = |path: &str| (path.to_owned(), fs::read(content.join(path)).unwrap().into());
    fuzz::form(&FILES.map(read).into_iter().collect::<FormFiles>()).unwrap()
});

pub fn form() -> &'static Arc<Form> {
    &FORM
}

//! Our own Typst sources, parsed once: the library that layouts of packs import, and the sheets.
//!
//! It must never know what is set with them.

use std::{collections::BTreeMap, sync::LazyLock};

use typst::syntax::Source;

use crate::{bounds, world::source};

/// Where every sheet begins.
pub const MAIN: &str = "/kaunter/main.typ";

const BOOK: &[(&str, &str)] = &[
    ("/kaunter.typ", include_str!("../typst/kaunter.typ")),
    (MAIN, include_str!("../typst/main.typ")),
    ("/kaunter/sheet.typ", include_str!("../typst/sheet.typ")),
    ("/kaunter/frame.typ", include_str!("../typst/frame.typ")),
    ("/kaunter/head.typ", include_str!("../typst/head.typ")),
    ("/kaunter/answers.typ", include_str!("../typst/answers.typ")),
    ("/kaunter/ruled.typ", include_str!("../typst/ruled.typ")),
    ("/kaunter/cells.typ", include_str!("../typst/cells.typ")),
    ("/kaunter/signing.typ", include_str!("../typst/signing.typ")),
    ("/kaunter/form.typ", include_str!("../typst/form.typ")),
    ("/kaunter/slips.typ", include_str!("../typst/slips.typ")),
    ("/kaunter/home.typ", include_str!("../typst/home.typ")),
    (bounds::STEP, ""),
];

static SOURCES: LazyLock<BTreeMap<String, Source>> = LazyLock::new(|| {
    let parsed = BOOK.iter().filter_map(|(path, text)| Some(((*path).to_owned(), source(path, (*text).to_owned())?)));
    parsed.collect()
});

/// Whether a path, without its first slash, is one of ours.
pub fn is_own(path: &str) -> bool {
    BOOK.iter().any(|(own, _)| own.strip_prefix('/') == Some(path))
}

/// All of them, by path.
pub fn sources() -> BTreeMap<String, Source> {
    SOURCES.clone()
}

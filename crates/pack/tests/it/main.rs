//! Stories of trainers who write packs and of kiosks that answer from them.

use kaunter_pack::{PackFiles, model::Pack};

#[test]
fn smoke() {
    let files = [
        (
            "pack.toml",
            "id = \"a\"\nversion = \"1.2\"\nagency = \"A\"\nlanguages = [\"ko\"]\noffice_language = \"ko\"\n",
        ),
        (
            "knowledge/ko/faq.csv",
            "\u{feff}id,question,answer\r\na,묻다,\"답, 답\"\r\nb,\"열린,답\r\nc,또,답\r\n",
        ),
        (
            "knowledge/ko/fees.md",
            "---\ntitle: x\nversion: 2026-01-01\n---\nintro **bold** [link](other.md#A)\n\n# A #\n- one\n- *two* x\n  - three\n\n| a | b |\n|---|---|\n| **1** | 2 |\n\nSet\n===\n> q `code`\n\n<!-- c -->\nend",
        ),
    ];
    let files =
        PackFiles::from_bytes(files.map(|(a, b)| (a.to_owned(), b.as_bytes().to_vec()))).unwrap();
    let pack = Pack::from_files(&files).unwrap();
    println!("{pack:#?}");
    for s in &pack.languages["ko"].documents[0].sections {
        for b in &s.blocks {
            println!("{:?}", &pack.languages["ko"].documents[0].text[b.clone()]);
        }
    }
}

//! Forms are parts of a pack: read, checked, built and offered with it.

use kaunter_pack::{Limits, model::Pack, unpack};

use crate::desk::{Files, checked, edited, read, said_of, sound_pack};

const FORM: &str = r#"id = "birth-grant"
version = "1"
family = "welfare"
topics = ["birth"]
minutes = 1
retention_days = 30
signing = { who = "applicant", how = "none" }

[[section]]
id = "child"

[[section.field]]
id = "child_name"
kind = "name"
explains = "birth-register"
"#;

const WORDS: &str = "form-title = Birth grant
form-summary = Money for a new baby
form-privacy = Only the registry reads it.
officer-summary = A grant for { $child_name }.
section-child = The child
child_name = Name
    .question = What is the child called?
";

/// The sound pack with a form.
fn with_form() -> Files {
    sealed_to_somebody(sound_pack().into_iter().chain(form_files()).collect())
}

/// The pack's forms have somebody to be sealed to.
fn sealed_to_somebody(mut files: Files) -> Files {
    let key = format!("recipients = [\"age1{}\"]\n", "q".repeat(58));
    files.entry("pack.toml".to_owned()).and_modify(|text| text.splice(..0, key.into_bytes()).for_each(drop));
    files
}

pub fn form_files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let example = r#"{"today": "2026-11-21", "child_name": "Mary"}"#;
    let files = [("form.toml", FORM), ("en.ftl", WORDS), ("ko.ftl", WORDS), ("example.json", example)];
    files.into_iter().map(|(name, text)| (format!("forms/birth-grant/{name}"), text.as_bytes().to_vec()))
}

#[test]
fn a_form_travels_in_its_pack_and_is_offered_by_the_topics_it_names() {
    let offered = |pack: &Pack| pack.topics.iter().flat_map(|topic| topic.forms.clone()).collect::<Vec<_>>();
    assert_eq!(said_of(with_form()), Vec::<String>::new());
    let pack = read(with_form());
    assert_eq!(offered(&pack), ["birth-grant"]);
    let built = checked(with_form()).build().unwrap();
    let again = Pack::from_files(&unpack(&built.bytes, &Limits::default()).unwrap()).unwrap();
    assert_eq!(again.forms.get("birth-grant").unwrap().words("en").unwrap().title(), "Birth grant");
    assert_eq!(offered(&again), ["birth-grant"]);
}

#[test]
fn a_topic_gathers_forms_in_its_own_order() {
    let mut files = edited("topics.toml", "entries = ", "forms = [\"birth-grant\"]\nentries = ");
    files.extend(form_files());
    let files = sealed_to_somebody(files);
    assert_eq!(said_of(files.clone()), Vec::<String>::new());
    assert_eq!(read(files).topics[0].forms, ["birth-grant"]);
}

#[test]
fn a_pack_whose_form_has_an_error_is_not_built() {
    let mut files = with_form();
    files.remove("forms/birth-grant/ko.ftl");
    assert_eq!(said_of(files.clone()), ["forms/birth-grant/ko.ftl words-missing"]);
    assert_eq!(checked(files).build().unwrap_err().code(), "pack-faulty");
    let mut files = with_form();
    let form = FORM.replace("explains = \"birth-register\"", "explains = \"birth-registry\"");
    files.insert("forms/birth-grant/form.toml".to_owned(), form.into_bytes());
    assert_eq!(said_of(files), ["forms/birth-grant/form.toml:15 unknown-passage"]);
}

#[test]
fn what_does_not_belong_to_a_form_is_left_out() {
    let mut files = with_form();
    for (path, stray) in
        [("forms/birth-grant/notes.docx", true), ("forms/README", true), ("forms/birth-grant/.draft", false)]
    {
        files.insert(path.to_owned(), b"x".to_vec());
        let said = said_of(files.clone());
        assert_eq!(said, if stray { vec![format!("{path} stray-file")] } else { vec![] });
        files.remove(path);
    }
}

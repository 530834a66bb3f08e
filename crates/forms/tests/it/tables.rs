//! Tables of places.

use kaunter_forms::{FormFiles, Places};
use kaunter_reading::Report;

use crate::desk::{FOLDER, edited, read, said_of};

const PLACES: &str = "code,parent,level,en\nharbour,,city,Harbour City\nwest,harbour,district,West\neast,harbour,district,East\n\
                      quay,west,road,Quay Road\n";

/// The worked example with a place to choose, and this table.
fn with_table(table: &str, level: &str) -> FormFiles {
    let field = format!(
        "[[section.field]]\nid = \"where\"\nkind = \"place\"\nplaces = \"tables/places.csv\"\n{level}\noptional = true\n\n"
    );
    let mut files =
        edited("form.toml", "[[section.field]]\nid = \"wish\"", &format!("{field}[[section.field]]\nid = \"wish\""));
    let words =
        edited("en.ftl", "wish = Anything", "where = Where\n    .question = Where do you live?\nwish = Anything");
    files.extend(words.into_iter().filter(|(path, _)| path.ends_with(".ftl")));
    files.insert("tables/places.csv".to_owned(), table.as_bytes().into());
    files
}

/// Tables with mistakes, and what is said of them.
pub fn mistakes() -> Vec<(FormFiles, Vec<&'static str>)> {
    let row = |row: &str| with_table(&format!("{PLACES}{row}\n"), "");
    vec![
        (row("quay,east,road,East Quay"), vec!["tables/places.csv: place-repeated"]),
        (row("pier,south,road,Pier"), vec!["tables/places.csv: place-adrift"]),
        (row("pier,pier,road,Pier"), vec!["tables/places.csv: place-adrift"]),
        (row("pier,east,road,"), vec!["tables/places.csv: place-unnamed"]),
        (row(",east,road,Pier"), vec!["tables/places.csv: missing-cell"]),
        (with_table("code,parent,level\nharbour,,city\n", ""), vec!["tables/places.csv: missing-column"]),
        (with_table(PLACES, "level = \"street\""), vec!["form.toml: unknown-level"]),
    ]
}

#[test]
fn every_mistake_in_a_table_is_named() {
    assert_eq!(said_of(&with_table(PLACES, "level = \"district\"")), []);
    for (files, expected) in mistakes() {
        let said: Vec<String> = said_of(&files).into_iter().map(|(code, _)| code).collect();
        assert_eq!(said, expected);
    }
}

#[test]
fn places_are_found_from_the_top_down() {
    let places = Places::read(PLACES.as_bytes(), "tables/places.csv", &["en".to_owned()], &mut Report::default());
    let names = |parent| places.children(parent).map(|place| place.name("en")).collect::<Vec<_>>();
    assert_eq!(names(None), ["Harbour City"]);
    assert_eq!(names(Some("harbour")), ["West", "East"]);
    assert_eq!(names(Some("quay")), [""; 0]);
    assert_eq!(names(Some("moon")), [""; 0]);
    let offered = |level| places.offered(level).iter().map(|place| place.code()).collect::<Vec<_>>();
    assert_eq!(offered(Some("district")), ["west", "east"]);
    assert_eq!(offered(None), ["east", "quay"], "nothing lies in these");
    let quay = places.get("quay").unwrap();
    assert_eq!((quay.level(), quay.parent().unwrap().code(), quay.name("fr")), ("road", "west", "quay"));
}

#[test]
fn a_draft_keeps_the_tables_that_its_form_names() {
    let mut files = with_table(PLACES, "");
    files.insert("tables/trains.csv".to_owned(), b"time,to\n"[..].into());
    let (catalogue, _) = read(&files);
    let form = catalogue.get("heating-help").unwrap();
    assert!(form.table("tables/places.csv").is_some());
    let kept: Vec<&str> = form.files.keys().map(String::as_str).collect();
    let own = ["en.ftl", "example.json", "form.toml"].map(|name| format!("{FOLDER}/{name}"));
    assert_eq!(kept, [&own[0], &own[1], &own[2], "tables/places.csv"]);
}

//! A form comes home on paper: printed at the kiosk, photographed at the agency, taken in as the form that it is.

use std::{fs, path::Path};

use clap::Parser;
use image::{DynamicImage, GrayImage};
use jiff::{SignedDuration, Timestamp, Zoned};
use kaunter_agency::desk::Desk;
use kaunter_courier::paper;
use kaunter_forms::{Filled, Form, complete};
use kaunter_pack::{PackFiles, check, model::Pack};
use kaunter_paper::{FormSheet, FormState, Letterhead, Press, Sheet, Typecase};
use kaunter_store::{Finishing, KeyFile, Store, Uuid};

use crate::{
    Bench,
    camera::{STRAIGHT, Shot},
    hall::Hall,
};

fn content() -> String {
    fs::canonicalize(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content")).unwrap().display().to_string()
}

/// Everybody knows this key; the sample pack seals to it.
fn identity() -> String {
    format!("{}/../tests/demonstration-identity.txt", content())
}

fn sample_pack() -> Pack {
    let files = PackFiles::open(content().as_ref()).unwrap();
    check(files, &Zoned::now()).unwrap().pack.unwrap()
}

/// What a visitor finished at the kiosk of this bench.
struct HandedIn {
    id: Uuid,
    number: String,
    filled: Filled,
    form: std::sync::Arc<Form>,
    letterhead: Letterhead,
    /// What the kiosk prints beside the form.
    letter: Vec<u8>,
    /// The form as it lies sealed in the store.
    sealed: Vec<u8>,
}

impl Bench {
    fn store(&self) -> Store {
        let key = KeyFile::new(self.path("hall.key"));
        Store::open(&self.path("hall").join(Store::FOLDER), &key, Timestamp::now()).unwrap()
    }

    /// Somebody fills a form of the sample pack in, like its example.
    fn hands_in(&self, form: &str) -> HandedIn {
        self.hands_in_of(&sample_pack(), form)
    }

    fn hands_in_of(&self, pack: &Pack, form: &str) -> HandedIn {
        let form = pack.forms.get(form).unwrap().clone();
        let example = serde_json::from_slice(&form.files[&format!("forms/{}/example.json", form.id)]).unwrap();
        let journey = complete(&form, &example, Zoned::now().date()).unwrap();
        let filled = journey.finish("ko", &form.office_language).unwrap();
        let recipients = [pack.manifest.recipients[0].parse().unwrap()];
        let print_window = SignedDuration::from_mins(30);
        let how = Finishing { recipients: &recipients, person: None, print_window, language: "ko", keep_days: 7 };
        let mut store = self.store();
        let now = Timestamp::now();
        let draft = store.begin(&form.id, &form.version, b"", now).unwrap();
        let finished = store.finish(draft, &how, now, |_| serde_json::to_vec(&filled).unwrap()).unwrap();
        let letter = paper::onto(&store.beside().unwrap(), finished.id).unwrap();
        let sealed = store.sealed(finished.id).unwrap();
        let letterhead = Letterhead { agency: pack.manifest.agency.0.clone(), seal: pack.manifest.seal.clone() };
        HandedIn { id: finished.id, number: finished.number.to_string(), filled, form, letterhead, letter, sealed }
    }

    /// Somebody photographs pages; gives what to write behind `paper scan`.
    fn photographs(&self, name: &str, pages: &[GrayImage], shot: &Shot) -> String {
        self.pictures(name, "jpg", pages, |page, path| fs::write(path, shot.take(page)).unwrap())
    }

    /// The same from a scanner on a desk, which sees them as they were printed.
    fn scans(&self, name: &str, pages: &[GrayImage]) -> String {
        self.pictures(name, "png", pages, |page, path| page.save(path).unwrap())
    }

    fn pictures(&self, name: &str, kind: &str, pages: &[GrayImage], take: impl Fn(&GrayImage, &Path)) -> String {
        let names: Vec<_> = (0..pages.len()).map(|at| format!("{name}-{at}.{kind}")).collect();
        names.iter().zip(pages).for_each(|(name, page)| take(page, &self.path(name)));
        names.join(" ")
    }

    /// The clerk takes a folder in at the agency.
    fn taken_in(&self, hall: &Hall, folder: &str, more: &[&str]) -> Result<(), String> {
        let folder = self.path(folder).display().to_string();
        desk(hall, &[&["import", "--tenant", "harbour", &folder], more].concat())
    }

    fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }
}

/// A command of the agency's.
fn desk(hall: &Hall, words: &[&str]) -> Result<(), String> {
    let data = hall.data().display().to_string();
    let words = [&["kaunter-agency", "--data", &data], words].concat();
    Desk::parse_from(words).run().map_err(|error| format!("{error:#}"))
}

/// The agency makes a PDF of an exported form for its files; of one that another form's pack knows it makes none.
fn assert_filed(bench: &Bench, exported: &str, form: &HandedIn) {
    let line = format!("paper archive --pack {} {exported}", content());
    let pdf = exported.replace(".json", ".pdf");
    assert_eq!(bench.kaunter(&line, 0), format!("{pdf}\n"));
    let text = std::process::Command::new("pdftotext").arg(bench.path(&pdf)).arg("-").output().unwrap().stdout;
    // Lines break where they must.
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let text = squeezed(&String::from_utf8(text).unwrap());
    assert!(text.contains(&form.number) && text.contains(&squeezed(&form.filled.title.office)), "{text}");
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(bench.path(&pdf)).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600, "nobody else reads it");
    // Of a folder, each once: it may be done every night.
    fs::create_dir(bench.path("files")).unwrap();
    fs::copy(bench.path(exported), bench.path("files/form.json")).unwrap();
    let folder = format!("paper archive --pack {} files", content());
    assert_eq!(bench.kaunter(&folder, 0), "files/form.pdf\n");
    assert_eq!(bench.kaunter(&folder, 0), "");
    let other = fs::read_to_string(bench.path(exported)).unwrap().replace(&form.filled.definition, "0123");
    fs::write(bench.path("other.json"), other).unwrap();
    let said = bench.kaunter(&format!("{line} other.json"), 1);
    assert!(said.contains("other.json: it was filled in by version") && said.contains(&pdf), "{said}");
}

impl HandedIn {
    /// The pages with codes, as the printer lays them out.
    fn pages(&self) -> Vec<GrayImage> {
        let press = Press::new(Typecase::of_system().unwrap());
        let number = Some(self.number.clone());
        let mut sheet = FormSheet::new(self.filled.clone(), &self.form, number, FormState::Queued);
        let now = Zoned::now();
        let set = |sheet: &FormSheet| press.set(&self.letterhead, &Sheet::Form(Box::new(sheet.clone())), &now).unwrap();
        let without = set(&sheet).count();
        sheet.way_home = Some(self.letter.clone().into());
        let pages = set(&sheet);
        let picture = |page| image::load_from_memory(&pages.to_png(page, 200).unwrap()).unwrap().into_luma8();
        (without..pages.count()).map(picture).collect()
    }

    fn file(&self) -> String {
        format!("{}.kform", self.id)
    }
}

#[test]
fn a_form_that_goes_by_paper_by_stick_and_by_network_is_one_with_the_answers_that_were_given() {
    let (bench, hall) = (Bench::new(), Hall::open());
    bench.kaunter(&format!("enrol {} {}", hall.url(), hall.code("hall-1")), 0);
    let form = bench.hands_in("ideas");
    let askew = Shot { turn: 3.0, tilt: 0.05, noise: 5.0, ..STRAIGHT };
    let photos = bench.photographs("photo", &form.pages(), &askew);

    let said = bench.kaunter(&format!("paper scan {photos} --into tray --out sealed.age"), 0);
    let expected = format!("tray/{}: ideas {}, of hall-1\n", form.file(), form.number);
    assert!(said.contains(&expected), "{said}");
    assert_eq!(fs::read(bench.path("sealed.age")).unwrap(), form.sealed, "the exact sealed form");
    bench.kaunter("outbox export stick", 0);
    let file = |folder: &str| fs::read(bench.path(folder).join(form.file())).unwrap();
    assert_eq!(file("tray"), file("stick"), "the exact file that the stick has");

    bench.taken_in(&hall, "tray", &[]).unwrap();
    let receipt = format!("tray/{}.kreceipt", form.id);
    assert!(bench.has(&receipt), "the clerk has a receipt");
    let given = fs::read(bench.path(&receipt)).unwrap();
    let drop = bench.path("drop").display().to_string();
    let export = ["export", "--tenant", "harbour", "--identity", &identity(), "--to", &drop];
    desk(&hall, &export).unwrap();
    let opened: serde_json::Value =
        serde_json::from_slice(&fs::read(format!("{drop}/{}.json", form.id)).unwrap()).unwrap();
    assert_eq!(opened["filled_form"], serde_json::to_value(&form.filled).unwrap(), "the same answers");
    assert_eq!((&opened["number"], &opened["kiosk"]), (&form.number.as_str().into(), &"hall-1".into()));
    let exported = format!("drop/{}.json", form.id);
    assert_filed(&bench, &exported, &form);

    bench.taken_in(&hall, "tray", &[]).unwrap();
    assert_eq!(fs::read(bench.path(&receipt)).unwrap(), given, "the receipt of the first time");
    bench.taken_in(&hall, "stick", &[]).unwrap();
    let synced = bench.kaunter("sync", 0);
    assert!(synced.contains("received by the agency now  1\n"), "{synced}");
    let listed = hall.ask(hall.registry.within(&hall.harbour).kiosks()).unwrap();
    let beat = listed.into_iter().find_map(|kiosk| kiosk.beat).unwrap();
    assert!(beat.disk_free_mib > 0, "what it says of itself is so: {beat:?}");
    assert_eq!(bench.kaunter("outbox list", 0), "no form waits\n", "the kiosk knows that it is there");
    assert_eq!(hall.forms(), [(form.id, form.sealed)]);
    assert_eq!(hall.conflicts(), 0);
    fs::remove_dir_all(&drop).unwrap();
    desk(&hall, &export).unwrap();
    assert_eq!(fs::read_dir(&drop).unwrap().count(), 0, "it is handed out once");
}

/// Cells of a table as RFC 4180 has them; every one of ours is quoted.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut within) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = table.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if within && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => within = !within,
            _ if within => cell.push(letter),
            ',' | '\n' => {
                row.push(std::mem::take(&mut cell));
                if letter == '\n' {
                    rows.push(std::mem::take(&mut row));
                }
            }
            _ => {}
        }
    }
    rows
}

#[test]
fn every_form_of_the_sample_pack_comes_out_of_the_agency_for_old_systems_and_as_a_page() {
    let (bench, hall, pack) = (Bench::new(), Hall::open(), sample_pack());
    bench.kaunter(&format!("enrol {} {}", hall.url(), hall.code("hall-1")), 0);
    let forms: Vec<_> = pack.forms.forms().map(|form| bench.hands_in_of(&pack, &form.id)).collect();
    bench.kaunter("outbox export stick", 0);
    bench.taken_in(&hall, "stick", &[]).unwrap();
    let show = format!("outbox show {}", forms[0].id);
    assert!(bench.kaunter(&show, 0).contains("way      waits, on a stick\n"));
    assert!(bench.kaunter("outbox import stick", 0).starts_with(&format!("{} receipts, 0 notices", forms.len())));
    let shown = bench.kaunter(&show, 0);
    assert!(shown.contains("way      received by the agency 20") && shown.contains("receipt  {"), "{shown}");
    assert_eq!(bench.kaunter("outbox list", 0), "no form waits\n");
    let drop = bench.path("drop").display().to_string();
    let export = ["export", "--tenant", "harbour", "--identity", &identity(), "--to", &drop];
    desk(&hall, &[&export[..], &["--formats", "json,csv,xml"]].concat()).unwrap();
    bench.kaunter(&format!("paper archive --pack {} drop", content()), 0);
    let mut members = 0;
    for HandedIn { id, filled, number, .. } in &forms {
        let read = |ending: &str| fs::read(bench.path(&format!("drop/{id}.{ending}"))).unwrap();
        let whole: serde_json::Value = serde_json::from_slice(&read("json")).unwrap();
        assert_eq!(whole["filled_form"], serde_json::to_value(filled).unwrap());
        let (table, xml) = (String::from_utf8(read("csv")).unwrap(), String::from_utf8(read("xml")).unwrap());
        let answers: Vec<_> = filled
            .sections
            .iter()
            .flat_map(|section| section.answers.iter().map(move |told| (section, told)))
            .collect();
        let rows = rows(&table);
        assert_eq!(rows.len(), answers.len() + 1, "{table}");
        assert_eq!(xml.matches("<answer ").count(), answers.len(), "{xml}");
        for ((section, told), row) in answers.iter().zip(&rows[1..]) {
            let item = section.item.map(|item| item.to_string()).unwrap_or_default();
            members += u32::from(!item.is_empty());
            assert_eq!(
                (&row[1], &row[4], &row[5], &row[6]),
                (&number.to_string(), &section.id, &item, &told.field),
                "{table}"
            );
            let value = serde_json::to_value(&told.value).unwrap();
            // Where nobody answered, nothing stands.
            let value = match value {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            let said = [&value, &told.written.office].map(|said| said.trim_start_matches('\''));
            assert_eq!([&row[9], &row[10]].map(|cell| cell.trim_start_matches('\'')), said, "{table}");
        }
        assert!(read("pdf").starts_with(b"%PDF-"), "{}", filled.form);
    }
    assert!(forms.len() > 10 && members > 5, "{} forms, {members} answers of members of a household", forms.len());
}

#[test]
fn a_kiosk_that_never_had_an_agency_delivers_once_somebody_says_whose_form_it_is() {
    let (bench, hall) = (Bench::new(), Hall::open());
    let form = bench.hands_in("ideas");
    bench.kaunter("outbox export stick", 0);
    // The trainer's way to the same sheet.
    let answers = format!("{0} --form ideas --answers {0}/forms/ideas/example.json", content());
    let line = format!("paper render --pack {answers} --lang ms --state queued --number {}", form.number);
    let plain = bench.kaunter(&format!("{line} --png plain.png"), 0).lines().count();
    let said =
        bench.kaunter(&format!("{line} --letter stick/{} --pdf form.pdf --png form.png --dpi 200", form.file()), 0);
    assert!(fs::read(bench.path("form.pdf")).unwrap().starts_with(b"%PDF-"));
    let pages: Vec<&str> = said.lines().filter(|line| line.ends_with(".png")).collect();
    assert!(said.starts_with("form.pdf\nform.png\nform-2.png\n") && pages.len() > plain, "{said}");

    let said = bench.kaunter(&format!("paper scan {} --into tray", pages.join(" ")), 0);
    assert!(said.contains("no kiosk vouches for it: take it in with --kiosk"), "{said}");
    assert_eq!(fs::read_dir(bench.path("tray")).unwrap().count(), 1, "the form's file alone");
    let left = bench.taken_in(&hall, "tray", &[]).unwrap_err();
    assert!(left.contains("1 of them could not be taken in"), "{left}");
    bench.taken_in(&hall, "tray", &["--kiosk", "village-hall"]).unwrap();
    assert_eq!(hall.forms(), [(form.id, form.sealed)]);
}

#[test]
fn papers_on_one_pile_become_a_file_each_and_what_is_missing_is_said() {
    let bench = Bench::new();
    let (one, other) = (bench.hands_in("ideas"), bench.hands_in("ideas"));
    let (first, second) = (one.pages(), other.pages());
    let whole = bench.scans("one", &first);
    let both = format!("{whole} {}", bench.scans("other", &second));
    let said = bench.kaunter(&format!("paper scan {both} --out sealed.age"), 1);
    assert!(
        said.contains("there are 2 forms on these pictures; --out takes one") && !bench.has("sealed.age"),
        "{said}"
    );
    // Of the second only the upper part was photographed.
    let upper =
        |page: &GrayImage| image::imageops::crop_imm(page, 0, 0, page.width(), page.height() * 2 / 5).to_image();
    let part = bench.scans("part", &[upper(&second[0])]);
    let said = bench.kaunter(&format!("paper scan {whole} {part} --into tray"), 1);
    assert!(said.contains(" more of the codes ") && said.contains(&one.number), "{said}");
    assert!(bench.has(&format!("tray/{}", one.file())) && !bench.has(&format!("tray/{}", other.file())));
    bench.kaunter(&format!("paper scan {both} --into tray"), 0);
    assert!(bench.has(&format!("tray/{}", other.file())));
}

#[test]
fn another_letter_under_a_forms_id_replaces_nothing() {
    let (bench, hall) = (Bench::new(), Hall::open());
    bench.kaunter(&format!("enrol {} {}", hall.url(), hall.code("hall-1")), 0);
    let mut form = bench.hands_in("ideas");
    bench.kaunter("outbox export stick", 0);
    bench.taken_in(&hall, "stick", &[]).unwrap();
    // Somebody prints codes of their own, with the id of a form that they saw.
    let mut forged = paper::read(&form.letter).unwrap();
    forged.envelope.sealed.0.extend(b"more");
    form.letter = forged.write().unwrap();
    let photos = bench.scans("photo", &form.pages());
    let said = bench.kaunter(&format!("paper scan {photos} --into stick"), 1);
    assert!(said.contains("is there already, with other bytes (letter-other)"), "{said}");
    bench.kaunter(&format!("paper scan {photos} --into tray"), 0);
    let left = bench.taken_in(&hall, "tray", &[]).unwrap_err();
    assert!(left.contains("1 of them could not be taken in"), "hall-1 does not vouch for it: {left}");
    assert_eq!(hall.conflicts(), 0);
    bench.taken_in(&hall, "tray", &["--kiosk", "hall-1"]).unwrap_err();
    assert_eq!(
        (hall.forms(), hall.conflicts()),
        (vec![(form.id, form.sealed)], 1),
        "kept beside, for a person to look"
    );
}

#[test]
fn what_is_no_letter_is_refused_with_what_to_do() {
    let bench = Bench::new();
    let form = bench.hands_in("ideas");
    bench.kaunter("outbox export stick", 0);
    let text = |name: &str, text: &[u8]| fs::write(bench.path(name), text).unwrap();
    text("note.jpg", b"no picture");
    let wall = DynamicImage::ImageLuma8(GrayImage::from_pixel(800, 600, image::Luma([200])));
    wall.save(bench.path("wall.png")).unwrap();
    let render = format!("paper render --pack {0} --form ideas --answers {0}/forms/ideas/example.json", content());
    bench.kaunter(&format!("{render} --number {} --png front.png", form.number), 0);
    fs::copy(bench.path("stick").join(form.file()), bench.path("renamed.kform")).unwrap();
    // Codes of something else, such as those of a sealed form alone.
    let bare = HandedIn { letter: form.sealed.clone(), ..form };
    let bare = bench.scans("bare", &bare.pages());
    text(&format!("{}.kform", Uuid::from_u128(7)), b"{}");
    let cases = [
        ("paper scan wall.png".to_owned(), 2, "--into"),
        ("paper scan --into tray".to_owned(), 2, "PICTURES"),
        ("paper scan nowhere.jpg --into tray".to_owned(), 1, "nowhere.jpg cannot be read"),
        ("paper scan note.jpg --into tray".to_owned(), 1, "(paper-picture-unreadable)"),
        ("paper scan wall.png --into tray".to_owned(), 1, "there is no code of a sealed form on these pictures\n"),
        ("paper scan front.png --into tray".to_owned(), 1, "the codes of a form stand on its last pages"),
        (format!("paper scan {bare} --into tray"), 1, "these bytes are no letter (letter-unreadable)"),
        (format!("{render} --png out.png --letter renamed.kform"), 1, "refused (letter-no-file)"),
        (format!("{render} --png out.png --letter {}.kform", Uuid::from_u128(7)), 1, "refused (letter-no-file)"),
        (render, 1, "give --pdf, --png or --project"),
    ];
    for (line, status, wanted) in cases {
        let said = bench.kaunter(&line, status);
        assert!(said.contains(wanted), "{line}: {said}");
    }
    assert!(!bench.has("tray") && !bench.has("out.png"), "nothing is written");
}

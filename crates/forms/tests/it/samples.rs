//! Every form of the sample pack is completed in every language: by touch from its example, and by words,
//! each answer said as it is read back.

use std::{fs, path::Path, sync::Arc};

use jiff::civil::Date;
use kaunter_forms::{
    Catalogue, Form, FormFiles, Identity, Journey, Kind, Lack, Outcome, PackFacts, Place, Scrutiny, Step, Turn, Value,
    from_json,
};
use kaunter_reading::Report;
use serde_json::{Map, Value as Json};

use crate::{filled::fits_schema, visit::TODAY};

const LANGUAGES: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

fn read_folder(root: &Path, folder: &str, files: &mut FormFiles) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            read_folder(root, &path, files);
        } else {
            files.insert(path, fs::read(entry.path()).unwrap().into());
        }
    }
}

/// All sample forms with their examples.
fn samples() -> Vec<(Arc<Form>, Map<String, Json>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = FormFiles::new();
    for folder in ["forms", "tables"] {
        read_folder(&root, folder, &mut files);
    }
    let languages = LANGUAGES.map(str::to_owned);
    let pack = PackFacts {
        languages: &languages,
        office_language: "zh-TW",
        entries: None,
        topics: None,
        scrutiny: Scrutiny::Published,
    };
    let mut report = Report::default();
    let catalogue = Catalogue::read(&files, &pack, &mut report);
    assert_eq!(report.errors(), 0, "{report:#?}");
    let example = |form: &Arc<Form>| {
        let json = &files[&format!("forms/{}/example.json", form.id)];
        (form.clone(), serde_json::from_slice(json).unwrap())
    };
    catalogue.forms().map(example).collect()
}

/// The example's answer at a place; none where it is left out.
fn answer(form: &Form, example: &Map<String, Json>, place: &Place) -> Option<Value> {
    let Some((section, field)) = form.field(&place.field) else {
        let items = example.get(&place.field).and_then(Json::as_array).map_or(0, Vec::len);
        return Some(Value::YesNo(items > usize::from(place.item.unwrap())));
    };
    let group = match place.item {
        None => example,
        Some(item) => example.get(&section.id)?.get(usize::from(item))?.as_object()?,
    };
    group.get(&field.id).map(|json| from_json(&field.kind, json).unwrap())
}

/// Completes the form; `give` gives one answer in whichever way.
fn complete(
    form: &Arc<Form>,
    example: &Map<String, Json>,
    mut give: impl FnMut(&mut Journey, &Place, Value),
) -> Journey {
    let mut journey = begin(form, example);
    answer_all(&mut journey, example, &mut give);
    assert!(journey.outstanding().is_empty(), "{}: {:?}", form.id, journey.outstanding());
    journey
}

fn begin(form: &Arc<Form>, example: &Map<String, Json>) -> Journey {
    let today = example.get("today").map_or(TODAY, |day| day.as_str().unwrap().parse::<Date>().unwrap());
    Journey::begin(form.clone(), today)
}

/// Answers everything that is asked; the places, in order.
fn answer_all(
    journey: &mut Journey,
    example: &Map<String, Json>,
    mut give: impl FnMut(&mut Journey, &Place, Value),
) -> Vec<Place> {
    let form = journey.form().clone();
    let mut asked = Vec::new();
    for _ in 0..500 {
        let place = match journey.step() {
            Step::Review | Step::Eligibility => break,
            Step::Another { place, .. } => place,
            Step::Ask { places, .. } => {
                let open = |place: &&Place| journey.value(place).is_none() && !journey.is_skipped(place);
                places.iter().find(open).unwrap().clone()
            }
        };
        match answer(&form, example, &place) {
            Some(value) => give(journey, &place, value),
            None => _ = journey.skip(&place).unwrap_or_else(|refusal| panic!("{} {refusal}", form.id)),
        }
        asked.push(place);
    }
    asked
}

fn touch(journey: &mut Journey, place: &Place, value: Value) {
    let id = journey.form().id.clone();
    journey.answer(place, value).unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
}

#[test]
fn every_sample_form_is_completed_by_touch_and_said_in_every_language() {
    let samples = samples();
    assert!(samples.len() >= 9, "there are {} sample forms", samples.len());
    for (form, example) in samples {
        let journey = complete(&form, &example, touch);
        for tag in LANGUAGES {
            let filled = journey.finish(tag, "zh-TW").unwrap();
            fits_schema(&filled);
            let again = Journey::reopen(journey.form().clone(), &filled, filled.day().unwrap()).unwrap();
            assert_eq!(again.finish(&filled.language, &filled.office_language).unwrap(), filled, "{}", filled.form);
            assert!(filled.summary.is_some_and(|summary| !summary.is_empty()), "{}", form.id);
            for answer in filled.sections.iter().flat_map(|section| &section.answers) {
                let drawn = ["signature", "picture"].contains(&answer.kind.as_str()) || answer.value.is_null();
                let said = &answer.written.citizen;
                assert!(drawn || !said.is_empty(), "{} {tag} {}", form.id, answer.field);
                assert!(!answer.label.citizen.is_empty() && !answer.label.office.is_empty(), "{}", answer.field);
            }
        }
        let resumed = Journey::resume(form.clone(), journey.stored(), journey.today()).unwrap();
        assert_eq!(resumed.step(), Step::Review, "{}", form.id);
        let again = Form::from_archive(&form.archive()).unwrap();
        let resumed = Journey::resume(again, journey.stored(), journey.today()).unwrap();
        assert_eq!(resumed.finish("en", "zh-TW").unwrap(), journey.finish("en", "zh-TW").unwrap());
    }
}

#[test]
fn every_sample_form_is_completed_by_words_in_every_language() {
    for (form, example) in samples() {
        let touched = complete(&form, &example, touch);
        for tag in LANGUAGES {
            let spoken = complete(&form, &example, |journey, place, value| say(journey, place, value, tag));
            assert_eq!(spoken.stored(), touched.stored(), "{} {tag}", form.id);
        }
    }
}

#[test]
fn whoever_looks_first_hears_what_the_whole_form_would_say_and_is_asked_nothing_twice() {
    for (form, example) in samples().into_iter().filter(|(form, _)| form.eligibility.is_some()) {
        let whole = complete(&form, &example, touch);
        let mut journey = begin(&form, &example);
        assert!(journey.check_first(), "{}", form.id);
        let first = answer_all(&mut journey, &example, touch);
        assert_eq!(journey.step(), Step::Eligibility, "{}", form.id);
        assert_eq!(journey.eligibility(), whole.eligibility(), "{}", form.id);
        journey.check_no_more();
        let later = answer_all(&mut journey, &example, touch);
        assert!(!later.is_empty() && later.iter().all(|place| !first.contains(place)), "{}: {first:?}", form.id);
        assert_eq!(journey.stored(), whole.stored(), "{}", form.id);
        assert!(journey.finish("en", "zh-TW").is_ok(), "{}", form.id);
    }
}

/// Says the answer as it is read back, and gives what was understood.
fn say(journey: &mut Journey, place: &Place, value: Value, tag: &str) {
    let kind = journey.form().field(&place.field).map(|(_, field)| field.kind.clone());
    let understood = match (&kind, &value) {
        (Some(Kind::Signature | Kind::Picture), _) => value.clone(),
        (Some(Kind::Address { .. }), Value::Address(address)) => {
            let mut turn = Turn::default();
            let mut understood = None;
            while understood.is_none() {
                let Some(Lack::AddressPart { part, .. }) = journey.lack(place, tag, &turn) else { break };
                let given = address.parts.get(&part).map(String::as_str);
                let hearing = journey.give_part(place, tag, &part, given, &turn);
                if let Outcome::Understood(offer) = hearing.outcome {
                    understood = Some(offer.value);
                }
                turn = hearing.turn;
            }
            understood.unwrap_or_else(|| panic!("{tag} {place}: {turn:?}"))
        }
        _ => {
            let said = journey.say_value(place, &value, tag, Identity::Whole).spoken;
            match journey.hear(place, tag, &said, &Turn::default()).outcome {
                Outcome::Understood(offer) => offer.value,
                other => panic!("{} {tag} {place} {said}: {other:?}", journey.form().id),
            }
        }
    };
    touch(journey, place, understood);
}

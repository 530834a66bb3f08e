//! A form's writer makes every mistake there is, and is told the file, the line and the remedy.

use std::collections::BTreeSet;

use kaunter_forms::{FormFault, FormFiles};

use crate::desk::{FOLDER, edited, read, said_in, said_of, with_field, worked_example, written};

/// A mistake in `form.toml`: what was edited, and what is said: code, and the line's beginning.
type Mistake = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Mistakes in `form.toml`, each with all that is said about it.
const MISTAKES: &[Mistake] = &[
    // Names
    ("id = \"heating-help\"", "id = \"heating\"", &[("misnamed-form", "id")]),
    ("id = \"lease\"", "id = \"Lease\"", &[("bad-form-id", "id = \"Lease\"")]),
    ("\"rented\", \"own\"", "\"rented\", \"own\", \"My own\"", &[("bad-form-id", "choices")]),
    ("\"rented\", \"own\"", "\"rented\", \"own\", \"own\"", &[("repeated-id", "choices")]),
    ("id = \"wish\"", "id = \"my-wish\"", &[("bad-field-id", "id = \"my-wish\"")]),
    ("id = \"wish\"", "id = \"today\"", &[("reserved-id", "id = \"today\"")]),
    ("id = \"wish\"", "id = \"birth\"", &[("repeated-id", "id = \"birth\"")]),
    ("each = \"member\"", "each = \"birth\"", &[("repeated-id", "repeat")]),
    // Keys and bounds
    ("icon = \"flame\"", "icon = \"shopp\"", &[("unknown-icon", "icon")]),
    ("icon = \"flame\"", "icon = \"trash-2\"", &[]),
    ("minutes = 4", "minutes = 0", &[("out-of-range", "minutes")]),
    ("minutes = 4", "minutes = \"4\"", &[("out-of-range", "minutes")]),
    ("[[section.field]]\nid = \"full_name\"", "[[field]]\nid = \"full_name\"", &[("field-adrift", "[[field]]")]),
    (
        "signing = { who = \"applicant\", how = \"signature\" }\n\n[[document]]\n",
        "[[document]]\nsigning = { who = \"applicant\", how = \"signature\" }\n",
        &[("misplaced-key", "signing")],
    ),
    ("id = \"wish\"\n", "id = \"wish\"\nicon = \"flame\"\n", &[("misplaced-key", "icon")]),
    ("minutes = 4\n", "", &[("missing-key", "#:schema")]),
    ("minutes = 4", "minuets = 4", &[("missing-key", "#:schema"), ("unknown-key", "minuets")]),
    ("version = \"1\"", "version = 1", &[("wrong-type", "version")]),
    ("family = \"welfare\"", "family = \"fun\"", &[("not-possible", "family")]),
    ("how = \"signature\"", "how = \"oath\"", &[("not-possible", "signing")]),
    ("kind = \"name\"\nfact", "kind = \"nickname\"\nfact", &[("not-possible", "kind = \"nickname\"")]),
    ("from = \"today-120y\"", "from = \"long ago\"", &[("bad-bound", "from")]),
    ("currency = \"MYR\"", "currency = \"ringgit\"", &[("not-possible", "currency")]),
    ("currency = \"MYR\"", "currency = \"ABC\"", &[("not-possible", "currency")]),
    ("region = \"MY\"", "region = \"ZZ\"", &[("not-possible", "region")]),
    (
        "kind = \"text\"\nmax_chars = 200\nlines = 3\noptional = true",
        "kind = \"picture\"",
        &[("picture-needed", "kind")],
    ),
    ("min = 0\nmax = 120", "min = 121\nmax = 120", &[("crossed-bounds", "min")]),
    ("from = \"today-120y\"", "from = \"today+1d\"", &[("crossed-bounds", "from")]),
    ("min = 1, max = 8", "min = 9, max = 8", &[("crossed-bounds", "repeat")]),
    ("max = 8 }", "max = 51 }", &[("out-of-range", "repeat")]),
    ("max_chars = 200", "min_chars = 300\nmax_chars = 200", &[("crossed-bounds", "min_chars")]),
    (
        "choices = [\"gas\", \"oil\", \"wood\", \"electricity\"]",
        "choices = [\"gas\", \"electricity\"]\nmin = 3",
        &[("out-of-range", "min")],
    ),
    ("choices = [\"rented\", \"own\"]\n", "", &[("nothing-to-choose", "[[section.field]]")]),
    ("value = \"own_income", "optional = true\nvalue = \"own_income", &[("asked-and-computed", "optional")]),
    ("kind = \"choices\"\n", "kind = \"choices\"\nvalue = \"['gas']\"\n", &[("not-computable", "kind")]),
    (
        "repeat = { each = \"member\", min = 1, max = 8 }",
        "repeat = { each = \"member\", count = \"birth\" }",
        &[("count-not-whole", "repeat")],
    ),
    ("person = [\"full_name\", \"birth\"]", "person = [\"name\"]", &[("unknown-field", "duplicate")]),
    ("of = [\"birth\"]", "of = [\"age\"]", &[("unknown-field", "of")]),
    ("of = [\"birth\"]", "of = [\"income\"]", &[("unknown-field", "of")]),
    // Slips
    ("id = \"desk\"", "id = \"my_desk\"", &[("bad-form-id", "id = \"my_desk\"")]),
    ("kind = \"queue\"", "kind = \"lottery\"", &[("not-possible", "kind = \"lottery\"")]),
    ("kind = \"queue\"", "kind = \"queue\"\ndue = \"today\"", &[("unknown-key", "due")]),
    ("kind = \"queue\"", "kind = \"payment\"", &[("missing-key", "[[slip]]")]),
    ("kind = \"queue\"", "kind = \"payment\"\namount = \"birth\"", &[("no-amount", "amount")]),
    ("kind = \"queue\"", "kind = \"payment\"\namount = \"member_income\"", &[("no-amount", "amount")]),
    ("kind = \"queue\"", "kind = \"payment\"\namount = \"income\"\ndue = \"today-3d\"", &[("due-behind", "due")]),
    ("kind = \"queue\"", "kind = \"payment\"\namount = \"income\"\nshows = [\"fee\"]", &[("not-shown", "shows")]),
    ("kind = \"queue\"", "kind = \"queue\"\nwhen = \"wish\"", &[("wrong-rule-type", "when")]),
    ("kind = \"queue\"", "kind = \"queue\"\nwhen = \"lives_alone && !lives_alone\"", &[("unreachable", "when")]),
    // Rules
    ("home == 'rented'", "home = 'rented'", &[("rule-unreadable", "when")]),
    ("home == 'rented'", "home == 'castle'", &[("unknown-code", "when")]),
    ("home == 'rented'", "house == 'rented'", &[("unknown-name", "when")]),
    ("home == 'rented'", "home", &[("wrong-rule-type", "when")]),
    ("home == 'rented'", "home.is('rented')", &[("unknown-function", "when")]),
    ("member.member_age >= 18", "member_age >= 18", &[("unknown-name", "when")]),
    ("when = \"!lives_alone\"", "when = \"!lives_alone && own_income > money('1')\"", &[("names-later", "when")]),
    ("when = \"member.member_age >= 18\"", "when = \"size(members) > 1\"", &[("cycle", "when")]),
    ("value = \"own_income +", "value = \"income +", &[("cycle", "value")]),
    // Ways through the form
    ("when = \"!lives_alone\"", "when = \"lives_alone && !lives_alone\"", &[("unreachable", "when")]),
    ("member.member_age >= 18", "member.member_age >= 121", &[("unreachable", "when")]),
    ("age(birth) >= 18", "age(birth) >= 18 && age(birth) < 18", &[("never-holds", "rule")]),
    ("age(birth) >= 18", "age(birth) >= 18 || age(birth) < 18", &[("always-holds", "rule")]),
    // Eligibility
    ("root = \"entitled\"", "root = \"nobody\"", &[("unknown-rule", "[eligibility]")]),
    (
        "all = [\"means_small\", \"heated\"]",
        "all = [\"means_small\", \"healed\"]",
        &[("unknown-rule", "all"), ("unused-rule", "id = \"heated\"")],
    ),
    ("all = [\"means_small\", \"heated\"]", "all = [\"means_small\"]", &[("unused-rule", "id = \"heated\"")]),
    ("all = [\"means_small\", \"heated\"]", "all = [\"means_small\", \"entitled\", \"heated\"]", &[("cycle", "all")]),
    (
        "rule = \"heats_with",
        "all = [\"means_small\"]\nrule = \"heats_with",
        &[("no-judgement", "[[eligibility.rule]]")],
    ),
    ("passage = \"heating\"\notherwise", "otherwise", &[("uncited", "id = \"heated\"")]),
    ("otherwise = \"person\"", "otherwise = \"nobody\"", &[("not-possible", "otherwise")]),
    // Between files
    ("explains = \"heating\"", "explains = \"cooling\"", &[("unknown-passage", "explains")]),
    ("icon = \"flame\"", "icon = \"flame\"\nentries = [\"cooling\"]", &[("unknown-passage", "entries")]),
    ("icon = \"flame\"", "icon = \"flame\"\ntopics = [\"summer\"]", &[("unoffered-topic", "topics")]),
];

#[test]
fn every_mistake_in_a_form_is_named_with_its_line_and_nothing_else_is() {
    let mut differing = Vec::new();
    for (old, new, expected) in MISTAKES {
        let said: Vec<(String, String)> = said_of(&edited("form.toml", old, new))
            .into_iter()
            .filter(|(code, _)| code.starts_with("form.toml: "))
            .map(|(code, line)| (code.replace("form.toml: ", ""), line))
            .collect();
        let right = said.len() == expected.len()
            && said
                .iter()
                .zip(*expected)
                .all(|((code, line), (right, start))| code == right && line.starts_with(start));
        if !right {
            differing.push((*new, said, *expected));
        }
    }
    assert!(differing.is_empty(), "edit, said, expected: {differing:#?}");
}

/// Mistakes that take more than one edit: files, and the codes that are said of `form.toml`.
fn larger_mistakes() -> Vec<(FormFiles, Vec<&'static str>)> {
    let choice = |id: &str, when: [&str; 2]| {
        format!(
            "[[section.field]]\nid = \"{id}\"\nkind = \"choice\"\n[[section.field.choice]]\nid = \"a\"\nwhen = \"{}\"\n\
             [[section.field.choice]]\nid = \"b\"\nwhen = \"{}\"\n",
            when[0], when[1]
        )
    };
    let field = |rest: &str| with_field(&format!("[[section.field]]\nid = \"more\"\n{rest}\n"));
    vec![
        (with_field(&choice("fuel", ["home == 'rented'", "home == 'rented' && lives_alone"])), vec!["dead-end"]),
        (with_field(&choice("fuel", ["home == 'rented'", "home != 'rented'"])), vec![]),
        (
            with_field(&choice("fuel", ["income < money('0') && income > money('0')", "lives_alone && !lives_alone"])),
            vec!["no-way-on", "unreachable", "unreachable"],
        ),
        (
            edited("form.toml", "[eligibility]", "[[check]]\nid = \"young\"\nof = [\"birth\"]\nrule = \"age(birth) < 18\"\n[eligibility]"),
            vec!["never-together"],
        ),
        // Not a contradiction: only who is asked both could fail both.
        (
            edited(
                "form.toml",
                "[eligibility]",
                "[[check]]\nid = \"x\"\nof = [\"wish\"]\nrule = \"size(wish) > 3\"\n[[check]]\nid = \"y\"\nof = [\"wish\"]\nrule = \"size(wish) < 3\"\n[eligibility]",
            ),
            vec![],
        ),
        // A question that is asked only after one that is never asked.
        (
            with_field(
                "[[section.field]]\nid = \"shop\"\nkind = \"yes-no\"\nwhen = \"home == 'own' && home == 'rented'\"\n\
                 [[section.field]]\nid = \"open\"\nkind = \"yes-no\"\nwhen = \"shop\"\n",
            ),
            vec!["unreachable", "unreachable"],
        ),
        // What is worked out is what it comes to.
        (
            with_field(
                "[[section.field]]\nid = \"free\"\nkind = \"yes-no\"\nvalue = \"home == 'own' && !lives_alone\"\n\
                 [[section.field]]\nid = \"why\"\nkind = \"yes-no\"\nwhen = \"free && lives_alone\"\n",
            ),
            vec!["unreachable"],
        ),
        (
            edited("form.toml", "id = \"own_income\"\n", "id = \"own_income\"\nscreen = \"money\"\n").into_iter().collect(),
            vec![],
        ),
        (
            with_field(
                "[[section.field]]\nid = \"p\"\nkind = \"yes-no\"\nscreen = \"s\"\n[[section.field]]\nid = \"q\"\nkind = \"yes-no\"\n\
                 [[section.field]]\nid = \"r\"\nkind = \"yes-no\"\nscreen = \"s\"\n",
            ),
            vec!["split-screen"],
        ),
        (
            with_field(
                "[[section]]\nid = \"cars\"\nrepeat = { each = \"car\" }\n[[section.field]]\nid = \"brand\"\nkind = \"text\"\n\
                 [[section]]\nid = \"rest\"\n",
            )
            .into_iter()
            .map(|(path, bytes)| {
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                (path, text.replace("of = [\"member_income\"]", "of = [\"member_income\", \"brand\"]").as_bytes().into())
            })
            .collect(),
            vec!["two-groups"],
        ),
        (field("kind = \"place\"\nplaces = \"tables/moon.csv\""), vec!["unknown-table"]),
        (field("kind = \"address\"\ncountry = \"MY\"\nplaces = \"tables/moon.csv\""), vec!["unknown-table"]),
        (field("kind = \"phone\"\nregion = \"Malaysia\""), vec!["not-possible"]),
        (field("kind = \"picture\""), vec!["picture-needed"]),
        (field("kind = \"identity\"\nschemes = [\"passport\"]"), vec!["not-possible"]),
        (field("kind = \"time\"\nearliest = \"17:00\"\nlatest = \"9:00\""), vec!["bad-bound"]),
        (field("kind = \"time\"\nearliest = \"17:00\"\nlatest = \"09:00\""), vec!["crossed-bounds"]),
        (field("kind = \"decimal\"\ndigits = 7\nmin = \"1.5\"\nmax = 1.25"), vec!["out-of-range", "crossed-bounds"]),
        (field(&format!("kind = \"yes-no\"\nwhen = \"{}lives_alone\"", "!(".repeat(30))), vec!["rule-too-long"]),
        (edited("form.toml", "[[section]]\nid = \"household\"", "[[section]]\nid = \"void\"\n[[section]]\nid = \"household\""), vec!["empty-section"]),
        (
            with_field(&(0..310).map(|n| format!("[[section.field]]\nid = \"f{n}\"\nkind = \"yes-no\"\n")).collect::<String>()),
            vec!["too-many-parts", "nothing-asked", "unknown-field", "unknown-field", "unknown-name"],
        ),
    ]
}

#[test]
fn larger_mistakes_are_named_too() {
    for (number, (files, expected)) in larger_mistakes().into_iter().enumerate() {
        let said: Vec<String> = said_of(&files)
            .into_iter()
            .filter_map(|(code, _)| code.strip_prefix("form.toml: ").map(str::to_owned))
            .collect();
        if expected.first() == Some(&"too-many-parts") {
            assert_eq!(said.first().map(String::as_str), expected.first().copied());
            continue;
        }
        assert_eq!(said, expected, "mistake {number}");
    }
}

#[test]
fn what_is_missing_between_files_is_named() {
    let without = |name: &str| {
        let mut files = worked_example();
        files.remove(&format!("{FOLDER}/{name}"));
        said_of(&files)
    };
    let said = |file: &str, code: &str| vec![(format!("{file}: {code}"), String::new())];
    assert_eq!(without("example.json"), said("example.json", "example-missing"));
    assert_eq!(without("en.ftl"), said("en.ftl", "words-missing"));
    assert_eq!(without("form.toml"), said("form.toml", "form-missing"));
    assert_eq!(said_in(&worked_example(), &["en", "ko"]), said("ko.ftl", "words-missing"));
    assert_eq!(said_in(&worked_example(), &["en", "en"]), []);
    let example = |old, new| said_of(&edited("example.json", old, new));
    assert_eq!(example("\"2026-11-21\"", "\"one day\""), said("example.json", "example-undated"));
    let castle = ("example.json: example-incomplete".to_owned(), "\"home\": \"castle\",".to_owned());
    assert_eq!(example("\"rented\"", "\"castle\""), [castle]);
    assert_eq!(example("\"Mary Tan\",", "\"Mary Tan\"")[0].0, "example.json: example-unreadable");
}

#[test]
fn a_fact_is_of_one_kind_in_all_forms() {
    let mut files = worked_example();
    let other = "forms/other-help";
    for name in ["form.toml", "en.ftl", "example.json"] {
        let text = written(name).replace("id = \"heating-help\"", "id = \"other-help\"");
        files.insert(format!("{other}/{name}"), text.as_bytes().into());
    }
    assert_eq!(said_of(&files), []);
    assert_eq!(read(&files).0.forms().count(), 2);
    let text = written("form.toml").replace("id = \"heating-help\"", "id = \"other-help\"");
    let text = text.replace("fact = \"applicant.birth\"", "fact = \"applicant.full_name\"");
    files.insert(format!("{other}/form.toml"), text.as_bytes().into());
    let said = said_of(&files);
    // The name's own field comes first, so the birthday differs from it in the first form and in its own.
    assert_eq!(
        said,
        [("forms/other-help/form.toml: fact-mismatch".to_owned(), "fact = \"applicant.full_name\"".to_owned())]
    );
    assert_eq!(read(&files).0.forms().count(), 1, "the form that does not fit is left out");
}

#[test]
fn a_form_with_an_error_is_not_offered_and_one_with_a_warning_is() {
    let offered = |files: FormFiles| read(&files).0.get("heating-help").is_some();
    assert!(offered(worked_example()));
    assert!(offered(edited("form.toml", "passage = \"heating\"\notherwise", "otherwise")));
    assert!(offered(edited("example.json", "\"rented\"", "\"castle\"")), "it can be filled in otherwise");
    assert!(!offered(edited("form.toml", "home == 'rented'", "house == 'rented'")));
    let (catalogue, _) = read(&edited("form.toml", "home == 'rented'", "house == 'rented'"));
    assert_eq!(catalogue.left_out().collect::<Vec<_>>(), ["heating-help"]);
    assert!(!offered(edited("en.ftl", "home-own = My own\n", "")));
}

#[test]
fn there_is_no_fault_that_no_mistake_shows() {
    let mut shown: BTreeSet<String> =
        MISTAKES.iter().flat_map(|(_, _, said)| *said).map(|(code, _)| (*code).to_owned()).collect();
    let mut all: Vec<FormFiles> = larger_mistakes().into_iter().map(|(files, _)| files).collect();
    all.extend(crate::words::mistakes().into_iter().map(|(files, _)| files));
    all.extend(crate::tables::mistakes().into_iter().map(|(files, _)| files));
    for files in all {
        shown.extend(said_of(&files).into_iter().map(|(code, _)| code.rsplit(' ').next().unwrap().to_owned()));
    }
    // Shown by the stories of what is missing between files.
    shown.extend(
        [
            "example-missing",
            "words-missing",
            "form-missing",
            "example-undated",
            "example-incomplete",
            "example-unreadable",
            "fact-mismatch",
        ]
        .map(str::to_owned),
    );
    let missing: Vec<&str> = FormFault::CODES.iter().copied().filter(|code| !shown.contains(*code)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

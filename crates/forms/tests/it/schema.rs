//! The published schema and the reader say the same of what an editor can check.

use std::{fs, path::Path};

use serde_json::Value;

use crate::desk::{edited, said_of, with_field, written};

const SCHEMA: &str = include_str!("../../../../docs/form.schema.json");

fn valid(toml: &str) -> Result<(), String> {
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let form: Value = toml::from_str(toml).unwrap();
    schema.validate(&form).map_err(|error| error.to_string())
}

#[test]
fn the_worked_example_and_every_sample_form_keep_to_the_schema() {
    assert_eq!(valid(written("form.toml")), Ok(()));
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/forms");
    for folder in fs::read_dir(samples).unwrap() {
        let path = folder.unwrap().path().join("form.toml");
        assert_eq!(valid(&fs::read_to_string(&path).unwrap()), Ok(()), "{}", path.display());
    }
}

#[test]
fn what_the_schema_refuses_the_reader_refuses_too() {
    let mistakes = [
        ("minutes = 4", "minutes = 0"),
        ("minutes = 4\n", ""),
        ("version = \"1\"", "version = 1"),
        ("family = \"welfare\"", "family = \"fun\""),
        ("how = \"signature\"", "how = \"oath\""),
        ("kind = \"name\"", "kind = \"nickname\""),
        ("from = \"today-120y\"", "from = \"long ago\""),
        ("from = \"today-120y\"", "min = 3"),
        ("currency = \"MYR\"", "currency = \"ringgit\""),
        ("currency = \"MYR\"", "currency = \"ABC\""),
        ("region = \"MY\"", "region = \"ZZ\""),
        ("kind = \"text\"\nmax_chars = 200\nlines = 3\noptional = true", "kind = \"picture\""),
        ("max = 8 }", "max = 51 }"),
        ("id = \"wish\"", "id = \"my-wish\""),
        ("id = \"lease\"", "id = \"Lease\""),
        ("choices = [\"rented\", \"own\"]\n", ""),
        ("rule = \"heats_with", "all = [\"means_small\"]\nrule = \"heats_with"),
        ("otherwise = \"person\"", "otherwise = \"nobody\""),
        ("icon = \"flame\"", "ikon = \"flame\""),
        ("optional = true", "optional = \"yes\""),
        ("max_chars = 200", "max_chars = 5000"),
        ("kind = \"queue\"", "kind = \"lottery\""),
        ("kind = \"queue\"", "kind = \"queue\"\nshows = [\"phone\"]"),
        ("kind = \"queue\"", "kind = \"payment\""),
        ("kind = \"queue\"", "kind = \"appointment\""),
        ("kind = \"queue\"", "kind = \"payment\"\namount = \"own_income\"\ndue = \"today-1d\""),
        ("kind = \"queue\"", "kind = \"payment\"\namount = \"own_income\"\ndue = \"soon\""),
    ];
    for (old, new) in mistakes {
        assert!(valid(&written("form.toml").replacen(old, new, 1)).is_err(), "the schema takes {new}");
        assert!(!said_of(&edited("form.toml", old, new)).is_empty(), "the reader takes {new}");
    }
}

#[test]
fn what_the_schema_takes_for_each_slip_the_reader_takes_too() {
    for kind in [
        "kind = \"queue\"\nwhen = \"lives_alone\"",
        "kind = \"appointment\"\nshows = [\"full_name\", \"phone\"]",
        "kind = \"payment\"\namount = \"own_income\"",
        "kind = \"payment\"\namount = \"income\"\nshows = [\"home\"]\ndue = \"today+14d\"",
        "kind = \"payment\"\namount = \"income\"\ndue = 2027-01-31",
    ] {
        let toml = written("form.toml").replacen("kind = \"queue\"", kind, 1);
        assert_eq!(valid(&toml), Ok(()), "{kind}");
        let said = said_of(&edited("form.toml", "kind = \"queue\"", kind));
        assert!(said.iter().all(|(code, _)| !code.starts_with("form.toml")), "{kind}: {said:?}");
    }
}

#[test]
fn what_the_schema_takes_for_each_kind_the_reader_takes_too() {
    let kinds = [
        "kind = \"choice\"\n[[section.field.choice]]\nid = \"a\"\nwhen = \"lives_alone\"\n[[section.field.choice]]\nid = \"b\"",
        "kind = \"choices\"\nchoices = [\"a\", \"b\"]\nmin = 0\nmax = 2",
        "kind = \"text\"\nmin_chars = 0\nmax_chars = 4000\nlines = 40",
        "kind = \"phone\"\nregion = \"TW\"",
        "kind = \"plate\"\nregion = \"MY\"",
        "kind = \"post-code\"\nregion = \"KR\"",
        "kind = \"date\"\nfrom = 2026-01-31\nuntil = \"today+3m\"",
        "kind = \"month\"\nfrom = \"today-10d\"",
        "kind = \"time\"\nearliest = \"08:30\"\nlatest = \"17:00\"",
        "kind = \"integer\"\nmin = \"-3\"\nmax = 3",
        "kind = \"decimal\"\nmin = \"0.5\"\nmax = 1.5\ndigits = 1",
        "kind = \"money\"\ncurrency = \"KRW\"\nmin = \"0\"\nmax = 5",
        "kind = \"identity\"\nschemes = [\"mykad\"]",
        "kind = \"address\"\ncountry = \"KR\"",
        "kind = \"signature\"\nwhen = \"lives_alone\"\nexplains = \"heating\"\nfact = \"x.y\"\nscreen = \"s\"",
        "kind = \"picture\"\noptional = true",
        "kind = \"email\"",
    ];
    for kind in kinds {
        let field = format!("[[section.field]]\nid = \"more\"\n{kind}\n");
        let toml = written("form.toml")
            .replace("[[section.field]]\nid = \"wish\"", &format!("{field}[[section.field]]\nid = \"wish\""));
        assert_eq!(valid(&toml), Ok(()), "{kind}");
        let said: Vec<_> =
            said_of(&with_field(&field)).into_iter().filter(|(code, _)| code.starts_with("form.toml")).collect();
        assert_eq!(said, [], "{kind}");
    }
}

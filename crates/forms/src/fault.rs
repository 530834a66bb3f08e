//! Everything that can be wrong in a form, in one table: code, severity, sentence, remedy.
//!
//! Adding a fault means adding a row here. It knows nothing of how a fault is found.

kaunter_reading::faults! {
    /// What can be wrong in a form, with what its writer needs to find it.
    pub enum FormFault {
        // Names
        BadFormId { id: String } Error "bad-form-id"
            "“{id}” cannot name a form, a code or a paper";
            "Use small letters, digits and hyphens, beginning with a letter.";
        BadFieldId { id: String } Error "bad-field-id"
            "“{id}” cannot be named in rules";
            "Use small letters, digits and underscores, beginning with a letter, at most 64 of them.";
        ReservedId { id: String } Error "reserved-id"
            "“{id}” has a meaning of its own in rules or words";
            "Choose another id.";
        RepeatedId { id: String, first: u64 } Error "repeated-id"
            "the id “{id}” already stands on line {first}";
            "Give one of the two another id: rules and words could not tell them apart.";
        MisnamedForm { id: String } Error "misnamed-form"
            "the id “{id}” differs from the folder's name";
            "Give both the same name.";
        FormMissing {} Error "form-missing"
            "the folder has no form.toml";
            "Write form.toml, or delete the folder.";

        // Keys and bounds
        NotPossible { key: &'static str, value: String, choices: &'static str } Error "not-possible"
            "“{value}” is not possible for “{key}”";
            "Choose one of: {choices}.";
        UnknownIcon { name: String } Warning "unknown-icon"
            "there is no icon “{name}”; a sheet of paper is drawn instead";
            "Write the name of one of lucide.dev/icons, as in icon = \"house\".";
        FieldAdrift {} Error "field-adrift"
            "[[field]] stands outside of a section";
            "Write [[section.field]], below the [[section]] that it belongs to.";
        MisplacedKey { key: String, table: &'static str } Error "misplaced-key"
            "“{key}” belongs to the form, and here it stands under [[{table}]]";
            "Move it up, above the first line that begins with [[.";
        BadBound { key: &'static str, value: String, expected: &'static str } Error "bad-bound"
            "“{value}” in “{key}” cannot be read";
            "Write {expected}.";
        OutOfRange { key: &'static str, least: u64, most: u64 } Error "out-of-range"
            "“{key}” must be a whole number from {least} to {most}";
            "Write {key} = and the number, without quotation marks.";
        CrossedBounds { first: &'static str, second: &'static str } Error "crossed-bounds"
            "no answer is possible: “{first}” lies beyond “{second}”";
            "Correct one of the two.";
        NothingToChoose { field: String } Error "nothing-to-choose"
            "“{field}” has no choices";
            "List codes under “choices”, such as choices = [\"own\", \"rented\"].";
        PictureNeeded { field: String } Error "picture-needed"
            "the form can never be finished: “{field}” must be answered, and a kiosk takes no pictures";
            "Write optional = true: people bring it to the counter. A [[document]] tells them so before they begin.";
        EmptySection { section: String } Error "empty-section"
            "the section “{section}” has no fields";
            "Write [[section.field]] under it, or delete it.";
        NothingAsked {} Error "nothing-asked"
            "the form asks nothing";
            "Write at least one section with a field.";
        AskedAndComputed { key: &'static str } Error "asked-and-computed"
            "a field with “value” is worked out and never asked: “{key}” means nothing there";
            "Delete one of the two.";
        NotComputable { kind: &'static str } Error "not-computable"
            "a field of the kind “{kind}” cannot be worked out";
            "Ask it, or choose another kind.";
        CountNotWhole { field: String } Error "count-not-whole"
            "“{field}” cannot count a section's items";
            "Name a whole-number field before the section, outside of repeating ones, with min of 0 or more and max of 50 or less.";
        SplitScreen { screen: String } Error "split-screen"
            "fields of the screen “{screen}” do not stand next to each other";
            "Move them together, in one section, or give the later ones another screen.";
        UnknownField { key: &'static str, id: String } Error "unknown-field"
            "“{key}” names “{id}”, which is no field that can stand there";
            "Name fields that are asked, by their ids.";
        NoAmount { id: String } Error "no-amount"
            "“amount” names “{id}”, which is no amount that is known once";
            "Name a field of the kind money, outside of repeating sections; what is not asked can be worked out there with “value”.";
        NotShown { id: String } Error "not-shown"
            "“shows” names “{id}”, which a slip cannot show";
            "Name fields outside of repeating sections by their ids; signatures and pictures cannot be shown.";
        DueBehind {} Error "due-behind"
            "the last day to pay lies before the day on which the slip is printed";
            "Write a day that lies ahead, as in due = \"today+14d\".";
        TwoGroups { id: String } Error "two-groups"
            "the check “{id}” stands at fields of two repeating sections";
            "Write a check for each section.";
        TooManyParts { what: &'static str, most: usize } Error "too-many-parts"
            "the form has more than {most} {what}";
            "Split it into several forms.";

        // Rules
        RuleUnreadable { reason: String, remedy: &'static str } Error "rule-unreadable"
            "the rule cannot be read: {reason}";
            "{remedy}";
        RuleTooLong { most: usize } Error "rule-too-long"
            "the rule is longer or deeper than rules may be ({most} characters, 120 signs, 24 brackets, 2 lists within lists)";
            "Work a part of it out in a field with “value”, and name that field.";
        UnknownName { name: String } Error "unknown-name"
            "the rule names “{name}”, and no answer is called so here";
            "Correct the id; answers of a repeating section are named by its item, such as member.birth.";
        UnknownFunction { name: String } Error "unknown-function"
            "the rule uses “{name}”, which is not known with these arguments";
            "Use age, years_between, months_between, days_between, date, time, money, decimal, sum, size, answered, contains, startsWith, endsWith, map, filter, exists, exists_one, all.";
        WrongRuleType { expected: String, found: String, remedy: String } Error "wrong-rule-type"
            "the rule needs {expected} where it has {found}";
            "{remedy}";
        UnknownCode { code: String, codes: String } Error "unknown-code"
            "the rule compares with the code “{code}”, which cannot be chosen";
            "Write one of: {codes}.";
        NamesLater { name: String } Error "names-later"
            "the rule needs “{name}”, which is asked only later";
            "Move the question behind it, or the answer that it needs before it.";
        Cycle { path: String } Error "cycle"
            "these wait for each other: {path}";
            "Take one of them out of the other's rule.";

        // Ways through the form
        Unreachable { what: String } Error "unreachable"
            "“{what}” is never asked or offered: its “when” cannot hold";
            "Correct the rule, or delete it.";
        NeverHolds { id: String } Error "never-holds"
            "the form can never be finished: whatever is answered, the check “{id}” does not hold";
            "Correct the rule.";
        NeverTogether { id: String } Error "never-together"
            "the form can never be finished: the check “{id}” cannot hold together with the checks before it";
            "Correct one of the rules.";
        AlwaysHolds { id: String } Warning "always-holds"
            "the check “{id}” holds whatever is answered";
            "Correct the rule, or delete the check.";
        NoWayOn { field: String } Error "no-way-on"
            "“{field}” must be answered, and nothing of it can be chosen";
            "Correct the “when” of its choices, or make it optional.";
        DeadEnd { field: String, answers: String } Warning "dead-end"
            "with {answers}, “{field}” is asked and nothing of it can be chosen";
            "Give it a choice for this case, or a “when” that leaves it out.";

        // Eligibility
        UnknownRule { id: String } Error "unknown-rule"
            "there is no rule “{id}” under [[eligibility.rule]]";
            "Correct the id, or write the rule.";
        UnusedRule { id: String } Error "unused-rule"
            "the rule “{id}” is not reached from the root, or from two places";
            "Name it in one “all” or “any”, or delete it.";
        NoJudgement { id: String } Error "no-judgement"
            "the rule “{id}” must have exactly one of “rule”, “all” and “any”";
            "Keep one of them.";
        Uncited { id: String } Warning "uncited"
            "the rule “{id}” rests on no passage";
            "Write an FAQ entry's id under “passage”; its “source” and “section” say which passage of a document is cited.";

        // Words
        WordsMissing { language: String } Error "words-missing"
            "the form has no words in “{language}”";
            "Write {language}.ftl beside form.toml.";
        WordsOfNoLanguage { language: String } Warning "words-of-no-language"
            "the pack does not offer the language “{language}”";
            "Add it to “languages” in pack.toml, or delete the file.";
        WordsUnreadable { reason: String, remedy: &'static str } Error "words-unreadable"
            "the words cannot be read: {reason}";
            "{remedy}";
        WordMissing { id: String, remedy: String } Error "word-missing"
            "“{id}” is missing";
            "{remedy}";
        WordUnused { id: String } Warning "word-unused"
            "“{id}” is used nowhere";
            "Correct its name or delete it.";
        WordRepeated { id: String, first: u64 } Error "word-repeated"
            "“{id}” already stands on line {first}";
            "Delete one of the two.";
        UnknownVariable { variable: String } Error "unknown-variable"
            "the words name ${variable}, which is not given to them";
            "Name a field or a repeating section of the form, in its own words only: officer-summary; $number in “…-item”, $retention_days in form-privacy.";
        UnknownReference { name: String } Error "unknown-reference"
            "the words refer to “{name}”, which is not there";
            "Correct the name, or write the words out.";
        AmbiguousChoice { label: String, codes: String } Warning "ambiguous-choice"
            "“{label}” names more than one choice: {codes}";
            "Word them differently: who says this would be asked again.";

        // Between files
        UnknownTable { path: String } Error "unknown-table"
            "there is no table “{path}”";
            "Write the path as in places = \"tables/places.csv\", and add the file.";
        UnknownLevel { level: String } Error "unknown-level"
            "no place of the table has the level “{level}”";
            "Write a level that stands in its column “level”.";
        UnknownPassage { key: &'static str, id: String } Error "unknown-passage"
            "“{key}” names the entry “{id}”, which is in no language";
            "Write the id of an entry of faq.csv; its “source” and “section” say which passage of a document is cited.";
        UnofferedTopic { id: String } Error "unoffered-topic"
            "there is no topic “{id}” in topics.toml";
            "Correct the id, or add the topic.";
        FactMismatch { fact: String, form: String } Error "fact-mismatch"
            "the fact “{fact}” is of another kind in the form “{form}”: it could not be asked once for both";
            "Give both fields the same kind, currency, codes, or give one another fact.";
        ExampleMissing {} Error "example-missing"
            "the form has no example.json";
            "Write invented answers that complete it: they show that it can be finished.";
        ExampleUnreadable { reason: String } Error "example-unreadable"
            "the example cannot be read: {reason}";
            "Correct it; it is one JSON object with an answer for each field.";
        ExampleUndated {} Error "example-undated"
            "the example does not say on which day it was written";
            "Begin it with \"today\": \"2026-11-21\": ages and deadlines are reckoned from there.";
        ExampleIncomplete { reason: String, remedy: String } Error "example-incomplete"
            "{reason}";
            "{remedy}";

        // Tables of places
        PlaceRepeated { code: String, first: u64 } Error "place-repeated"
            "the code “{code}” already stands on line {first}";
            "Give one of the two another code.";
        PlaceAdrift { code: String, parent: String } Error "place-adrift"
            "“{code}” lies in “{parent}”, which is not in the table above it";
            "Correct the code, or add the place above.";
        PlaceUnnamed { code: String, language: String } Error "place-unnamed"
            "“{code}” has no name in “{language}”";
            "Fill the cell.";
    }
}

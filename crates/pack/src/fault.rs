//! Everything that can be wrong in a pack besides its forms, in one table: code, severity, sentence, remedy.
//!
//! Adding a fault means adding a row here. It knows nothing of how a fault is found.

pub(crate) use kaunter_reading::{Fault, FileFault, InFile, Report};

kaunter_reading::faults! {
    /// What can be wrong, with what a person needs to find it.
    pub enum FaultKind {
        // Files and bytes
        StrayFile {} Warning "stray-file"
            "this is not a part of a pack and is left out of it";
            "Check the name and the folder, or move it elsewhere.";
        MisnamedFile { expected: String } Error "misnamed-file"
            "the name differs from “{expected}” in upper and lower case";
            "Rename it to {expected}.";
        UnportableName {} Error "unportable-name"
            "the file name cannot be used on every system or in a link";
            "Rename it: no # < > : \" | ? * or backslash, no dot or space at the end, no Windows device name.";

        // Tables
        BadId { id: String } Error "bad-id"
            "“{id}” cannot be an id";
            "Use letters, digits and hyphens, for a pack small ones only; “none” has a meaning of its own.";
        DuplicateId { id: String, first: u64 } Error "duplicate-id"
            "the id “{id}” already stands on line {first}; this one is not read";
            "Give one of the two another id.";
        BadDate { field: &'static str, value: String } Error "bad-date"
            "“{value}” in “{field}” is not a date; what it dates is not quoted";
            "Write year-month-day, such as 2026-11-01; make the column “text” in the spreadsheet.";
        CrossedDates {} Error "crossed-dates"
            "valid_until lies before valid_from";
            "Correct one of the two dates.";
        FullwidthBar {} Warning "fullwidth-bar"
            "phrasings are separated by the full-width “｜”";
            "Write the plain “|”.";
        LongAnswer { letters: usize } Warning "long-answer"
            "the answer has {letters} letters: too long to be heard";
            "Answer in a few sentences and keep the rest in a document.";
        DuplicatePhrasing { phrasing: String, other: String, other_line: u64 } Warning "duplicate-phrasing"
            "“{phrasing}” also stands under “{other}” on line {other_line}";
            "Keep it where it belongs: people who ask this get one answer.";
        UnevenAdvice { id: String, first: u64 } Warning "uneven-advice"
            "“{id}” has another “advice” on line {first}: who asks in one language is sent elsewhere in another";
            "Write the same in every row of the office.";
        AdviceWithoutPhone {} Warning "advice-without-phone"
            "who is sent to this office finds no number to call";
            "Write its telephone number.";
        MixedNone {} Error "mixed-none"
            "“none” stands beside ids";
            "Expect either “none” or ids.";
        UnknownExpected { id: String } Error "unknown-expected"
            "there is no entry or section “{id}” in this language";
            "Correct the id; sections are written as file.md#Heading.";
        EmptyExpected { id: String } Error "empty-expected"
            "there is no text in “{id}”: it can never be what is answered";
            "Expect a section with text under its heading; the file alone is what stands before its first one.";

        // TOML
        BadVersion { value: String } Error "bad-version"
            "“{value}” is not a version";
            "Write numbers with dots between quotation marks, such as \"2026.11.1\".";
        BadLanguage { tag: String } Error "bad-language"
            "“{tag}” is not a language tag";
            "Write it as zh-TW, ms, ko or en.";
        UnknownLanguage { tag: String } Error "unknown-language"
            "the language “{tag}” is not listed in pack.toml";
            "Add it to “languages” in pack.toml, or correct the tag.";
        LanguageWithoutContent { tag: String } Error "language-without-content"
            "the language “{tag}” is offered but has neither entries nor documents";
            "Write knowledge/{tag}/faq.csv, or take the language out of “languages”.";
        BadSeal {} Error "bad-seal"
            "the seal must be one character";
            "Write a single character such as \"服\".";
        BadRecipient {} Error "bad-recipient"
            "this is not a public key of age";
            "Write what `age-keygen` prints as the public key: age1 and 58 letters and digits.";
        NoRecipient {} Warning "no-recipient"
            "the pack has forms and nobody to seal them to; they cannot be handed in";
            "Write recipients = [\"age1…\"] with the public key that `age-keygen -o office.key` prints.";
        BadShare { key: &'static str } Error "bad-share"
            "“{key}” must lie between 0 and 1";
            "Write 0.85 for 85 of 100.";
        BadChoice { key: &'static str, value: String, choices: &'static str } Error "bad-choice"
            "“{value}” is not possible for “{key}”";
            "Choose one of: {choices}.";
        EmergencyWithoutEnd {} Error "emergency-without-end"
            "an emergency needs “expires”; it is not shown";
            "Say when it ends at the latest.";
        NoticeEndsFirst {} Error "notice-ends-first"
            "the notice expires before it is published";
            "Correct one of the two times.";
        EmergencyWithoutKeywords { language: String } Warning "emergency-without-keywords"
            "no question in “{language}” will be answered by this emergency: it has no keywords";
            "List what people will call it under [keywords].";
        NoticeMisnamed { id: String } Error "notice-misnamed"
            "the id “{id}” differs from the file name";
            "Give both the same name.";

        // Documents
        OpenFrontMatter {} Warning "open-front-matter"
            "the file starts with --- and no second --- line closes it";
            "Close the lines at the top with a line ---.";
        BadFrontMatter { text: String } Error "bad-front-matter"
            "“{text}” is not “key: value”";
            "Write one “key: value” on each line between the --- lines.";
        EmptyHeading {} Error "empty-heading"
            "the heading has no words";
            "Write the heading, or delete the #.";
        RepeatedHeading { heading: String, first: u64 } Error "repeated-heading"
            "the heading “{heading}” already stands on line {first}: a citation could not tell them apart";
            "Word one of the two headings differently.";
        HeadingWithoutSpace {} Warning "heading-without-space"
            "a line starts with # but is no heading";
            "Put a space after the #.";
        HtmlNotRead {} Warning "html-not-read"
            "HTML is never quoted";
            "Write it in plain Markdown.";
        UndatedDocument {} Warning "undated-document"
            "the document has no version date to cite";
            "Write “version: 2026-11-01” between --- lines at the top.";

        // Recordings
        ClipUnreadable { why: String } Error "clip-unreadable"
            "the recording cannot be played: {why}";
            "Save it as Opus in an .ogg file or as an uncompressed .wav, with one or two channels.";
        ClipTooLong { most: u64 } Error "clip-too-long"
            "the recording is longer than {most} seconds";
            "Record one sentence in each file.";
        ClipSilent {} Error "clip-silent"
            "nothing is to be heard in the recording";
            "Record it again, or delete it: the kiosk's voice says it then.";
        ClipsTooLarge { megabytes: usize, most: usize } Error "clips-too-large"
            "all recordings together have {megabytes} MB; {most} is the most";
            "Save them as Opus in .ogg files: about 4 kB a second are enough for a voice.";
        UnknownClip { id: String } Warning "unknown-clip"
            "the kiosk says nothing that is called “{id}”; this is never played";
            "Name it as `kaunter clips list` does.";
        ClipOfValues { id: String } Warning "clip-of-values"
            "“{id}” has something else in it each time; the kiosk's voice says it";
            "Delete the recording.";
        ClipWithoutWords { sheet: String } Warning "clip-without-words"
            "nobody has noted what this recording says; it is never played";
            "Note it in {sheet} with `kaunter clips note`.";
        ClipTwice { other: String } Warning "clip-twice"
            "“{other}” has the same name and is played instead";
            "Delete one of the two.";
        ClipMissing { id: String } Warning "clip-missing"
            "there is no recording “{id}”";
            "Add it, or delete the row.";
        ClipOutdated { id: String, now: String } Warning "clip-outdated"
            "“{id}” is now worded “{now}”; the recording says something else and is not played";
            "Record it again and write the new words here, with `kaunter clips note`.";

        // Between files
        DeadLink { target: String } Error "dead-link"
            "there is no document “{target}” in this folder";
            "Correct the name, or add the document.";
        DeadSection { document: String, section: String } Error "dead-section"
            "“{document}” has no heading “{section}”";
            "Write the heading exactly as it stands in the document.";
        UnknownTopic { topic: String } Error "unknown-topic"
            "there is no topic “{topic}” in topics.toml";
            "Correct the id, or add the topic.";
        UnknownEntry { id: String } Error "unknown-entry"
            "there is no entry “{id}” in any language";
            "Correct the id, or write the entry.";
        UnknownForm { id: String } Error "unknown-form"
            "there is no form “{id}”";
            "Correct the id, or write forms/{id}/form.toml.";
        UnknownIcon { name: String } Warning "unknown-icon"
            "there is no icon “{name}”; a sheet of paper is drawn instead";
            "Write the name of one of lucide.dev/icons, as in icon = \"house\".";
        EmptyTopic { id: String } Warning "empty-topic"
            "the topic “{id}” leads to no entry";
            "List ids under “entries”.";
        UntranslatedEntry { id: String, language: String } Warning "untranslated-entry"
            "the entry “{id}” is missing in “{language}”";
            "Translate it into knowledge/{language}/faq.csv.";
        UntranslatedDocument { language: String } Warning "untranslated-document"
            "the document is missing in “{language}”";
            "Translate it into knowledge/{language}/.";
        UntranslatedText { key: String, language: String } Warning "untranslated-text"
            "“{key}” is missing in “{language}”";
            "Add {language} = \"…\" to it.";
        UntranslatedOffice { id: String, language: String } Warning "untranslated-office"
            "the office “{id}” is missing in “{language}”";
            "Add a row for it.";
        Expired { until: String } Warning "expired"
            "this was valid until {until} and is no longer quoted";
            "Renew it with a new date, or delete it.";
    }
}

//! A form's words in one language: labels, questions, help, messages.
//!
//! Fluent, so that translators have plurals and arguments as they know them. Most words have no
//! arguments and are kept as plain text; the few that have are put together when they are needed. It
//! must never know of answers or of the order in which they are asked.

mod read;
mod wanted;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

pub(crate) use read::read_words;

/// The words of a form in one language. Words that are not there are empty; in a form that was read
/// without an error those that are needed are there.
pub struct Words {
    language: String,
    /// By id, attributes under `id.attribute`.
    texts: BTreeMap<String, String>,
    also: BTreeMap<String, Vec<String>>,
    /// Names of the arguments of those that have any.
    arguments: BTreeMap<String, Vec<String>>,
    /// Those with arguments are put together from it.
    bundle: FluentBundle<FluentResource>,
    /// Ids of repeating sections: said as numbers, so that words can follow them.
    groups: BTreeSet<String>,
}

impl Words {
    /// BCP 47.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Name of the form.
    pub fn title(&self) -> &str {
        self.text("form-title")
    }

    /// One line under it.
    pub fn summary(&self) -> &str {
        self.text("form-summary")
    }

    /// What is signed.
    pub fn declaration(&self) -> &str {
        self.text("form-declaration")
    }

    /// Who reads the form, and how long it is kept.
    pub fn privacy(&self) -> &str {
        self.text("form-privacy")
    }

    /// Who signs, where that is not the applicant.
    pub fn signer(&self, who: &str) -> &str {
        self.text(&format!("signing-{who}"))
    }

    /// Heading of a section.
    pub fn section(&self, id: &str) -> &str {
        self.text(&format!("section-{id}"))
    }

    /// Heading of one item of a repeating section, counted from 1.
    pub fn item(&self, section: &str, number: u16) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("number", number);
        self.put_together(&format!("{section}-item"), &arguments)
    }

    /// "Is there another?"
    pub fn more(&self, section: &str) -> &str {
        self.text(&format!("{section}-more"))
    }

    /// "Is there one?", where there need not be any; else "is there another?".
    pub fn any(&self, section: &str) -> &str {
        self.optional(&format!("{section}-any")).unwrap_or_else(|| self.more(section))
    }

    /// Label of a field on the review and on paper.
    pub fn label(&self, field: &str) -> &str {
        self.text(field)
    }

    /// The question on the screen and by voice.
    pub fn question(&self, field: &str) -> &str {
        self.optional(&format!("{field}.question")).unwrap_or_else(|| self.label(field))
    }

    /// Why it is asked.
    pub fn why(&self, field: &str) -> Option<&str> {
        self.optional(&format!("{field}.why"))
    }

    /// What it means.
    pub fn help(&self, field: &str) -> Option<&str> {
        self.optional(&format!("{field}.help"))
    }

    /// An example of what it looks like.
    pub fn hint(&self, field: &str) -> Option<&str> {
        self.optional(&format!("{field}.hint"))
    }

    /// A choice.
    pub fn choice(&self, field: &str, code: &str) -> &str {
        self.text(&format!("{field}-{code}"))
    }

    /// What the choice is called besides.
    pub fn also(&self, field: &str, code: &str) -> &[String] {
        self.also.get(&format!("{field}-{code}")).map_or(&[], Vec::as_slice)
    }

    /// A paper to bring.
    pub fn document(&self, id: &str) -> &str {
        self.text(&format!("document-{id}"))
    }

    /// What a slip is for.
    pub fn slip(&self, id: &str) -> &str {
        self.text(&format!("slip-{id}"))
    }

    /// What stands below it: `place` or `answer`.
    pub(crate) fn of_slip(&self, id: &str, attribute: &str) -> &str {
        self.text(&format!("slip-{id}.{attribute}"))
    }

    /// What is wrong when a check does not hold.
    pub fn check(&self, id: &str) -> &str {
        self.text(&format!("check-{id}"))
    }

    /// A rule of eligibility.
    pub fn rule(&self, id: &str) -> &str {
        self.text(&format!("rule-{id}"))
    }

    /// The officer's summary. `said`: by id of a field its answer in words, by id of a repeating section
    /// how many items it has; what is not in it is said as "—".
    pub fn officer_summary(&self, said: &BTreeMap<String, String>) -> String {
        let mut arguments = FluentArgs::new();
        for name in self.arguments.get("officer-summary").into_iter().flatten() {
            let said = said.get(name);
            let number = said.filter(|_| self.groups.contains(name)).and_then(|said| said.parse::<u32>().ok());
            match (number, said) {
                (Some(number), _) => arguments.set(name.as_str(), number),
                (None, Some(said)) => arguments.set(name.as_str(), said.as_str()),
                (None, None) => arguments.set(name.as_str(), "—"),
            }
        }
        self.put_together("officer-summary", &arguments)
    }

    fn text(&self, id: &str) -> &str {
        self.optional(id).unwrap_or_default()
    }

    fn optional(&self, id: &str) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }

    fn put_together(&self, id: &str, arguments: &FluentArgs) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return String::new();
        };
        self.bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned()
    }
}

/// What an argument is while the words are checked.
fn sample(group: bool) -> FluentValue<'static> {
    if group { FluentValue::from(2) } else { FluentValue::from("—") }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).field("texts", &self.texts.len()).finish()
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.texts == other.texts && self.also == other.also
    }
}

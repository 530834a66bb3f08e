//! An answer of a printer: its status, and attributes of the types that they must have.
//!
//! Whatever a printer sends ends here as a value or as "nonsense", never as a panic. It must never know what an
//! attribute means to the kiosk.

use std::{collections::BTreeMap, io::Cursor};

use ipp::{
    attribute::{IppAttributeGroup, IppAttributes},
    model::DelimiterTag,
    parser::IppParser,
    value::{IppName, IppValue},
};

use crate::{PrinterError, shape};

/// Values of one attribute that are looked at; no list that matters is longer.
const LONGEST_LIST: usize = 4096;

/// A decoded answer.
#[derive(Debug)]
pub struct Answer {
    uri: String,
    /// The IPP status code (RFC 8011 appendix B).
    pub status: u16,
    attributes: IppAttributes,
}

impl Answer {
    /// Reads the answer to the request with the given id.
    ///
    /// # Errors
    /// [`PrinterError::Nonsense`] where the bytes are no IPP answer, or the answer to something else.
    pub fn read(uri: &str, request: i32, bytes: Vec<u8>) -> Result<Self, PrinterError> {
        let nonsense = |what: String| PrinterError::Nonsense { uri: uri.to_owned(), what };
        let (answered, length) = shape::check(&bytes).map_err(|what| nonsense(what.to_owned()))?;
        if answered != request {
            return Err(nonsense(format!("request {request} was asked and {answered} answered")));
        }
        let mut message = bytes;
        message.truncate(length);
        let (header, attributes, _) =
            IppParser::new(Cursor::new(message)).parse_parts().map_err(|error| nonsense(error.to_string()))?;
        let status = u16::from_be_bytes(header.operation_or_status.to_be_bytes());
        Ok(Self { uri: uri.to_owned(), status, attributes })
    }

    /// Whether the printer did what was asked, possibly with changes (RFC 8011 appendix B.1.2).
    pub fn is_success(&self) -> bool {
        self.status < 0x0100
    }

    /// The attributes of the first group of a kind; none where there is no such group.
    pub fn group(&self, tag: DelimiterTag) -> Attributes<'_> {
        Attributes { uri: &self.uri, source: self.attributes.first_of(tag).map(Source::Group) }
    }

    /// Every group of a kind: Get-Jobs answers with one for each job.
    pub fn groups(&self, tag: DelimiterTag) -> impl Iterator<Item = Attributes<'_>> {
        self.attributes.groups_of(tag).map(|group| Attributes { uri: &self.uri, source: Some(Source::Group(group)) })
    }

    /// The printer's own words about its status, at most 255 bytes of them.
    pub fn message(&self) -> String {
        self.group(DelimiterTag::OperationAttributes).word("status-message").ok().flatten().unwrap_or_default()
    }

    /// Names of attributes that the printer did not take as asked.
    pub fn unsupported(&self) -> Vec<String> {
        let groups = self.attributes.groups_of(DelimiterTag::UnsupportedAttributes);
        groups.flat_map(|group| group.attributes().iter().map(|attribute| attribute.name().to_string())).collect()
    }
}

/// The attributes of one group, or the members of one collection.
#[derive(Debug, Clone, Copy)]
pub struct Attributes<'a> {
    uri: &'a str,
    source: Option<Source<'a>>,
}

#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    Group(&'a IppAttributeGroup),
    Collection(&'a BTreeMap<IppName, IppValue>),
}

impl<'a> Attributes<'a> {
    /// One integer or enum; `None` where the printer says nothing of it.
    pub fn integer(&self, name: &str) -> Result<Option<i32>, PrinterError> {
        self.each(name, |value| match value {
            IppValue::Integer(number) | IppValue::Enum(number) => Some(*number),
            _ => None,
        })
        .and_then(|values| self.only(name, values))
    }

    /// One integer that counts something.
    pub fn count(&self, name: &str) -> Result<Option<u32>, PrinterError> {
        let number = self.integer(name)?;
        number.map(|number| u32::try_from(number).map_err(|_| self.nonsense(name, "is negative"))).transpose()
    }

    /// All integers or enums.
    pub fn integers(&self, name: &str) -> Result<Vec<i32>, PrinterError> {
        self.each(name, |value| match value {
            IppValue::Integer(number) | IppValue::Enum(number) => Some(*number),
            _ => None,
        })
    }

    /// One boolean.
    pub fn boolean(&self, name: &str) -> Result<Option<bool>, PrinterError> {
        self.each(name, |value| value.as_boolean().copied()).and_then(|values| self.only(name, values))
    }

    /// One text of any of IPP's kinds: printers mix keywords, names and texts.
    pub fn word(&self, name: &str) -> Result<Option<String>, PrinterError> {
        self.words(name).and_then(|words| self.only(name, words))
    }

    /// All texts of any of IPP's kinds, without control characters: they are shown on screens and terminals.
    pub fn words(&self, name: &str) -> Result<Vec<String>, PrinterError> {
        let words = self.texts(name)?;
        Ok(words.into_iter().map(|word| word.replace(char::is_control, "\u{fffd}")).collect())
    }

    fn texts(&self, name: &str) -> Result<Vec<String>, PrinterError> {
        self.each(name, |value| match value {
            IppValue::Keyword(text) => Some(text.to_string()),
            IppValue::NameWithoutLanguage(name) | IppValue::NameWithLanguage { name, .. } => Some(name.to_string()),
            IppValue::TextWithoutLanguage(text) | IppValue::TextWithLanguage { text, .. } => Some(text.to_string()),
            IppValue::Uri(text) | IppValue::UriScheme(text) => Some(text.to_string()),
            IppValue::MimeMediaType(text) => Some(text.to_string()),
            // A text in another encoding than the one that was asked for: shown as far as it can be.
            IppValue::NonUtf8 { data, .. } => Some(String::from_utf8_lossy(data).into_owned()),
            _ => None,
        })
    }

    /// One range; a single number is a range of one.
    pub fn range(&self, name: &str) -> Result<Option<(i32, i32)>, PrinterError> {
        self.each(name, |value| match value {
            IppValue::RangeOfInteger { min, max } if min <= max => Some((*min, *max)),
            IppValue::Integer(number) => Some((*number, *number)),
            _ => None,
        })
        .map(|ranges| ranges.first().copied())
    }

    /// Resolutions in dots per inch, across and along the feed; such per centimetre are turned into them.
    pub fn resolutions(&self, name: &str) -> Result<Vec<(u32, u32)>, PrinterError> {
        let dots = |number: i32, units: i8| match (u32::try_from(number).ok()?, units) {
            (0, _) => None,
            (dots, 3) => Some(dots),
            // Per centimetre; 600 dpi is 236 of them.
            (dots, 4) => Some((u64::from(dots) * 254 / 100).try_into().ok()?),
            _ => None,
        };
        self.each(name, |value| match value {
            IppValue::Resolution { cross_feed, feed, units } => {
                Some((dots(*cross_feed, *units)?, dots(*feed, *units)?))
            }
            _ => None,
        })
    }

    /// All collections.
    pub fn collections(&self, name: &str) -> Result<Vec<Attributes<'a>>, PrinterError> {
        let uri = self.uri;
        self.each(name, move |value| match value {
            IppValue::Collection(members) => Some(Attributes { uri, source: Some(Source::Collection(members)) }),
            _ => None,
        })
    }

    /// One collection.
    pub fn collection(&self, name: &str) -> Result<Option<Attributes<'a>>, PrinterError> {
        self.collections(name).map(|collections| collections.first().copied())
    }

    /// What a printer that answers at all must say.
    pub fn required<T>(&self, name: &str, value: Option<T>) -> Result<T, PrinterError> {
        value.ok_or_else(|| self.nonsense(name, "is missing"))
    }

    /// What is wrong with an attribute.
    pub fn nonsense(&self, name: &str, what: &str) -> PrinterError {
        PrinterError::Nonsense { uri: self.uri.to_owned(), what: format!("{name} {what}") }
    }

    fn value(&self, name: &str) -> Option<&'a IppValue> {
        match self.source? {
            Source::Group(group) => group.get(name).map(ipp::attribute::IppAttribute::value),
            Source::Collection(members) => members.get(name),
        }
    }

    /// Every value of an attribute that is there, each of the right type.
    fn each<T>(&self, name: &str, typed: impl Fn(&'a IppValue) -> Option<T>) -> Result<Vec<T>, PrinterError> {
        let values = match self.value(name) {
            None => &[],
            Some(IppValue::Array(values)) => values.as_slice(),
            Some(value) => std::slice::from_ref(value),
        };
        if values.len() > LONGEST_LIST {
            return Err(self.nonsense(name, "has too many values"));
        }
        let there = values.iter().filter(|value| !is_out_of_band(value));
        there.map(|value| typed(value).ok_or_else(|| self.nonsense(name, "has the wrong type"))).collect()
    }

    fn only<T>(&self, name: &str, values: Vec<T>) -> Result<Option<T>, PrinterError> {
        let mut values = values.into_iter();
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(self.nonsense(name, "has several values")),
            (value, None) => Ok(value),
        }
    }
}

/// `unsupported`, `unknown` and `no-value` stand in for a value of any type (RFC 8010 section 3.8).
fn is_out_of_band(value: &IppValue) -> bool {
    matches!(value, IppValue::NoValue | IppValue::Other { tag: 0x10..=0x1f, .. })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Capabilities, PrinterStatus};

    /// A message in the order of RFC 8010 section 3: tags, names and values as they come.
    fn message(parts: &[(u8, String, Vec<u8>)]) -> Vec<u8> {
        let mut message = vec![2, 0, 0, 0, 0, 0, 0, 1, 4];
        for (tag, name, value) in parts {
            message.push(*tag);
            for bytes in [name.as_bytes(), value] {
                message.extend(u16::try_from(bytes.len()).unwrap().to_be_bytes());
                message.extend(bytes);
            }
        }
        message.push(3);
        message
    }

    /// Everything that reads an answer reads this one; it may refuse it, and does no more.
    fn read_all(bytes: Vec<u8>) {
        if let Ok(answer) = Answer::read("ipp://h/", 1, bytes) {
            drop((Capabilities::read(&answer), PrinterStatus::read(&answer), answer.message(), answer.unsupported()));
        }
    }

    proptest! {
        #[test]
        fn random_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            read_all([&[2, 0, 0, 0, 0, 0, 0, 1][..], &bytes].concat());
            read_all(bytes);
        }

        #[test]
        fn attributes_of_any_type_are_refused_or_read(
            parts in prop::collection::vec((
                0x10..0x4b_u8,
                prop::sample::select(crate::capabilities::WANTED.iter().chain(crate::status::WANTED).chain(
                    &["", "media-size", "x-dimension", "media-source", "status-message"]).collect::<Vec<_>>()),
                prop::collection::vec(any::<u8>(), 0..12),
            ), 0..40)
        ) {
            let parts: Vec<_> = parts.into_iter().map(|(tag, name, value)| (tag, name.to_string(), value)).collect();
            read_all(message(&parts));
        }
    }

    #[test]
    fn what_the_decoder_must_not_see_does_not_reach_it() {
        let refused = |parts: &[(u8, String, Vec<u8>)], why: &str| {
            let error = Answer::read("ipp://h/", 1, message(parts)).unwrap_err();
            assert!(error.to_string().contains(why), "{error}");
        };
        refused(&[(0x35, "a".to_owned(), vec![0, 9, b'e'])], "cut off");
        refused(&[(0x36, "a".to_owned(), vec![0, 1, b'e', 255, 255])], "cut off");
        refused(&[(0x21, "a".to_owned(), vec![0; 8])], "wrong size");
        refused(&[(0x37, "a".to_owned(), vec![])], "has not begun");
        let deep: Vec<_> =
            (0..60_000).flat_map(|_| [(0x34, String::new(), vec![]), (0x4a, String::new(), b"m".to_vec())]).collect();
        refused(&deep, "too deep");
        let many: Vec<_> = (0..100_001).map(|_| (0x21, String::new(), vec![0; 4])).collect();
        refused(&many, "more values");
    }
}

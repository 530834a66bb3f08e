//! What a question is answered with: the control that suits its kind, with its bounds on the day.

use jiff::civil::{Date, date, time};
use kaunter_forms::{Country, Day, Kind, Lack, Place, Value};

use super::filling::Filling;
use crate::{
    said::Said,
    view::{Control, DigitsOf, FirstKeyboard, FormOption, Given},
};

/// A day that everybody can write in the era of their calendar, where they have one.
const ERA_DAY: Date = date(2000, 1, 1);
/// Letters of what has no bound of its own.
const MOST_CHARS: u16 = 200;

/// Draws the control of the question in front.
pub(crate) struct ControlDrawing<'a> {
    pub filling: &'a Filling,
    pub place: &'a Place,
    pub kind: &'a Kind,
    pub language: &'a str,
}

impl ControlDrawing<'_> {
    pub fn control(&self) -> Control {
        match self.kind {
            Kind::YesNo => Control::YesNo,
            Kind::Choice(_) => Control::Choice { options: self.choices() },
            Kind::Choices { min, max, .. } => Control::Choices { options: self.choices(), min: *min, max: *max },
            Kind::Text { max_chars, lines, .. } => words(FirstKeyboard::Language, *lines, *max_chars),
            Kind::Name => words(FirstKeyboard::Language, 1, MOST_CHARS),
            Kind::Email | Kind::Identity { .. } | Kind::Plate { .. } => words(FirstKeyboard::Latin, 1, MOST_CHARS),
            Kind::Date { from, until } => self.date(*from, *until, false),
            Kind::Month { from, until } => self.date(*from, *until, true),
            Kind::Time { earliest, latest } => Control::Time {
                earliest: hour_and_minute(earliest.unwrap_or(time(0, 0, 0, 0))),
                latest: hour_and_minute(latest.unwrap_or(time(23, 59, 0, 0))),
            },
            Kind::Integer { .. } => digits(DigitsOf::Integer, None, 0),
            Kind::Decimal { digits: decimals, .. } => digits(DigitsOf::Decimal, None, *decimals),
            Kind::Money { currency, .. } => {
                digits(DigitsOf::Money, Some(currency), kaunter_spoken::minor_digits(currency))
            }
            Kind::Phone { .. } => digits(DigitsOf::Phone, None, 0),
            Kind::PostCode { .. } => digits(DigitsOf::PostCode, None, 0),
            Kind::Address { places, .. } => self.address(places.as_deref()),
            Kind::Place { places, level } => self.place(places, level.as_deref()),
            Kind::Signature => Control::Signature,
            Kind::Picture => Control::Picture,
        }
    }

    fn choices(&self) -> Vec<FormOption> {
        let words = self.filling.words(self.language);
        let label = |code: &str| words.map_or(code, |words| words.choice(&self.place.field, code)).to_owned();
        let codes = self.filling.journey.choices(self.place).into_iter();
        codes.map(|code| FormOption { code: code.to_owned(), label: label(code) }).collect()
    }

    fn date(&self, from: Option<Day>, until: Option<Day>, month_only: bool) -> Control {
        let today = self.filling.journey.today();
        let first = from.map_or(1900, |day| day.on(today).year());
        let last = until.map_or(today.year() + 20, |day| day.on(today).year());
        let language = kaunter_spoken::Language::of(self.language);
        let roc = language.is_ok_and(|language| kaunter_spoken::say_in_era(ERA_DAY, &language).is_some());
        Control::Date { years: (first, last.max(first)), roc, month_only }
    }

    fn place(&self, table: &str, level: Option<&str>) -> Control {
        let path = &self.filling.asking.path;
        let form = self.filling.journey.form();
        let Some(places) = form.table(table) else { return words(FirstKeyboard::Language, 1, MOST_CHARS) };
        let option = |code: &str, label: &str| FormOption { code: code.to_owned(), label: label.to_owned() };
        let options: Vec<FormOption> = match level {
            Some(_) => {
                places.offered(level).iter().map(|place| option(place.code(), place.name(self.language))).collect()
            }
            None => {
                let below = places.children(path.last().map(String::as_str));
                below.map(|place| option(place.code(), place.name(self.language))).collect()
            }
        };
        let name = |code: &String| places.get(code).map_or(code.clone(), |place| place.name(self.language).to_owned());
        Control::Place { path: path.iter().map(name).collect(), options, free: false }
    }

    /// The next part of an address: chosen where there is a list, typed too.
    fn address(&self, table: Option<&str>) -> Control {
        let Some(Lack::AddressPart { part, places: codes, .. }) = self.part() else {
            return words(FirstKeyboard::Language, 1, MOST_CHARS);
        };
        let table = table.and_then(|table| self.filling.journey.form().table(table));
        let name =
            |code: &str| table.and_then(|table| table.get(code)).map(|place| place.name(self.language).to_owned());
        let options: Vec<FormOption> =
            codes.into_iter().filter_map(|code| Some(FormOption { label: name(&code)?, code })).collect();
        if !options.is_empty() {
            return Control::Place { path: Vec::new(), options, free: true };
        }
        let Kind::Address { country, .. } = self.kind else { return words(FirstKeyboard::Language, 1, MOST_CHARS) };
        let known = Country::of(country).and_then(|country| country.parts().find(|known| known.id == part));
        let in_digits = known.is_some_and(|part| part.number || part.post_code);
        words(if in_digits { FirstKeyboard::Latin } else { FirstKeyboard::Language }, 1, MOST_CHARS)
    }

    /// What an address still lacks.
    pub fn part(&self) -> Option<Lack> {
        match self.kind {
            Kind::Address { .. } => self.filling.journey.lack(self.place, self.language, &self.filling.asking.turn),
            _ => None,
        }
    }
}

fn words(keyboard: FirstKeyboard, lines: u8, max_chars: u16) -> Control {
    Control::Words { keyboard, lines, max_chars }
}

fn digits(of: DigitsOf, unit: Option<&str>, decimals: u8) -> Control {
    Control::Digits { of, unit: unit.map(str::to_owned), decimals }
}

fn hour_and_minute(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// An answer as the control of its kind takes it, to start from. An identity number does not come
/// back onto the screen.
pub(crate) fn given(value: &Value) -> Option<Given> {
    let one = |text: String| Some(Given::One(Said::from(text)));
    let words = |text: &str| Some(Given::Typed(Said::from(text)));
    match value {
        Value::YesNo(yes) => one(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Choice(code) => one(code.clone()),
        Value::Choices(codes) => Some(Given::Several(codes.iter().map(|code| Said::from(code.as_str())).collect())),
        Value::Date(day) => one(day.to_string()),
        Value::Month { year, month } => one(format!("{year:04}-{month:02}")),
        Value::Time(time) => one(hour_and_minute(*time)),
        Value::Text(text) | Value::Name(text) | Value::Email(text) | Value::Plate(text) | Value::PostCode(text) => {
            words(text)
        }
        Value::Phone(number) => words(number),
        Value::Integer(number) => words(&number.to_string()),
        Value::Decimal(number) => words(&number.to_string()),
        Value::Money { amount, currency: _ } => words(&amount.to_string()),
        Value::Signature(strokes) => Some(Given::Strokes(strokes.clone())),
        Value::Identity { .. } | Value::Address(_) | Value::Place(_) | Value::Picture { .. } => None,
    }
}

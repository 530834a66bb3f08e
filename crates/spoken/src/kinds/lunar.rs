//! The Gregorian day of a lunar one, to be offered, never to be taken.

use icu_calendar::{
    Date,
    cal::ChineseTraditional,
    types::{DateFields, Month},
};

/// The day in the Gregorian calendar of a day in the lunar year that begins within `year`.
pub fn gregorian(year: i16, month: i64, day: i64, leap: bool) -> Option<jiff::civil::Date> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let month = if leap { Month::leap(month) } else { Month::new(month) };
    let mut fields = DateFields::default();
    fields.extended_year = Some(year.into());
    fields.month = Some(month);
    fields.day = Some(u8::try_from(day).ok()?);
    let date = Date::try_from_fields(fields, Default::default(), ChineseTraditional::new()).ok()?;
    let iso = date.to_calendar(icu_calendar::Iso);
    jiff::civil::Date::new(
        i16::try_from(iso.year().extended_year()).ok()?,
        i8::try_from(iso.month().number()).ok()?,
        i8::try_from(iso.day_of_month().0).ok()?,
    )
    .ok()
}

//! Whether a value that came otherwise than by words can be: typed, chosen or read from a file.

use crate::{
    kinds,
    value::{Trouble, Value},
};

/// What is wrong with a value by itself, if anything; `country` is the ISO 3166 code of the country whose
/// plates and postal codes are meant. Ranges are not looked at.
pub fn check(value: &Value, country: Option<&str>) -> Result<(), Trouble> {
    match value {
        Value::Phone(number) => kinds::phone::check(number),
        Value::Email(address) => kinds::email::check(address),
        Value::Identity(scheme, number) => kinds::identity::check(*scheme, number),
        Value::Plate(plate) => kinds::plate::check(country, plate),
        Value::PostCode(code) => kinds::post_code::check(country, code),
        Value::YesNo(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Percent(_)
        | Value::Money { .. }
        | Value::Date(_)
        | Value::Month { .. }
        | Value::Time(_)
        | Value::Duration(_)
        | Value::FullName(_)
        | Value::Choice(_)
        | Value::Text(_) => Ok(()),
    }
}

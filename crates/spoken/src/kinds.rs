//! The kinds of values, each in its own file.

pub mod choice;
pub mod date;
pub mod email;
pub mod identity;
pub mod lunar;
pub mod money;
pub mod name;
pub mod number;
pub mod phone;
pub mod plate;
pub mod post_code;
pub mod relative;
pub mod several;
pub mod time;
pub mod yes_no;

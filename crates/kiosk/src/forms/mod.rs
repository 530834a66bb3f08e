//! Forms in a visit: beginning one, answering it, handing it in. It must never know what a form asks or
//! means; that is for the crate of the forms.

mod acts;
mod answering;
mod aside;
mod asked;
mod bundle;
mod control;
mod draw;
mod entering;
mod fault;
mod filling;
mod given;
mod moving;
mod offered;
pub mod records;
mod stored;

pub(crate) use draw::FormDrawing;
pub(crate) use filling::{Filling, Stage};
pub(crate) use offered::Offered;
pub use stored::StoredRecords;

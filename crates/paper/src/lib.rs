//! Paper: what a citizen or an officer takes away, as a PDF or a picture, and the way back from paper.
//!
//! Pure: data comes in, bytes go out; the day of printing comes with each sheet. Fonts are the one thing
//! that it reads from the disk, once. It must never know of stores, networks, printers or windows.

mod book;
mod bounds;
mod code;
mod error;
mod form_sheet;
mod glyphs;
mod home;
mod pages;
mod press;
mod sheet;
mod slips;
mod typecase;
mod words;
mod world;

pub use code::{FormCode, qr_picture};
pub use error::PaperError;
pub use form_sheet::{FormSheet, FormState, Layout};
pub use home::{Found, Letter, Lost, MOST_LETTER_BYTES, Scan, parts_of, put_together};
pub use pages::Pages;
pub use press::Press;
pub use sheet::{Languages, Letterhead, Sheet, Stock};
pub use slips::{
    AnswerSlip, AppointmentRequest, EmergencyNotice, Line, PaymentSlip, QueueTicket, StatusSlip, VisitReceipt,
};
pub use typecase::Typecase;
pub use words::words;

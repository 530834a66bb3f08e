//! One installed pack: its texts, and answers quoted from them.

use jiff::civil::Date;
use kaunter_knowledge::{Context, Quotation, Reply};
use kaunter_pack::model::Pack;

/// What a visit quotes from. It never changes; a newer pack is another one.
pub trait Content: Send + Sync {
    /// The pack itself.
    fn pack(&self) -> &Pack;
    /// What the pack says to a question; `None` when it does not speak the language.
    fn ask(&self, language: &str, question: &str, context: &Context, today: Date) -> Option<Reply>;
    /// The entry or passage with this id; `None` when it does not hold today or is not in the language.
    fn quote(&self, language: &str, id: &str, today: Date) -> Option<Quotation>;
}

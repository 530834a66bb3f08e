//! Stories of people who ask, of trainers whose packs answer, and of what must never be said.

mod quotations;
mod sample;

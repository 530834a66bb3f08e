//! A question to an answer.

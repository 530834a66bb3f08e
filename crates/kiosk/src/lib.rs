//! One visit.

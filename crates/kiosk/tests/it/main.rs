//! The middle as its users see it: the visitor in front, the shell behind, the screens' types.

mod bindings;

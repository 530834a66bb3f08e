//! The middle as its users see it: the visitor in front, the shell behind, the screens' types.

mod answers;
mod bindings;
mod hall;
mod hostile;
mod leaving;
mod notices;
mod officer;
mod packs;
mod person;
mod privacy;
mod small_pack;
mod visit;

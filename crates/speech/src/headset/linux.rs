//! Sockets as ALSA has them: the sound cards' own "… Jack" controls, and USB cards that come and go. Sound servers stand
//! above it and leave both as they are.

use alsa::{
    Ctl,
    card::{Card, Iter},
    ctl::ElemIface,
    hctl::HCtl,
};

use super::Sockets;
use crate::system::hush;

/// The driver of headsets that bring their own sound card.
const USB: &str = "USB-Audio";

/// The sockets of this machine.
pub(super) fn sockets() -> impl Sockets {
    Cards
}

struct Cards;

impl Sockets for Cards {
    fn plugged(&mut self) -> usize {
        hush();
        Iter::new().flatten().map(|card| jacks(&card).unwrap_or(0) + usize::from(is_usb(&card))).sum()
    }
}

/// How many of a card's sockets for headphones have something in them.
fn jacks(card: &Card) -> Result<usize, alsa::Error> {
    let controls = HCtl::from_card(card, true)?;
    controls.load()?;
    let is_plugged = |control: &alsa::hctl::Elem| {
        let id = control.get_id()?;
        let is_socket = id.get_interface() == ElemIface::Card && is_headset(id.get_name()?);
        Ok::<_, alsa::Error>(is_socket && control.read()?.get_boolean(0) == Some(true))
    };
    Ok(controls.elem_iter().filter(|control| is_plugged(control).unwrap_or(false)).count())
}

/// By the names that the kernel gives them. "Phantom" sockets always count as filled.
fn is_headset(name: &str) -> bool {
    let worn = name.contains("Headphone") || name.contains("Headset");
    worn && name.ends_with(" Jack") && !name.contains("Phantom")
}

fn is_usb(card: &Card) -> bool {
    let info = Ctl::from_card(card, true).and_then(|control| control.card_info());
    info.is_ok_and(|info| info.get_driver().is_ok_and(|driver| driver == USB))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_for_the_head_are_told_from_others() {
        for (name, worn) in [
            ("Headphone Jack", true),
            ("Front Headphone Jack", true),
            ("Headset Mic Jack", true),
            ("Headphone Phantom Jack", false),
            ("Line Out Jack", false),
            ("Mic Jack", false),
            ("HDMI/DP,pcm=3 Jack", false),
            ("Headphone Playback Switch", false),
        ] {
            assert_eq!(is_headset(name), worn, "{name}");
        }
    }

    #[test]
    fn a_machine_without_sound_cards_has_none() {
        // Whatever this machine has, looking at it does no harm.
        let mut sockets = sockets();
        assert_eq!(sockets.plugged(), sockets.plugged());
    }
}

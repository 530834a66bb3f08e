//! Half an answer outlives the screens on which it is entered, and nothing else.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Entered, FormQuestion, Given, Screen};

use crate::forms::{ENGLISH, question, words};
use crate::hall::{Hall, choose};
use crate::privacy::written;

/// Half a name that stands nowhere else.
const HALF: &str = "Zyzzyva Qu";

fn entered(how: impl FnOnce(&mut Entered)) -> Entered {
    let mut entered = Entered::default();
    how(&mut entered);
    entered
}

fn typed(half: &str) -> Entered {
    entered(|entered| entered.words = half.into())
}

impl Hall {
    /// The screens tell what is being entered.
    fn is_entering(&mut self, entered: Entered) -> FormQuestion {
        let place = self.asked().place;
        question(self.does(Act::Entering { place, entered }))
    }

    /// The web view is gone and another one comes; somebody says that the form is theirs.
    fn loses_its_screens(&mut self) -> FormQuestion {
        let view = self.counter.screen_lost();
        assert!(!serde_json::to_string(&view).unwrap().contains(HALF), "it may be somebody else who looks");
        question(self.does(Act::ContinueForm))
    }
}

#[test]
fn half_a_name_is_there_again_when_the_screens_were_lost() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    assert_eq!(first.entered, None);
    hall.is_entering(typed("Zyz"));
    hall.is_entering(typed(HALF));
    let again = hall.loses_its_screens();
    assert_eq!((again.place, again.entered), (first.place, Some(typed(HALF))));
    hall.does(Act::OpenLanguages);
    assert_eq!(question(hall.does(choose("ko"))).entered, Some(typed(HALF)));
}

#[test]
fn whatever_is_entered_comes_back_as_it_was() {
    let some = [
        entered(|entered| entered.day = (Some(1953), Some(3), None)),
        entered(|entered| entered.time = (Some(14), None)),
        entered(|entered| entered.codes = vec!["bank".into()]),
        entered(|entered| entered.strokes = vec![vec![(1, 2), (3, 4)], vec![(1000, 0)]]),
        entered(|entered| (entered.typing, entered.words) = (true, HALF.into())),
    ];
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    for entered in some {
        hall.is_entering(entered.clone());
        assert_eq!(hall.loses_its_screens().entered, Some(entered));
    }
    assert_eq!(hall.is_entering(Entered::default()).entered, None, "it was taken out again");
}

#[test]
fn it_stays_while_an_answer_is_doubtful_and_goes_when_it_is_given() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    hall.is_entering(typed(ENGLISH[0]));
    let heard = question(hall.gives(Given::Typed(ENGLISH[0].into())));
    assert!(heard.read_back.is_some());
    let refused = question(hall.does(Act::RefuseReadBack { place: first.place.clone() }));
    assert_eq!(refused.entered, Some(typed(ENGLISH[0])), "there is something to put right");
    let next = question(hall.tells(ENGLISH[0]));
    assert_eq!(next.entered, None);
    let late = question(hall.does(Act::Entering { place: first.place.clone(), entered: typed(HALF) }));
    assert_eq!(late.entered, None, "it came late");
    assert_eq!(question(hall.does(Act::Back)).entered, None);
}

#[test]
fn it_is_never_written_down_and_dies_with_the_visit() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.is_entering(typed(HALF));
    assert!(!written(hall.data.path()).contains(HALF), "half a name is on the disk");
    let Screen::Farewell { answers_kept, .. } = hall.does(Act::Leave).screen else { panic!("no farewell") };
    assert_eq!(answers_kept, Some(0), "it never was an answer");
    assert!(!written(hall.data.path()).contains(HALF));
    hall.waits(10);
    assert_eq!(hall.starts("en", "grant").entered, None);
    let act = Act::Entering { place: "full_name".into(), entered: typed(HALF) };
    assert!(!format!("{act:?}").contains(HALF));
}

#[test]
fn entering_is_no_turn_and_no_wish() {
    let mut hall = crate::voice::hall();
    hall.starts("en", "grant");
    hall.does(Act::Listen);
    hall.is_entering(typed(HALF));
    assert!(hall.voice.turn().is_some(), "who types goes on being heard");
    let heard = question(hall.answers("Zyzzyva Quill", 0.9));
    assert!(heard.read_back.is_some());
    assert_eq!(question(hall.gives(words("no"))).entered, Some(typed(HALF)));
}

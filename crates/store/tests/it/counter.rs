//! The officer's side: who works here, what they do with finished forms, papers on their way to the printer.

use kaunter_store::{AskedBy, DeskForm, Finished, Kind, PrintEnd, Role, StaffId, Store, StoreError, Uuid, Void};

use crate::kiosk::{Kiosk, MORNING, after, begun, begun_at};

/// A kiosk with an officer and a form that was just handed in.
fn counter() -> (Kiosk, Store, StaffId, Finished) {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let officer = store.take_on("Mei", Role::Officer, "hash of 2468", None, MORNING).unwrap();
    let draft = begun(&mut store);
    let finished = kiosk.finish(&mut store, draft, MORNING).unwrap();
    (kiosk, store, officer, finished)
}

fn found(store: &Store, finished: &Finished, minutes: i64) -> DeskForm {
    store.form_called(&finished.number, after(minutes)).unwrap()
}

/// The trail's entries, without their times: `event subject detail`.
fn trail(kiosk: &Kiosk) -> Vec<String> {
    let db = kiosk.opened_by_hand();
    let mut entries = db.prepare("SELECT event || ' ' || detail FROM audit ORDER BY sequence").unwrap();
    let entries = entries.query_map([], |row| row.get(0)).unwrap();
    entries.map(Result::unwrap).collect()
}

#[test]
fn people_come_change_their_pin_and_go_and_the_trail_says_so() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let admin = store.take_on("Rosnah", Role::Admin, "hash 1", None, MORNING).unwrap();
    let officer = store.take_on("美玲", Role::Officer, "hash 2", Some(admin), MORNING).unwrap();
    store.change_pin(officer, "hash 3", Some(officer), after(1)).unwrap();
    let staff = store.staff().unwrap();
    let seen: Vec<_> = staff.iter().map(|one| (one.name.as_str(), one.role, one.pin.as_str())).collect();
    assert_eq!(seen, [("Rosnah", Role::Admin, "hash 1"), ("美玲", Role::Officer, "hash 3")]);
    store.note_sign_in(officer, after(2)).unwrap();
    store.let_go(officer, Some(admin), after(3)).unwrap();
    drop(store);
    let mut store = kiosk.open();
    assert_eq!(store.staff().unwrap().len(), 1);
    for refused in [store.change_pin(officer, "hash 4", None, after(4)), store.let_go(officer, None, after(4))] {
        assert_eq!(refused.unwrap_err().code(), "staff-gone");
    }
    assert_ne!(store.take_on("Kim", Role::Trainer, "hash 5", Some(admin), after(5)).unwrap(), officer);
    assert_eq!(store.verify_audit().unwrap().broken, None);
    drop(store);
    let trail = trail(&kiosk).join("\n");
    for said in ["staff-taken-on officer, by staff 1", "pin-changed by staff 2", "signed-in", "staff-let-go by staff 1"]
    {
        assert!(trail.contains(said), "{said}\n{trail}");
    }
    assert!(!trail.contains("hash") && !trail.contains("美玲"));
}

#[test]
fn a_form_is_found_by_its_number_checked_and_handed_over_once() {
    let (kiosk, mut store, officer, finished) = counter();
    let form = found(&store, &finished, 1);
    assert_eq!((form.id, form.language.as_str(), form.prints), (finished.id, "ms", 0));
    assert_eq!(form.readable_until, Some(after(15)));
    store.sign_off(finished.id, Some(officer), after(1)).unwrap();
    store.hand_over(finished.id, Some(officer), after(2)).unwrap();
    let other = store.take_on("Ali", Role::Officer, "hash", None, after(3)).unwrap();
    store.sign_off(finished.id, Some(other), after(4)).unwrap();
    let form = found(&store, &finished, 20);
    assert_eq!((form.signed_off, form.handed_over), (Some((after(1), Some(officer))), Some((after(2), Some(officer)))));
    assert_eq!(form.readable_until, None, "its window is closed");
    let second = begun_at(&mut store, after(30));
    let second = kiosk.finish(&mut store, second, after(30)).unwrap();
    let today = store.forms_since(MORNING, after(31)).unwrap();
    assert_eq!(today.iter().map(|form| &form.number).collect::<Vec<_>>(), [&second.number, &finished.number]);
    assert_eq!(store.forms_since(after(10), after(31)).unwrap().len(), 1);
}

#[test]
fn a_correction_is_sealed_beside_the_first_and_undoes_the_signing_off() {
    let (kiosk, mut store, officer, finished) = counter();
    assert_eq!(store.definition_of_form(finished.id, after(1)).unwrap(), b"id = \"address-change\"");
    store.sign_off(finished.id, Some(officer), after(1)).unwrap();
    let correct = |store: &mut Store, text: &str, minutes| {
        let text = text.to_owned();
        store.correct(finished.id, &kiosk.recipients(), "full_name", Some(officer), after(minutes), |correction| {
            format!("{} {text}", correction.revision).into_bytes()
        })
    };
    let newest = |store: &Store| {
        let letter = store.beside().unwrap().newest_letter(finished.id).unwrap();
        (letter.id, letter.kind, letter.number)
    };
    assert_eq!(newest(&store), (finished.id, Kind::Form, finished.number.clone()));
    let first = correct(&mut store, "林美鈴", 2).unwrap();
    let second = correct(&mut store, "林美玲子", 3).unwrap();
    assert_eq!((first.revision, second.revision), (1, 2));
    assert_eq!(kiosk.read(&store.sealed_correction(first.id).unwrap()), "1 林美鈴");
    assert_eq!(kiosk.read(&store.sealed_correction(second.id).unwrap()), "2 林美玲子");
    assert!(kiosk.read(&store.sealed(finished.id).unwrap()).ends_with("林美玲"), "the original stays");
    assert_eq!(&*store.printable(finished.id, after(4)).unwrap(), "2 林美玲子".as_bytes());
    let (of, revision) = (finished.id, 2);
    assert_eq!(newest(&store), (second.id, Kind::Correction { of, revision }, finished.number.clone()));
    let form = found(&store, &finished, 4);
    assert_eq!((form.corrections, form.signed_off), (2, None));
    assert_eq!(correct(&mut store, "late", 15).unwrap_err().code(), "print-window-closed");
    assert_eq!(found(&store, &finished, 16).corrections, 2);
    store.expire(after(16)).unwrap();
    drop(store);
    let trail = trail(&kiosk).join("\n");
    assert!(trail.contains("full_name") && !trail.contains('林'), "{trail}");
    let definitions = "SELECT count(*) FROM definitions";
    let left: i64 = kiosk.opened_by_hand().query_row(definitions, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0, "nothing needs the definition any more");
}

#[test]
fn a_voided_form_is_kept_and_not_sent_and_nothing_more_is_done_with_it() {
    let (kiosk, mut store, officer, finished) = counter();
    store.void(finished.id, Void::Withdrawn, Some(officer), after(1)).unwrap();
    assert_eq!(found(&store, &finished, 2).void, Some(Void::Withdrawn));
    assert_eq!(store.voided(finished.id).unwrap(), Some((after(1), Some(officer))), "when, and by whom");
    assert_eq!(store.outbox().unwrap(), [], "it is not sent");
    assert!(!store.sealed(finished.id).unwrap().is_empty(), "it is not lost");
    let refused = [
        store.void(finished.id, Void::Mistaken, Some(officer), after(2)),
        store.sign_off(finished.id, Some(officer), after(2)),
        store.hand_over(finished.id, Some(officer), after(2)),
        store.correct(finished.id, &kiosk.recipients(), "", Some(officer), after(2), |_| Vec::new()).map(drop),
    ];
    assert!(refused.into_iter().all(|refused| refused.unwrap_err().code() == "form-void"));
}

#[test]
fn nothing_is_done_by_somebody_who_left_or_with_a_form_that_never_was() {
    let (_kiosk, mut store, officer, finished) = counter();
    let code = |refused: Result<(), StoreError>| refused.unwrap_err().code();
    assert_eq!(code(store.sign_off(Uuid::nil(), Some(officer), MORNING)), "form-gone");
    store.let_go(officer, None, MORNING).unwrap();
    assert_eq!(code(store.sign_off(finished.id, Some(officer), MORNING)), "staff-gone");
    assert_eq!(code(store.void(finished.id, Void::Duplicate, Some(officer), MORNING)), "staff-gone");
    assert_eq!(found(&store, &finished, 1).void, None);
}

#[test]
fn a_paper_is_printed_when_the_printer_says_so_and_outlives_a_power_cut_until_then() {
    let (kiosk, mut store, _, finished) = counter();
    let job = store.begin_print(Some(finished.id), "form", AskedBy::Citizen, after(1)).unwrap();
    drop(store);
    let mut store = kiosk.open();
    let jobs = store.print_jobs().unwrap();
    assert_eq!((jobs.len(), jobs[0].id), (1, job));
    assert_eq!((jobs[0].form, jobs[0].sheet.as_str()), (Some(finished.id), "form"));
    assert_eq!(found(&store, &finished, 2).prints, 0, "sent is not printed");
    store.end_print(job, PrintEnd::Printed, after(2)).unwrap();
    assert_eq!((found(&store, &finished, 2).prints, store.print_jobs().unwrap()), (1, Vec::new()));
    assert_eq!(store.end_print(job, PrintEnd::Printed, after(3)).unwrap_err().code(), "print-job-gone");
    let slip = store.begin_print(None, "ticket", AskedBy::Citizen, after(4)).unwrap();
    store.end_print(slip, PrintEnd::GivenUp, after(5)).unwrap();
    let nobody = store.begin_print(Some(Uuid::nil()), "form", AskedBy::Citizen, after(5)).unwrap_err();
    assert_eq!(nobody.code(), "form-gone");
    assert_eq!(found(&store, &finished, 6).prints, 1);
    drop(store);
    let trail = trail(&kiosk);
    let ended = |entry: &&String| entry.starts_with("printed") || entry.starts_with("print-given-up");
    assert_eq!(trail.iter().filter(ended).count(), 2, "{trail:?}");
}

#[test]
fn the_trail_says_who_asked_for_a_paper_and_which_one_is_a_second() {
    let (kiosk, mut store, officer, finished) = counter();
    let mut prints = |sheet, by| {
        let job = store.begin_print(Some(finished.id), sheet, by, after(1)).unwrap();
        store.end_print(job, PrintEnd::Printed, after(2)).unwrap();
        job
    };
    let jobs = [
        prints("form", AskedBy::Citizen),
        prints("payment", AskedBy::Citizen),
        prints("form", AskedBy::Staff(Some(officer))),
        prints("form", AskedBy::Staff(None)),
    ];
    assert_eq!(found(&store, &finished, 3).prints, 3, "a slip is not the form");
    drop(store);
    let staff = format!("by staff {}", officer.number());
    let trail = trail(&kiosk);
    let asked: Vec<_> = trail.iter().filter(|entry| entry.starts_with("print-asked")).collect();
    let wanted = [
        ("form", "by the citizen"),
        ("payment", "by the citizen"),
        ("form", &*format!("{staff}, again")),
        ("form", "by the machine's PIN, again"),
    ];
    for ((entry, job), (sheet, by)) in asked.iter().zip(jobs).zip(wanted) {
        assert_eq!(**entry, format!("print-asked {sheet} {job} {by}"));
    }
    assert_eq!(asked.len(), wanted.len());
}

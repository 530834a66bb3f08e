//! What both stores promise, in one list: each promise is kept by SQLite in a folder and by PostgreSQL.

use std::{future::Future, process::Command, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use kaunter_agency::{
    database::{self, Database, PostgresOptions, Sqlite, StoreError, statement},
    pen::{Pen, random},
    registry::{Kiosk, NewPack, NoticesSince, PackPlace, Received, Registry, RegistryError, StatusLine},
};
use kaunter_protocol::{
    Cost, Credential, Digest, Enrol, LookUp, Notice, NoticeKind, PackOffer, ProblemCode, SiteId, StatusText, TenantId,
};
use uuid::Uuid;

use crate::{courier::envelope, postgres::Postgres};

/// A registry, and the agency of which most is told.
struct Told {
    registry: Registry,
    harbour: TenantId,
    hill: TenantId,
    main: SiteId,
}

const CHEAP: Cost = Cost { memory_kib: 64, passes: 1 };

impl Told {
    async fn over(database: Arc<dyn Database>, folder: &std::path::Path) -> Self {
        let pen = Arc::new(Pen::open(&folder.join("signing.key")).unwrap());
        let registry = Registry::open(database, pen).await.unwrap();
        let told = Self {
            registry,
            harbour: "harbour".parse().unwrap(),
            hill: "hill".parse().unwrap(),
            main: "main".parse().unwrap(),
        };
        let north = "north".parse().unwrap();
        told.registry.add_tenant(&told.harbour, &[told.main.clone(), north], CHEAP, now()).await.unwrap();
        told.registry.add_tenant(&told.hill, std::slice::from_ref(&told.main), CHEAP, now()).await.unwrap();
        told
    }

    async fn kiosk(&self, tenant: &TenantId, name: &str) -> (Kiosk, Credential) {
        let (within, name) = (self.registry.within(tenant), name.parse().unwrap());
        let code = within.new_code(&self.main, &name, "stable", SignedDuration::from_mins(5), now()).await.unwrap();
        let credential = Credential::from_random(&random().unwrap());
        let asked = Enrol { code: code.code, credential: credential.digest() };
        self.registry.enrol(&asked, now()).await.unwrap();
        (self.registry.admit(credential.digest()).await.unwrap(), credential)
    }
}

fn now() -> Timestamp {
    Timestamp::now()
}

fn told<T: std::fmt::Debug>(result: Result<T, RegistryError>) -> ProblemCode {
    match result {
        Err(RegistryError::Told(code)) => code,
        other => panic!("{other:?}"),
    }
}

async fn codes(told_of: &Told) {
    let Told { registry, harbour, main, .. } = told_of;
    let within = registry.within(harbour);
    let name = "late".parse().unwrap();
    let code = within.new_code(main, &name, "stable", SignedDuration::from_mins(5), now()).await.unwrap();
    let credential = Credential::from_random(&random().unwrap()).digest();
    let asked = Enrol { code: code.code, credential };
    assert_eq!(told(registry.enrol(&asked, now() + SignedDuration::from_mins(6)).await), ProblemCode::CodeExpired);
    let first = registry.enrol(&asked, now()).await.unwrap();
    assert_eq!(registry.enrol(&asked, now() + SignedDuration::from_hours(9)).await.unwrap(), first);
    let other = Enrol { credential: Credential::from_random(&random().unwrap()).digest(), ..asked };
    assert_eq!(told(registry.enrol(&other, now()).await), ProblemCode::CodeUsed);
    assert!(matches!(
        within.new_code(main, &name, "stable", SignedDuration::from_mins(5), now()).await,
        Err(RegistryError::There("kiosk"))
    ));
    within.revoke(&name, now()).await.unwrap();
    assert_eq!(told(registry.admit(credential).await), ProblemCode::KioskRevoked);
    // Its disk has died; another machine stands there under its name.
    let next = Credential::from_random(&random().unwrap()).digest();
    let again = within.new_code(main, &name, "beta", SignedDuration::from_mins(5), now()).await.unwrap();
    assert_eq!(told(registry.admit(credential).await), ProblemCode::KioskRevoked);
    let stolen = Enrol { code: again.code.clone(), credential };
    assert!(registry.enrol(&stolen, now()).await.is_err(), "a secret that was revoked is nobody's again");
    registry.enrol(&Enrol { code: again.code, credential: next }, now()).await.unwrap();
    assert_eq!(registry.admit(next).await.unwrap().kiosk, name);
    assert_eq!(told(registry.admit(credential).await), ProblemCode::KioskRevoked);
    assert!(within.new_code(main, &name, "stable", SignedDuration::from_mins(5), now()).await.is_err());
    within.revoke(&name, now()).await.unwrap();
}

async fn one_code_for_many_at_once(told_of: &Told) {
    let within = told_of.registry.within(&told_of.harbour);
    let name = "crowd".parse().unwrap();
    let code = within.new_code(&told_of.main, &name, "stable", SignedDuration::from_mins(5), now()).await.unwrap();
    let mut asking = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let (registry, code) = (told_of.registry.clone(), code.code.clone());
        let credential = Credential::from_random(&random().unwrap()).digest();
        asking.spawn(async move { registry.enrol(&Enrol { code, credential }, now()).await.is_ok() });
    }
    assert_eq!(asking.join_all().await.into_iter().filter(|enrolled| *enrolled).count(), 1);
}

async fn forms(told_of: &Told) {
    let (kiosk, _) = told_of.kiosk(&told_of.harbour, "forms").await;
    let within = told_of.registry.within(&told_of.harbour);
    let before = within.count().await.unwrap();
    let (id, form) = (Uuid::now_v7(), envelope("one"));
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (registry, kiosk, form) = (told_of.registry.clone(), kiosk.clone(), form.clone());
        sending
            .spawn(async move { registry.within(&kiosk.tenant).receive(&kiosk.kiosk, id, form, now()).await.unwrap() });
    }
    let received = sending.join_all().await;
    assert_eq!(received.iter().filter(|one| matches!(one, Received::New(_))).count(), 1);
    assert!(received.iter().all(|one| one.receipt() == received[0].receipt()));
    assert_eq!(told(within.receive(&kiosk.kiosk, id, envelope("two"), now()).await), ProblemCode::FormConflict);
    assert_eq!(within.count().await.unwrap(), (before.0 + 1, before.1 + 1));
    assert_eq!(within.form(id).await.unwrap().envelope, form);
    // The same id at another agency is another form.
    let (other, _) = told_of.kiosk(&told_of.hill, "forms").await;
    let elsewhere = told_of.registry.within(&told_of.hill);
    assert!(elsewhere.receipt(id).await.unwrap().is_none());
    elsewhere.receive(&other.kiosk, id, envelope("theirs"), now()).await.unwrap();
    assert_eq!(within.form(id).await.unwrap().envelope, form);
}

/// Whoever was let in before is looked at again where the form is kept: in that statement, and not a moment before.
async fn recognised(told_of: &Told) {
    let Told { registry, harbour, hill, main } = told_of;
    let (kiosk, credential) = told_of.kiosk(harbour, "known").await;
    let (shown, within) = (credential.digest(), registry.within(harbour));
    let (id, form) = (Uuid::now_v7(), envelope("one"));
    let send =
        |id, form: &kaunter_protocol::Envelope, shown| registry.receive_from(&kiosk, shown, id, form.clone(), now());
    let first = send(id, &form, shown).await.unwrap();
    assert!(matches!(first, Received::New(_)));
    assert_eq!(send(id, &form, shown).await.unwrap(), Received::Again(first.receipt().clone()));
    assert_eq!(told(send(id, &envelope("two"), shown).await), ProblemCode::FormConflict);
    let line = within.kept(None, true, 10_000).await.unwrap().into_iter().find(|kept| kept.id == id).unwrap();
    assert_eq!((line.kiosk, line.envelope), (kiosk.kiosk.clone(), form.clone()));
    // Its next credential holds as soon as it is shown, and the one before ends with that.
    let next = Credential::from_random(&random().unwrap()).digest();
    within.rotate(&kiosk.kiosk, next).await.unwrap();
    let count = within.count().await.unwrap().0;
    send(Uuid::now_v7(), &form, shown).await.unwrap();
    send(Uuid::now_v7(), &form, next).await.unwrap();
    assert_eq!(told(send(Uuid::now_v7(), &form, shown).await), ProblemCode::CredentialUnknown);
    assert_eq!(within.count().await.unwrap().0, count + 2);
    // Another agency's kiosk is not this one, whatever the server remembers of it.
    let (_, theirs) = told_of.kiosk(hill, "known").await;
    assert_eq!(told(send(Uuid::now_v7(), &form, theirs.digest()).await), ProblemCode::CredentialUnknown);
    // Revoked, it is out at once, with new forms and with those that are here; also where its name is another one's.
    within.revoke(&kiosk.kiosk, now()).await.unwrap();
    for id in [id, Uuid::now_v7()] {
        assert_eq!(told(send(id, &form, next).await), ProblemCode::KioskRevoked);
    }
    within.new_code(main, &kiosk.kiosk, "stable", SignedDuration::from_mins(5), now()).await.unwrap();
    assert_eq!(told(send(Uuid::now_v7(), &form, next).await), ProblemCode::KioskRevoked);
    assert_eq!(within.count().await.unwrap().0, count + 2);
}

async fn purging(told_of: &Told) {
    let (kiosk, _) = told_of.kiosk(&told_of.harbour, "purge").await;
    let within = told_of.registry.within(&told_of.harbour);
    let old = now() - SignedDuration::from_hours(48);
    let (due, unread) = (Uuid::now_v7(), Uuid::now_v7());
    let form = envelope("due");
    let given = within.receive(&kiosk.kiosk, due, form.clone(), old).await.unwrap();
    within.receive(&kiosk.kiosk, unread, envelope("unread"), old).await.unwrap();
    assert!(within.mark_exported(due, now()).await.unwrap());
    assert!(!within.mark_exported(due, now()).await.unwrap());
    let purged = within.purge(now() - SignedDuration::from_hours(24), now()).await.unwrap();
    let [line] = &purged.lines[..] else { panic!("{purged:?}") };
    assert_eq!((line.counted, line.digest), (1, Digest::of(format!("{due} {}\n", form.digest()).as_bytes())));
    assert!(matches!(within.form(due).await, Err(RegistryError::Missing("form"))));
    // What nobody has read stays, and what was purged is still the same form.
    within.form(unread).await.unwrap();
    let again = within.receive(&kiosk.kiosk, due, form, now()).await.unwrap();
    assert_eq!(again, Received::Again(given.receipt().clone()));
    assert!(within.purge(now(), now()).await.unwrap().lines.is_empty());
    let (lines, broken) = within.audit().await.unwrap();
    assert_eq!((lines.len(), broken), (2, None));
    let forge = statement("UPDATE audit SET counted = 9", []);
    told_of.registry.database().write(vec![forge]).await.unwrap();
    assert_eq!(within.audit().await.unwrap().1, Some(1));
}

async fn conflicts(told_of: &Told) {
    let (kiosk, _) = told_of.kiosk(&told_of.harbour, "conflicts").await;
    let within = told_of.registry.within(&told_of.harbour);
    let (id, other, before) = (Uuid::now_v7(), envelope("two"), within.count().await.unwrap().1);
    within.receive(&kiosk.kiosk, id, envelope("one"), now()).await.unwrap();
    assert_eq!(told(within.receive(&kiosk.kiosk, id, other.clone(), now()).await), ProblemCode::FormConflict);
    assert_eq!(within.conflicting(id, other.digest()).await.unwrap(), other.sealed.0);
    assert!(within.purge_conflicts(now(), now()).await.unwrap().is_none());
    within.mark_seen(id, now()).await.unwrap();
    within.mark_seen(id, now()).await.unwrap();
    assert_eq!(within.count().await.unwrap().1, before);
    assert!(told_of.registry.within(&told_of.hill).mark_seen(id, now()).await.is_err(), "another agency's");
    assert!(within.purge_conflicts(now() - SignedDuration::from_hours(1), now()).await.unwrap().is_none());
    let line = within.purge_conflicts(now() + SignedDuration::from_secs(1), now()).await.unwrap().unwrap();
    assert_eq!((line.what.as_str(), line.counted), ("purge-conflicts", 1));
    assert!(within.conflicts().await.unwrap().iter().all(|left| left.id != id));
}

async fn packs(told_of: &Told) {
    let within = told_of.registry.within(&told_of.harbour);
    let (kiosk, _) = told_of.kiosk(&told_of.harbour, "packs").await;
    let (stranger, _) = told_of.kiosk(&told_of.hill, "packs").await;
    let place = |version: &str| PackPlace {
        pack: "city".into(),
        version: version.into(),
        channel: "stable".into(),
        site: None,
    };
    let first: Vec<u8> = (0..3_000_000u32).map(|at| at as u8).collect();
    fn new<'p>(place: &'p PackPlace, bytes: &'p [u8], percent: u8) -> NewPack<'p> {
        NewPack { place, bytes, signature: "sig", percent }
    }
    let sha256 = within.publish(new(&place("1"), &first, 100), now()).await.unwrap();
    within.publish(new(&place("2"), b"second", 0), now()).await.unwrap();
    assert!(matches!(
        within.publish(new(&place("2"), b"second", 0), now()).await,
        Err(RegistryError::There("release"))
    ));
    let offered = |listing: kaunter_protocol::PackListing| {
        listing.offers.into_iter().map(|PackOffer { version, .. }| version).collect::<Vec<_>>()
    };
    assert_eq!(offered(within.offers(&kiosk).await.unwrap()), ["1"]);
    within.roll_out(&place("2"), 100).await.unwrap();
    assert_eq!(offered(within.offers(&kiosk).await.unwrap()), ["2"]);
    within.hold(&place("2")).await.unwrap();
    assert_eq!(offered(within.offers(&kiosk).await.unwrap()), ["1"]);
    assert_eq!(within.pack_size(&kiosk, Digest::of(b"second")).await.unwrap(), None);
    assert_eq!(within.pack_size(&kiosk, sha256).await.unwrap(), Some(3_000_000));
    assert_eq!(within.pack_part(sha256, 2).await.unwrap(), first[2 << 20..]);
    let theirs = told_of.registry.within(&told_of.hill);
    assert!(theirs.offers(&stranger).await.unwrap().offers.is_empty());
    assert_eq!(theirs.pack_size(&stranger, sha256).await.unwrap(), None);
    assert!(theirs.pack_part(sha256, 0).await.is_err());
}

/// A stick is to hold what a site has to know, and not all that was ever said.
async fn by_hand(told_of: &Told) {
    let (within, key) = (told_of.registry.within(&told_of.hill), told_of.registry.pen().key());
    let (at, hour) = (now(), SignedDuration::from_hours(1));
    let (day, month) = (hour * 24, hour * 24 * 31);
    let gone = NoticeKind::Withdrawn;
    let said: [(&str, Option<&str>, NoticeKind, Option<Timestamp>); 14] = [
        ("said-again", None, NoticeKind::Bulletin, None),
        ("said-again", None, NoticeKind::Emergency, Some(at + hour)),
        ("over", None, NoticeKind::Emergency, Some(at - hour)),
        ("withdrawn", None, NoticeKind::Bulletin, None),
        ("withdrawn", None, gone, None),
        ("withdrawn-and-soon-over", None, NoticeKind::Emergency, Some(at - day)),
        ("withdrawn-and-soon-over", None, gone, None),
        ("withdrawn-and-long-over", None, NoticeKind::Emergency, Some(at - month)),
        ("withdrawn-and-long-over", None, gone, None),
        ("cut-short", None, NoticeKind::Bulletin, None),
        ("cut-short", None, NoticeKind::Bulletin, Some(at - month)),
        ("elsewhere", Some("north"), NoticeKind::Bulletin, None),
        ("not-in-the-north", None, NoticeKind::Bulletin, None),
        ("not-in-the-north", Some("north"), gone, None),
    ];
    for (id, site, kind, expires) in said {
        within.publish_notice(&notice(&told_of.hill, id, site, kind, expires)).await.unwrap();
    }
    let last = async |site: &str| {
        let last = within.last_notices(&site.parse().unwrap(), at).await.unwrap();
        let kinds = last.iter().map(|(id, signed)| (id.clone(), signed.open::<Notice>(key).unwrap().kind));
        kinds.collect::<Vec<_>>()
    };
    let everywhere = [
        ("cut-short", NoticeKind::Bulletin),
        ("said-again", NoticeKind::Emergency),
        ("withdrawn", gone),
        ("withdrawn-and-soon-over", gone),
    ];
    let with = |more: &[(&str, NoticeKind)]| {
        let mut all: Vec<_> = everywhere.iter().chain(more).map(|(id, kind)| ((*id).to_owned(), *kind)).collect();
        all.sort_by(|(id, _), (other, _)| id.cmp(other));
        all
    };
    assert_eq!(last("main").await, with(&[("not-in-the-north", NoticeKind::Bulletin)]));
    assert_eq!(last("north").await, with(&[("not-in-the-north", gone), ("elsewhere", NoticeKind::Bulletin)]));
}

fn notice(tenant: &TenantId, id: &str, site: Option<&str>, kind: NoticeKind, expires: Option<Timestamp>) -> Notice {
    Notice {
        tenant: tenant.clone(),
        site: site.map(|site| site.parse().unwrap()),
        id: id.to_owned(),
        kind,
        published: now(),
        expires,
        issuer: Default::default(),
        texts: Default::default(),
        keywords: Default::default(),
    }
}

async fn notices(told_of: &Told) {
    let (within, theirs) = (told_of.registry.within(&told_of.harbour), told_of.registry.within(&told_of.hill));
    let notice =
        |id: usize, site: Option<&str>| notice(&told_of.harbour, &format!("n{id}"), site, NoticeKind::Bulletin, None);
    let since = |cursor| NoticesSince { site: &told_of.main, cursor };
    for id in 0..150 {
        within.publish_notice(&notice(id, None)).await.unwrap();
    }
    within.publish_notice(&notice(150, Some("north"))).await.unwrap();
    let first = within.notices(since(0)).await.unwrap();
    assert_eq!((first.notices.len(), first.cursor, first.more), (100, 100, true));
    let rest = within.notices(since(100)).await.unwrap();
    assert_eq!((rest.notices.len(), rest.cursor, rest.more), (50, 151, false));
    let key = told_of.registry.pen().key();
    assert_eq!(rest.notices[49].open::<Notice>(key).unwrap().id, "n149");
    assert_eq!(told(within.notices(since(152)).await), ProblemCode::CursorUnknown);
    assert_eq!(theirs.notices(since(0)).await.unwrap().cursor, 0);
    by_hand(told_of).await;
}

async fn statuses(told_of: &Told) {
    let within = told_of.registry.within(&told_of.harbour);
    let line = |line: u64, reference: &str, status: &str| StatusLine {
        line,
        reference: reference.into(),
        second: "1953-03-05".into(),
        text: StatusText { status: status.into(), since: None, next: None },
    };
    let lines: Vec<_> = (1..=1200).map(|at| line(at, &format!("AB-{at:06}"), "received")).collect();
    let done = within.import_statuses(&told_of.main, &lines, now()).await.unwrap();
    assert_eq!((done.changed, done.same, done.gone), (1200, 0, 0));
    let first = within.statuses(&told_of.main, 0).await.unwrap();
    assert_eq!((first.rows.len(), first.more), (1000, true));
    let second = within.statuses(&told_of.main, first.cursor).await.unwrap();
    assert_eq!((second.rows.len(), second.more, second.cursor), (200, false, 1200));
    // One is ready, one is gone, one is new.
    let mut lines = lines;
    lines[0].text.status = "ready".into();
    lines.pop();
    lines.push(line(1200, "AB-009999", "received"));
    let done = within.import_statuses(&told_of.main, &lines, now()).await.unwrap();
    assert_eq!((done.changed, done.same, done.gone), (2, 1198, 1));
    let news = within.statuses(&told_of.main, 1200).await.unwrap();
    assert_eq!((news.rows.len(), news.cursor), (3, 1203));
    let asked = LookUp::of("ab000001", "19530305", &news.salt.0, news.cost, &mut Vec::new()).unwrap();
    let row = news.rows.iter().find(|row| row.name == asked.name()).unwrap();
    assert_eq!(asked.open(row.sealed.as_ref().unwrap()).unwrap().status, "ready");
    assert_eq!(news.rows.iter().filter(|row| row.sealed.is_none()).count(), 1);
    let short = [StatusLine { second: String::new(), ..line(7, "12345", "x") }];
    assert!(matches!(
        within.import_statuses(&told_of.main, &short, now()).await,
        Err(RegistryError::Row { line: 7, .. })
    ));
    assert_eq!(told(within.statuses(&told_of.main, 9999).await), ProblemCode::CursorUnknown);
    let theirs = told_of.registry.within(&told_of.hill).statuses(&told_of.main, 0).await.unwrap();
    assert!(theirs.rows.is_empty() && theirs.salt != news.salt);
}

/// All or nothing, alone and among others.
async fn transactions(told_of: &Told) {
    let database = told_of.registry.database();
    let fact =
        |name: String| statement("INSERT INTO facts (name, value) VALUES ($1, 'x')", [database::Value::Text(name)]);
    let twice = vec![fact("a".into()), fact("b".into()), fact("a".into())];
    let (mut others, registry) = (tokio::task::JoinSet::new(), told_of.registry.clone());
    for at in 0..50 {
        let registry = registry.clone();
        let work = vec![fact(format!("other {at}"))];
        others.spawn(async move { registry.database().write(work).await });
    }
    // One of those who write beside each other is refused, and none of the others with it.
    let mut refused = tokio::task::JoinSet::new();
    for _ in 0..5 {
        let (registry, work) = (registry.clone(), vec![fact("key".into())]);
        refused.spawn(async move { registry.database().write(work).await });
    }
    assert!(matches!(database.write(twice).await, Err(StoreError::Refused)));
    assert!(refused.join_all().await.iter().all(|done| matches!(done, Err(StoreError::Refused))));
    assert!(others.join_all().await.into_iter().all(|done| done.is_ok()));
    let rows = database.read(statement("SELECT COUNT(*) FROM facts WHERE value = 'x'", [])).await.unwrap();
    assert_eq!(rows[0].int(0).unwrap(), 50);
}

async fn another_key(database: Arc<dyn Database>) {
    let folder = tempfile::tempdir().unwrap();
    let pen = Arc::new(Pen::open(&folder.path().join("signing.key")).unwrap());
    assert!(matches!(Registry::open(database, pen).await, Err(RegistryError::OtherKey)));
}

async fn all(database: Arc<dyn Database>) {
    let folder = tempfile::tempdir().unwrap();
    let told_of = Told::over(database.clone(), folder.path()).await;
    codes(&told_of).await;
    one_code_for_many_at_once(&told_of).await;
    forms(&told_of).await;
    conflicts(&told_of).await;
    recognised(&told_of).await;
    purging(&told_of).await;
    packs(&told_of).await;
    notices(&told_of).await;
    statuses(&told_of).await;
    transactions(&told_of).await;
    another_key(database).await;
}

fn run(work: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(work);
}

#[test]
fn sqlite_keeps_every_promise() {
    let folder = tempfile::tempdir().unwrap();
    run(async { all(Arc::new(Sqlite::open(&folder.path().join("agency.sqlite"), None).unwrap())).await });
}

#[test]
fn postgresql_keeps_every_promise() {
    let postgres = Postgres::start();
    let url = postgres.database("contract");
    run(async {
        let options = PostgresOptions { url: &url, roots: None, connections: 16, patience: Duration::from_secs(30) };
        all(Arc::new(database::Postgres::open(options).await.unwrap())).await;
    });
}

/// The connection's process at the database, found by a connection that is the only one.
async fn backend(database: &dyn Database) -> String {
    let rows = database.read(statement("SELECT pg_backend_pid()::text", [])).await.unwrap();
    rows[0].text(0).unwrap().to_owned()
}

#[test]
fn a_database_that_hangs_keeps_nobody_for_ever() {
    let postgres = Postgres::start();
    let url = postgres.database("hangs");
    run(async {
        let patience = Duration::from_secs(1);
        let options = PostgresOptions { url: &url, roots: None, connections: 1, patience };
        let database = database::Postgres::open(options).await.unwrap();
        // It works for too long: it says so itself, and the connection stays.
        let before = backend(&database).await;
        let slow = database.read(statement("SELECT pg_sleep(600)::text", [])).await;
        assert!(matches!(slow, Err(StoreError::Unreachable(_))), "{slow:?}");
        assert_eq!(backend(&database).await, before);
        // It says nothing at all: the next one does not wait behind it.
        let signal = |name: &str| Command::new("kill").args([name, &before]).status().unwrap();
        signal("-STOP");
        let hangs = database.read(statement("SELECT 'never'", [])).await;
        let others = backend(&database).await;
        signal("-CONT");
        assert!(matches!(hangs, Err(StoreError::Unreachable(_))), "{hangs:?}");
        assert_ne!(others, before);
    });
}

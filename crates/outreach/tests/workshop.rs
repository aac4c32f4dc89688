//! A workshop: what stops it from being published, what may follow what, and who is told that it fits.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "../../offer/tests/shipped/mod.rs"]
mod shipped;

use jiff::Timestamp;
use jiff::civil::{Date, date, time};
use offer::Welcome;
use offer::place::{Found, Places};
use offer::publish::Officer;
use offer::search::Access;
use outreach::workshop::{
    Act, Audience, Booked, Event, Fit, Kept, Material, Online, Slot, Times, Venue, Wanted, Way, When, Workshop, decide,
};
use outreach::{Run, unreadable};
use shipped::LAW;

const TODAY: Date = date(2026, 11, 26);

fn workshop() -> Workshop {
    let mut times = Times::once(date(2026, 12, 21), Slot { from: time(10, 0, 0, 0), to: time(12, 0, 0, 0) });
    times.again = Some("FREQ=WEEKLY;COUNT=3".parse().unwrap());
    times.not_on_bank_holidays = true;
    Workshop {
        title: "Sleep".into(),
        summary: "How children sleep.".into(),
        about: String::new(),
        way: Way::Both,
        venue: Venue {
            name: "The Hub".into(),
            address: "160 Tooley Street, London".into(),
            postcode: "SE1 2QH".into(),
            access: vec![Access::StepFree],
            more: String::new(),
        },
        online: Online { how: "A video call".into(), link: "https://join.example/1".into() },
        times,
        booked: Booked::EachDay,
        places: Some(10),
        waits: true,
        closes: 0,
        reminders: vec![7, 1],
        audience: Audience::default(),
        welcomes: vec![Welcome::Grandparents],
        cost: String::new(),
        language: String::new(),
        phone: "020 7946 0000".into(),
        email: String::new(),
        certificate: false,
        asks_opinion: true,
    }
}

/// The workshop after these acts, or the first refusal.
fn after(acts: &[Act]) -> Result<Kept, String> {
    let mut kept = Kept::default();
    for act in acts {
        for event in decide(&kept, act, TODAY, &LAW).map_err(|refusal| refusal.0)? {
            assert_eq!(unreadable::<Kept>(&event), None);
            kept.take(&event, &Officer::new("ada"), Timestamp::UNIX_EPOCH);
        }
    }
    Ok(kept)
}

fn save(change: impl Fn(&mut Workshop)) -> Act {
    let mut workshop = workshop();
    change(&mut workshop);
    Act::Save(Box::new(workshop))
}

fn off(day: Date) -> Act {
    Act::CallOffDay { day, why: "Ill.".into() }
}

#[test]
fn bank_holidays_fall_out_and_single_days_stand() {
    let mut workshop = workshop();
    let days = |workshop: &Workshop| workshop.days(&LAW).iter().map(Date::to_string).collect::<Vec<_>>().join(" ");
    // 28 December 2026 is a bank holiday in the law's own list.
    assert_eq!(days(&workshop), "2026-12-21 2027-01-04");
    workshop.times.also_on = vec![date(2026, 12, 28)];
    assert_eq!(days(&workshop), "2026-12-21 2026-12-28 2027-01-04");
    workshop.times.not_on = vec![date(2027, 1, 4)];
    assert_eq!(days(&workshop), "2026-12-21 2026-12-28");
}

#[test]
fn what_stops_it_is_told_at_its_field() {
    assert!(workshop().faults(&LAW, TODAY).is_empty());
    type Change = fn(&mut Workshop);
    let changes: [(&str, Change); 10] = [
        ("title", |one| one.title.clear()),
        ("summary", |one| one.summary = "two\nlines".into()),
        ("venue_postcode", |one| one.venue.postcode = "SE1".into()),
        ("online_link", |one| one.online.link = "javascript:alert(1)".into()),
        ("phone", |one| one.phone.clear()),
        ("to", |one| one.times.hours.to = time(9, 0, 0, 0)),
        ("places", |one| one.places = Some(0)),
        ("to_age", |one| (one.audience.from_age, one.audience.to_age) = (Some(9), Some(5))),
        ("for_words", |one| one.audience.arrangements = vec!["NONE".into()]),
        ("first", |one| one.times = Times::once(date(2026, 1, 1), one.times.hours)),
    ];
    for (field, change) in changes {
        let mut workshop = workshop();
        change(&mut workshop);
        let faults: Vec<_> = workshop.faults(&LAW, TODAY).into_iter().map(|fault| fault.field).collect();
        assert_eq!(faults, [field]);
    }
    let mut online = workshop();
    (online.way, online.venue) = (Way::Online, Venue::default());
    assert!(online.faults(&LAW, TODAY).is_empty(), "what is only online needs no place");
}

#[test]
fn what_may_follow_what() {
    let kept = after(&[save(|_| {}), Act::Publish]).unwrap();
    assert!(kept.public.is_some() && !kept.has_changes());
    assert_eq!(kept.to_come(&LAW, TODAY).len(), 2);
    let told = |acts: &[Act]| after(acts).unwrap_err();
    assert_eq!(told(&[Act::Publish]), "Write it first");
    assert!(told(&[save(|one| one.phone.clear()), Act::Publish]).contains("phone number or an email"));
    let fewer = save(|one| one.times.again = None);
    assert!(told(&[save(|_| {}), Act::Publish, fewer.clone(), Act::Publish]).contains("4 January 2027"));
    let gone = date(2027, 1, 4);
    let kept = after(&[save(|_| {}), Act::Publish, off(gone), fewer, Act::Publish]).unwrap();
    let day = kept.occasion(&LAW, When::Day(gone)).unwrap();
    assert_eq!(day.called_off.as_deref(), Some("Ill."), "whoever booked still finds it");
    assert!(told(&[save(|_| {}), Act::Publish, off(date(2026, 12, 25))]).contains("still to come"));
    let course = save(|one| one.booked = Booked::Course);
    assert!(told(&[save(|_| {}), Act::Publish, course, Act::Publish]).contains("cannot change"));
    let whole = Act::CallOff { why: "No money.".into() };
    let kept = after(&[save(|_| {}), Act::Publish, whole.clone()]).unwrap();
    assert!(kept.occasions(&LAW).iter().all(|one| one.called_off.is_some()));
    let more = save(|one| one.title = "More".into());
    assert!(told(&[save(|_| {}), Act::Publish, whole, more, Act::Publish]).contains("Begin another"));
    let paper = |link: &str| Act::GiveMaterials(vec![Material { title: "Notes".into(), link: link.into() }]);
    assert_eq!(after(&[save(|_| {}), paper("https://example.org/n")]).unwrap().materials.len(), 1);
    assert!(told(&[save(|_| {}), paper("file:///etc")]).contains("in full"));
    let again = after(&[save(|_| {}), save(|_| {}), Act::Publish, Act::Publish]).unwrap();
    assert_eq!(decide(&again, &Act::Publish, TODAY, &LAW), Ok(Vec::<Event>::new()));
}

#[test]
fn a_course_is_one_occasion() {
    let kept = after(&[save(|one| one.booked = Booked::Course), Act::Publish, off(date(2026, 12, 21))]).unwrap();
    let list = kept.occasions(&LAW);
    assert_eq!((list.len(), list[0].when, list[0].first()), (1, When::Whole, date(2027, 1, 4)));
    assert_eq!(list[0].days_left(date(2027, 1, 1)), 3);
    assert_eq!(list[0].forget_after(30), date(2027, 2, 3));
}

#[test]
fn the_audience_is_a_rule_the_law_can_read() {
    let all = [
        Audience::default(),
        Audience { arrangements: vec!["SGO".into(), "CAO".into()], ..Audience::default() },
        Audience { from_age: Some(5), ..Audience::default() },
        Audience { from_age: Some(5), to_age: Some(11), arrangements: vec!["INF".into()], words: "For you.".into() },
    ];
    for audience in all {
        assert!(audience.eligibility(&LAW).is_ok(), "{}", audience.rule());
    }
}

#[test]
fn what_fits_and_what_is_not_stated() {
    let (places, one) = (Places::embedded(), workshop());
    let days = one.days(&LAW);
    let spot = |postcode: &str| match places.find(postcode).unwrap() {
        Found::England { near, .. } => near.unwrap(),
        _ => unreachable!(),
    };
    let fit = |wanted: Wanted| wanted.fits("southwark", &one, &days, places);
    let yes = |fit: Fit| matches!(fit, Fit::Yes(_));
    assert!(yes(fit(Wanted::default())));
    assert!(yes(fit(Wanted { way: Some(Way::Online), ..Wanted::default() })));
    assert_eq!(fit(Wanted { host: Some("kent".into()), ..Wanted::default() }), Fit::No);
    assert_eq!(fit(Wanted { from: Some(date(2027, 2, 1)), ..Wanted::default() }), Fit::No);
    assert_eq!(fit(Wanted { welcome: Some(Welcome::Men), ..Wanted::default() }), Fit::No);
    let quiet = fit(Wanted { access: Some(Access::HearingLoop), ..Wanted::default() });
    assert!(matches!(quiet, Fit::NotStated(_)), "unknown is not no");
    let here = Workshop { way: Way::InPerson, ..one.clone() };
    let far = Wanted { near: Some((spot("NE8 1HH"), 20)), ..Wanted::default() };
    assert_eq!(far.fits("southwark", &here, &days, places), Fit::No);
    assert!(yes(far.fits("southwark", &one, &days, places)), "what is online is near everybody");
}

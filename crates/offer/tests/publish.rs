//! From an empty desk to a published offer: what may follow what, and why not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod shipped;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use offer::publish::{
    Act, Approval, Asked, Change, Desk, Event, Happened, Heard, InForce, Officer, Refusal, Relevant, Report, Stage,
    Told, decide, reminders,
};
use offer::{Record, RecordId, What, differences};
use proptest::prelude::*;
use shipped::{LAW, OFFERS};

const HEAD: &str = "offer       borsetshire\ncouncil     Borsetshire County Council\ntitle       Our kinship local offer\n\
    status      draft\nlayout      need-led\n";
const SERVICE: &str = "service     group\nname        A group for carers\nsummary     Carers meet each month.\n\
    cost        free\npublished   For every kinship carer.\nmay when\n  child_age < 18\n  because     You care for a child.\n\
    otherwise no\n  because     The child is grown up.\n";

/// A desk, its events, and a day that goes on.
struct Office {
    desk: Desk,
    events: Vec<Happened>,
    today: Date,
}

impl Office {
    fn new() -> Office {
        Office { desk: Desk::default(), events: Vec::new(), today: date(2026, 11, 26) }
    }

    /// One with a head, a service, and a consultation that has been reported on.
    fn ready() -> Office {
        let mut office = Office::new();
        office.save(HEAD, None).unwrap();
        office.save(SERVICE, None).unwrap();
        office.consult();
        office
    }

    fn act(&mut self, who: &str, act: Act) -> Result<usize, Refusal> {
        let by = Officer::new(who);
        let events = decide(&self.desk, &act, &by, self.today, &LAW)?;
        let count = events.len();
        for event in events {
            let version = self.desk.version + 1;
            let happened = Happened { version, by: by.clone(), at: Timestamp::UNIX_EPOCH, event };
            self.desk.take(&happened);
            self.events.push(happened);
        }
        Ok(count)
    }

    fn save(&mut self, text: &str, seen: Option<u64>) -> Result<usize, Refusal> {
        self.act("ada", Act::Save { record: Record::read(text).unwrap(), seen })
    }

    fn consult(&mut self) {
        let asked = vec![Asked { who: Relevant::Carers, how: "two evenings".into() }];
        let (opens, closes) = (date(2026, 11, 1), date(2026, 11, 20));
        self.act("ada", Act::OpenConsultation { about: "the draft".into(), asked, opens, closes }).unwrap();
        let consultation = self.desk.version;
        let heard = Heard { who: Relevant::Carers, number: Some(12), said: "Say sums.".into(), answer: "Done.".into() };
        self.act("ada", Act::Hear { consultation, heard }).unwrap();
        let report = Report { words: "Twelve carers came.".into(), changed: "Sums.".into(), address: None };
        self.act("ada", Act::Report { consultation, report }).unwrap();
    }

    fn propose(&mut self, change: Change, effective: Date) -> Result<usize, Refusal> {
        let approval = Approval { body: "Cabinet".into(), on: Some(date(2026, 11, 24)), ..Approval::default() };
        self.act("ada", Act::Propose { change, effective, approval })
    }

    fn publish(&mut self, who: &str) -> Result<usize, Refusal> {
        let digest = self.desk.proposal.as_ref().map(|proposal| proposal.digest.clone());
        self.act(who, Act::Publish { digest: digest.ok_or(Refusal::NothingProposed)? })
    }
}

fn id(kind: &str, name: &str) -> RecordId {
    RecordId::new(kind, name).unwrap()
}

fn correction() -> Change {
    Change::Correction { reason: "A word was spelt wrong.".into() }
}

#[test]
fn an_offer_goes_from_nothing_to_an_edition() {
    let mut office = Office::ready();
    assert_eq!(office.propose(Change::Update, office.today), Ok(1));
    assert_eq!(office.publish("ada"), Err(Refusal::SamePerson));
    assert_eq!(office.publish("grace"), Ok(1));
    let InForce::Edition(edition) = office.desk.in_force(office.today) else { panic!("an edition counts") };
    assert_eq!((edition.number, edition.is_whole()), (1, true));
    assert_eq!(edition.consultation, Some(3));
    let (offer, faults) = edition.offer(&LAW);
    assert_eq!(faults, []);
    assert_eq!(offer.head.approved_by.value().map(String::as_str), Some("Cabinet"));
    assert_eq!(office.desk.in_force(date(2026, 11, 25)), InForce::Nothing);
    assert_eq!(Desk::after(&office.events), office.desk);
}

#[test]
fn an_edition_reads_back_from_what_is_kept() {
    let mut office = Office::ready();
    office.propose(Change::Update, office.today).unwrap();
    office.publish("grace").unwrap();
    let kept: Vec<String> = office.events.iter().map(|one| serde_json::to_string(&one.event).unwrap()).collect();
    let read: Vec<Event> = kept.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    assert!(read.iter().zip(&office.events).all(|(read, happened)| *read == happened.event));
}

#[test]
fn what_stands_in_the_way_is_said_with_its_provision() {
    let mut office = Office::new();
    office.save(HEAD, None).unwrap();
    let today = office.today;
    assert_eq!(office.propose(Change::Update, today), Err(Refusal::NoConsultation));
    assert_eq!(office.propose(correction(), today), Err(Refusal::NothingToCorrect));
    assert_eq!(office.propose(Change::Update, date(2026, 11, 25)), Err(Refusal::Past(date(2026, 11, 25))));
    let nobody = vec![Asked { who: Relevant::Others, how: "a notice".into() }];
    let open = Act::OpenConsultation { about: "x".into(), asked: nobody, opens: today, closes: today };
    assert_eq!(office.act("ada", open), Err(Refusal::NobodyRelevant));
    office.consult();
    office.save("service  x\nname  X\n", None).unwrap();
    assert!(matches!(office.propose(Change::Update, today), Err(Refusal::Faults(_))));
    for refusal in [Refusal::NoConsultation, Refusal::StillOpen(today), Refusal::NobodyRelevant] {
        assert!(LAW.provision(refusal.provision().unwrap()).is_some(), "{refusal}");
    }
}

#[test]
fn a_correction_needs_a_reason_and_no_consultation_and_an_update_a_new_one() {
    let mut office = Office::ready();
    office.propose(Change::Update, office.today).unwrap();
    office.publish("grace").unwrap();
    assert_eq!(office.propose(correction(), office.today), Err(Refusal::NothingChanged(1)));
    let seen = office.desk.draft.get(&id("service", "group")).map(|held| held.changed);
    office.save(&SERVICE.replace("each month", "every month"), seen).unwrap();
    assert_eq!(office.propose(Change::Update, office.today), Err(Refusal::NoConsultation));
    assert_eq!(
        office.propose(Change::Correction { reason: " ".into() }, office.today),
        Err(Refusal::Lacks("why this is only a correction"))
    );
    office.propose(correction(), date(2026, 12, 1)).unwrap();
    office.publish("grace").unwrap();
    let on = |day| match office.desk.in_force(day) {
        InForce::Edition(edition) => edition.number,
        _ => 0,
    };
    assert_eq!((on(date(2026, 11, 30)), on(date(2026, 12, 1))), (1, 2), "a later first day is kept to");
    let told = differences(&office.desk.editions[0].records(), &office.desk.editions[1].records());
    let keys: Vec<_> = told.iter().map(|one| (one.record.to_string(), matches!(one.what, What::Changed(_)))).collect();
    assert_eq!(keys, [("offer/borsetshire".to_owned(), true), ("service/group".to_owned(), true)]);
}

#[test]
fn a_draft_that_moved_is_not_published_unseen() {
    let mut office = Office::ready();
    office.propose(Change::Update, office.today).unwrap();
    office.save("contact  team\nname  Team\nhours  not stated\n", None).unwrap();
    assert_eq!(office.publish("grace"), Err(Refusal::DraftMoved));
    office.act("grace", Act::SendBack { reason: "It changed.".into() }).unwrap();
    assert_eq!(office.publish("grace"), Err(Refusal::NothingProposed));
}

#[test]
fn a_withdrawn_edition_says_why_and_none_before_it_comes_back() {
    let mut office = Office::ready();
    office.propose(Change::Update, office.today).unwrap();
    office.publish("grace").unwrap();
    let act = Act::Withdraw { number: 1, from: date(2026, 12, 1), reason: "It was wrong.".into() };
    office.act("grace", act.clone()).unwrap();
    assert_eq!(office.act("grace", act), Err(Refusal::WithdrawnBefore(1)));
    assert!(matches!(office.desk.in_force(date(2026, 11, 30)), InForce::Edition(_)));
    assert!(
        matches!(office.desk.in_force(date(2026, 12, 1)), InForce::Withdrawn(_, why) if why.reason == "It was wrong.")
    );
}

#[test]
fn an_edition_withdrawn_before_it_begins_never_displaces_the_one_before() {
    let mut office = Office::ready();
    office.propose(Change::Update, office.today).unwrap();
    office.publish("grace").unwrap();
    let seen = office.desk.draft.get(&id("service", "group")).map(|held| held.changed);
    office.save(&SERVICE.replace("each month", "every month"), seen).unwrap();
    office.propose(correction(), date(2026, 12, 1)).unwrap();
    office.publish("grace").unwrap();
    let act = Act::Withdraw { number: 2, from: date(2026, 12, 1), reason: "Too early.".into() };
    office.act("grace", act).unwrap();
    assert!(matches!(office.desk.in_force(date(2026, 12, 2)), InForce::Edition(edition) if edition.number == 1));
    assert_eq!(office.propose(correction(), office.today), Ok(1), "another may begin before it would have");
}

#[test]
fn two_editors_never_overwrite_one_another() {
    let mut office = Office::ready();
    let group = id("service", "group");
    let seen = office.desk.draft.get(&group).map(|held| held.changed);
    office.save(&SERVICE.replace("free", "£2 a meeting"), seen).unwrap();
    let mine = SERVICE.replace("A group", "The group");
    office.save(&mine, seen).unwrap();
    let both = office.desk.draft.get(&group).unwrap();
    assert_eq!(
        (both.record.values("cost"), both.record.title()),
        (vec!["£2 a meeting".into()], "The group for carers".into())
    );
    let clash = office.save(&SERVICE.replace("free", "£3 a meeting"), seen);
    assert!(matches!(clash, Err(Refusal::ChangedMeanwhile { keys, .. }) if keys == ["cost"]));
    let (now, first) = (office.desk.draft.get(&group).unwrap().changed, seen.unwrap());
    office.act("ada", Act::Restore { record: group.clone(), as_of: first, seen: now }).unwrap();
    assert_eq!(office.desk.draft.get(&group).unwrap().record, Record::read(SERVICE).unwrap());
    assert_eq!(office.desk.history(&group).len(), 4);
}

#[test]
fn a_record_that_others_name_stays() {
    let mut office = Office::ready();
    office.save("contact  team\nname  Team\nhours  not stated\n", None).unwrap();
    let seen = office.desk.draft.get(&id("service", "group")).map(|held| held.changed);
    office.save(&SERVICE.replace("published", "contacts    team\npublished"), seen).unwrap();
    let remove = |office: &Office, id: RecordId| Act::Remove { seen: office.desk.version, record: id };
    let act = remove(&office, id("contact", "team"));
    assert_eq!(office.act("ada", act), Err(Refusal::StillNamed("A group for carers".into())));
    let act = remove(&office, id("offer", "borsetshire"));
    assert_eq!(office.act("ada", act), Err(Refusal::HeadStays));
    let act = remove(&office, id("service", "group"));
    assert_eq!(office.act("ada", act), Ok(1));
    let act = remove(&office, id("contact", "team"));
    assert_eq!(office.act("ada", act), Ok(1));
}

#[test]
fn few_are_never_counted_in_public() {
    let mut office = Office::new();
    for (reached, shown) in [(None, None), (Some(0), Some("0")), (Some(3), Some("fewer than 5")), (Some(5), Some("5"))]
    {
        let (what, audience) = ("A letter".into(), "carers".into());
        office.act("ada", Act::TakeStep { what, on: office.today, audience, reached }).unwrap();
        assert_eq!(office.desk.steps.last().unwrap().reached_in_public().as_deref(), shown);
    }
}

#[test]
fn whoever_looks_after_it_is_told_once_and_then_who_answers_for_it() {
    let mut office = Office::new();
    office
        .save(&HEAD.replace("layout", "next review 2026-12-20\nlayout").replace("review 2", "review  2"), None)
        .unwrap();
    office.save("contact  team\nname  Team\nhours  not stated\nchecked  2026-09-01\n", None).unwrap();
    let contact = id("contact", "team");
    let to = Some(Officer::new("grace"));
    office.act("ada", Act::Assign { record: contact.clone(), to }).unwrap();
    let grace = Told::Keeper(Officer::new("grace"));
    let table = [
        (date(2026, 11, 21), vec![]),
        (date(2026, 11, 22), vec![("offer", Stage::Coming, Told::Keeper(Officer::new("ada")))]),
        (date(2026, 11, 30), vec![("contact", Stage::Due, grace)]),
        (date(2026, 12, 13), vec![]),
        (date(2026, 12, 14), vec![("contact", Stage::Late, Told::Leads)]),
        (date(2026, 12, 20), vec![("offer", Stage::Due, Told::Keeper(Officer::new("ada")))]),
        (date(2027, 1, 3), vec![("offer", Stage::Late, Told::Leads)]),
        (date(2027, 9, 1), vec![]),
    ];
    for (day, wanted) in table {
        let due = reminders(&office.desk, day);
        let told: Vec<_> = due.iter().map(|one| (one.record.kind.as_str(), one.stage, one.to.clone())).collect();
        assert_eq!(told, wanted, "{day}");
        for one in due {
            let version = office.desk.version + 1;
            let (by, at) = (Officer::new(""), Timestamp::UNIX_EPOCH);
            office.desk.take(&Happened { version, by, at, event: one.event() });
        }
    }
    let seen = office.desk.draft.get(&contact).map(|held| held.changed);
    office.save("contact  team\nname  Team\nhours  not stated\nchecked  2027-08-01\n", seen).unwrap();
    assert_eq!(reminders(&office.desk, date(2027, 9, 2)), [], "what was looked at is quiet");
    assert_eq!(reminders(&office.desk, date(2027, 10, 30)).len(), 1, "and comes round again");
}

#[test]
fn the_three_offers_come_in_and_go_out_the_same() {
    for straight in OFFERS.iter() {
        let files = straight.write(&LAW);
        let records: Vec<Record> = files.iter().flat_map(|file| Record::read_all(&file.text, &file.path).0).collect();
        let mut office = Office::new();
        office.act("ada", Act::Import { from: "files".into(), records }).unwrap();
        let (drafted, faults) = office.desk.draft.offer(&LAW);
        assert_eq!(faults, [], "{}", straight.slug());
        assert_eq!(drafted, *straight);
        let again = office.desk.draft.records();
        assert_eq!(office.act("ada", Act::Import { from: "files".into(), records: again }), Ok(0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// However two people write over one another, what each wrote last stands, or the second was told.
    #[test]
    fn nothing_is_lost_between_two_editors(turns in proptest::collection::vec((0..2usize, 0..3usize, any::<bool>()), 1..20)) {
        let keys = ["name", "cost", "summary"];
        let mut office = Office::ready();
        let group = id("service", "group");
        let first = office.desk.draft.get(&group).unwrap().changed;
        let mut seen = [first, first];
        for (turn, (who, key, look)) in turns.into_iter().enumerate() {
            if look {
                seen[who] = office.desk.draft.get(&group).unwrap().changed;
            }
            let base = office.desk.as_of(&group, seen[who]).unwrap().clone();
            let mut fields = base.fields();
            let value = format!("by {who} in turn {turn}");
            fields.iter_mut().filter(|(name, _)| name == keys[key]).for_each(|(_, old)| old.clone_from(&value));
            let before = office.desk.draft.get(&group).unwrap().record.clone();
            let record = Record::from_fields(group.clone(), &fields).unwrap();
            match office.act(["ada", "grace"][who], Act::Save { record, seen: Some(seen[who]) }) {
                Ok(_) => {
                    let now = office.desk.draft.get(&group).unwrap();
                    prop_assert_eq!(now.record.values(keys[key]), vec![value]);
                    let others = keys.iter().filter(|other| **other != keys[key]);
                    for other in others {
                        prop_assert_eq!(now.record.values(other), before.values(other));
                    }
                    seen[who] = now.changed;
                }
                Err(Refusal::ChangedMeanwhile { keys: clash, .. }) => prop_assert!(clash.contains(&keys[key].to_owned())),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}

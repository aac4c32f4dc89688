//! The format holds everything it must, reads back what it writes, and says what is wrong where it is wrong.

use super::*;
use crate::key::{Key, Shape};

const EVERYTHING: &str = include_str!("everything.law");

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.into(), text: text.into() }
}

fn law() -> Law {
    let files = [file("small.law", include_str!("small.law")), file("supports/x/help.md", include_str!("support.md"))];
    let (law, faults) = Law::load(&files);
    assert!(faults.is_empty(), "{faults:?}");
    law
}

fn load(text: &str) -> (Offer, Vec<String>) {
    let (offer, faults) = Offer::load(&[file("anytown/offer.law", text)], &law());
    (offer, faults.iter().map(ToString::to_string).collect())
}

#[test]
fn an_offer_that_uses_every_key_loads() {
    let (offer, faults) = load(EVERYTHING);
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(offer.services[0].cost, Stated::None);
    assert_eq!(offer.services[0].evidence, Stated::NotStated);
    assert_eq!(offer.payments[0].eligibility.published, Stated::NotStated);
}

#[test]
fn the_offer_that_uses_every_key_does_use_every_key() {
    let (entries, _) = text::read(&file("x.law", EVERYTHING), &KINDS);
    for kind in crate::kinds() {
        for Key { name: key, .. } in crate::keys(kind).unwrap().into_iter().filter(|key| key.shape != Shape::Rule) {
            let used = entries.iter().any(|entry| entry.kind == *kind && entry.field(key).is_some());
            assert!(used, "{kind} has a key {key:?} that no test uses");
        }
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    let law = law();
    let (offer, _) = load(EVERYTHING);
    let files = offer.write(&law);
    let (again, faults) = Offer::load(&files, &law);
    assert!(faults.is_empty(), "{faults:?}\n{}", files.iter().map(|file| file.text.as_str()).collect::<String>());
    assert_eq!(again, offer);
    assert_eq!(
        again.write(&law).iter().map(|file| &file.text).collect::<Vec<_>>(),
        files.iter().map(|file| &file.text).collect::<Vec<_>>()
    );
}

#[test]
fn the_four_ways_of_not_having_a_value_stay_apart() {
    let law = law();
    for (line, expected) in [
        ("cost        none", Stated::None),
        ("cost        not stated", Stated::NotStated),
        ("cost        not seen", Stated::NotSeen),
        ("", Stated::NotSeen),
        ("cost        free for all", Stated::Is("free for all".to_owned())),
    ] {
        let (offer, faults) = load(&EVERYTHING.replacen("cost        none", line, 1));
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(offer.services[0].cost, expected, "{line}");
        let (again, _) = Offer::load(&offer.write(&law), &law);
        assert_eq!(again.services[0].cost, expected, "{line}, written and read again");
    }
}

/// The offer with every key, changed in one place, has this fault.
fn check(from: &str, to: &str, expected: &str) {
    assert!(EVERYTHING.contains(from), "{from}");
    let (_, faults) = load(&EVERYTHING.replacen(from, to, 1));
    assert!(faults.iter().any(|fault| fault.contains(expected)), "{to}\nexpected {expected}\n{}", faults.join("\n"));
}

#[test]
fn a_district_that_the_council_has_not_is_a_fault() {
    let none = "this council has no district named Stevenige\n  Hint: did you mean `Stevenage`?";
    check("district    Stevenage", "district    Stevenige", none);
    check("districts by  our reading\n", "", "contact north does not say who says which districts these are");
}

#[test]
fn faults_say_where_what_and_what_to_do() {
    check("contacts    north", "contacts    nort", "there is no contact named nort\n  Hint: did you mean `north`?");
    check("contacts    north", "contacts    xyz", "Hint: add an entry that begins `contact  xyz`");
    check(
        "extends     help",
        "extends     hellp",
        "there is no support named hellp in the law\n  Hint: did you mean `help`?",
    );
    check(
        "restates    notice",
        "restates    notise",
        "there is no clock named notise in the law\n  Hint: did you mean `notice`?",
    );
    check(
        "  the child is in care [act/1 memory]",
        "  in_caer",
        "no fact is stated by: in_caer\n  Hint: did you mean `in_care`?",
    );
    check(
        "[act/1 second-hand]",
        "[act/2]",
        "there is no provision act/2 in law/instruments\n  Hint: did you mean `act/1`?",
    );
    check(
        "source      policy | section 2",
        "source      polcy",
        "there is no page named polcy\n  Hint: did you mean `policy`?",
    );
    check("source      policy | section 2", "", "statement \"need\" has no `source`");
    check("layout      order-led", "layout      by order", "\"by order\" is not one of: need-led, order-led");
    check(
        "next review  2027-02-01",
        "next review  February",
        "anytown/offer.law:28:14: \"February\" is not a date; write it as 2026-11-22",
    );
    check("minutes     https", "minutes     ftp", "is not a web address");
    check(
        "frequency   every three",
        "frequancy   every three",
        "`frequancy` is not a key of a service\n  Hint: did you mean `frequency`?",
    );
    check("name        Mediation", "name        One\nname        Mediation", "`name` is written twice");
    check("length      at most 14 working days", "length      14 nights", "write it as `at most 28 days`");
    check("otherwise may\n  because  The panel decides.", "otherwise may", "this line gives no reason");
    check("otherwise may\n", "otherwise maybe\n", "\"maybe\" is not an outcome\n  Hint: did you mean `may`?");
    check("under       top", "under       money", "section money stands under itself");
    check("current     yes", "", "0 versions of policy are marked current");
    check("notice      Made up, for tests.", "", "an example needs the sentence that says so");
    check("authority   E10000015", "authority   Anytown", "it looks like E09000028");
    check(
        "district    Stevenage",
        "district    Stevenige",
        "no district named Stevenige\n  Hint: did you mean `Stevenage`?",
    );
    check("event       launched", "right when\n  in_care\nevent       launched", "a complaint has no outcome lines");
    check("worth       £2,570.50 for each child", "worth       £25.5", "is not a sum");
    check(
        "contact     north",
        "contact     north\nname        x\nsource      policy\n\ncontact     north",
        "contact north is written twice",
    );
}

#[test]
fn a_folder_holds_one_offer_of_its_own_name() {
    let law = law();
    let (offers, faults) = Offers::load(&[file("othertown/offer.law", EVERYTHING)], &law);
    assert_eq!(offers.iter().count(), 1);
    assert!(
        faults
            .iter()
            .any(|fault| fault.to_string().contains("the folder \"othertown\" holds the offer named \"anytown\""))
    );
    let (_, faults) = Offers::load(&[file("empty/offer.law", "# nothing\n")], &law);
    assert!(faults[0].to_string().contains("there is no `offer` entry here"));
}

//! What leaves, on which day, and what stays.

use super::*;
use jiff::civil::date;
use law::Law;
use law::text::SourceFile;

const OFFER: &str = "offer      borsetshire
council    Borsetshire
title      Our offer
status     published
layout     need-led
stale facts  leave after 30 days
last review  2026-01-10

contact    desk
name       The desk
phone      01234 567890
checked    2026-02-01

contact    team
name       The team
phone      01234 111111
checked    2026-10-01

service    group
name       A group
summary    Carers meet.
to         2026-06-30

service    club
name       A club
summary    Children meet.

payment    grant
name       A grant
summary    Money to begin with.
kind       one-off
amount     £200
year       2025-26

payment    help
name       Help
summary    Help in need.
kind       one-off
amount     what is needed
";

fn offer(text: &str) -> Arc<Offer> {
    let file = SourceFile { path: "borsetshire/offer.law".into(), text: text.into() };
    let (offer, faults) = Offer::load(&[file], &Law::default());
    assert!(faults.is_empty(), "{faults:?}");
    Arc::new(offer)
}

fn left(offer: &Arc<Offer>, day: Date) -> Vec<String> {
    offer.current_on(day).left.iter().map(|left| format!("{} {}", left.id, left.on)).collect()
}

#[test]
fn each_leaves_on_its_own_day_and_not_before() {
    let offer = offer(OFFER);
    // The desk was last tried on 1 February: due after 90 days, on 2 May; overdue for 30 days on 1 June; gone on the next.
    // The sums were for a year that ended on 5 April; the group was given until 30 June.
    let (sums, desk, group) = ("grant 2026-05-06", "desk 2026-06-02", "group 2026-07-31");
    for (day, gone) in [
        (date(2026, 5, 5), vec![]),
        (date(2026, 5, 6), vec![sums]),
        (date(2026, 6, 1), vec![sums]),
        (date(2026, 6, 2), vec![desk, sums]),
        (date(2026, 7, 30), vec![desk, sums]),
        (date(2026, 7, 31), vec![desk, group, sums]),
    ] {
        assert_eq!(left(&offer, day), gone, "{day}");
    }
}

#[test]
fn what_has_left_is_unknown_and_what_stays_is_whole() {
    let offer = offer(OFFER);
    let now = offer.current_on(date(2026, 8, 1));
    let names = |offer: &Offer| offer.services.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&now), ["club"]);
    assert_eq!(names(now.whole()), ["group", "club"]);
    assert_eq!((&now.payments[0].amount, &now.payments[0].bands), (&Stated::NotStated, &Stated::NotStated));
    assert_eq!(now.payments[1].amount, offer.payments[1].amount, "words are no sum of a year");
    assert!(now.may_give_more() && !offer.may_give_more());
    assert_eq!(now.somebody_to_ask(), Some(("The team", "01234 111111")));
}

#[test]
fn nothing_leaves_where_the_council_has_not_said_so() {
    let much_later = date(2036, 1, 1);
    for rule in ["", "stale facts  are marked\n"] {
        let offer = offer(&OFFER.replace("stale facts  leave after 30 days\n", rule));
        let now = offer.current_on(much_later);
        assert!(Arc::ptr_eq(&now, &offer), "{rule}");
    }
    let never = offer(&OFFER.replace("last review  2026-01-10\n", ""));
    assert_eq!(left(&never, date(2026, 8, 1)).len(), 3);
    assert!(never.current_on(much_later).service("club").is_some(), "what was never dated is not out of date");
}

#[test]
fn the_rule_reads_back() {
    for text in ["are marked", "leave after 0 days", "leave after 90 days"] {
        assert_eq!(StaleFacts::read(text).map(|rule| rule.write()), Ok(text.to_owned()));
    }
    for text in ["", "leave", "leave after days", "leave after -1 days", "leave after 90", "leave after 99999 days"] {
        assert!(StaleFacts::read(text).is_err(), "{text}");
    }
}

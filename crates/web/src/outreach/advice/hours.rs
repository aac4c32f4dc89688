//! Whether a line is open, and when it opens again, in the words of the page.

use crate::language::{Piece, Said, day_name, day_of_month, say, say_with, time};
use jiff::civil::{Date, DateTime};
use outreach::advice::{Opening, Opens, Standing};

/// As of when lines are open, and whom to call in danger.
pub(super) fn said_now(now: DateTime) -> Said {
    let time = now.strftime("%H:%M").to_string();
    let pieces = [
        ("weekday", day_name(now.date().weekday()).into()),
        ("day", day_of_month(now.date()).into()),
        ("time", time.as_str().into()),
        ("phone", Piece::phone("999")),
    ];
    say_with("advice-now", pieces)
}

/// Hours on some days of the week: “Monday to Friday, 9.30am to 3pm”.
pub(super) fn opening(one: &Opening) -> Said {
    let ((first, last), (from, to)) = (one.days(), one.times());
    let key = if first == last { "advice-hours-one-day" } else { "advice-hours" };
    let pieces = [
        ("first", day_name(first).into()),
        ("last", day_name(last).into()),
        ("from", time(from).into()),
        ("to", time(to).into()),
    ];
    say_with(key, pieces)
}

/// How a line stands: “Open now, until 3pm”, “Closed now. Opens again on Monday at 9.30am”.
pub(super) fn standing(stands: &Standing, today: Date) -> Said {
    let opens = |alone: &str, until: &str, next: &Option<Opens>| match next {
        None => say(alone),
        Some(next) => say_with(until, [("opens", opens(next, today).into())]),
    };
    match stands {
        Standing::Open(until) => say_with("open-now", [("time", time(*until).into())]),
        Standing::Shut(next) => opens("open-not", "open-not-until", next),
        Standing::BankHoliday(next) => opens("open-holiday", "open-holiday-until", next),
        Standing::NotStated => say("open-not-stated"),
    }
}

/// When a line opens next.
fn opens(next: &Opens, today: Date) -> Said {
    let day = next.at.date();
    let key = match (day - today).get_days() {
        0 => "opens-today",
        1 => "opens-tomorrow",
        2..7 => "opens-on",
        _ => "opens-later",
    };
    let pieces = [
        ("weekday", day_name(day.weekday()).into()),
        ("day", day_of_month(day).into()),
        ("time", time(next.at.time()).into()),
    ];
    let said = say_with(key, pieces);
    if next.is_sure { said } else { say_with("opens-maybe", [("opens", said.into())]) }
}

#[cfg(test)]
mod tests {
    use super::{DateTime, Opening, standing};
    use jiff::civil::date;
    use law::Law;
    use law::calendar::Holidays;
    use law::text::SourceFile;
    use outreach::advice::{BankHolidays, Week};

    fn week(bank_holidays: BankHolidays) -> Week {
        let openings = ["Monday to Friday | 09:30 to 15:00", "Saturday | 10:00 to 12:00"];
        Week { openings: openings.map(|text| Opening::try_from(text.to_owned()).unwrap()).to_vec(), bank_holidays }
    }

    fn holidays() -> Holidays {
        let text = "holidays  england\n2026-12-25  Christmas Day\n2026-12-28  Boxing Day (substitute)\n";
        let file = SourceFile { path: "holidays.law".into(), text: text.into() };
        Law::load(&[file]).0.holidays
    }

    fn said(week: &Week, at: DateTime) -> String {
        standing(&week.standing(at, &holidays()), at.date()).english().to_owned()
    }

    #[test]
    fn open_now_and_opens_again() {
        use BankHolidays::{NotStated, Open, Shut};
        let dec = |day, hour, minute| date(2026, 12, day).at(hour, minute, 0, 0);
        for (at, bank, words) in [
            (dec(21, 9, 30), NotStated, "Open now, until 3pm"),
            (dec(21, 9, 29), NotStated, "Closed now. Opens again today at 9.30am"),
            (dec(21, 15, 0), NotStated, "Closed now. Opens again tomorrow at 9.30am"),
            (dec(20, 12, 0), NotStated, "Closed now. Opens again tomorrow at 9.30am"),
            (dec(26, 11, 0), NotStated, "Open now, until noon"),
            (dec(24, 16, 0), NotStated, "Closed now. Opens again on Saturday at 10am"),
            (
                dec(25, 11, 0),
                NotStated,
                "Today is a bank holiday. They do not say if they are open. Opens again tomorrow at 10am",
            ),
            (dec(25, 11, 0), Shut, "Closed now. Opens again tomorrow at 10am"),
            (dec(25, 11, 0), Open, "Open now, until 3pm"),
            (dec(26, 13, 0), Shut, "Closed now. Opens again on Tuesday at 9.30am"),
            (dec(26, 13, 0), Open, "Closed now. Opens again on Monday at 9.30am"),
        ] {
            assert_eq!(said(&week(bank), at), words, "{at}, {bank:?}");
        }
        let far = date(2030, 1, 4).at(18, 0, 0, 0);
        assert_eq!(said(&week(Shut), far), "Closed now. Opens again tomorrow at 10am, if that is no bank holiday");
        assert_eq!(said(&Week::default(), far), "Closed now");
    }
}

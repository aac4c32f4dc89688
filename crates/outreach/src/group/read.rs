//! A group read from the form of its host, with everything wrong with it.

use super::{Group, Room, When};
use crate::form::{Reading, Typed, Wrong};
use offer::Welcome;
use offer::place::{Found, Places};

/// The most that a name, a line and a text hold, in letters.
const NAME: usize = 100;
const LINE: usize = 200;
const TEXT: usize = 1500;

impl Group {
    /// The group that a form describes.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its field.
    pub fn read(typed: &(impl Typed + ?Sized), places: &Places) -> Result<Group, Vec<Wrong>> {
        let mut form = Reading::of(typed);
        let is_online = form.is_on("online");
        let room = room(&mut form, places);
        if room.is_none() && !is_online && form.wrong.is_empty() {
            form.fault("address", "Say where it meets, or tick that it meets online");
        }
        let group = Group {
            name: form.must("name", NAME, "Give the group a name"),
            summary: form.must("summary", TEXT, "Say what happens at the group"),
            when: when(&mut form),
            is_online,
            welcomes: form.chosen("welcomes", Welcome::ALL, Welcome::word),
            culture: form.may("culture", LINE),
            languages: form.lines("languages"),
            access: form.lines("access"),
            cost: form.may("cost", LINE),
            join: form.may("join", TEXT),
            phone: form.phone("phone"),
            email: form.email("email"),
            room,
        };
        if group.room.as_ref().is_some_and(Room::is_sensitive) {
            let all = [("name", Some(&group.name)), ("summary", Some(&group.summary)), ("join", group.join.as_ref())];
            let telling = all.into_iter().filter(|(_, text)| text.is_some_and(|text| has_postcode(text, places)));
            let telling: Vec<&str> = telling.map(|(field, _)| field).collect();
            for field in telling {
                form.fault(field, "Take the postcode out. The place is told only to those who ask");
            }
        }
        form.end(Some(group))
    }
}

/// Where it meets. Of a sensitive place nothing but the area is taken, whatever else was typed.
fn room<T: Typed + ?Sized>(form: &mut Reading<'_, T>, places: &Places) -> Option<Room> {
    if form.is_on("sensitive") {
        let area = form.must("area", NAME, "Name the area, such as “the north of the town”");
        if has_postcode(&area, places) || area.starts_with(|sign: char| sign.is_ascii_digit()) {
            form.fault("area", "Name an area here, not an address or a postcode");
        }
        return Some(Room::Sensitive { area });
    }
    let (address, typed) = (form.may("address", LINE), form.one("postcode").to_owned());
    if address.is_none() && typed.is_empty() {
        return None;
    }
    if address.is_none() {
        form.fault("address", "Write the address too, or take the postcode out");
    }
    match places.find(&typed) {
        Ok(Found::England { postcode, .. }) => Some(Room::Open { address: address?, postcode: postcode.to_string() }),
        Ok(found) => {
            let postcode = found.postcode().to_string();
            Some(Room::Open { address: address?, postcode })
        }
        Err(error) => {
            form.fault("postcode", error.hint().trim_end_matches('.').to_owned());
            None
        }
    }
}

/// When it meets: the parts of the form, put together as a schedule is written.
fn when<T: Typed + ?Sized>(form: &mut Reading<'_, T>) -> Option<When> {
    let (rhythm, day) = (form.one("rhythm"), form.one("day"));
    if rhythm.is_empty() || rhythm == "not fixed" {
        return None;
    }
    if day.is_empty() {
        form.fault("day", "Choose the day of the week, or choose that it has no fixed day");
        return None;
    }
    let nth = form.one("nth");
    let day = if rhythm.contains("month") {
        format!("{} {day}", if nth.is_empty() { "first" } else { nth })
    } else {
        day.to_owned()
    };
    let mut parts = vec![rhythm.to_owned(), day];
    let (from, to) = (form.one("from"), form.one("to"));
    match (from, to) {
        ("", "") => {}
        ("", _) => form.fault("from", "Say when it begins too, like 10:00"),
        (from, "") => parts.push(from.to_owned()),
        (from, to) => parts.push(format!("{from} to {to}")),
    }
    parts.extend(form.day("first_day").map(|day| format!("from {day}")));
    if form.is_on("no_bank_holidays") {
        parts.push("not on bank holidays".to_owned());
    }
    match When::try_from(parts.join(" | ")) {
        Ok(when) => Some(when),
        Err(why) if why.contains("first day") => {
            form.fault("first_day", "Give the day of one meeting, so that the others can be counted from it");
            None
        }
        Err(why) if why.contains("ends before") => {
            form.fault("to", "Choose an end that is after the beginning");
            None
        }
        Err(_) => {
            form.fault("from", "Write the times like 10:00 and 12:00");
            None
        }
    }
}

/// Whether a postcode stands in a text, in one word or in two that follow one another.
fn has_postcode(text: &str, places: &Places) -> bool {
    let words: Vec<String> = text
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let pairs = words.windows(2).map(|pair| pair.concat());
    let is_one = |word: &String| {
        let shaped = (5..=7).contains(&word.len()) && word.starts_with(|sign: char| sign.is_ascii_alphabetic());
        shaped && word.chars().any(|sign| sign.is_ascii_digit()) && places.find(word).is_ok()
    };
    words.iter().cloned().chain(pairs).any(|word| is_one(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: [(&str, &str); 11] = [
        ("name", "Grandparents’ morning"),
        ("summary", "Tea and talk."),
        ("rhythm", "monthly"),
        ("nth", "second"),
        ("day", "Tuesday"),
        ("from", "10:00"),
        ("to", "12:00"),
        ("address", "Civic Centre, Regent Street"),
        ("postcode", "NE8 1HH"),
        ("welcomes", "grandparents"),
        ("languages", "English\nPunjabi"),
    ];

    fn read(changes: &[(&'static str, &'static str)]) -> Result<Group, Vec<Wrong>> {
        let kept = WHOLE.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let typed: Vec<(&str, &str)> = kept.chain(changes).copied().collect();
        Group::read(typed.as_slice(), Places::embedded())
    }

    fn fields(changes: &[(&'static str, &'static str)]) -> Vec<&'static str> {
        read(changes).unwrap_err().iter().map(|wrong| wrong.field).collect()
    }

    #[test]
    fn a_whole_form_is_a_group() {
        let group = read(&[]).unwrap();
        assert_eq!(group.when.as_ref().unwrap().to_string(), "The second Tuesday of each month, 10:00 to 12:00");
        assert_eq!(group.room.as_ref().unwrap().words(), "Civic Centre, Regent Street, NE8 1HH");
        assert!(group.room.as_ref().unwrap().spot(Places::embedded()).is_some());
        assert_eq!(group.languages, ["English", "Punjabi"]);
        let text = serde_json::to_string(&group).unwrap();
        assert_eq!(serde_json::from_str::<Group>(&text).unwrap(), group);
    }

    #[test]
    fn of_a_sensitive_place_only_the_area_is_taken() {
        let group = read(&[("sensitive", "yes"), ("area", "the north of Gateshead")]).unwrap();
        let text = serde_json::to_string(&group).unwrap();
        assert!(text.contains("the north of Gateshead") && !text.contains("Regent") && !text.contains("NE8"), "{text}");
        assert_eq!(group.room.unwrap().spot(Places::embedded()), None);
        for (field, words) in [
            ("area", "12 Regent Street"),
            ("area", "near NE8 1HH"),
            ("summary", "Come to NE81HH."),
            ("join", "ne8 1hh"),
        ] {
            let mut changes = vec![("sensitive", "yes"), ("area", "the north")];
            changes.retain(|(name, _)| *name != field);
            changes.push((field, words));
            assert_eq!(fields(&changes), [field], "{words}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (change, field) in [
            (("name", ""), "name"),
            (("summary", ""), "summary"),
            (("postcode", "NE8"), "postcode"),
            (("address", ""), "address"),
            (("day", ""), "day"),
            (("from", ""), "from"),
            (("from", "ten"), "from"),
            (("to", "09:00"), "to"),
            (("rhythm", "every 2 weeks"), "first_day"),
            (("phone", "ring me"), "phone"),
            (("email", "me"), "email"),
        ] {
            assert_eq!(fields(&[change]), [field], "{change:?}");
        }
        assert_eq!(fields(&[("address", ""), ("postcode", "")]), ["address"], "nowhere at all");
        assert!(read(&[("address", ""), ("postcode", ""), ("online", "yes")]).unwrap().room.is_none());
        assert!(read(&[("rhythm", "not fixed")]).unwrap().when.is_none());
    }
}

//! Families side by side: what was typed is answered, comes back whole, and is kept nowhere.

use crate::browser::{Answer, Browser, NOW};
use axum::http::StatusCode;

/// A form as a browser sends it.
fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
}

async fn send(fields: &[(&str, &str)]) -> Answer {
    let mut browser = Browser::at(NOW);
    let page = browser.post("/families", &form(fields)).await;
    assert!(browser.cookie.is_none() && page.header("set-cookie").is_empty(), "a cookie was set");
    assert_eq!(page.header("cache-control"), "no-store");
    page
}

const GRANDMOTHER: [(&str, &str); 5] = [
    ("f1-carer_council", "SE15 5EB"),
    ("f1-carer_relation", "grandparent"),
    ("f1-child_dob", "14 May 2019"),
    ("f1-child_looked_after_now", "no"),
    ("f1-order_type", "none"),
];

#[tokio::test]
async fn families_are_answered_side_by_side() {
    let mut fields = vec![("families", "2"), ("do", "show"), ("show", "all")];
    fields.extend(GRANDMOTHER);
    fields.push(("f1-more", "arrangement_start = 2026-09-01\nuc_household = true # a remark"));
    fields.extend([("f2-carer_council", "gateshead"), ("f2-carer_relation", "cousin")]);
    fields.push(("f2-more", "child_looked_after_now = \"yes\"\ncarer_approval = 'reg27_full'"));
    let page = send(&fields).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for words in [
        "Southwark (E09000028)",
        "Gateshead (E08000037)",
        "<code>KF</code> Kinship foster care",
        "<code>child_benefit</code>",
        "/law/provision/",
        "child_dob = 2019-05-14",
        "uc_household = true # a remark",
        "carer_approval = &#39;reg27_full&#39;",
        "A RIGHT TO (",
        "Ask next",
        "All the same",
    ] {
        assert!(page.text.contains(words), "{words} is not on the page");
    }
    let rows = |page: &Answer| page.text.matches("role=\"rowheader\"").count();
    let all = rows(&page);
    for shown in ["rights", "differences", "help"] {
        fields[2] = ("show", shown);
        let page = send(&fields).await;
        assert!((1..all).contains(&rows(&page)), "{shown}: {} of {all}", rows(&page));
    }
}

#[tokio::test]
async fn the_text_for_case_notes_can_be_put_back_into_the_form() {
    let note = |page: &Answer| {
        page.text.split("readonly rows=\"14\">\n").nth(1).unwrap().split("</textarea>").next().unwrap().to_owned()
    };
    let first = note(&send(&GRANDMOTHER).await);
    let facts = first.split("FACTS TOLD\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let again = note(&send(&[("f1-more", facts)]).await);
    assert_eq!(first, again);
}

#[tokio::test]
async fn a_slip_is_named_by_family_line_and_fact_and_nothing_is_lost() {
    for (field, typed, words) in [
        ("f2-more", "child_dob = 2019-03-10\n\nchild_disabeld = yes", "Family 2, line 3: there is no fact named"),
        ("f2-more", "child_disabeld = yes", "did you mean `child_disabled`?"),
        ("f2-more", "order_type = SGOO", "did you mean SGO?"),
        ("f2-more", "child_dob = 31 2 2020", "expected a date such as"),
        ("f2-more", "uc_household = perhaps", "expected yes or no"),
        ("f2-more", "savings = lots", "expected a number"),
        ("f2-more", "no equals sign", "write a fact, an equals sign and a value"),
        ("f2-more", "uc_household = yes\nuc_household = no", "line 2: `uc_household` is said twice"),
        ("f2-more", "child_dob = 2019-03-10\nchild_age = 12", "but the other facts make it"),
        ("f2-child_dob", "31 2 2020", "That month does not have that day"),
        ("f2-child_dob", "3 5 2030", "today or in the past"),
        ("f2-child_dob", "3 5 19", "four figures"),
        ("f2-child_dob", "soon", "this is not a date"),
        ("f2-carer_council", "Getshead", "Gateshead (E08000037)"),
        ("f2-carer_council", "CF10 1EP", "is in Wales"),
        ("f2-carer_council", "SE15", "only the first half of a postcode"),
        ("f2-carer_council", "E09999999", "Family 2"),
        ("f2-order_type", "nonsense", "expected one of"),
    ] {
        let mut fields = vec![("families", "2"), (field, typed)];
        fields.extend(GRANDMOTHER);
        let page = send(&fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(page.text.contains("There is a problem") && page.text.contains("<title>Error"), "{typed}");
        let unescaped = page.text.replace("&#39;", "'").replace("&#34;", "\"");
        assert!(unescaped.contains(words), "{typed}: {words} is not on the page");
        assert!(field == "f2-order_type" || page.text.contains(typed), "{typed} is lost");
        assert!(page.text.contains("14 May 2019") && page.text.contains("Southwark (E09000028)"), "{typed}");
    }
}

#[tokio::test]
async fn very_long_texts_come_back_whole() {
    let lines = format!("{}last_one = yes", "odd name = £\n".repeat(1_500));
    let one_line = format!("x{}z", "y".repeat(19_990));
    let too_long = format!("{lines}{lines}");
    for (text, words) in
        [(&lines, "only the first 20 are named"), (&one_line, "line 1: "), (&too_long, "at most 20000 are read")]
    {
        let page = send(
            &["1", "2", "3", "4"]
                .map(|_| ("families", "4"))
                .into_iter()
                .chain([
                    ("f1-more", text.as_str()),
                    ("f2-more", text.as_str()),
                    ("f3-more", text.as_str()),
                    ("f4-more", text.as_str()),
                ])
                .collect::<Vec<_>>(),
        )
        .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.text.contains(words) && page.text.contains("Family 4"), "{words}");
        assert_eq!(page.text.matches(text.as_str()).count(), 4, "{words}: the text is lost");
    }
    let page = send(&[("f1-more", &"x".repeat(900_000))]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn an_empty_form_and_a_new_family_are_met_kindly() {
    let page = send(&[("families", "1"), ("do", "show")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("at least one fact"));
    let page = send(&[("families", "1"), ("do", "add")]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("id=\"family-2\"") && !page.text.contains("id=\"family-3\""));
    let page = send(&[("families", "99"), ("do", "add")]).await;
    assert!(page.text.contains("id=\"family-4\"") && !page.text.contains("id=\"family-5\""));
    assert!(!page.text.contains("Add a family"));
}

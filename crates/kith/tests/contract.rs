//! What others script against: the commands, their output and their errors, as a caller sees them.
#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const GRANDMOTHER: &str = r#"
child_dob = 2019-03-10
carer_relation = "grandparent"
order_type = "none"
child_looked_after_now = false
looked_after_ever = false
council_involvement_at_start = "none"
arrangement_start = 2026-09-20
uc_household = true
mother_alive = "alive"
father_alive = "alive"
school_year = 3
otherwise_in_care_evidence = []
"#;

fn kith(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kith")).args(words).output().unwrap()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

fn find(name: &str, facts: &str, more: &[&str]) -> Output {
    let path = file(name, facts);
    let mut words = vec!["find", "--facts", path.to_str().unwrap(), "--on", "2026-11-22"];
    words.extend(more);
    kith(&words)
}

#[test]
fn find_prints_one_json_object() {
    let output = find("grandmother.toml", GRANDMOTHER, &["--postcode", "SE15 5EB", "--json"]);
    assert!(output.status.success(), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["on"], "2026-11-22");
    assert_eq!(found["council"], "E09000028");
    assert_eq!(found["derived"]["arrangement"], "INF");
    assert_eq!(found["derived"]["child_age"], 7);
    assert_eq!(found["derived"]["carer_has_pr"], false);
    assert!(found["next_question"]["ask"].is_string());
    let findings = found["findings"].as_array().unwrap();
    for (id, outcome) in [
        ("child_benefit", "right"),
        ("uc_child_element", "right"),
        ("s17_money", "may"),
        ("fostering_allowance", "no"),
        ("kinship_allowance_pilot", "no"),
        ("vsh_kinship_duty_2026", "unknown_rule"),
    ] {
        let finding = findings.iter().find(|finding| finding["id"] == id).unwrap();
        assert_eq!(finding["outcome"], outcome, "{id}");
        assert!(!finding["because"].as_array().unwrap().is_empty(), "{id} gives no reason");
        assert!(!finding["cites"].as_array().unwrap().is_empty(), "{id} cites nothing");
        assert!(finding["missing"].as_array().unwrap().is_empty(), "{id} is settled");
    }
    let depends = findings.iter().find(|finding| finding["outcome"] == "depends").unwrap();
    assert!(depends.get("amount").is_some());
}

#[test]
fn a_figure_of_another_year_says_so() {
    let facts = "child_dob = 2025-12-20\nchild_looked_after_now = true\ncarer_approval = \"reg24_temp\"\n";
    let output = find("uncle.toml", facts, &["--council", "E06000035", "--json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = found["findings"].as_array().unwrap();
    let allowance = findings.iter().find(|finding| finding["id"] == "fostering_allowance").unwrap();
    assert_eq!(allowance["outcome"], "right");
    assert_eq!(allowance["amount"]["text"], "£189 a week");
    assert_eq!(allowance["amount"]["last_known"], true);
}

#[test]
fn errors_name_the_fact_and_suggest_the_nearest() {
    let table = [
        ("child_disabeld = true\n", "child_disabled"),
        ("carer_relation = \"grandparrent\"\n", "did you mean grandparent?"),
        ("child_dob = \"2026-02-31\"\n", "expected a date such as"),
        ("arrangement = \"SGO\"\norder_type = \"CAO\"\n", "the other facts make it CAO"),
        ("child_age = 7\nchild_age_months = 12\n", "no day at all"),
        ("[child]\nage = 7\n", "top level"),
        ("child_dob = \n", "not a TOML file"),
    ];
    for (place, (facts, words)) in table.iter().enumerate() {
        let output = find(&format!("wrong-{place}.toml"), facts, &[]);
        assert!(!output.status.success(), "{facts}");
        assert!(said(&output).contains(words), "{facts} gave {}", said(&output));
    }
    let output = find("council.toml", "", &["--council", "E09000099"]);
    assert!(said(&output).contains("there is no children's services council"), "{}", said(&output));
}

#[test]
fn place_tells_council_and_nation() {
    let found: Value = serde_json::from_slice(&kith(&["place", "se15 5eb", "--json"]).stdout).unwrap();
    assert_eq!(found["council"]["code"], "E09000028");
    assert!(said(&kith(&["place", "EH1 1YZ"])).contains("Scotland"));
    let wrong = kith(&["place", "SE15"]);
    assert!(!wrong.status.success() && said(&wrong).contains("Hint:"));
}

#[test]
fn screen_counts_writes_and_reports_bad_rows() {
    let rows =
        "id,child_dob,order_type,child_looked_after_now\na,2019-03-10,none,no\nb,20xx,none,no\nc,2019-03-10,SGO,no\n";
    let families = file("families.csv", rows);
    for out in ["findings.csv", "findings.parquet"] {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(out);
        let words =
            ["screen", families.to_str().unwrap(), "--on", "2026-11-22", "--counts", "--out", out.to_str().unwrap()];
        let output = kith(&words);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "a bad row is a failure to tell a script: {text}");
        assert!(text.contains("families.csv:3: left out"), "{text}");
        assert!(text.contains("2 families screened, 1 bad row left out"), "{text}");
        assert!(text.lines().any(|line| line.starts_with("child_benefit") && line.contains(" 2 ")), "{text}");
        let written = std::fs::read(&out).unwrap();
        assert!(written.starts_with(b"family,") || written.starts_with(b"PAR1"));
    }
}

#[test]
fn screen_leaves_out_a_row_that_contradicts_itself() {
    let families = file("clash.csv", "child_age,child_age_months\n7,12\n7,90\n");
    let text = said(&kith(&["screen", families.to_str().unwrap(), "--on", "2026-11-22", "--counts"]));
    assert!(text.contains("clash.csv:2: left out") && text.contains("1 family screened, 1 bad row"), "{text}");
}

#[test]
fn law_check_reports_a_fault_with_its_place_and_a_hint() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-law");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("rates.law"), "rate  a\ntitel  A\nunit  pounds\nvalue  1 from 2026-01-01\n").unwrap();
    let output = kith(&["law", "check", "--law", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let text = said(&output);
    assert!(text.contains("rates.law:2:8: `titel` is not a key of a rate"), "{text}");
    assert!(text.contains("did you mean `title`?"), "{text}");
    assert!(text.contains("a value without a source"), "{text}");
}

#[test]
fn a_card_can_be_read_and_signed() {
    let text = said(&kith(&["law", "card", "child_benefit", "--on", "2026-11-22"]));
    for words in ["Child Benefit", "The first of these lines that holds decides.", "£27.05 a week", "Date: ____"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(said(&kith(&["law", "card", "child_benifit"])).contains("did you mean child_benefit?"));
}

#[test]
fn check_prints_a_report_and_fails_only_where_asked() {
    let words = ["check", "--council", "southwark", "--on", "2026-11-22"];
    let output = kith(&[&words[..], &["--json"]].concat());
    assert!(output.status.success(), "{}", said(&output));
    let reports: Value = serde_json::from_slice(&output.stdout).unwrap();
    let report = &reports[0];
    assert_eq!((&report["offer"], &report["on"]), (&"southwark".into(), &"2026-11-22".into()));
    let findings = report["findings"].as_array().unwrap();
    let reviewed = findings.iter().find(|finding| finding["id"] == "offer_reviewed").unwrap();
    assert_eq!((&reviewed["verdict"], &reviewed["layer"]), (&"fail".into(), &"statute".into()));
    let unfair = findings.iter().find(|finding| finding["id"] == "status_chosen").unwrap();
    assert_eq!(unfair["families"].as_array().unwrap().len(), 2);

    let output = kith(&words);
    assert!(output.status.success() && said(&output).contains("[cannot tell]"), "{}", said(&output));
    assert!(!kith(&[&words[..], &["--strict"]].concat()).status.success(), "a line of the Act is not met");

    let output = kith(&["check", "--council", "atlantis"]);
    assert!(!output.status.success() && said(&output).contains("the offers are: gateshead"), "{}", said(&output));
}

#[test]
fn check_reads_the_folder_of_one_offer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../offers/gateshead");
    let output = kith(&["check", folder.to_str().unwrap(), "--on", "2026-11-22"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("Gateshead Council on 2026-11-22"), "{}", said(&output));
}

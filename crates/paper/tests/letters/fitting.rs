//! Which letters fit whom; what is not known is never a no.

use crate::common::{BODY, HEAD, Home, made};
use paper::Fit;

#[test]
fn the_first_line_that_holds_decides_and_the_unknown_is_never_a_no() {
    let rule = |rule: &str| {
        let start = HEAD.find("fits when").unwrap();
        let end = HEAD.find("clock  ").unwrap();
        let (letters, faults) = made(&format!("{}{rule}{}", &HEAD[..start], &HEAD[end..]), BODY);
        assert!(faults.is_empty(), "{faults:?}");
        letters
    };
    let disabled = "fits when\n  child_disabled\n  because  A.\notherwise could\n  because  B.\n";
    let no_first = "no when\n  child_disabled\n  because  A.\notherwise no\n  because  B.\n";
    let or_no = "fits when\n  child_disabled\n  because  A.\notherwise no\n  because  B.\n";
    let sure =
        "fits when any of\n  child_disabled\n  not child_disabled\n  because  A.\notherwise fits\n  because  A.\n";
    let yes = [("child_disabled", "yes")];
    let no = [("child_disabled", "no")];
    let cases: [(&str, &[(&str, &str)], Fit, Option<&str>, usize); 9] = [
        (disabled, &yes, Fit::Fits, Some("A."), 0),
        (disabled, &no, Fit::Could, Some("B."), 0),
        (disabled, &[], Fit::Could, None, 1),
        (no_first, &yes, Fit::No, Some("A."), 0),
        (no_first, &[], Fit::No, None, 0),
        (or_no, &no, Fit::No, Some("B."), 0),
        (or_no, &[], Fit::Could, None, 1),
        (or_no, &yes, Fit::Fits, Some("A."), 0),
        (sure, &[], Fit::Fits, Some("A."), 0),
    ];
    for (lines, facts, fit, because, missing) in cases {
        let letters = rule(lines);
        let home = Home::of(facts);
        let fitting = letters.letters[0].fitting(&home.family());
        assert_eq!((fitting.fit, fitting.because, fitting.missing.len()), (fit, because, missing), "{lines}{facts:?}");
    }
}

//! The code sets: whole, without doubles, read back as written, and handed to the validators to compare with theirs.

#![allow(clippy::expect_used, reason = "tests")]

use returns::Code;

/// Looks through a code set, and gives its codes with the rules that hold them to a list.
fn each<C: Code + std::fmt::Debug>(rules: &[&str], count: usize) -> String {
    let set = std::any::type_name::<C>();
    assert_eq!(C::ALL.len(), count, "{set}");
    let mut lines = String::new();
    for code in C::ALL {
        assert_eq!(C::read(code.code()), Some(*code), "{set}: {} is there twice", code.code());
        assert!(!code.meaning().is_empty());
        for rule in rules {
            lines += &format!("{rule},{}\n", code.code());
        }
    }
    assert_eq!(C::read(""), None);
    lines
}

/// Where the validators hold a set as a list, they read ours from `codes.csv` and compare.
#[test]
fn code_sets_are_whole_and_read_back() {
    use returns::code as c;
    let sets = [
        each::<c::ReferralSource>(&["census,8866"], 22),
        each::<c::PrimaryNeed>(&["census,8650"], 10),
        each::<c::Factor>(&["census,8897Q"], 42),
        each::<c::Closure>(&["census,8640"], 9),
        each::<c::PreProceedingsOutcome>(&[], 3),
        each::<c::Abuse>(&["census,8905", "census,8910"], 5),
        each::<c::Disability>(&["census,8540"], 13),
        each::<c::NewEpisode>(&["looked after,143"], 6),
        each::<c::LegalStatus>(&["looked after,144"], 13),
        each::<c::Placement>(&["looked after,146"], 29),
        each::<c::Provider>(&["looked after,178"], 6),
        each::<c::PlaceChange>(&["looked after,1009"], 12),
        each::<c::Ceased>(&["looked after,149"], 21),
        each::<c::PreviousPermanence>(&["looked after,631"], 5),
        each::<c::Participation>(&["looked after,167"], 8),
        each::<c::Missing>(&[], 2),
        each::<c::WorkerChange>(&["looked after,SW13STG1"], 10),
        each::<c::NoScore>(&["looked after,196"], 5),
        each::<c::Sex>(&["looked after,101"], 3),
        each::<c::Ethnicity>(&["looked after,103"], 20),
        each::<c::UnknownUpn>(&[], 7),
    ];
    if let Some(folder) = std::env::var_os("KITH_RETURNS") {
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let text = format!("return,rule,code\n{}", sets.concat());
        std::fs::write(folder.join("codes.csv"), text).expect("written");
    }
}

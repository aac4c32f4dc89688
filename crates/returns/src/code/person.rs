//! Code sets of who a child is, in both returns.

use super::codes;

codes! {
    /// A child's sex (rules 4180 and 101).
    Sex {
        Male "M" Seen "male",
        Female "F" Seen "female",
        Unknown "U" Seen "not known, or not yet born",
    }
}

codes! {
    /// A child's ethnicity (rule 103; rule 4220 takes these, and more).
    Ethnicity {
        WhiteBritish "WBRI" Memory "White: British",
        WhiteIrish "WIRI" Memory "White: Irish",
        WhiteOther "WOTH" Memory "White: any other",
        Traveller "WIRT" Memory "Traveller of Irish heritage",
        Roma "WROM" Memory "Gypsy or Roma",
        WhiteBlackCaribbean "MWBC" Memory "Mixed: White and Black Caribbean",
        WhiteBlackAfrican "MWBA" Memory "Mixed: White and Black African",
        WhiteAsian "MWAS" Memory "Mixed: White and Asian",
        MixedOther "MOTH" Memory "Mixed: any other",
        Indian "AIND" Memory "Asian: Indian",
        Pakistani "APKN" Memory "Asian: Pakistani",
        Bangladeshi "ABAN" Memory "Asian: Bangladeshi",
        AsianOther "AOTH" Memory "Asian: any other",
        BlackCaribbean "BCRB" Memory "Black: Caribbean",
        BlackAfrican "BAFR" Memory "Black: African",
        BlackOther "BOTH" Memory "Black: any other",
        Chinese "CHNE" Memory "Chinese",
        Other "OOTH" Memory "any other",
        Refused "REFU" Memory "did not wish to say",
        NotObtained "NOBT" Memory "not known yet",
    }
}

codes! {
    /// Why a child's pupil number is not known. The looked-after return takes the first five (rule 168).
    UnknownUpn {
        NotOfAge "UN1" Memory "too young for school",
        NotInSchool "UN2" Memory "not in a school that gives one",
        FromAbroad "UN3" Memory "lately come from abroad",
        NewlyLookedAfter "UN4" Memory "looked after for a week at most",
        NotKnown "UN5" Memory "not found out",
        Unaccompanied "UN6" Memory "unaccompanied child seeking asylum",
        NoFurtherAction "UN7" Seen "asked for help, and no further action was taken",
    }
}

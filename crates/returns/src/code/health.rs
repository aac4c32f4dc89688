//! Code sets of the yearly health record of a looked-after child (table OC2).

use super::codes;

codes! {
    /// Why there is no score of strengths and difficulties (rule 196).
    NoScore {
        WrongAge "SDQ1" Memory "the child is not of the age for it",
        CarerRefused "SDQ2" Memory "the carer or the child did not wish it",
        Disabled "SDQ3" Memory "not possible, because of the child's disability",
        Other "SDQ4" Memory "another reason",
        NotReturned "SDQ5" Memory "the form was not sent back",
    }
}

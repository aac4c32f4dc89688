//! When people are reminded: so many days before it.

/// The reminder that is due when so many days are left: the nearest whose time has come. None on the day after, and none
/// before the first. Whoever books when one is due has just been told, and needs that one no more.
///
/// ```
/// use outreach::workshop::due;
/// assert_eq!(due(&[7, 1], 8), None);
/// assert_eq!(due(&[7, 1], 5), Some(7));
/// assert_eq!(due(&[7, 1], 0), Some(1));
/// assert_eq!(due(&[7, 1], -1), None);
/// ```
pub fn due(reminders: &[u8], days_left: i32) -> Option<u8> {
    if days_left < 0 {
        return None;
    }
    reminders.iter().copied().filter(|before| days_left <= i32::from(*before)).min()
}

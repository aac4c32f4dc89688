// Days counted from today as people in England have it, so that the walks hold on any day.

const zone = 'Europe/London';
const DAY = 24 * 60 * 60 * 1000;

/** Today as `2026-11-25`. */
export const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

/** The day so many days after another; before it, where the number is negative. */
export function after(days, start = today) {
  return new Date(Date.parse(`${start}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** A day in words: `25 November 2026`. */
export function inWords(day) {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(`${day}T12:00:00Z`));
}

/** The same with its weekday: `Wednesday 25 November 2026`. */
export function withWeekday(day) {
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return `${name.format(new Date(`${day}T12:00:00Z`))} ${inWords(day)}`;
}

/** The day in words read back: `25 November 2026` as `2026-11-25`. */
export function read(words) {
  return new Date(`${words} 12:00 UTC`).toISOString().slice(0, 10);
}

/** How many days from Monday to Friday lie after one day, up to and with another. */
export function weekdays(start, end) {
  let count = 0;
  for (let day = after(1, start); day <= end; day = after(1, day)) {
    count += [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) ? 0 : 1;
  }
  return count;
}

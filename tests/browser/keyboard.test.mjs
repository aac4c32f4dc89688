// With the keyboard alone: every stop has a name, can be seen, and is not under the exit link that stays at the top.

import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

const MOST_STOPS = 60;

/** What stands in the keyboard's way at this stop; null at the end of the page. */
function stop(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) {
      return null;
    }
    const words = (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent ?? '').trim().replace(/\s+/g, ' ');
    const box = one.getBoundingClientRect();
    const exit = document.querySelector('.exit').getBoundingClientRect();
    const faults = [];
    if (!words) {
      faults.push('has no name');
    }
    if (box.bottom <= 0 || box.top >= innerHeight) {
      faults.push('is out of sight');
    }
    const isCovered = box.top >= exit.top && box.bottom <= exit.bottom && box.left >= exit.left && box.right <= exit.right;
    if (!one.matches('.exit') && isCovered) {
      faults.push('is under the exit link');
    }
    const ring = [one, one.nextElementSibling].filter(Boolean).map((shown) => getComputedStyle(shown));
    if (!one.matches('main') && !ring.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)) {
      faults.push('shows no ring');
    }
    return { words, faults: faults.map((fault) => `“${words.slice(0, 40)}” ${fault}`) };
  });
}

for (const address of [
  '/', '/find/question/council_involvement_at_start', '/find/question/child_dob', '/find/answers', '/find/answer',
  '/find/dates', '/find/money', '/letters/child-needs-assessment', '/arrived/now', '/council/southwark', '/design',
]) {
  test(address, async ({ page, context }) => {
    test.slow();
    await tell(context, 'SE15 5EB', grandmother);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(address);
    const faults = [];
    let stops = 0;
    for (; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press('Tab');
      const found = await stop(page);
      if (!found) {
        break;
      }
      faults.push(...found.faults);
    }
    expect(stops).toBeGreaterThan(8);
    expect(faults).toEqual([]);
  });
}

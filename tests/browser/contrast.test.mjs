// Every colour of words and marks stands out enough from what lies behind it, in light and in dark, and all words more
// so where more contrast is asked for. With CONTRAST=print
// the pairs are printed, worst first: the table in CONTRIBUTING.md is made from them.

import { pairs } from './contrast.mjs';
import { unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

/** Pages that between them hold every colour. */
const pages = ['/', '/design', '/arrived/now', '/find/answer', '/find/answer/child_benefit', '/find/money', '/council/southwark', '/law/support/child_benefit'];

const enough = ({ ratio, least }) => ratio >= least;
const more = ({ kind, ratio, least }) => ratio >= (kind === 'words' ? 7 : least);

for (const [name, media, stands] of [
  ['in light', { colorScheme: 'light' }, enough],
  ['in the dark', { colorScheme: 'dark' }, enough],
  ['with more contrast', { colorScheme: 'light', contrast: 'more' }, more],
  ['with more contrast in the dark', { colorScheme: 'dark', contrast: 'more' }, more],
]) {
  test(`colours ${name}`, async ({ page, context }) => {
    test.slow();
    await tell(context, 'SE15 5EB', grandmother);
    await page.emulateMedia(media);
    const all = new Map();
    for (const address of pages) {
      await page.goto(address);
      await unfold(page);
      for (const pair of await pairs(page)) {
        const key = `${pair.kind} ${pair.front} on ${pair.behind}`;
        all.set(key, { ...pair, key, address, least: Math.max(pair.least, all.get(key)?.least ?? 0) });
      }
    }
    const worst = [...all.values()].sort((one, two) => one.ratio - two.ratio);
    const line = ({ key, ratio, least, address, where }) => `${ratio.toFixed(2)} of ${least}: ${key}, at ${where} of ${address}`;
    if (process.env.CONTRAST === 'print') {
      console.log(worst.map(line).join('\n'));
    }
    expect(worst.length).toBeGreaterThan(20);
    expect(worst.filter((pair) => !stands(pair)).map(line)).toEqual([]);
  });
}

test('the measure of contrast is right', async ({ page }) => {
  await page.setContent('<body style="background: #fff"><p style="color: #777">x</p><p style="color: #000">x</p>');
  const ratios = (await pairs(page)).map(({ ratio }) => ratio.toFixed(2));
  expect(ratios).toEqual(['4.48', '21.00']);
});

// Every page as people set their screens: dark, more contrast, their own colours, no motion, right to left.

import { accessibilityFaults, overflow, unfold } from './checks.mjs';
import { pairs } from './contrast.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { pages } from './routes.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

/** Names of what moves. */
function moving(page) {
  return page.evaluate(() => [
    ...document.getAnimations().map((one) => one.animationName ?? 'an animation'),
    ...[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).scrollBehavior === 'smooth').map((one) => one.tagName),
    ...[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').map((one) => one.className),
  ]);
}

/** Things to press that cannot be told from words where a reader's own colours replace all backgrounds. */
function edgeless(page) {
  return page.evaluate(() => [...document.querySelectorAll('.go, .plain, .exit, .tag, .card')]
    .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
    .map((one) => one.className));
}

for (const address of pages) {
  test(address, async ({ page, context }) => {
    await tell(context, 'SE15 5EB', grandmother);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(address);
    await unfold(page);
    expect.soft(await accessibilityFaults(page), 'in the dark').toEqual([]);

    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    const faint = (await pairs(page)).filter(({ kind, ratio }) => kind === 'words' && ratio < 7);
    expect.soft(faint.map(({ front, behind, where }) => `${front} on ${behind} at ${where}`), 'with more contrast').toEqual([]);

    await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active' });
    expect.soft(await edgeless(page), 'in the reader’s own colours').toEqual([]);
    expect.soft(await accessibilityFaults(page), 'in the reader’s own colours').toEqual([]);

    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    expect.soft(await moving(page), 'with less motion').toEqual([]);

    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect.soft(await overflow(page), `right to left at ${width} pixels`).toEqual([]);
    }
  });
}

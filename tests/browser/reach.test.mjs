// Every page as people set their screens: their own colours, no motion, right to left. Colours are in contrast.test.mjs.

import { overflow, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { pages } from './routes.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

/** What moves: names of animations, of changes over time, of smooth scrolling. */
function moving(page) {
  return page.evaluate(() => [
    ...document.getAnimations().map((one) => one.animationName ?? 'an animation'),
    ...[...document.querySelectorAll('*')].flatMap((one) => {
      const { scrollBehavior, transitionDuration } = getComputedStyle(one);
      return scrollBehavior === 'smooth' || transitionDuration !== '0s' ? [`${one.tagName} ${one.className}`] : [];
    }),
  ]);
}

/** Things to press that cannot be told from words where a reader's own colours replace all backgrounds. */
function edgeless(page) {
  return page.evaluate(() => [...document.querySelectorAll('.go, .plain, .exit, .tag, .card, .box, .note, .num')]
    .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
    .map((one) => one.className));
}

test('pages as people set their screens', async ({ page, context }) => {
  test.slow();
  await tell(context, 'SE15 5EB', grandmother);
  for (const address of pages) {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.goto(address);
    await unfold(page);
    expect.soft(await edgeless(page), `${address} in the reader’s own colours`).toEqual([]);
    expect.soft(await moving(page), `${address} with less motion`).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect.soft(await overflow(page), `${address} right to left at ${width} pixels`).toEqual([]);
    }
  }
});

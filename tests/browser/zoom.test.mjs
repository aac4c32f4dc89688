// Large text and narrow windows: nothing needs sideways scrolling and nothing is cut off.

import { overflow, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { pages } from './routes.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

/** Whether text at twice its size is really twice as large, and none of it is cut off. */
function cutOff(page) {
  return page.evaluate(() => [...document.querySelectorAll('main :is(p, h1, h2, h3, li, dt, dd, label, button, a)')]
    .filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const cuts = [overflowX, overflowY].some((way) => ['hidden', 'clip'].includes(way));
      return cuts && !one.closest('.sr') && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    })
    .map((one) => one.outerHTML.slice(0, 80)));
}

for (const address of pages) {
  test(address, async ({ page, context }) => {
    await tell(context, 'SE15 5EB', grandmother);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    await unfold(page);
    expect.soft(await overflow(page), 'at 320 pixels').toEqual([]);

    // A screen of 1280 pixels at 200 % is one of 640.
    await page.setViewportSize({ width: 640, height: 450 });
    expect.soft(await overflow(page), 'at 640 pixels').toEqual([]);

    await page.setViewportSize({ width: 360, height: 740 });
    const size = () => page.locator('h1').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    const before = await size();
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect.soft(await size(), 'headings grow with the reader’s text size').toBeGreaterThan(before * 1.4);
    expect.soft(await overflow(page), 'with text at 200 %').toEqual([]);
    expect.soft(await cutOff(page), 'cut off').toEqual([]);
    const exit = page.getByRole('link', { name: 'Exit this page' });
    await expect.soft(exit).toBeInViewport();
  });
}

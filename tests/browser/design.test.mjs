// The page that shows every part in every state, as pictures for people to look at: they lie in target/browser/design.

import { resolve } from 'node:path';
import { desktop, phone } from './browser.mjs';
import { frame } from './checks.mjs';
import { expect, test } from './fixtures.mjs';
import { left } from './server.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

for (const [screen, viewport] of Object.entries({ phone, desktop })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${screen}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto('/design');
      await frame(page);
      const parts = page.getByRole('navigation', { name: 'Parts' }).getByRole('link');
      expect(await parts.count()).toBeGreaterThan(10);
      for (const part of await parts.all()) {
        await expect.soft(page.locator(await part.getAttribute('href'))).toBeVisible();
      }
      await page.screenshot({ path: resolve(left, 'design', `${screen}-${colorScheme}.png`), fullPage: true });
    });
  }
}

test('no two parts have the same id', async ({ page }) => {
  await page.goto('/design');
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});

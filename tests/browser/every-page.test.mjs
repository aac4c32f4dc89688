// Every page of the site, at both widths, with and without JavaScript, before and after a family has answered.

import { desktop, phone } from './browser.mjs';
import { accessibilityFaults, firstStops, fold, frame, overflow, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { isPrivate, pages } from './routes.mjs';

/** Addresses beside those of the table: a page that is not there. */
const more = [{ address: '/no-such-page', status: 404 }];

async function check(page, address, status = 200) {
  const response = await page.goto(address);
  expect(response.status()).toBe(status);
  await expect(page.locator('main')).toBeVisible();
  const [first, second] = await firstStops(page);
  const leads = /exit/i.test(first) || (/skip/i.test(first) && /exit/i.test(second));
  expect.soft(leads, `Tab leads to “${first}”, then “${second}”`).toBe(true);
  for (const [screen, size] of Object.entries({ phone, desktop })) {
    await test.step(screen, async () => {
      await page.setViewportSize(size);
      await frame(page);
      await unfold(page);
      expect.soft(await overflow(page), 'what overflows with all parts open').toEqual([]);
      expect.soft(await accessibilityFaults(page)).toEqual([]);
      await fold(page);
    });
  }
}

test.describe('before anything is answered', () => {
  for (const { address, status } of [...pages.map((address) => ({ address })), ...more]) {
    test(address, ({ page }) => check(page, address, status));
  }
});

test.describe('with answers', () => {
  for (const address of pages.filter(isPrivate)) {
    test(address, async ({ page, context }) => {
      await tell(context, 'SE15 5EB', grandmother);
      await check(page, address);
    });
  }

  test('outside England', async ({ page, context }) => {
    await context.request.post('/', { form: { postcode: 'CF10 3NQ' }, maxRedirects: 0 });
    await check(page, '/find/elsewhere');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Wales');
  });

  test('what would change', async ({ page, context }) => {
    await tell(context, 'SE15 5EB', grandmother);
    await context.request.post('/find/what-if', { form: { fact: 'order_type', value: 'SGO' }, maxRedirects: 0 });
    await check(page, '/find/what-if');
  });
});

test('the checks find what is wrong', async ({ page }) => {
  await page.setContent('<title>x</title><main><img src="data:,"><p style="width: 3000px; color: #ccc">pale</p></main>');
  const faults = (await accessibilityFaults(page)).join('\n');
  expect(faults).toMatch(/image-alt/);
  expect(faults).toMatch(/color-contrast/);
  expect(faults).toMatch(/html-has-lang/);
  expect(await overflow(page)).not.toEqual([]);
});

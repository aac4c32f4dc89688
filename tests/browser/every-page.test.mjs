// Every page of the site, at both widths, with and without JavaScript, before and after a family has answered.

import { accessibilityFaults, firstStops, frame, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { isPrivate, pages } from './routes.mjs';

/** Addresses beside those of the table: a page that is not there. */
const more = [{ address: '/no-such-page', status: 404 }];

async function check(page, address, status = 200) {
  const response = await page.goto(address);
  expect(response.status()).toBe(status);
  await expect(page.locator('main')).toBeVisible();
  await frame(page);
  const [first, second] = await firstStops(page);
  expect.soft(/exit/i.test(first) || (/skip/i.test(first) && /exit/i.test(second)), `Tab leads to “${first}”, “${second}”`).toBe(true);
  expect.soft(await accessibilityFaults(page)).toEqual([]);
  if (await page.locator('details').count()) {
    await unfold(page);
    await frame(page);
    expect.soft(await accessibilityFaults(page), 'with all parts open').toEqual([]);
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

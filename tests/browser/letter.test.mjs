// A letter from its form to the printer and to a file.

import { desktop, phone } from './browser.mjs';
import { accessibilityFaults, frame, overflow, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

async function write(page) {
  await page.goto('/letters/child-needs-assessment');
  await page.locator('#sender_name').fill('Ann Grey');
  await page.locator('#sender_address').fill('1 Long Lane\nLondon');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your letter');
}

test.beforeEach(({ context }) => tell(context, 'SE15 5EB', grandmother));

test('the written letter fits every screen and can be read by all', async ({ page }) => {
  await write(page);
  for (const [screen, size] of Object.entries({ phone, desktop })) {
    await test.step(screen, async () => {
      await page.setViewportSize(size);
      await frame(page);
      await unfold(page);
      expect.soft(await overflow(page)).toEqual([]);
      expect.soft(await accessibilityFaults(page)).toEqual([]);
    });
  }
});

test('a printer gets the letter and nothing else', async ({ page }) => {
  await write(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toBeVisible();
  for (const other of ['header', 'footer', 'h1', '.exit', 'form', '.sources']) {
    await expect(page.locator(other).first(), other).toBeHidden();
  }
});

test('words changed by hand are kept through the details and into the file', async ({ page }) => {
  await write(page);
  await page.getByText('Change the words').click();
  await page.locator('#letter_text').fill('Dear Jo,\n\nMy own words.\n\n- one\n- two\n\n[Your name]');
  // A key needs no scrolling, which without script never comes to rest.
  await page.getByRole('button', { name: 'Show my changes' }).press('Enter');
  await expect(page.getByRole('article').getByText('My own words.')).toBeVisible();
  await page.getByRole('button', { name: 'Change the details' }).click();
  await expect(page.locator('#sender_name')).toHaveValue('Ann Grey');
  await page.getByRole('button', { name: 'Write the letter' }).click();
  await expect(page.getByRole('article').getByText('My own words.')).toBeVisible();
  for (const [button, name] of [['Save for Word', 'letter.docx'], ['Save as plain text', 'letter.txt']]) {
    const come = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    expect((await come).suggestedFilename()).toBe(name);
  }
});

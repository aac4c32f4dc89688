// Help near you: looked for in everyday words on a small phone, kept in a list, and nowhere else.

import { phone } from './browser.mjs';
import { accessibilityFaults, overflow, unfold } from './checks.mjs';
import { expect, test } from './fixtures.mjs';

const sound = async (page) => {
  await unfold(page);
  expect.soft(await overflow(page)).toEqual([]);
  expect.soft(await accessibilityFaults(page)).toEqual([]);
};

test('from a slip of the finger to a list in the hand', async ({ page, context }) => {
  await page.setViewportSize(phone);
  await page.goto('/services');
  await page.getByLabel('What are you looking for?').fill('guardain');
  await page.getByLabel('Which council?').selectOption({ label: 'Southwark' });
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByText('We read “guardain” as guardian')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await sound(page);
  await page.getByRole('button', { name: /Keep on my list.*Group for special guardians/ }).click();
  await expect(page.getByRole('heading', { name: 'Your list' })).toBeVisible();
  await expect(page.getByLabel('What are you looking for?')).toHaveValue('guardain');
  expect(await context.cookies()).toEqual([]);
  await sound(page);
  await page.getByRole('button', { name: 'Show my list to print' }).click();
  await expect(page.getByRole('link', { name: 'Group for special guardians' })).toBeVisible();
  await sound(page);
  await page.getByRole('button', { name: 'Look for more' }).click();
  await page.getByRole('button', { name: /Take off/ }).click();
  await expect(page.getByRole('heading', { name: 'Your list' })).toHaveCount(0);
});

test('nothing found is not the end', async ({ page }) => {
  await page.goto('/services');
  await page.getByLabel('What are you looking for?').fill('xqzvw');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You could begin with these' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Or ask a person' })).toBeVisible();
  await sound(page);
});

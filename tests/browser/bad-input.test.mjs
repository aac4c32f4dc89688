// What cannot be taken is said kindly, at the top and at the field, and leads to the field. Wrong steps, old addresses and a
// lost connection lose nothing that the browser still holds, and there is always a way on.

import { accessibilityFaults, frame } from './checks.mjs';
import { Carer, grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

/** The summary says what to do, can be reached, and leads to the field it is about. */
async function isExplained(page, words, field) {
  await expect(page).toHaveTitle(/^Error/);
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('There is a problem');
  await expect(summary).toHaveAttribute('tabindex', '-1');
  await summary.focus();
  await expect(summary).toBeFocused();
  const link = summary.getByRole('link');
  await expect(link).toContainText(words);
  await expect(link).toHaveAttribute('href', `#${field}`);
  await link.click();
  const input = page.locator(`#${field}`);
  await expect(input).toBeFocused();
  const group = input.locator('xpath=ancestor::fieldset');
  const told = await (await group.count() ? group : input).getAttribute('aria-describedby');
  expect((told ?? '').split(' '), 'the field or its group is described by its error').toContain('wrong');
  await expect(page.locator('#wrong')).toContainText(words);
  await frame(page);
  expect(await accessibilityFaults(page)).toEqual([]);
}

async function send(page, postcode) {
  await page.goto('/');
  await page.getByLabel('What is your postcode?').fill(postcode);
  await new Carer(page).press(page.getByRole('button', { name: 'Find support', exact: true }));
}

for (const { postcode, words } of [
  { postcode: '', words: /postcode/i },
  { postcode: 'SE15', words: /whole postcode/i },
  { postcode: 'not a code', words: /postcode/i },
  { postcode: 'ZZ99 9ZZ', words: /postcode/i },
]) {
  test(`the postcode “${postcode}”`, async ({ page }) => {
    await send(page, postcode);
    await isExplained(page, words, 'postcode');
    await expect(page.locator('#postcode')).toHaveValue(postcode);
  });
}

for (const [postcode, country] of [['EH1 1YZ', 'Scotland'], ['CF10 3NQ', 'Wales'], ['BT1 5GS', 'Northern Ireland']]) {
  test(`a postcode in ${country}`, async ({ page }) => {
    await send(page, postcode);
    await expect(page).toHaveURL('/find/elsewhere');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(country);
    await expect(page.getByRole('heading', { name: /where to go/i })).toBeVisible();
    await frame(page);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}

for (const { date, words, field } of [
  { date: ['31', '2', '2019'], words: /real date/i, field: 'day' },
  { date: ['9', '13', '2019'], words: /month/i, field: 'month' },
  { date: ['9', '4', ''], words: /year/i, field: 'year' },
  { date: ['9', '4', '2099'], words: /past/i, field: 'year' },
  { date: ['', '', ''], words: /I don’t know/i, field: 'day' },
]) {
  test(`the date of birth “${date.join(' ')}”`, async ({ page }) => {
    const carer = new Carer(page, grandmother);
    await carer.begin('SE15 5EB');
    await carer.answerUntil('child_dob');
    for (const [place, label] of ['Day', 'Month', 'Year'].entries()) {
      await page.getByLabel(label, { exact: true }).fill(date[place]);
    }
    await carer.press(page.getByRole('button', { name: 'Continue' }));
    expect(await carer.fact()).toBe('child_dob');
    await isExplained(page, words, field);
    await expect(page.locator('#day')).toHaveValue(date[0]);
    await carer.answer();
    expect(await carer.fact()).not.toBe('child_dob');
  });
}

test('no choice made', async ({ page }) => {
  const carer = new Carer(page, grandmother);
  await carer.begin('SE15 5EB');
  await carer.answerUntil('child_looked_after_now');
  await carer.press(page.getByRole('button', { name: 'Continue' }));
  await isExplained(page, /choose/i, 'value-1');
});

test('no council chosen', async ({ page }) => {
  await page.goto('/find/council');
  await new Carer(page).press(page.getByRole('button', { name: 'Use this council' }));
  await isExplained(page, /choose a council/i, 'value-1');
});

/** The answer given at the start is still held. */
async function isStillHeld(page) {
  await page.goto('/find/answers');
  await expect(page.getByText('Grandparent', { exact: true })).toBeVisible();
}

for (const address of ['/changed/nonsense', '/young/nonsense', '/letters/nonsense', '/find/question/nonsense', '/find/nonsense']) {
  test(`an address that never was: ${address}`, async ({ page, context }) => {
    await tell(context, 'SE15 5EB', grandmother);
    expect((await page.goto(address)).status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We cannot find that page');
    await frame(page);
    await new Carer(page).press(page.getByRole('link', { name: 'Go on with the questions' }));
    await expect(page).toHaveURL(/\/find\/(question|answer)/);
    await isStillHeld(page);
  });
}

for (const [address, leadsTo] of [
  ['/letters/decision-in-writing/file', '/letters/decision-in-writing'],
  ['/find/clear', '/find/answers'],
  ['/find/question/400', /\/find\/(question\/\d+|answer)$/],
  ['/find/question/99999999999999999999', /\/find\/(question\/\d+|answer)$/],
]) {
  test(`an old address: ${address}`, async ({ page, context }) => {
    await tell(context, 'SE15 5EB', grandmother);
    await page.goto(address);
    await expect(page).toHaveURL(leadsTo);
    await frame(page);
    await isStillHeld(page);
  });
}

test('the connection is lost while an answer is sent', async ({ page, context }) => {
  const carer = new Carer(page, grandmother);
  await carer.begin('SE15 5EB');
  await carer.answerUntil('child_dob');
  const question = page.url();
  await context.setOffline(true);
  await carer.fill(grandmother.child_dob);
  const failed = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await failed;
  await context.setOffline(false);
  await page.goto(question);
  expect(await carer.fact()).toBe('child_dob');
  await carer.answer();
  await isStillHeld(page);
  await expect(page.getByText('14 May 2019')).toBeVisible();
});

test('a letter that was written is still there after a reload, and in the form gone back to', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/letters/child-needs-assessment');
  await page.locator('#sender_name').fill('Ann Grey');
  const carer = new Carer(page);
  await carer.press(page.getByRole('button', { name: 'Write the letter' }));
  await page.reload();
  await expect(page.getByRole('article')).toContainText('Ann Grey');
  await carer.press(page.getByRole('button', { name: 'Change the details' }));
  await expect(page.locator('#sender_name')).toHaveValue('Ann Grey');
});

test('a letter whose answers were cleared meanwhile keeps what was typed', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/letters/child-needs-assessment');
  await page.locator('#sender_name').fill('Ann Grey');
  await context.clearCookies();
  await new Carer(page).press(page.getByRole('button', { name: 'Write the letter' }));
  await expect(page.getByRole('article')).toContainText('Ann Grey');
  await expect(page.getByRole('article')).not.toContainText('Southwark');
  const come = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as plain text' }).press('Enter');
  expect((await come).suggestedFilename()).toBe('letter.txt');
});

test('two tabs write two letters, and neither has the words of the other', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  const other = await context.newPage();
  for (const [tab, name, letter] of [[page, 'Ann Grey', 'child-needs-assessment'], [other, 'Bo Brown', 'decision-in-writing']]) {
    await tab.goto(`/letters/${letter}`);
    await tab.locator('#sender_name').fill(name);
  }
  for (const [tab, name, stranger] of [[page, 'Ann Grey', 'Bo Brown'], [other, 'Bo Brown', 'Ann Grey']]) {
    await new Carer(tab).press(tab.getByRole('button', { name: 'Write the letter' }));
    await expect(tab.getByRole('article')).toContainText(name);
    await expect(tab.getByRole('article')).not.toContainText(stranger);
  }
});

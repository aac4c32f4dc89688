// A grandmother goes from a postcode to a cited answer, and leaves. With and without JavaScript.

import { Carer, grandmother, tell } from './family.mjs';
import { elsewhere, expect, test } from './fixtures.mjs';

test('from a postcode to a cited answer', async ({ page }) => {
  const carer = new Carer(page, grandmother);
  await carer.begin('se15 5eb');
  await carer.answerAll();
  if (!(await asksFor(page, 'Universal Credit'))) {
    await page.goto('/find/question/uc_household?from=result');
    await carer.answer();
  }

  await expect(page).toHaveURL('/find/answer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we found for you');
  await expect(page.getByRole('link', { name: 'Southwark' }).first()).toBeVisible();
  const right = page.locator('section#right');
  await expect(right.getByRole('heading', { level: 2 })).toContainText('You have a right to');
  const childBenefit = right.getByRole('link', { name: 'Child Benefit', exact: true });
  await expect(childBenefit).toBeVisible();

  await carer.press(childBenefit);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Child Benefit');
  await expect(page.getByText('You have a right to this')).toBeVisible();
  const why = page.locator('section', { has: page.getByRole('heading', { name: 'Why we say this' }) });
  await expect(why.locator('p, li').first()).not.toBeEmpty();
  const sources = page.locator('section', { has: page.getByRole('heading', { name: 'Where this comes from' }) });
  await carer.press(sources.getByRole('listitem').first().getByRole('link').first());
  await expect(page).toHaveURL(/\/law\/provision\/.+/);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.getByText('How sure we are')).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Child Benefit');
});

/** Whether an answer has been given to something, by the check page; comes back to the result. */
async function asksFor(page, short) {
  await page.goto('/find/answers');
  const given = await page.locator('dl.list').first().getByText(short, { exact: true }).count();
  await page.goto('/find/answer');
  return given > 0;
}

test('a reason names what it was drawn from', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/find/answer/ni_credits');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const why = page.locator('section', { has: page.getByRole('heading', { name: 'Why we say this' }) });
  expect(await why.getByRole('listitem').count()).toBeGreaterThan(0);
  await expect(why.locator('a[href^="/law/provision/"]').first()).toBeVisible();
});

test('no reason rests on something that was not said', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/find/answer');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const text = await page.locator('main').textContent();
  const unsaid = ['A disabled child always counts', 'There is a plan to help the family', 'because of the child’s time in care'];
  expect(unsaid.filter((words) => text.includes(words))).toEqual([]);
});

test('the back button shows the question before, with its answer', async ({ page }) => {
  const carer = new Carer(page, grandmother);
  await carer.begin('SE15 5EB');
  await carer.answerUntil('carer_relation');
  await carer.answer();
  const second = await carer.fact();
  expect(second).not.toBe('carer_relation');

  await page.goBack();
  expect(await carer.fact()).toBe('carer_relation');
  await expect(page.locator('input[value=grandparent]')).toBeChecked();
  await carer.press(page.getByRole('button', { name: 'Continue' }));
  expect(await carer.fact()).toBe(second);
  await carer.press(page.locator('a.back'));
  expect(await carer.fact()).toBe('carer_relation');
});

test('a reload keeps the question and the answers', async ({ page }) => {
  const carer = new Carer(page, grandmother);
  await carer.begin('SE15 5EB');
  await carer.answerUntil('child_looked_after_now');
  await page.reload();
  expect(await carer.fact()).toBe('child_looked_after_now');
  await page.goto('/find/answers');
  await expect(page.getByText('Grandparent', { exact: true })).toBeVisible();
  await expect(page.getByText('14 May 2019')).toBeVisible();
});

test('a second tab sees the same answers, and neither undoes the other', async ({ page, context }) => {
  const first = new Carer(page, grandmother);
  await first.begin('SE15 5EB');
  await first.answerUntil('child_dob');
  const second = new Carer(await context.newPage(), grandmother);
  await second.page.goto('/find/question');
  expect(await second.fact()).toBe('child_dob');
  await second.answer();
  await page.reload();
  await first.page.goto('/find/answers');
  await expect(page.getByText('Grandparent', { exact: true })).toBeVisible();
  await expect(page.getByText('14 May 2019')).toBeVisible();
});

test('an answer can be changed from the check page', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  const carer = new Carer(page, { carer_relation: 'aunt_uncle' });
  await page.goto('/find/answers');
  await expect(page.getByText('Grandparent', { exact: true })).toBeVisible();
  await carer.press(page.locator('a[href^="/find/question/carer_relation"]'));
  await expect(page.locator('input[value=grandparent]')).toBeChecked();
  await carer.answer();
  await expect(page).toHaveURL('/find/answers');
  await expect(page.getByText('Aunt or uncle', { exact: true })).toBeVisible();
  await expect(page.getByText('Grandparent', { exact: true })).toHaveCount(0);
});

test('what if one answer were different', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  const carer = new Carer(page, { order_type: 'SGO' });
  await page.goto('/find/answer');
  await carer.press(page.getByRole('link', { name: /^What if/ }));
  await carer.press(page.locator('a[href="/find/what-if/order_type"]'));
  await carer.fill('SGO');
  await carer.press(page.getByRole('button', { name: 'Show what would change' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would change');
  const changes = page.locator('main ul.lines > li');
  expect(await changes.count()).toBeGreaterThan(0);
  await expect(changes.first()).toContainText('would become');
  await carer.press(page.getByRole('button', { name: 'Leave my answers as they are' }));
  await expect(page).toHaveURL('/find/answer');
  await page.goto('/find/answers');
  await expect(page.getByText('No court order', { exact: true })).toBeVisible();
});

test('answers can be cleared', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/find/answers');
  await new Carer(page).press(page.getByRole('button', { name: 'Clear all my answers' }));
  await expect(page).toHaveURL('/');
  await page.goto('/find/answers');
  await expect(page.getByText('You have not told us anything yet.')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

/** Leaves by some way, waits until the browser has gone, and comes back. */
async function leave(page, context, how) {
  const gone = page.waitForEvent('requestfailed', (request) => request.url() === elsewhere);
  await how();
  await gone;
  await page.waitForURL((address) => address.protocol === 'chrome-error:');
  expect(await context.cookies()).toEqual([]);
  await page.goto('/');
  await expect(page.getByLabel('What is your postcode?')).toHaveValue('');
  await expect(page.getByText('Go on with the answers you gave')).toHaveCount(0);
  await page.goto('/find/answers');
  await expect(page.getByText('You have not told us anything yet.')).toBeVisible();
}

test('exit wipes the answers and leads away', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/find/answers');
  await leave(page, context, () => page.getByRole('link', { name: 'Exit this page' }).click());
});

test('Shift pressed three times leaves too', async ({ page, context, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'needs script');
  await tell(context, 'SE15 5EB', grandmother);
  await page.goto('/find/answers');
  await leave(page, context, async () => {
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('Shift');
    }
  });
});

test('the whole way by keyboard alone', async ({ page }) => {
  const carer = new Carer(page, grandmother);
  await page.goto('/');
  await page.getByLabel('What is your postcode?').focus();
  await page.keyboard.type('SE15 5EB');
  const come = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Enter');
  await come;
  await expect(page).toHaveURL('/find/council');
  await carer.press({ click: async () => {
    await page.getByRole('link', { name: 'Start the questions' }).focus();
    await page.keyboard.press('Enter');
  } });
  await carer.answerUntil('carer_relation');
  await page.locator('input[name=value]').first().focus();
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('input[name=value]:checked').inputValue();
  expect(chosen).not.toBe('');
  await carer.press({ click: () => page.keyboard.press('Enter') });
  expect(await carer.fact()).not.toBe('carer_relation');
});

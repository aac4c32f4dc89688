// The ways in, walked on a phone and without script. Each ends with something in the hand: a page that prints whole.

import { Carer } from './family.mjs';
import { expect, test } from './fixtures.mjs';

const grandmotherTonight = {
  council_involvement_at_start: 'asked_carer',
  carer_relation: 'grandparent',
  child_dob: '2019-05-14',
  child_looked_after_now: 'no',
};

const cousin = {
  council_involvement_at_start: 'none',
  carer_relation: 'cousin',
  arrangement_start: '2026-09-01',
  child_dob: '2015-05-14',
  child_looked_after_now: 'no',
};

const teenager = {
  child_dob: '2009-05-14',
  child_looked_after_now: 'no',
  order_type: 'SGO',
  looked_after_ever: 'yes',
  child_looked_after_immediately_before_order: 'yes',
};

/** Answers the short questions of a way; gives the facts that were asked. */
async function answerShort(carer, end) {
  const facts = [];
  while (new URL(carer.page.url()).pathname !== end) {
    facts.push(await carer.answer());
    expect(facts.length).toBeLessThan(10);
  }
  return facts;
}

/** What lies in the hand: the page as paper, with these words on it and nothing to press. */
async function onPaper(page, words) {
  await page.emulateMedia({ media: 'print' });
  for (const one of words) {
    await expect(page.getByText(one).first()).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Exit this page' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
}

test('a grandmother, the night the child came', async ({ page }) => {
  const carer = new Carer(page, grandmotherTonight);
  await page.goto('/');
  await carer.press(page.getByRole('link', { name: 'A child has just come to live with me' }));
  await carer.press(page.getByRole('button', { name: 'Start the five questions' }));
  const asked = await answerShort(carer, '/arrived/now');
  expect(asked.length).toBeLessThanOrEqual(5);
  await expect(page.getByRole('heading', { name: 'The council may have placed the child with you' })).toBeVisible();
  await onPaper(page, ['Before you say yes', 'Write down tonight', 'Dates that matter', 'In the first week']);
  await carer.press(page.getByRole('link', { name: 'Go on with the questions' }));
  expect(asked).not.toContain(await carer.fact());
});

test('a cousin who did not know of private fostering', async ({ page }) => {
  const carer = new Carer(page, cousin);
  await page.goto('/arrived');
  await carer.press(page.getByRole('button', { name: 'Start the five questions' }));
  await answerShort(carer, '/arrived/now');
  await carer.press(page.getByRole('link', { name: 'What that is, and what happens next' }));
  await expect(page.getByText('You are not in trouble').first()).toBeVisible();
  await expect(page.locator('a[href="/letters/private-fostering-notice"]')).toBeVisible();
  await onPaper(page, ['The duty to tell the council', 'What happens next', 'Get advice first']);
});

test('a teenager', async ({ page }) => {
  const carer = new Carer(page, teenager);
  await page.goto('/');
  await carer.press(page.getByRole('link', { name: 'I am a child or young person' }));
  await carer.press(page.getByRole('link', { name: 'I am 16 or over' }));
  await carer.press(page.getByRole('button', { name: 'Ask me' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When were you born?');
  await answerShort(carer, '/young/answer');
  await expect(page.getByText('Advice and help from 16 to 20 after special guardianship')).toBeVisible();
  await onPaper(page, ['What you can get', 'You have a right to this', 'How to ask:']);
});

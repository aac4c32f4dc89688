// Advice: a carer asks without an account and reads the answer, an adviser answers from a template and hands over a summary on the
// phone, an organiser publishes an answer for all.

import { expect, test } from './council.mjs';
import { Officer, day, invited, letters, setUp } from './officer.mjs';

test.describe.configure({ timeout: 240_000 });

/** Somebody without an account, in a browser of their own. */
async function carer(browser, council, name) {
  const context = await browser.newContext({ baseURL: council.address, ...test.info().project.use });
  return new Officer(await context.newPage(), name);
}

test('a question is asked, answered and closed, and becomes an answer for all', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
  const orla = await invited(browser, council, olive, 'orla', 'organiser');
  const ann = await invited(browser, council, olive, 'ann', 'advice-worker');

  await orla.page.goto('/hosts/borsetshire/advice');
  await orla.at('Advice');
  await orla.page.getByRole('link', { name: 'Begin to take questions' }).click();
  await orla.at('The team that answers questions');
  await orla.say({ name: 'Borsetshire advisers', within: '5', helps: 'Money\nSchool', cannot: 'Court cases' });
  await orla.press('Publish it');
  await orla.at('Borsetshire advisers');

  const rose = await carer(browser, council, 'rose');
  await rose.page.goto('/advice');
  await rose.at('Talk to an adviser');
  await expect(rose.page.getByText('Opening hours not stated').first()).toBeVisible();
  await rose.page.getByRole('link', { name: 'Ask Borsetshire advisers' }).click();
  await rose.at('Ask a question');
  await rose.say({ safe_channels: 'email' });
  await rose.press('Send my question');
  await rose.at('Ask a question');
  await expect(rose.page.getByRole('alert')).toContainText('Write your question');
  await expect(rose.page.getByRole('alert')).toContainText('Give your email address');
  await rose.say({ words: 'Can I get help for Max?', email: 'rose@example.org', must_not: 'Do not leave a message.', code_word: 'heron' });
  await rose.press('Send my question');
  await rose.at('It was sent');
  const [reference, code] = await rose.page.locator('.big-code strong').allTextContents();

  await ann.page.goto('/hosts/borsetshire/questions');
  await ann.at('Questions');
  await ann.page.getByRole('link', { name: reference }).click();
  await ann.at(`Question ${reference}`);
  await expect(ann.page.getByText('Do not leave a message.')).toBeVisible();
  await ann.say({ template: 'informal-care' });
  await ann.press('Put it in');
  await ann.at(`Question ${reference}`);
  await expect(ann.page.locator('[name=answer]')).toHaveValue(/even if there is no court order/);
  await ann.press('Send the answer');
  await ann.at(`Question ${reference}`);
  await ann.say({ closing: 'Told how to ask for an assessment.' });
  await ann.press('Close the question');
  await ann.at(`Question ${reference}`);

  const [mail] = await letters(council.data, 'rose@example.org', []);
  for (const told of ['Max', 'assessment', reference, 'heron']) {
    expect(mail).not.toContain(told);
  }
  await rose.page.goto('/advice/question');
  await rose.at('Read the answer to your question');
  await rose.fill({ 'Your reference': reference, 'Your code': 'AAAA-AAAA-AAAA' });
  await rose.press('Open');
  await expect(rose.page.getByRole('alert')).toContainText('do not go together');
  await rose.fill({ 'Your reference': reference, 'Your code': code });
  await rose.press('Open');
  await rose.at('Your question');
  await expect(rose.page.getByText('even if there is no court order')).toBeVisible();
  await expect(rose.page.getByText('Told how to ask for an assessment.')).toBeVisible();
  await rose.page.getByText('Erase all of it').click();
  await rose.press('Erase it for good');
  await rose.at('Talk to an adviser');

  await orla.page.goto('/hosts/borsetshire/advice/new/answer');
  await orla.at('An answer for all');
  await orla.say({ question: 'Must I have a court order?', words: 'No. You can ask for help without one.', cites: 'ca-1989/17(1)', owner: 'Advice lead', review_by: day(30) });
  await orla.press('Publish it');
  await orla.at('Must I have a court order?');
  await rose.page.goto('/advice/answers');
  await rose.at('Common questions');
  await expect(rose.page.getByText('You can ask for help without one.')).toBeVisible();
});

test('an adviser goes through the questions on the phone and hands the summary over', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
  const ann = await invited(browser, council, olive, 'ann', 'advice-worker');
  await ann.page.goto('/hosts/borsetshire/questions');
  await ann.page.getByRole('link', { name: 'Somebody is on the phone' }).click();
  await ann.at('Somebody is on the phone');
  await ann.press('Begin with the questions');
  await expect(ann.page).toHaveURL(/\/$/);
  await ann.page.getByLabel('postcode').first().fill('SE15 5EB');
  await ann.page.getByLabel('postcode').first().press('Enter');
  await expect(ann.page).not.toHaveURL(/\/$/);
  await ann.page.goto('/hosts/borsetshire/questions/call');
  await ann.at('Somebody is on the phone');
  await ann.say({ note: 'Told what the council must look at.' });
  await ann.press('Keep it here, and tell me a code');
  await ann.at('It is kept for them');
  const [reference, code] = await ann.page.locator('.big-code strong').allTextContents();
  const rose = await carer(browser, council, 'rose');
  await rose.page.goto('/advice/question');
  await rose.fill({ 'Your reference': reference, 'Your code': code });
  await rose.press('Open');
  await rose.at('Your question');
  await expect(rose.page.getByText('What we found', { exact: false }).first()).toBeVisible();

  await ann.page.goto('/hosts/borsetshire/questions/call');
  await ann.say({ safe_channels: 'by letter', address: '12 Acacia Road, Borchester' });
  await ann.press('Make it ready for the post');
  await ann.at('What we found');
  await expect(ann.page.getByText('12 Acacia Road')).toBeVisible();
  await ann.page.goto('/hosts/borsetshire/questions/call');
  await ann.press('Done: clear the answers');
  await expect(ann.page.getByText('come back to this page')).toBeVisible();
});

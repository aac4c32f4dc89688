// From SE15 5EB's kind of question to a decision letter and a family meeting: a carer without an account, a worker, a
// manager and a coordinator, each in a browser of their own.

import { expect, test } from './council.mjs';
import { Officer, invited, setUp } from './officer.mjs';

test.describe.configure({ timeout: 240_000 });

const today = new Date().toISOString().slice(0, 10);
const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens the form of an act from the case's page, or from a link with other words. */
async function open(officer, words, title = words) {
  officer.page.setDefaultTimeout(10_000);
  await officer.page.getByRole('link', { name: words, exact: true }).first().click();
  await officer.at(title);
}

/** Chooses an answer by its words, in the group that asks. */
async function choose(officer, asks, words) {
  await officer.page.getByRole('group', { name: asks }).getByLabel(words, { exact: false }).first().check();
}

test('a carer asks, and gets a decision and a family meeting', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
  const wendy = await invited(browser, council, olive, 'wendy', 'worker');
  const mia = await invited(browser, council, olive, 'mia', 'manager');
  const cora = await invited(browser, council, olive, 'cora', 'coordinator');

  const rose = new Officer(await (await browser.newContext({ baseURL: council.address, ...test.info().project.use })).newPage(), 'rose');
  await rose.page.goto('/ask/borsetshire');
  await rose.at('Ask for help');
  await rose.fill({
    'Your name': 'Rose Field',
    'What are you to the child?': 'grandmother',
    'The child’s name': 'Max Field',
    'What happened?': 'My daughter went into hospital, and Max came to me.',
    'What do you ask for?': 'A bed, and somebody for Max to talk to.',
    Address: '12 Acacia Road',
  });
  await rose.press('Show me what would be sent');
  await rose.at('This is what will be sent');
  await expect(rose.page.getByText('Nothing has been sent yet')).toBeVisible();
  await rose.page.getByLabel('I agree that this is sent').check();
  await rose.press('Send it');
  await rose.at('It was sent');
  const told = await rose.page.locator('.big-code strong').allTextContents();

  await wendy.page.goto('/cases');
  await wendy.at('What is due');
  await wendy.page.getByRole('link', { name: /Max Field/ }).first().click();
  await wendy.at('Max Field, with Rose Field');
  const home = new URL(wendy.page.url()).pathname;
  if (test.info().project.use.javaScriptEnabled) {
    // What is typed is kept within seconds, and stands there again.
    await open(wendy, 'Write a note');
    await wendy.page.locator('[name=note]').pressSequentially('Max told me');
    await expect(wendy.page.locator('[data-kept]')).toContainText('Kept at', { timeout: 5_000 });
    await wendy.page.goto(home);
    await open(wendy, 'Write a note');
    await expect(wendy.page.locator('[name=note]')).toHaveValue('Max told me');
    await wendy.page.goto(home);
  }
  await open(wendy, 'Decide what happens next');
  await choose(wendy, 'What happens next?', 'An assessment');
  await wendy.page.getByLabel('Why?').fill('Max may need help that we can give.');
  await choose(wendy, 'Was the family given', 'No');
  await wendy.press('Decide what happens next');
  await expect(wendy.page.getByRole('alert')).toContainText('kinship local offer');
  await wendy.at('Decide what happens next');
  await choose(wendy, 'Was the family given', 'Yes');
  await wendy.press('Decide what happens next');

  await open(wendy, 'Begin an assessment');
  await choose(wendy, 'What kind of assessment', 'child in need');
  await choose(wendy, 'Who is it about?', 'Max Field');
  await wendy.press('Begin an assessment');
  await open(wendy, 'Write down the child’s wishes and feelings');
  await wendy.fill({ 'What does the child wish': 'I want to stay with nan.', 'How was the child asked': 'Wendy asked him at home' });
  await wendy.press('Write down the child’s wishes');
  await open(wendy, 'Write down the needs');
  const row = wendy.page.getByRole('group', { name: 'Row 1' });
  await row.getByLabel('Need', { exact: true }).fill('A bed of his own');
  await row.getByLabel('What shows it').fill('He sleeps on the sofa');
  await row.getByLabel('Whose').selectOption('child');
  await wendy.fill({ 'What does the carer say?': 'I can manage, but not with money.' });
  await wendy.press('Write down the needs');
  await open(wendy, 'Conclude the assessment');
  const supports = wendy.page.locator('select[name^="supports_considered."]');
  for (const [place, select] of (await supports.all()).entries()) {
    if (await select.inputValue()) {
      await wendy.page.locator(`[name="supports_considered.${place}.thought"]`).fill('We offered it.');
    }
  }
  if (!(await supports.first().inputValue())) {
    await supports.first().selectOption('s17_assessment');
    await wendy.page.locator('[name="supports_considered.0.thought"]').fill('This is it.');
  }
  await wendy.fill({ 'What was found?': 'Max needs a bed of his own.' });
  await wendy.press('Conclude the assessment');
  await open(wendy, 'Prepare a decision');
  await wendy.press('Prepare a decision');
  await wendy.at('Max Field, with Rose Field');

  await mia.page.goto(home);
  await open(mia, 'Decide');
  const first = mia.page.getByRole('group', { name: 'Row 1' });
  await expect(first.getByLabel('Need', { exact: true })).toHaveValue('A bed of his own');
  await first.getByLabel('Answer').selectOption('no');
  await first.getByLabel('Why not').selectOption('legal_status');
  await first.getByLabel('The reason').fill('The family made it themselves.');
  await mia.fill({ 'Which facts does this rest on?': 'The assessment.' });
  await mia.press('Decide');
  await expect(mia.page.getByRole('alert')).toContainText('legal status');
  await first.getByLabel('Answer').selectOption('yes');
  await first.getByLabel('What will be given').fill('A bed, this week');
  await first.getByLabel('Why not').selectOption('');
  await first.getByLabel('The reason').fill('');
  await mia.press('Decide');
  await mia.at('Max Field, with Rose Field');

  await wendy.page.goto(home);
  await open(wendy, 'Offer a family meeting');
  await choose(wendy, 'To whom is it offered?', 'Rose Field');
  await wendy.page.getByLabel('When was it offered?').fill(today);
  await choose(wendy, 'Is the offer in the letter', 'No');
  await wendy.fill({ 'What is the meeting about?': 'How can Max see his mum, and who helps Rose?' });
  await wendy.press('Offer a family meeting');

  await rose.page.goto('/track');
  await rose.at('Follow what you asked for');
  await rose.fill({ 'Your reference': told[0], 'Your code': told[1] });
  await rose.press('Open');
  await rose.at('Where things stand');
  await rose.page.getByRole('link', { name: 'What we decided' }).click();
  await rose.at('A letter');
  await expect(rose.page.getByText('A bed, this week')).toBeVisible();
  await rose.page.goto('/track/case');
  await open(rose, 'Say yes or no to the meeting');
  await choose(rose, 'Who is it about?', 'Rose Field');
  await choose(rose, 'Do they want the meeting?', 'Yes');
  await rose.press('Say yes or no to the meeting');
  await rose.at('Where things stand');

  await cora.page.goto(home);
  await open(cora, 'Think about somebody of the family network');
  await choose(cora, 'Who is it about?', 'Rose Field');
  await choose(cora, 'Is it right for the child', 'Yes');
  await cora.page.getByLabel('Why?').fill('She cares for Max.');
  await cora.press('Think about somebody');
  await open(cora, 'Invite somebody');
  await choose(cora, 'Who is it about?', 'Rose Field');
  await cora.page.getByLabel('On which day?', { exact: true }).fill(later(14));
  await cora.fill({ 'At what time?': '10 o’clock', 'Where?': 'The family hub' });
  await cora.press('Invite somebody');
  await expect(cora.page.getByRole('alert')).toContainText('what this person may be told');
  await cora.page.goto(home);
  await cora.at('Max Field, with Rose Field');
  await cora.page.goto(`${home}/chronology`);
  await cora.at(/What happened/);
  await mia.page.goto('/cases/borsetshire/overview');
  await mia.at('All cases');
  await mia.page.goto('/cases/borsetshire/sums');
  await mia.at('Sums');
  await mia.page.goto('/cases/borsetshire/seen');
  await mia.at('Who looked, who did');
  await mia.page.goto('/cases/borsetshire/returns');
  await mia.at('Yearly returns');
  await expect(mia.page.getByText('Max Field: the child’s sex').first()).toBeVisible();
  await mia.page.goto('/cases/borsetshire/retention');
  await mia.at('How long cases are kept');
  await expect(mia.page.getByRole('heading', { name: 'Nobody can say until when' })).toBeVisible();
  await open(mia, 'Hold it', 'Hold the case');
  await choose(mia, 'What needs the case?', 'a court');
  await mia.page.getByLabel('Why?').fill('A court asks what we knew.');
  await mia.page.getByLabel('Looked at again on').fill(later(60));
  await mia.press('Hold the case');
  await mia.at('Max Field, with Rose Field');
  await mia.page.goto('/cases/borsetshire/retention');
  await mia.at('How long cases are kept');
  await expect(mia.page.getByText('A court asks what we knew.')).toBeVisible();
  await open(mia, 'End the hold');
  await mia.page.goto('/cases/borsetshire/complaints');
  await mia.at(/^Complaints from 1 April/);
  await mia.page.goto('/cases/acts');
  await mia.at('What can be done in a case');
});

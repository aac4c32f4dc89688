// A carer asks for updates on a phone, confirms from the mail, is told when an edition changes something, and stops in one
// click. The mail is read where the program puts it: in the folder `mail` of what it keeps.

import { expect, test } from './council.mjs';
import { Officer, day, invited, letters, setUp } from './officer.mjs';

test.describe.configure({ timeout: 240_000 });

const CARER = 'rose@example.org';

/** The first link of this kind in a letter. */
const link = (words, kind) => words.match(new RegExp(`http://[^\\s"<>]+/updates/${kind}/[A-Za-z0-9_-]+`))[0];

test('a carer hears of what changes, and stops in one click', async ({ page, browser, council, request }) => {
  const olive = await setUp(page, council);
  const ada = await invited(browser, council, olive, 'ada', 'lead');
  const grace = await invited(browser, council, olive, 'grace', 'publisher');
  const olga = await invited(browser, council, olive, 'olga', 'organiser');

  const rose = new Officer(await (await browser.newContext({ baseURL: council.address })).newPage(), 'rose');
  await rose.page.goto('/updates?host=borsetshire');
  await rose.at('Updates by email');
  await rose.fill({ 'Your email address': 'rose' });
  await rose.press('Ask for updates');
  await rose.at('Updates by email');
  await expect(rose.page.getByRole('alert')).toContainText('Enter an email address');
  await rose.fill({ 'Your email address': CARER });
  await rose.page.getByLabel('Everything in the offer').check();
  await rose.press('Ask for updates');
  await rose.at('Look at your mail');
  const [asked] = await letters(council.data, CARER, []);
  await rose.page.goto(new URL(link(asked, 'confirm')).pathname);
  await rose.at('Do you want these updates?');
  await rose.press('Yes, send me updates');
  await rose.at('You get updates');

  await ada.page.goto('/publish/borsetshire/new/service');
  const box = (key) => ada.page.locator(`[name="value:${key}"]`).first();
  await box('name').fill('A group for carers');
  await box('summary').fill('Carers meet each month and talk.');
  await box('published').fill('For every kinship carer, whatever the order.');
  await box('').fill('may when\n  child_age < 18\n  because  You care for a child.\notherwise no\n  because  The child is grown up.');
  await ada.press('Save');
  await ada.page.goto('/publish/borsetshire/consultation');
  await ada.fill({ 'What it is about': 'The draft offer', 'First day': day(-20), 'Last day': day(-2) });
  await ada.page.locator('[name="how:kinship carers"]').fill('two evenings at the hub');
  await ada.press('Keep it');
  await ada.page.getByText('Write the report').first().waitFor();
  await ada.page.locator('[name=words]').fill('Twelve carers came.');
  await ada.page.locator('[name=changed]').fill('The sums are in the offer now.');
  await ada.press('Keep the report');
  await ada.page.goto('/publish/borsetshire/editions');
  await ada.page.getByLabel('An update').check();
  await ada.fill({ 'Who approved it in the council': 'Cabinet', 'Minute or decision number': '114' });
  await ada.press('Send it on');
  await grace.page.goto('/publish/borsetshire/editions');
  await grace.press('Publish it');

  const [update] = await letters(council.data, CARER, ['List-Unsubscribe-Post: List-Unsubscribe=One-Click']);
  expect(update).toContain('A group for carers');
  expect(update).toContain('multipart/alternative');
  const html = update.slice(update.indexOf('<!doctype html>'), update.indexOf('</html>') + 7);
  // In a page of its own: a mail program knows nothing of the rules of this site.
  const mail = new Officer(await (await browser.newContext()).newPage(), 'mail');
  await mail.page.setContent(html);
  await mail.at('What changed in the local offer of Borsetshire County Council');

  await rose.page.goto(new URL(link(update, 'mine')).pathname);
  await rose.at('Your updates');
  await rose.page.getByLabel('Once a month').check();
  await rose.press('Keep my choice');
  await expect(rose.page.getByRole('status')).toContainText('Your choice is kept');

  await olga.page.goto('/hosts/borsetshire/updates');
  await olga.at('Updates');
  await olga.fill({ Title: 'A summer picnic' });
  await olga.page.getByLabel('News', { exact: true }).fill('Bring a rug.\n\nIt is free.');
  await olga.press('Look at it before it goes');
  await olga.at('Look once more');
  await olga.press('Send it now');
  await olga.at('Updates');
  await expect(olga.page.getByRole('status')).toContainText('on its way');

  // One click, as a mail program does it: no page is opened.
  const stop = new URL(link(update, 'stop')).pathname;
  const done = await request.post(council.address + stop, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(done.status()).toBe(200);
  const gone = await rose.page.goto(new URL(link(update, 'mine')).pathname);
  expect(gone.status()).toBe(404);
  await rose.page.goto(stop).catch(() => {});
  expect(council.told()).not.toContain(CARER);
  expect(council.told()).not.toContain(stop);
});

// A workshop, from the organiser's desk to what people thought of it: carers book on a phone without an account, the list
// fills, somebody gives a place back by the link in the mail, the next one moves up and is told. The mail is read in the
// folder into which the server writes it.
//
// PICTURES=some/folder keeps a picture of each page at both widths, to look at.

import { expect, test } from './council.mjs';
import { Officer, day, invited, letters, setUp } from './officer.mjs';

test.describe.configure({ timeout: 240_000 });

const link = (mail) => new URL(mail.match(/http:\/\/\S+\/workshops\/booking\/[A-Za-z0-9_-]+/)[0]).pathname;

test('a list fills, a place is given back, and the next one moves up', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
  const oona = await invited(browser, council, olive, 'oona', 'organiser');
  const desk = '/hosts/borsetshire/workshops';

  await oona.page.goto('/hosts/borsetshire');
  await oona.page.getByRole('link', { name: 'Workshops and events' }).click();
  await oona.at('Workshops and events');
  await oona.page.getByRole('link', { name: 'Write a workshop' }).click();
  await oona.at('Write a workshop');
  await oona.press('Keep it');
  await expect(oona.page.getByRole('alert')).toContainText('Give the first day');
  await oona.say({
    title: 'Sleep and settling',
    summary: 'How children sleep after a hard time, and what helps.',
    about: 'We talk about evenings.\n\nBring your questions.',
    first: day(0), from: '00:00', to: '23:59', again: 'weekly', count: '3',
    venue_name: 'The Hub', venue_address: '160 Tooley Street, London', venue_postcode: 'SE1 2QH', venue_more: 'The bus stops at the door.',
    access: 'step-free', places: '1', phone: '020 7946 0000', closes: '0', certificate: 'yes',
  });
  await oona.press('Keep it');
  await oona.at('Sleep and settling');
  await oona.press('Publish it');
  await oona.at('Sleep and settling');
  await expect(oona.page.getByText('Public.')).toBeVisible();

  const carer = async (name) => {
    const context = await browser.newContext({ baseURL: council.address, ...test.info().project.use });
    return new Officer(await context.newPage(), name);
  };
  const rose = await carer('rose');
  await rose.page.goto('/workshops');
  await rose.at('Workshops and events');
  await rose.page.getByText('Choose more').click();
  await rose.say({ postcode: 'nonsense' });
  await rose.press('Look');
  await expect(rose.page.getByRole('alert')).toBeVisible();
  await rose.say({ postcode: 'SE1 2QH' });
  await rose.press('Look');
  await rose.at('Workshops and events');
  expect(rose.page.url()).not.toContain('SE1');
  await rose.page.getByRole('link', { name: 'Sleep and settling' }).click();
  await rose.at('Sleep and settling');
  // The second week, so that it is still to come.
  const week = day(7);
  const form = `/workshops/borsetshire/sleep-and-settling/book?on=${week}`;
  await rose.page.locator(`a[href="${form}"]`).click();
  await rose.at('Book a place');
  await rose.press('Book a place');
  await expect(rose.page.getByRole('alert')).toContainText('Write what we should call you');
  await rose.at('Book a place');
  await rose.say({ name: 'Rose', channel: 'email', email: 'rose@example.org', may_name: 'yes' });
  await rose.press('Book a place');
  await rose.at('You have a place');

  const max = await carer('max');
  await max.page.goto(form);
  await max.at('Join the waiting list');
  await max.say({ name: 'Max', channel: 'email', email: 'max@example.org' });
  await max.press('Join the waiting list');
  await max.at('You are on the waiting list');
  const [first] = await letters(council.data, 'max@example.org', ['something new to read']);
  expect(first).not.toContain('Sleep');
  expect(first).toContain('Subject: There is something to read');

  const [mail] = await letters(council.data, 'rose@example.org', ['You have a place', 'Sleep and settling']);
  await rose.page.goto(link(mail));
  await rose.at('You have a place');
  await rose.press('Give my place back');
  await rose.at('You gave your place back');
  await letters(council.data, 'max@example.org', ['something new to read'], 2);
  await max.page.goto(link(first));
  await max.at('You have a place');

  await oona.page.goto(`${desk}/sleep-and-settling/on/${week}`);
  await oona.at('Who booked');
  await expect(oona.page.getByText('max@example.org')).toBeVisible();
  await expect(oona.page.getByText('rose@example.org')).toHaveCount(0);
  await oona.say({ words: 'Bring a blanket.' });
  await oona.press('Send it');
  await oona.at('Who booked');
  await letters(council.data, 'max@example.org', ['something new to read'], 3);
  await max.page.reload();
  await expect(max.page.getByText('Bring a blanket.')).toBeVisible();
  await oona.page.goto(`${desk}/sleep-and-settling/on/${day(14)}`);
  await oona.page.getByText('Call this off').first().click();
  await oona.say({ why: 'The hub is shut.' });
  await oona.press('Call it off');
  await oona.at('Who booked');
  await expect(oona.page.getByText('The hub is shut.').first()).toBeVisible();

  // Eight days later: who came, what they thought.
  const later = await council.later(8);
  const at = async (name) => {
    const context = await browser.newContext({ ...test.info().project.use, baseURL: later });
    return new Officer(await context.newPage(), name);
  };
  const again = await at('oona');
  again.secret = oona.secret;
  await again.signIn(8);
  await again.page.goto(`${desk}/sleep-and-settling/on/${week}`);
  await again.at('Who booked');
  await again.page.getByLabel('Did Max come?').selectOption('yes');
  await again.press('Keep who came');
  await again.at('Who booked');
  const guest = await at('max');
  await guest.page.goto(link(first));
  await guest.at('Thank you for coming');
  const [sheet] = await Promise.all([guest.page.waitForEvent('download'), guest.page.getByRole('link', { name: 'as plain text' }).click()]);
  expect(sheet.suggestedFilename()).toBe('certificate.txt');
  await guest.page.getByLabel('A lot').check();
  await guest.page.locator('[name=words]').fill('Very calm.');
  await guest.press('Send it');
  await expect(guest.page.getByText('and not by whom')).toBeVisible();
  await again.page.goto(`${desk}/sleep-and-settling`);
  await expect(again.page.getByText('Fewer than five people have answered')).toBeVisible();
  await expect(again.page.getByText('Very calm')).toHaveCount(0);
});

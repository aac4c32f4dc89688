// A peer group: an organiser of a charity puts it on the list, a carer finds it, and one click in a letter keeps it there.

import { expect, test } from './council.mjs';
import { Officer, invited, letters, setUp } from './officer.mjs';

test.describe.configure({ timeout: 240_000 });

const group = {
  name: 'Tea and talk',
  summary: 'Grandparents meet, and talk about what is hard.',
  rhythm: 'weekly',
  day: 'Tuesday',
  from: '10:00',
  to: '12:00',
};

test('a group is put on the list, found, and kept true by one click', async ({ page, browser, council, context }) => {
  const olive = await setUp(page, council);
  const orla = await invited(browser, council, olive, 'orla', 'organiser');
  await orla.page.goto('/hosts/borsetshire');
  await orla.page.getByRole('link', { name: 'Groups' }).first().click();
  await orla.at('Groups');
  await orla.page.getByRole('link', { name: 'Add a group' }).click();
  await orla.at('A new group');
  await orla.say({ ...group, postcode: 'nowhere' });
  await orla.press('Put it on the list');
  await orla.at('A new group');
  await expect(orla.page.getByRole('alert')).toContainText('There is a problem');
  await expect(orla.page.locator('[name=summary]')).toHaveValue(group.summary);
  await orla.say({ sensitive: 'yes', area: 'the north of Gateshead', postcode: '', welcomes: 'grandparents', organiser: 'rose@example.org' });
  await orla.press('Put it on the list');
  await orla.at('Tea and talk');
  await expect(orla.page.getByText('On the list until')).toBeVisible();

  const carer = new Officer(await (await browser.newContext({ baseURL: council.address, ...test.info().project.use })).newPage(), 'carer');
  await carer.page.goto('/groups');
  await carer.at('Groups');
  await carer.page.getByText('Choose more').click();
  await carer.say({ whom: 'grandparents', postcode: 'NE8 1HH' });
  await carer.press('Look');
  await carer.at('Groups');
  expect(new URL(carer.page.url()).search).toBe('');
  await carer.say({ postcode: '' });
  await carer.press('Look');
  await carer.page.getByRole('link', { name: 'Tea and talk' }).click();
  await carer.at('Tea and talk');
  await expect(carer.page.getByText('Only the area is shown')).toBeVisible();
  expect(await carer.page.content()).not.toContain('NE8');

  // Eight days later the organiser is asked; opening the link says nothing, the button does.
  const later = await council.later(8);
  const [words] = await letters(council.data, 'rose@example.org', ['/groups/met/']);
  expect(words).not.toContain('Subject: Tea');
  const link = new URL(words.match(/http:\/\/[^\s]+\/groups\/met\/[A-Za-z0-9_-]+/)[0]).pathname;
  const rose = new Officer(await (await browser.newContext({ baseURL: later, ...test.info().project.use })).newPage(), 'rose');
  await rose.page.goto(link);
  await rose.at(/Did it meet on Tuesday/);
  await rose.page.goto('/groups');
  await expect(rose.page.getByText('New here since').first()).toBeVisible();
  await rose.page.goto(link);
  await rose.press('Yes, it met');
  await rose.at('Thank you');
  await rose.page.goto('/groups');
  await expect(rose.page.getByText('its organiser says').first()).toBeVisible();
  // After a hundred more days without a word it is gone, and says why.
  const gone = await council.later(120);
  const late = new Officer(await (await browser.newContext({ baseURL: gone, ...test.info().project.use })).newPage(), 'late');
  await late.page.goto('/groups');
  await expect(late.page.getByText('Tea and talk')).toHaveCount(0);
  await late.page.goto('/groups/borsetshire/tea-and-talk');
  await late.at('This group is not on the list now');
  await letters(council.data, 'rose@example.org', ['It left the public list']);
  expect((await context.cookies()).every((cookie) => cookie.name.startsWith('kith'))).toBe(true);
});

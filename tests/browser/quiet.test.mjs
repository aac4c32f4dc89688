// Nothing a carer answers is left anywhere but in one sealed cookie: not in an address, not in the browser's stores,
// not in what the server writes.

import { readFileSync } from 'node:fs';
import { Carer, asked as placed, grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { councils, isKnown } from './routes.mjs';
import { log } from './server.mjs';

const COOKIE = /^(?:__Host-)?kith$/;
/** What an address may say beside its path: the page the reader came from. */
const MAY_SAY = /^(?:|\?from=(?:next|more|answers|result))$/;
/** A postcode and a day that no other test uses, so that a trace of them is a trace of this one. */
const POSTCODE = 'SE15 3QQ';
const family = { ...grandmother, child_dob: '2018-10-29', arrangement_start: '2026-07-13' };
const TRACES = [/SE15(?:\+|%20| )?3QQ/i, /2018-10-29/, /29 October 2018/, /2026-07-13/];

test('no answer is in an address, a store or a log', async ({ page, context, asked, baseURL, javaScriptEnabled }) => {
  const carer = new Carer(page, family);
  const responses = [];
  context.on('response', (response) => responses.push(response));
  await carer.begin(POSTCODE);
  await carer.answerAll();
  await page.goto('/find/answers');
  await expect(page.getByText('29 October 2018')).toBeVisible();
  await carer.press(page.locator('a[href^="/find/question/carer_relation"]'));
  await carer.answer();
  await page.goto('/find/what-if/order_type');
  await carer.fill('SGO');
  await carer.press(page.getByRole('button', { name: 'Show what would change' }));

  const answers = Object.values(family).filter((answer) => answer.length > 4);
  const telling = asked.filter((address) => {
    const { pathname, search, hash } = new URL(address);
    return !isKnown(pathname) || !MAY_SAY.test(search) || hash || answers.some((answer) => address.includes(answer));
  });
  expect(telling, 'addresses that may say an answer').toEqual([]);

  const careless = [];
  for (const response of responses) {
    const headers = await response.allHeaders();
    const { pathname } = new URL(response.url());
    const faults = [
      headers['referrer-policy'] !== 'no-referrer' && 'may name where the reader came from',
      !headers['content-security-policy']?.includes("default-src 'none'") && 'has no strict content policy',
      pathname.startsWith('/find') && !headers['cache-control']?.includes('no-store') && 'may be stored',
      (await response.request().allHeaders()).referer && 'was asked for with a referrer',
    ];
    careless.push(...faults.filter(Boolean).map((fault) => `${pathname} ${fault}`));
  }
  expect([...new Set(careless)]).toEqual([]);

  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toEqual([expect.stringMatching(COOKIE)]);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1, path: '/' });
  const plain = Buffer.from(cookies[0].value, 'base64url').toString('latin1') + cookies[0].value;
  expect(TRACES.filter((trace) => trace.test(plain))).toEqual([]);

  if (javaScriptEnabled) {
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      cookie: document.cookie,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookie: '' });
  }

  const written = readFileSync(log, 'utf8');
  expect(TRACES.filter((trace) => trace.test(written)), 'in what the server wrote').toEqual([]);
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test('reading sets no cookie', async ({ page, context }) => {
  for (const address of ['/', '/law', '/councils', ...councils, '/glossary', '/find/question', '/find/answer']) {
    await page.goto(address);
    expect(await context.cookies(), address).toEqual([]);
  }
});

test('what is saved has a plain name and says nothing to others', async ({ context }) => {
  await tell(context, 'SE15 5EB', { ...placed, arrangement_start: '2026-11-20' });
  const calendar = await context.request.get('/find/dates.ics');
  expect(calendar.headers()['content-disposition']).toBe('attachment; filename="dates.ics"');
  const entries = (await calendar.text()).split(/\r?\n/);
  expect(entries.filter((line) => line.startsWith('SUMMARY')).length).toBeGreaterThan(0);
  expect(entries.filter((line) => line.startsWith('SUMMARY') && line !== 'SUMMARY:Reminder')).toEqual([]);
  expect(entries.filter((line) => /kith|child|care|council|order|assess/i.test(line))).toEqual([]);
  const letter = await context.request.post('/letters/child-needs-assessment/file', { form: { format: 'txt' } });
  expect(letter.headers()['content-disposition']).toBe('attachment; filename="letter.txt"');
});

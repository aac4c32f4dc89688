// The whole site by its own links: nothing leads nowhere, no page is missing from the table of routes, and the first
// page is small. No browser is needed for this, so it runs once.

import { expect, test } from './fixtures.mjs';
import { data, exit, isKnown } from './routes.mjs';

const FIRST_PAGE_BYTES = 60 * 1024;
const AT_ONCE = 4;

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&#x26;', '&');

/** The addresses on this site that a page names. */
function linksOf(html, from) {
  const found = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, link]) => new URL(unescaped(link), from));
  return found.filter((link) => link.origin === new URL(from).origin).map((link) => link.pathname + link.search);
}

test('every link leads somewhere', async ({ baseURL }) => {
  // Some 2,400 addresses, one by one: on a busy machine that is more than a page may take.
  test.setTimeout(240_000);
  const seen = new Map([['/', 'the start'], ['/law', 'the start']]);
  const queue = [...seen.keys()];
  const broken = [];
  const unknown = new Set();
  const visit = async (address) => {
    const response = await fetch(baseURL + address, { redirect: 'manual' });
    const text = await response.text();
    if (response.status >= 400) {
      broken.push(`${address} answers ${response.status}; named on ${seen.get(address)}`);
    }
    const { pathname } = new URL(address, baseURL);
    if (!isKnown(pathname)) {
      unknown.add(pathname);
    }
    if (!response.headers.get('content-type')?.startsWith('text/html')) {
      return;
    }
    for (const link of linksOf(text, baseURL + address)) {
      if (link !== exit && !seen.has(link)) {
        seen.set(link, address);
        queue.push(link);
      }
    }
  };
  while (queue.length) {
    await Promise.all(queue.splice(0, AT_ONCE).map(visit));
  }
  expect.soft(broken).toEqual([]);
  expect.soft([...unknown], 'addresses outside the table of routes').toEqual([]);
  expect(seen.size).toBeGreaterThan(300);
});

test('data is JSON', async ({ baseURL }) => {
  for (const address of data.filter((one) => one.endsWith('.json'))) {
    const response = await fetch(baseURL + address);
    expect.soft(response.status, address).toBe(200);
    expect.soft(response.headers.get('content-type'), address).toMatch(/^application\/(\w+\+)?json/);
    await response.json();
  }
});

test('the first page is small with all that it loads', async ({ page }) => {
  const responses = [];
  const hear = (response) => responses.push(response);
  page.on('response', hear);
  // The icon may come after all else: only what was asked for until the line is quiet is read, and nothing later.
  await page.goto('/', { waitUntil: 'networkidle' });
  page.off('response', hear);
  const bodies = await Promise.all(responses.map((response) => response.body()));
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
});

// What must be so on every page.

import axe from 'axe-core';
import { expect } from './fixtures.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each fault against WCAG 2.2 AA as a line: the rule, the place, what is wrong. */
export async function accessibilityFaults(page) {
  // Where scripts are turned off, the page has been read without them; only for axe's own timers are they let run.
  const scripted = await page.evaluate("matchMedia('(scripting: enabled)').matches");
  const tools = await page.context().newCDPSession(page);
  const disabled = (value) => tools.send('Emulation.setScriptExecutionDisabled', { value });
  if (!scripted) {
    await disabled(true);
    await disabled(false);
  }
  const violations = await page.evaluate(`window.axe || (() => { ${axe.source} })(); axe.run(document, {
    runOnly: ${JSON.stringify(RULES)},
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  }).then((found) => found.violations)`);
  await disabled(!scripted);
  await tools.detach();
  return violations.flatMap(({ id, impact, nodes }) => nodes.map((node) => {
    const why = node.failureSummary.split('\n').slice(1).join(' ').trim();
    return `${id} (${impact}) at ${node.target.join(' ')}: ${why}`;
  }));
}

/** What stands out of the page to the right, as selectors; empty where nothing does. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    const named = (one) => `${one.tagName.toLowerCase()}${one.className ? `.${String(one.className).replaceAll(' ', '.')}` : ''}`;
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 0.5);
    return [`the page is ${document.documentElement.scrollWidth} wide on ${width}`, ...out.slice(0, 5).map(named)];
  });
}

/** Opens everything that is folded away. */
export function unfold(page) {
  return page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
}

/** Folds everything away again. */
export function fold(page) {
  return page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = false; }));
}

/** The first two things that Tab leads to, as their words. */
export async function firstStops(page) {
  const stops = [];
  for (let count = 0; count < 2; count += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => (document.activeElement?.textContent ?? '').trim()));
  }
  return stops;
}

/** Titles show in a browser's history and in its tabs, where others may look. */
const TELLING = /abus|violen|harm|neglect|violat|refuge|danger|died|death|drug|alcohol|prison/i;

/** One heading, a title that gives nothing away, a language, and nothing that needs sideways scrolling. */
export async function frame(page) {
  await expect.soft(page.locator('h1')).toHaveCount(1);
  await expect.soft(page.locator('h1')).not.toBeEmpty();
  const title = await page.title();
  expect.soft(title.trim(), 'the title').not.toBe('');
  expect.soft(title, 'the title').not.toMatch(TELLING);
  await expect.soft(page.locator('html')).toHaveAttribute('lang', /^(en|ur)/);
  expect.soft(await overflow(page), 'what overflows').toEqual([]);
}

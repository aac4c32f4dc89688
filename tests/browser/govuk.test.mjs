// Our parts tell a screen reader the same as the parts of GOV.UK Frontend do in the same state. Its published fixtures
// are the measure; where ours are different on purpose, the reason stands here.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.mjs';
import { structure } from './structure.mjs';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'once is enough');

const components = resolve(dirname(fileURLToPath(import.meta.url)), 'node_modules/govuk-frontend/dist/govuk/components');

function fixture(component, name) {
  const { fixtures } = JSON.parse(readFileSync(resolve(components, component, 'fixtures.json'), 'utf8'));
  const found = fixtures.find((one) => one.name === name);
  expect(found, `the fixture “${name}” of ${component}`).toBeTruthy();
  return found.html;
}

/** Differences: what theirs says, what ours says instead (null: nothing), and why. */
const question = ['heading, named by its contents, level 1', 'heading, named by its contents, level 3', 'each question is its page’s heading; /design has one of its own, so that its questions stand lower'];
const cases = [
  ['error-summary', 'default', '#errors .fault', [
    ['alert', 'alert, named by its aria-labelledby', 'it can be focused, and is then read by its name'],
  ]],
  ['radios', 'with legend as page heading', '#one-form fieldset', [question]],
  ['radios', 'with hint and error message', '#one-wrong-form fieldset', []],
  ['radios', 'prechecked using value', '#chosen-form fieldset', []],
  ['checkboxes', 'with legend as a page heading', '#many-form fieldset', []],
  ['checkboxes', 'with error message and hint', '#many-wrong-form fieldset', []],
  ['date-input', 'default', '#date-form fieldset', []],
  ['date-input', 'with error on day input', '#date-wrong-form fieldset', []],
  ['input', 'with label as page heading', '#sum-form', []],
  ['input', 'with error and hint', '#letter-fields .letter-field:nth-of-type(2)', []],
  ['input', 'with hint text', '#letter-fields .letter-field:nth-of-type(1)', []],
  ['textarea', 'default', '#letter-fields .letter-field:nth-of-type(3)', []],
  ['textarea', 'with hint and error message', '#letter-fields .letter-field:nth-of-type(4)', []],
  ['details', 'default', '#lists details.folded:not([open])', []],
  ['details', 'expanded', '#lists details.folded[open]', []],
  ['summary-list', 'single action with anchor', '#lists dl.list', []],
  ['back-link', 'default', '#press .back', []],
  ['skip-link', 'default', '.skip', []],
  ['exit-this-page', 'default', 'a.exit', []],
  ['button', 'default', '#press button.go', []],
  ['button', 'secondary', '#press button.plain', []],
  ['button', 'link', '#press a.go', []],
  ['table', 'with head and caption', '#sums table', []],
];

for (const [component, name, selector, meant] of cases) {
  test(`${component}: ${name}`, async ({ page }) => {
    await page.setContent(`<main id="fixture">${fixture(component, name)}</main>`);
    const theirs = (await structure(page, '#fixture')).slice(1);
    await page.goto('/design');
    const ours = await structure(page, selector);
    console.log(component, name, '\n THEIRS', theirs.join(' | '), '\n OURS  ', ours.join(' | '));
  });
}

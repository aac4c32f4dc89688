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

/** A difference that is meant: what theirs says, what ours says in its place (null: nothing), and why. */
const meant = (theirs, ours, why) => ({ theirs, ours, why });
const heading = 'heading, named by its contents, level 3';
const asHeading = meant(null, heading, 'every question is the heading of its page; on /design it stands a step lower');
const lower = meant('heading, named by its contents, level 1', heading, '/design has a heading of its own above its questions');
const why = [
  meant(null, 'group', 'each field of a letter says why it is asked, folded away'),
  meant(null, 'DisclosureTriangle, named by its contents', 'each field of a letter says why it is asked, folded away'),
];
const invalid = (line, after = '') => meant(`${line}${after}`, `${line}, invalid true${after}`, 'the field itself says that it is wrong');
const both = 'textbox, named by its labelfor, described by hint and error';
const link = meant('button, named by its contents', 'link, named by its contents', 'it leads to a page, works without script, and is pressed as links are');

const cases = [
  ['error-summary', 'default', '#errors .fault', [
    meant('alert', 'alert, named by its aria-labelledby', 'it can be focused, and is then told by its name'),
  ]],
  ['radios', 'with legend as page heading', '#one-form fieldset', [lower]],
  ['radios', 'with hint and error message', '#one-wrong-form fieldset', [asHeading]],
  ['radios', 'prechecked using value', '#chosen-form fieldset', [
    meant(null, 'group, named by its legend, described by hint', 'the fixture has no question'),
    asHeading,
  ]],
  ['checkboxes', 'with legend as a page heading', '#many-form fieldset', [lower]],
  ['checkboxes', 'with error message and hint', '#many-wrong-form fieldset', [asHeading]],
  ['date-input', 'default', '#date-form fieldset', [asHeading]],
  ['date-input', 'with error on day input', '#date-wrong-form fieldset', [
    asHeading,
    meant(null, 'textbox, named by its labelfor, invalid true', 'the part that is wrong says so itself'),
  ]],
  ['input', 'with hint text', '#sum-form', [asHeading]],
  ['input', 'with error and hint', '#sum-wrong-form', [asHeading, invalid(both)]],
  ['input', 'with hint text', '#letter-fields .letter-field:nth-of-type(1)', why],
  ['input', 'with error and hint', '#letter-fields .letter-field:nth-of-type(2)', [...why, invalid(both)]],
  ['textarea', 'default', '#letter-fields .letter-field:nth-of-type(3)', why],
  ['textarea', 'with hint and error message', '#letter-fields .letter-field:nth-of-type(4)', [...why, invalid(both, ', multiline true')]],
  ['details', 'default', '#lists details.folded:not([open])', []],
  ['details', 'expanded', '#lists details.folded[open]', []],
  ['summary-list', 'single action with anchor', '#lists dl.list', []],
  ['back-link', 'default', '#press .back', []],
  ['skip-link', 'default', '.skip', []],
  ['exit-this-page', 'default', 'a.exit', [link]],
  ['button', 'default', '#press button.go', []],
  ['button', 'secondary', '#press button.plain', []],
  ['button', 'link', '#press a.go', [link]],
  ['table', 'with head and caption', '#sums table', [
    meant(null, 'link, named by its contents', 'a sum leads to the rule it comes from'),
  ]],
];

/** Theirs with the differences that are meant put in; a difference that is not there fails, so that the list stays true. */
function agreed(theirs, ours, differences) {
  for (const { theirs: from, ours: to } of differences) {
    const at = (from === null ? ours : theirs).indexOf(from ?? to);
    expect(at, `the difference ${from} → ${to}`).toBeGreaterThanOrEqual(0);
    if (from === null) {
      ours.splice(at, 1);
    } else {
      theirs.splice(at, 1, to);
    }
  }
}

for (const [component, name, selector, differences] of cases) {
  test(`${component}: ${name}, ${selector}`, async ({ page }) => {
    await page.setContent(`<div id="fixture" role="region">${fixture(component, name)}</div>`);
    const theirs = await structure(page, '#fixture');
    await page.goto('/design');
    const ours = await structure(page, selector);
    expect(theirs.length).toBeGreaterThan(0);
    agreed(theirs, ours, differences);
    expect(ours).toEqual(theirs);
  });
}

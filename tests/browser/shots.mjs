// Pictures of the main pages at both widths, for people to look at: node shots.mjs FOLDER

import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { desktop, launch, phone } from './browser.mjs';
import { asked, grandmother, tell } from './family.mjs';
import { councils } from './routes.mjs';
import { start } from './server.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('Say where the pictures go: node shots.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const post = (address, form) => (context) => context.request.post(address, { form, maxRedirects: 0 });
const told = (family) => (context) => tell(context, 'SE15 5EB', family);
const { arrangement_start: _, ...begun } = grandmother;

/** A name for the picture, an address, and what happens before. */
const pictures = [
  ['start', '/'],
  ['start-under-way', '/', told(begun)],
  ['council-found', '/find/council', told({})],
  ['council-choose', '/find/council'],
  ['elsewhere', '/find/elsewhere', post('/', { postcode: 'EH1 1YZ' })],
  ['question-choices', '/find/question/council_involvement_at_start', told({})],
  ['question-date', '/find/question/child_dob', told({})],
  ['question-money', '/find/question/savings', told({})],
  ['question-many', '/find/question/otherwise_in_care_evidence', told({})],
  ['question-taken', '/find/question/child_lives_with_carer', told(grandmother)],
  ['answers', '/find/answers', told(grandmother)],
  ['result', '/find/answer', told(grandmother)],
  ['result-empty', '/find/answer'],
  ['result-disputed', '/find/answer', told(asked)],
  ['detail-child-benefit', '/find/answer/child_benefit', told(grandmother)],
  ['detail-disputed', '/find/answer/status_challenge', told(asked)],
  ['detail-fostering', '/find/answer/fostering_allowance', told(asked)],
  ['what-if', '/find/what-if', told(grandmother)],
  ['what-if-changes', '/find/what-if', async (context) => {
    await told(grandmother)(context);
    await post('/find/what-if', { fact: 'order_type', value: 'SGO' })(context);
  }],
  ['services', '/services'],
  ['councils', '/councils'],
  ...councils.map((address) => [address.slice(1).replace('/', '-'), address]),
  ['law', '/law'],
  ['law-support', '/law/support/sgo_support_assessment'],
  ['law-provision', '/law/provision/ca-1989/17%2810%29'],
  ['law-instrument', '/law/instrument/ca-1989'],
  ['law-instruments', '/law/instruments'],
  ['law-clocks', '/law/clocks'],
  ['law-clock', '/law/clock/social_care_assessment'],
  ['law-rates', '/law/rates'],
  ['law-rate', '/law/rate/child_benefit_eldest'],
  ['law-facts', '/law/facts'],
  ['law-offer-duties', '/law/offer-duties'],
  ['law-stories', '/law/stories'],
  ['law-story', '/law/story/leaving-care-sgo-17'],
  ['about', '/about'],
  ['privacy', '/privacy'],
  ['accessibility', '/accessibility'],
  ['safety', '/safety'],
  ['glossary', '/glossary'],
  ['not-found', '/no-such-page'],
];

const server = await start();
const browser = await chromium.launch({ ...launch, headless: true });
try {
  for (const [screen, viewport] of Object.entries({ phone, desktop })) {
    for (const [name, address, before] of pictures) {
      const context = await browser.newContext({ baseURL: server.address, viewport, locale: 'en-GB' });
      await before?.(context);
      const page = await context.newPage();
      await page.goto(address);
      await page.screenshot({ path: resolve(folder, `${name}-${screen}.png`), fullPage: true });
      await context.close();
    }
    const context = await browser.newContext({ baseURL: server.address, viewport, locale: 'en-GB' });
    const page = await context.newPage();
    await told(grandmother)(context);
    for (const [name, words] of [['found', 'guardain money'], ['nothing', 'xqzvw']]) {
      await page.goto('/services');
      await page.getByLabel('What are you looking for?').fill(words);
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await page.getByRole('heading', { name: 'What we found' }).waitFor();
      await page.screenshot({ path: resolve(folder, `services-${name}-${screen}.png`), fullPage: true });
    }
    await page.goto('/');
    await page.getByLabel('What is your postcode?').fill('ZZ99 9ZZ');
    await page.getByRole('button', { name: 'Find support', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.screenshot({ path: resolve(folder, `start-wrong-${screen}.png`), fullPage: true });
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}

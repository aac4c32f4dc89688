// Pictures of the main pages at both widths, for people to look at: node shots.mjs FOLDER [WORD IN THE NAME]

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

/** A name for the picture, an address, what happens before, and what is done on the page. */
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
  ['ur-start', '/ur'],
  ['ur-council', '/ur/find/council', told({})],
  ['ur-question', '/ur/find/question/carer_relation', told({})],
  ['ur-question-date', '/ur/find/question/child_dob', told({})],
  ['ur-result', '/ur/find/answer', told(grandmother)],
  ['ur-safety', '/ur/safety'],
  ['ur-arrived', '/ur/arrived'],
  ['ur-english', '/ur/law/support/child_benefit'],
  ['easy', '/easy'],
  ['easy-complain', '/easy/complain'],
  ['result-disputed', '/find/answer', told(asked)],
  ['detail-child-benefit', '/find/answer/child_benefit', told(grandmother)],
  ['detail-disputed', '/find/answer/status_challenge', told(asked)],
  ['detail-fostering', '/find/answer/fostering_allowance', told(asked)],
  ['what-if', '/find/what-if', told(grandmother)],
  ['what-if-changes', '/find/what-if', async (context) => {
    await told(grandmother)(context);
    await post('/find/what-if', { fact: 'order_type', value: 'SGO' })(context);
  }],
  ['dates', '/find/dates', told({ ...asked, arrangement_start: '2026-11-20' })],
  ['money', '/find/money', told({ ...grandmother, order_type: 'SGO' })],
  ['letters', '/letters', told(asked)],
  ['letter-form', '/letters/child-needs-assessment', told(asked)],
  ['letter', '/letters/child-needs-assessment', told(asked), async (page) => {
    await page.locator('#sender_name').fill('Ann Grey');
    await page.locator('#sender_address').fill('1 Long Lane\nLondon');
    await page.getByRole('button', { name: 'Write the letter' }).click();
    await page.getByRole('article').waitFor();
  }],
  ['arrived', '/arrived'],
  ['arrived-now-empty', '/arrived/now'],
  ['arrived-now', '/arrived/now', told({ ...asked, arrangement_start: '2026-11-20' })],
  ['placed', '/find/placed', told(asked)],
  ['private-fostering', '/find/private-fostering', told({ ...grandmother, carer_relation: 'cousin' })],
  ['changed', '/changed'],
  ['changed-money', '/changed/money', told({ ...grandmother, order_type: 'SGO' })],
  ['changed-order', '/changed/order'],
  ['young', '/young'],
  ['young-under-11', '/young/under-11'],
  ['young-11-to-15', '/young/11-to-15'],
  ['young-answer', '/young/answer', told({ child_dob: '2009-05-14', order_type: 'SGO', looked_after_ever: 'yes' })],
  ['council-young', '/council/southwark/young'],
  ['council-young-under-11', '/council/southwark/young/under-11'],
  ['council-young-11-to-15', '/council/southwark/young/11-to-15'],
  ['council-young-16-and-over', '/council/hertfordshire/young/16-and-over'],
  ['council-pack-school', '/council/southwark/pack/school'],
  ['council-pack-gp', '/council/southwark/pack/gp'],
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
  ['design', '/design'],
  ['not-found', '/no-such-page'],
].filter(([name]) => name.includes(process.argv[3] ?? ''));

const server = await start();
const browser = await chromium.launch({ ...launch, headless: true });
try {
  for (const [screen, viewport] of Object.entries({ phone, desktop })) {
    for (const [name, address, before, then] of pictures) {
      const context = await browser.newContext({ baseURL: server.address, viewport, locale: 'en-GB' });
      await before?.(context);
      const page = await context.newPage();
      await page.goto(address);
      await then?.(page);
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

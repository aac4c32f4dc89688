import { resolve } from 'node:path';
import { test } from './fixtures.mjs';
import { day, invited, setUp } from './officer.mjs';
import { left, start } from './server.mjs';
test.describe.configure({ timeout: 240_000 });
test('look', async ({ browser }) => {
  const server = await start(resolve(left, 'tmp.log'));
  const use = test.info().project.use;
  const page = await (await browser.newContext({ ...use, baseURL: server.address })).newPage();
  const olive = await setUp(page, server, { choose: 'southwark' });
  const wendy = await invited(browser, server, olive, 'wendy', 'worker', 'southwark');
  const mia = await invited(browser, server, olive, 'mia', 'manager', 'southwark');
  for (const one of [wendy, mia]) one.page.setDefaultTimeout(8000);
  await wendy.page.goto('/cases/southwark/new');
  await wendy.say({ child_name: 'Max Field', child_born: '2019-03-02', carer_name: 'Rose Field', carer_is: 'grandmother', opened_because: 'Rose rang' });
  await wendy.page.locator('button.go').click();
  await wendy.page.waitForLoadState('domcontentloaded');
  const home = new URL(wendy.page.url()).pathname;
  await wendy.does('Add somebody', { name: 'Dawn Field', part: 'parent', relationship: 'mother' });
  await wendy.does('Ask for help', { asked_by: 'carer', asked_how: 'phone', asked_on: day(), what_happened: 'x', what_is_needed: 'money', consent: 'yes' });
  await wendy.does('Decide what happens next', { next: 'assess', reason: 'x', offer_given: 'yes' });
  await wendy.does('Begin an assessment', { assessment_kind: 'child_in_need', assessed_for: 'Max Field' });
  await wendy.does('Write down the child’s wishes and feelings', { child_wishes: 'x', wishes_how: 'x' });
  await wendy.does('Write down the needs', { 'needs.0.need': 'Money', 'needs.0.shown_by': 'x', 'needs.0.whose': 'carer', carer_views: 'x' });
  await wendy.page.getByRole('link', { name: 'Conclude the assessment', exact: true }).click();
  const supports = wendy.page.locator('select[name^="supports_considered."]');
  for (const [place, select] of (await supports.all()).entries()) {
    if (await select.inputValue()) await wendy.say({ [`supports_considered.${place}.thought`]: 'We looked at it.' });
  }
  await wendy.say({ summary: 'x' });
  if (!(await supports.first().inputValue())) await wendy.say({ 'supports_considered.0.support': 's17_assessment', 'supports_considered.0.thought': 'This is it.' });
  await wendy.press('Conclude the assessment');
  await wendy.page.goto(home);
  await wendy.does('Prepare a decision', {});
  await mia.page.goto(home);
  await mia.does('Decide', { 'needs_decided.0.answer': 'yes', 'needs_decided.0.what': 'An allowance', 'needs_decided.0.sum': '187', 'needs_decided.0.every': 'week', 'needs_decided.0.basis': 'fostering_minimum', 'needs_decided.0.start': day(), 'needs_decided.0.review_on': day(150), facts_relied_on: 'x', how_worked_out: 'The national minimum for his age.' });
  const shots = { home, sums: '/cases/southwark/sums?support=s17_assessment', seen: '/cases/southwark/seen', docket: '/cases/southwark', paper: `${home}/do/paper_given`, retention: '/cases/southwark/retention', complaints: '/cases/southwark/complaints', returns: '/cases/southwark/returns', needs: `${home}/do/plan_made` };
  await mia.page.goto(`${home}/do/case_restricted`);
  await mia.say({ reason: 'The mother works for the council.' });
  await mia.page.locator('button.go').click();
  await wendy.page.goto(`/cases/southwark/let-in/${home.split('/').pop()}`);
  await wendy.page.locator('#reason').fill('Rose rang: Max is missing.');
  await wendy.page.getByRole('button', { name: 'Let me in' }).click();
  shots.letin = `/cases/southwark/let-in/${home.split('/').pop()}`;
  for (const [name, address] of Object.entries(shots)) {
    const who = ['home', 'paper', 'needs'].includes(name) ? wendy : mia;
    await who.page.goto(address);
    for (const [size, width] of [['p', 360], ['d', 1280]]) {
      await who.page.setViewportSize({ width, height: 800 });
      await who.page.screenshot({ path: `/tmp/pics/z-${name}-${size}.png`, fullPage: true });
    }
  }
  await server.stop();
});

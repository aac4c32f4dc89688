// Signing in through a council's own sign-in, against a real provider: who may come in, and what is refused.
//
// Needs a program built with the feature `oidc`, named in KITH_OIDC_BIN.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { Officer, codeOf, invited, setUp } from './officer.mjs';
import { open } from './provider.mjs';
import { left, start } from './server.mjs';

const bin = process.env.KITH_OIDC_BIN;
const client = { id: 'kith at borsetshire', secret: 'a secret: with & signs / and % more' };

const ada = { email: 'ada@borsetshire.example', email_verified: true };
const people = {
  'ada-1': { claims: ada, amr: ['pwd'] },
  'ada-1-again': { claims: ada, amr: ['pwd', 'mfa'] },
  'ada-unproved': { claims: { ...ada, email_verified: false }, amr: ['pwd', 'mfa'] },
  'eve-1': { claims: { email: 'eve@borsetshire.example', email_verified: true }, amr: ['pwd', 'mfa'] },
  'olive-1': { claims: { email: 'olive@borsetshire.example', email_verified: true }, amr: ['pwd', 'mfa'] },
  'grace-away': { claims: { email: 'grace@elsewhere.example', email_verified: true }, amr: ['pwd', 'mfa'] },
};

const test = base.extend({
  provider: async ({}, use) => {
    const provider = await open(people);
    await use(provider);
    await provider.close();
  },
  council: async ({ provider }, use, info) => {
    const folder = mkdtempSync(resolve(left, 'sign-on-'));
    writeFileSync(join(folder, 'secret'), `${client.secret}\n`);
    writeFileSync(join(folder, 'councils.toml'), `[borsetshire]\nname = "Borsetshire County Council"\nissuer = "${provider.issuer}"\nclient = "${client.id}"\nsecret-file = "secret"\nmail-domain = "borsetshire.example"\n`);
    const log = resolve(left, `single-sign-on-${info.project.name.replaceAll(' ', '-')}.log`);
    const server = await start(log, { bin, args: ['--single-sign-on', join(folder, 'councils.toml')] });
    provider.serve(client, `${server.address}/account/sign-on/borsetshire/back`);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ council }, use) => use(council.address),
});

test.skip(!bin, 'KITH_OIDC_BIN names no program with single sign-on');
test.describe.configure({ timeout: 180_000 });

/** Somebody in a browser that nobody has used. */
async function fresh(browser, council, name) {
  const context = await browser.newContext({ baseURL: council.address, ...test.info().project.use });
  return new Officer(await context.newPage(), name);
}

/** Tells the provider who they are. */
async function tell(officer, subject) {
  await expect(officer.page.getByRole('heading', { level: 1 })).toHaveText('Council sign-in');
  expect(new URL(officer.page.url()).hostname).toBe('localhost');
  await officer.page.getByLabel('Who are you?').fill(subject);
  await officer.page.getByRole('button').press('Enter');
}

/** Presses the button that leads to the provider. */
async function off(officer) {
  await officer.page.getByRole('button', { name: 'Sign in with Borsetshire County Council' }).click();
}

/** Goes to the provider by the button, and says who they are. */
async function through(browser, council, subject) {
  const officer = await fresh(browser, council, subject);
  await officer.page.goto('/account/sign-in');
  await off(officer);
  await tell(officer, subject);
  return officer;
}

/** Begins a sign-in, and goes to the provider with something of it changed. */
async function tampered(browser, council, name, value, subject) {
  const officer = await fresh(browser, council, name);
  const answer = await officer.page.context().request.post('/account/sign-on/borsetshire', { form: { to: '/publish' } });
  expect(answer.status()).toBe(200);
  const there = new URL(answer.headers().refresh.replace('0; url=', ''));
  expect(there.searchParams.get(name)).toBeTruthy();
  there.searchParams.set(name, value);
  await officer.page.goto(String(there));
  await tell(officer, subject);
  return officer;
}

async function isOut(officer) {
  await officer.page.goto('/publish');
  await officer.at('Sign in');
}

async function refused(officer, heading, words) {
  await officer.at(heading);
  await expect(officer.page.locator('main')).toContainText(words);
  await isOut(officer);
}

test('people of a council come in through its own sign-in, and nobody else', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
  const invitedAda = await invited(browser, council, olive, 'ada', 'lead');
  await invited(browser, council, olive, 'grace', 'publisher');

  await test.step('the first time, with our own second step', async () => {
    const officer = await through(browser, council, 'ada-1');
    await officer.at('Your code');
    await officer.page.goto('/publish');
    await officer.at('Your code');
    await officer.fill({ Code: codeOf(invitedAda.secret, 1) });
    await officer.press('Sign in');
    await officer.at('Your desk');
    await officer.page.goto('/account');
    await officer.at('Your account');
    await expect(officer.page.getByText('Signed in with Borsetshire County Council')).toBeVisible();
    await expect(officer.page.getByText('Signed in with a password')).toBeVisible();
    await officer.press('Sign out');
    await isOut(officer);
  });

  await test.step('from then on, with the second step of the council where it has one', async () => {
    const one = await through(browser, council, 'ada-1');
    await one.at('Your code');
    people['ada-1'].amr = ['pwd', 'mfa'];
    const two = await through(browser, council, 'ada-1');
    await two.at('Your desk');
    people['ada-1'].amr = ['pwd'];
  });

  await test.step('nobody who was not invited, whose address is not proved, or who has an address that was another\'s', async () => {
    await refused(await through(browser, council, 'eve-1'), 'You are not signed in', 'Nobody has invited you');
    await refused(await through(browser, council, 'ada-unproved'), 'You are not signed in', 'did not tell us an email address');
    await refused(await through(browser, council, 'ada-1-again'), 'You are not signed in', 'belongs to somebody who signed in here before');
    await refused(await through(browser, council, 'olive-1'), 'You are not signed in', 'not one that this sign-in opens');
    await refused(await through(browser, council, 'grace-away'), 'You are not signed in', 'Nobody has invited you');
    await refused(await through(browser, council, 'a stranger'), 'You are not signed in', 'did not sign you in');
  });

  await test.step('nothing that was tampered with', async () => {
    const over = ['That sign-in is over', 'Start again'];
    const not = ['We could not sign you in', 'does not belong to a sign-in that was begun here'];
    await refused(await tampered(browser, council, 'state', 'another', 'ada-1'), ...over);
    await refused(await tampered(browser, council, 'nonce', 'another', 'ada-1'), ...not);
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    await refused(await tampered(browser, council, 'code_challenge', challenge, 'ada-1'), ...not);
  });

  await test.step('no code twice, and none in another browser', async () => {
    const officer = await fresh(browser, council, 'replay');
    let back = '';
    officer.page.on('request', (request) => { back = request.url().includes('/back?') ? request.url() : back; });
    await officer.page.goto('/account/sign-on/borsetshire');
    await officer.at('Sign in');
    expect((await officer.page.context().cookies(council.address)).map((cookie) => cookie.name)).not.toContain('kith-sign-on');
    await off(officer);
    await expect(officer.page.getByRole('heading', { level: 1 })).toHaveText('Council sign-in');
    const way = (await officer.page.context().cookies(council.address)).find((cookie) => cookie.name === 'kith-sign-on');
    expect([way.sameSite, way.httpOnly]).toEqual(['Lax', true]);
    await tell(officer, 'ada-1');
    await officer.at('Your code');
    await officer.page.goto(back);
    await officer.at('That sign-in is over');
    await officer.page.context().addCookies([way]);
    await officer.page.goto(back);
    await officer.at('We could not sign you in');
    const other = await fresh(browser, council, 'other');
    await other.page.goto(back);
    await refused(other, 'That sign-in is over', 'Start again');
  });

  expect(council.told()).not.toContain('@borsetshire');
});

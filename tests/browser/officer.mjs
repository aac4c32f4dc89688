// People of a council at work, each in a browser of their own: how they come to have an account, and their second step.

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { desktop, phone } from './browser.mjs';
import { accessibilityFaults, overflow } from './checks.mjs';

/** The password of everybody here. */
export const PASSWORD = 'lantern orchard river';

/** A day from now on, as forms hold it. */
export function day(ahead = 0) {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** The code of an app for a secret in base 32, at a time step (RFC 6238). */
export function codeOf(secret, steps = 0) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(moment).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Somebody at work, in a browser of their own. */
export class Officer {
  constructor(page, name) {
    this.page = page;
    this.name = name;
    this.seen = 0;
  }

  /** The page that is expected is there, for everybody, at both widths. */
  async at(heading) {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(heading);
    this.seen += 1;
    for (const [width, size] of Object.entries({ phone, desktop })) {
      await this.page.setViewportSize(size);
      expect.soft(await overflow(this.page), `${heading} on a ${width}`).toEqual([]);
      if (process.env.PICTURES) {
        const path = join(process.env.PICTURES, `${this.name}-${String(this.seen).padStart(2, '0')}-${width}.png`);
        await this.page.screenshot({ path, fullPage: true });
      }
    }
    expect.soft(await accessibilityFaults(this.page), String(heading)).toEqual([]);
  }

  /** Fills a form by the names of its fields; somebody of the case is chosen by their name. */
  async say(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`[name="${name}"]`);
      const kind = await field.first().evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
      if (kind === 'select') {
        await field.selectOption(value);
      } else if (kind === 'radio' || kind === 'checkbox') {
        const option = this.page.locator(`label:has([name="${name}"])`, { hasText: value });
        const byValue = this.page.locator(`[name="${name}"][value="${value}"]`);
        await ((await byValue.count()) ? byValue : option.locator('input').first()).check();
      } else {
        await field.first().fill(value);
      }
    }
  }

  /** Does an act from the page of the case: opens its form, fills it, and comes back. */
  async does(title, fields) {
    await this.page.getByRole('link', { name: title, exact: true }).first().click();
    await this.at(title);
    await this.say(fields);
    const back = new URL(this.page.url()).pathname;
    await this.press(title);
    await expect(this.page.getByRole('alert'), `${title}: refused`).toHaveCount(0);
    expect(new URL(this.page.url()).pathname, title).not.toBe(back);
  }

  /** Signs in with both steps at a server that believes it is so many days later. */
  async signIn(days = 0) {
    await this.page.goto('/account/sign-in');
    await this.fill({ 'Email address': `${this.name}@borsetshire.example`, Password: PASSWORD });
    await this.press('Go on');
    await this.fill({ Code: codeOf(this.secret, (days * 86_400) / 30) });
    await this.press('Sign in');
  }

  async fill(fields) {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.locator('input, textarea').and(this.page.getByLabel(label, { exact: false })).first().fill(value);
    }
  }

  async press(name) {
    await this.page.getByRole('button', { name, exact: false }).first().press('Enter');
    await this.page.waitForLoadState('domcontentloaded');
  }

  /** Sets up the second step, and writes the codes down. */
  async secure() {
    await this.at('Set up a second step');
    this.secret = await this.page.locator('code.secret').textContent();
    await this.fill({ Code: codeOf(this.secret) });
    await this.press('Go on');
    await this.at('Codes to keep');
    await this.press('I have written them down');
  }
}

/** Whoever runs the installation makes the first account and begins Borsetshire. */
export async function setUp(page, council, { choose = null } = {}) {
  const first = council.told().match(/http\S+\/account\/set-up\/\S+/)[0];
  const olive = new Officer(page, 'olive');
  await page.goto(new URL(first).pathname);
  await olive.at('The first account');
  await olive.fill({ 'Your name': 'Olive', 'Email address': 'olive@borsetshire.example', 'New password': PASSWORD });
  await olive.press('Make the account');
  await olive.secure();
  await olive.at('Your desk');
  if (choose) {
    await olive.page.getByLabel('Council', { exact: true }).selectOption(choose);
  } else {
    await olive.fill({ 'Or another name': 'Borsetshire County Council' });
  }
  await olive.press('Begin');
  await olive.at('People');
  return olive;
}

/** The letters to somebody that hold all these words, once there are so many. */
export async function letters(data, to, words, count = 1) {
  const folder = join(data, 'mail');
  const theirs = () => readdirSync(folder).map((name) => text(folder, name)).filter((mail) => mail.includes(`To: ${to}`) && words.every((word) => mail.includes(word)));
  await expect.poll(() => theirs().length, { timeout: 30_000 }).toBe(count);
  return theirs();
}

/** The link of this kind in the letter to somebody. */
async function letter(data, to, kind) {
  const folder = join(data, 'mail');
  const link = new RegExp(`http://[^\\s]+${kind}/[A-Za-z0-9_-]+`);
  const theirs = () => readdirSync(folder).map((name) => text(folder, name)).find((words) => words.includes(`To: ${to}`) && link.test(words));
  await expect.poll(theirs).toBeTruthy();
  return theirs().match(link)[0];
}

/** A letter as text: soft line ends of mail taken out. */
function text(folder, name) {
  return readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
}

/** Somebody invited to a council, who makes an account in a browser of their own. */
export async function invited(browser, council, admin, name, role, slug = 'borsetshire') {
  await admin.page.goto(`/publish/${slug}/team`);
  await admin.fill({ 'Email address': `${name}@borsetshire.example` });
  await admin.page.getByLabel('Role').selectOption(role);
  await admin.press('Invite');
  await expect(admin.page.getByRole('status')).toContainText('on its way');
  const link = await letter(council.data, `${name}@borsetshire.example`, '/account/invitation');
  const context = await browser.newContext({ baseURL: council.address, ...test.info().project.use });
  const officer = new Officer(await context.newPage(), name);
  await officer.page.goto(new URL(link).pathname);
  await officer.at('Your invitation');
  await officer.fill({ 'Your name': name, 'New password': PASSWORD });
  await officer.press('Make my account');
  await officer.secure();
  return officer;
}

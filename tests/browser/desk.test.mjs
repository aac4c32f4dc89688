// A council's people, each in a browser of their own, from an empty database to a published edition: the first account,
// an invitation, two at the same record, a consultation, a second person. Then a carer reads it.
//
// PICTURES=some/folder keeps a picture of each page at both widths, to look at.

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { desktop, phone } from './browser.mjs';
import { accessibilityFaults, overflow } from './checks.mjs';
import { expect, test as base } from './fixtures.mjs';
import { left, start } from './server.mjs';

const PASSWORD = 'lantern orchard river';

/** A server of its own for each test: what is done here is done once. */
const test = base.extend({
  council: async ({}, use, info) => {
    const server = await start(resolve(left, `desk-${info.project.name.replaceAll(' ', '-')}.log`));
    await use(server);
    await server.stop();
  },
  baseURL: async ({ council }, use) => use(council.address),
});

test.describe.configure({ timeout: 180_000 });

/** The code of an app for a secret in base 32, at a time step (RFC 6238). */
function codeOf(secret, steps = 0) {
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
class Officer {
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
    const secret = await this.page.locator('code.secret').textContent();
    await this.fill({ Code: codeOf(secret) });
    await this.press('Go on');
    await this.at('Codes to keep');
    await this.press('I have written them down');
  }
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

async function invited(browser, council, admin, name, role) {
  await admin.page.goto('/publish/borsetshire/team');
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

const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);

test('a council goes from nothing to a published edition', async ({ page, browser, council }) => {
  const first = council.told().match(/http\S+\/account\/set-up\/\S+/)[0];
  const olive = new Officer(page, 'olive');
  await page.goto(new URL(first).pathname);
  await olive.at('The first account');
  await olive.fill({ 'Your name': 'Olive', 'Email address': 'olive@borsetshire.example', 'New password': PASSWORD });
  await olive.press('Make the account');
  await olive.secure();
  await olive.at('Your desk');
  await olive.fill({ 'Or another name': 'Borsetshire County Council' });
  await olive.press('Begin');
  await olive.at('People');
  const ada = await invited(browser, council, olive, 'ada', 'lead');
  const grace = await invited(browser, council, olive, 'grace', 'publisher');

  await ada.page.goto('/publish/borsetshire');
  await ada.at('Kinship local offer: the draft');
  await ada.page.goto('/publish/borsetshire/new/service');
  await ada.at('Add: Service');
  const box = (key) => ada.page.locator(`[name="value:${key}"]`).first();
  await box('name').fill('A group for carers');
  await box('summary').fill('Carers meet each month and talk.');
  await box('published').fill('For every kinship carer, whatever the order.');
  await box('').fill('may when\n  child_age < 18\n  because  You care for a child.\notherwise no\n  because  The child is grown up.');
  await ada.press('Save');
  await expect(ada.page.getByRole('status')).toContainText('Kept');
  await ada.at('A group for carers');

  await ada.page.goto('/publish/borsetshire/changes');
  await ada.at('What has changed');
  await ada.page.goto('/publish/borsetshire/consultation');
  await ada.at('Consultation');
  await ada.fill({ 'What it is about': 'The draft offer', 'First day': day(-20), 'Last day': day(-2) });
  await ada.page.locator('[name="how:kinship carers"]').fill('two evenings at the hub');
  await ada.press('Keep it');
  await ada.page.getByText('Write the report').first().waitFor();
  await ada.page.locator('[name=words]').fill('Twelve carers came. They want to know the sums.');
  await ada.page.locator('[name=changed]').fill('The sums are in the offer now.');
  await ada.press('Keep the report');
  await ada.at('Consultation');
  await ada.page.goto('/publish/borsetshire/editions');
  await ada.at('Publish');
  await ada.page.getByLabel('An update').check();
  await ada.fill({ 'Who approved it in the council': 'Cabinet', 'Minute or decision number': '114' });
  await ada.press('Send it on');
  await ada.at('Publish');
  await expect(ada.page.getByText('somebody else must publish it')).toBeVisible();

  await grace.page.goto('/publish/borsetshire/editions');
  await grace.at('Publish');
  await grace.press('Publish it');
  await grace.at('Publish');

  const carer = new Officer(await (await browser.newContext({ baseURL: council.address })).newPage(), 'carer');
  await carer.page.goto('/council/borsetshire');
  await carer.at('Our kinship local offer');
  await expect(carer.page.getByText('A group for carers').first()).toBeVisible();
  await carer.page.goto('/council/borsetshire/editions');
  await carer.at('Editions of the kinship local offer');
  await carer.page.goto(`/council/borsetshire/offer/${day(0)}`);
  await carer.at('Our kinship local offer');
  await carer.page.goto(`/council/borsetshire/offer/${day(0)}/proof`);
  await carer.at(/What .* offered|Proof|offer/i);
  await carer.page.goto('/council/borsetshire/feedback');
  await carer.at('Say something about this offer');
  await carer.page.goto('/council/borsetshire/editions/1/changes');
  await carer.at('What edition 1 changed');
  for (const [path, heading] of [['/publish/borsetshire/rule/service/a-group-for-carers', 'Who it is for'], ['/publish/borsetshire/checks', 'How the draft stands'], ['/publish/borsetshire/feedback', 'What readers say'], ['/publish/borsetshire/new/payment', 'Add: Payment'],
    ['/publish/borsetshire/families', 'Reaching families'], ['/publish/borsetshire/import', 'Bring in and take out'], ['/account', 'Your account'], ['/account/roles', 'Who may do what'], ['/publish/borsetshire', 'Kinship local offer: the draft']]) {
    await ada.page.goto(path);
    await ada.at(heading);
  }
});

// Made-up families, and how one of them goes through the questions.

import { expect } from './fixtures.mjs';

/** A grandmother with no papers, no social worker, and Universal Credit. */
export const grandmother = {
  carer_relation: 'grandparent',
  child_dob: '2019-05-14',
  child_looked_after_now: 'no',
  order_type: 'none',
  council_involvement_at_start: 'none',
  arrangement_start: '2026-09-01',
  uc_household: 'yes',
};

/** The same grandmother, had a social worker asked her and nobody told her who would pay. */
export const asked = {
  ...grandmother,
  council_involvement_at_start: 'asked_carer',
  informed_consent_to_private_arrangement: 'no',
};

const MOST_QUESTIONS = 80;

/** Somebody who uses the site by its pages alone. */
export class Carer {
  constructor(page, family) {
    this.page = page;
    this.family = family;
  }

  /** The name of the fact the page asks for. */
  fact() {
    return this.page.locator('form.question input[name=fact]').inputValue();
  }

  /** Presses something that brings a new page, and waits for it. */
  async press(what) {
    const come = this.page.waitForEvent('domcontentloaded');
    await what.click();
    await come;
  }

  /** Goes from a postcode to the first question. */
  async begin(postcode) {
    await this.page.goto('/');
    await this.page.getByLabel('What is your postcode?').fill(postcode);
    await this.press(this.page.getByRole('button', { name: 'Find support', exact: true }));
    await expect(this.page).toHaveURL('/find/council');
    await this.press(this.page.getByRole('link', { name: 'Start the questions' }));
    await expect(this.page).toHaveURL(/\/find\/question/);
  }

  /** Fills the question on the page; says whether there was anything to fill. */
  async fill(answer) {
    const { page } = this;
    if (await page.locator('#day').count()) {
      const [year, month, day] = answer.split('-').map(Number);
      await page.getByLabel('Day', { exact: true }).fill(String(day));
      await page.getByLabel('Month', { exact: true }).fill(String(month));
      await page.getByLabel('Year', { exact: true }).fill(String(year));
    } else {
      await page.locator(`input[name=value][value="${answer}"]`).check();
    }
  }

  /** Answers the question on the page, or says that it is not known. */
  async answer() {
    const fact = await this.fact();
    const answer = this.family[fact];
    if (answer === undefined) {
      await this.press(this.page.getByRole('button', { name: 'I don’t know' }));
    } else {
      await this.fill(answer);
      await this.press(this.page.getByRole('button', { name: 'Continue' }));
    }
    return fact;
  }

  /** Answers question after question until one is asked, and stays on it. */
  async answerUntil(wanted) {
    for (let count = 0; count < MOST_QUESTIONS; count += 1) {
      if (await this.fact() === wanted) {
        return;
      }
      await this.answer();
    }
    throw new Error(`${wanted} was never asked`);
  }

  /** Answers everything that is asked, until the result comes; gives the facts asked for. */
  async answerAll() {
    const facts = [];
    for (let count = 0; count < MOST_QUESTIONS; count += 1) {
      if (new URL(this.page.url()).pathname === '/find/answer') {
        return facts;
      }
      facts.push(await this.answer());
    }
    throw new Error(`still asking after ${MOST_QUESTIONS} questions`);
  }

  /** The answer shown on the check page for something; the name is the one the page uses. */
  said(short) {
    return this.page.locator('dl.list').first().locator('div', { has: this.page.getByText(short, { exact: true }) })
      .locator('dd').first();
  }
}

/** Gives a family's answers without going through the pages, for tests that begin with them. */
export async function tell(context, postcode, family) {
  const posted = await context.request.post('/', { form: { postcode }, maxRedirects: 0 });
  expect(posted.status()).toBe(303);
  for (const [fact, answer] of Object.entries(family)) {
    const [year, month, day] = answer.split('-');
    const fields = month ? { day, month, year } : { value: answer };
    const sent = await context.request.post('/find/question', { form: { fact, ...fields }, maxRedirects: 0 });
    expect(sent.status(), fact).toBe(303);
  }
}

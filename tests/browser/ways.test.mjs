// Six people's ways at phone width, with script and without. Each ends with something in the hand: a letter that was
// saved or a page that was printed, read back word by word.
//
// PICTURES=some/folder keeps a picture of each page that was walked over, to look at.

import { join } from 'node:path';
import { phone } from './browser.mjs';
import { after, inWords, read, today, weekdays, withWeekday } from './days.mjs';
import { Carer } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { holds, isFinished, print, save } from './hand.mjs';

test.use({ viewport: phone });
// Each is a whole evening's walk of a dozen pages.
test.describe.configure({ timeout: 120_000 });

/** Somebody on their way: waits for each page, and looks at it. */
class Walker extends Carer {
  constructor(page, family, name) {
    super(page, family);
    this.name = name;
    this.seen = 0;
  }

  /** By key: it needs no scrolling, which without script, or after printing, may never come to rest. */
  async press(what) {
    const come = this.page.waitForEvent('domcontentloaded');
    await what.press('Enter');
    await come;
  }

  /** The page that is expected is there. */
  async at(heading) {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(heading);
    if (process.env.PICTURES && test.info().project.name === 'with script') {
      this.seen += 1;
      await this.page.screenshot({ path: join(process.env.PICTURES, `${this.name}-${this.seen}.png`), fullPage: true });
    }
  }

  /** Follows a link, or presses a button, to a page with this heading. */
  async go(role, name, heading) {
    await this.press(this.page.getByRole(role, { name }).first());
    await this.at(heading);
  }

  /** Answers the short questions of a way; gives the facts that were asked. */
  async answerShort(end) {
    const facts = [];
    while (new URL(this.page.url()).pathname !== end) {
      facts.push(await this.answer());
      expect(facts.length).toBeLessThan(10);
    }
    return facts;
  }

  /** Answers one question that a page asks for, and comes back to the page. */
  async tellFrom(fact, back) {
    const { pathname } = new URL(this.page.url());
    await this.press(this.page.locator(`main a[href="/find/question/${fact}?from=${back}"]`).first());
    expect(await this.fact()).toBe(fact);
    await this.answer();
    await expect(this.page).toHaveURL(pathname);
  }

  /** Chooses the council from the list. */
  async choose(council) {
    await this.at('Which is your council?');
    await this.page.locator('select[name=council]').selectOption({ label: council });
    await this.press(this.page.getByRole('button', { name: 'Use this council' }));
  }

  /** Fills the form of a letter and has it written; every field must be named. */
  async write(typed) {
    const fields = this.page.locator('.letter-field input, .letter-field textarea');
    expect((await fields.evaluateAll((all) => all.map((one) => one.name))).sort()).toEqual(Object.keys(typed).sort());
    for (const [field, words] of Object.entries(typed)) {
      await this.page.locator(`#${field}`).fill(words);
    }
    await this.go('button', 'Write the letter', 'Your letter');
  }
}

const sender = {
  sender_name: 'Ann Grey', sender_address: '1 Long Lane\nLondon SE15 5EB', sender_contact: '020 7946 0000',
};
const child = { child_name: 'Sam Grey', child_dob: '14 May 2015' };
const officer = { recipient_name: 'Jo Field' };

test('a grandmother, the night the child came', async ({ page }) => {
  const carer = new Walker(page, {
    council_involvement_at_start: 'asked_carer',
    carer_relation: 'grandparent',
    arrangement_start: today,
    child_dob: '2019-05-14',
    child_looked_after_now: 'no',
  }, 'grandmother');
  await page.goto('/');
  await carer.go('link', 'A child has just come to live with me', 'A child has just come to live with you');
  await carer.press(page.getByRole('button', { name: 'Start the five questions' }));
  const asked = await carer.answerShort('/arrived/now');
  expect(asked.length).toBeLessThanOrEqual(5);
  await carer.at('What to do now');
  holds(await print(page), [
    'The council may have placed the child with you', 'Before you say yes', 'Write down tonight', 'In the first week',
    `Counted from ${inWords(today)}, the day you gave`, 'Child Benefit', 'Kinship',
  ], ['private fostering', 'informal', 'Exit this page']);

  await carer.go('link', 'A parent’s letter for the school and the doctor', 'A parent’s letter for the school and the doctor');
  await carer.write({
    parent_name: 'Kim Grey', carer_name: 'Ann Grey', ...child, school_name: 'Hill School', gp_name: 'Mill Surgery',
    allowed_things: 'The dentist\nA night at a friend’s',
  });
  for (const words of [await save(page, 'Save for Word'), await print(page)]) {
    holds(words, [
      'Dear head teacher of Hill School, dear doctors at Mill Surgery', 'My name is Kim Grey', 'Sam Grey, born on 14 May 2015',
      'My child lives with Ann Grey', 'section 2(9) of the Children Act 1989', 'It is not a court order', 'A night at a friend’s',
      inWords(today),
    ], ['Southwark', 'regulation 24']);
    isFinished(words);
  }

  await page.goto('/arrived/now');
  await carer.press(page.getByRole('link', { name: 'Go on with the questions' }));
  expect(asked).not.toContain(await carer.fact());
});

test('an uncle approved for now', async ({ page }) => {
  const approved = after(-20);
  const carer = new Walker(page, {
    carer_relation: 'aunt_uncle',
    child_dob: '2015-05-14',
    child_looked_after_now: 'yes',
    order_type: 'none',
    council_involvement_at_start: 'arranged',
    arrangement_start: approved,
    carer_approval: 'reg24_temp',
    approval_start: approved,
  }, 'uncle');
  await carer.begin('SE15 5EB');
  await carer.answerUntil('carer_approval');
  await carer.answer();
  await carer.go('link', 'see what we found so far', 'What we found for you');
  await carer.go('link', 'Dates that matter for you', 'Dates that matter for you');
  await carer.tellFrom('approval_start', 'dates');
  await carer.at('Dates that matter for you');
  const limit = page.getByRole('listitem').filter({ hasText: 'Temporary approval of a connected person' });
  await expect(limit).toContainText(`By ${withWeekday(after(16 * 7, approved))}`);
  await expect(limit).toContainText(`16 weeks from ${inWords(approved)}`);
  holds(await print(page), [withWeekday(after(16 * 7, approved)), 'unless it is made longer']);

  await carer.go('link', 'Back to all results', 'What we found for you');
  await carer.go('link', /letters that write themselves/, 'Letters');
  await carer.go('link', 'Ask the council for its decision in writing', 'Ask the council for its decision in writing');
  await carer.write({
    ...sender, ...officer, sender_reference: 'Our reference 77', ...child, what_happened: 'A social worker brought Sam.',
  });
  const words = await save(page, 'Save for Word');
  holds(words, [
    'London Borough of Southwark', 'Dear Jo Field', inWords(today), `came to live with me on ${inWords(approved)}`,
    'approved for now, under regulation 24', `My approval began on ${inWords(approved)}`, 'up to 16 weeks',
    'Is the child in care by agreement with a parent (section 20)', 'A social worker brought Sam.', 'Ann Grey',
  ], ['private arrangement', 'private fostering']);
  isFinished(words);
});

test('a special guardian whose allowance was cut', async ({ page }) => {
  const carer = new Walker(page, {
    order_type: 'SGO', receiving_reg_2005_sgo_support: 'yes', child_looked_after_now: 'no', uc_household: 'no',
  }, 'guardian');
  await page.goto('/');
  await page.getByLabel('What is your postcode?').fill('NE8 1HH');
  await carer.go('button', 'Find support', 'Gateshead Council');
  await carer.press(page.getByRole('link', { name: 'Kith' }).first());
  await carer.go('link', 'Something has changed', 'What has changed?');
  await carer.go('link', 'Our money was cut or stopped', 'Our money was cut or stopped');
  for (const fact of Object.keys(carer.family)) {
    await carer.tellFrom(fact, 'money');
  }
  await carer.at('Our money was cut or stopped');
  await expect(page.getByText('A special guardianship order', { exact: true })).toBeVisible();
  await carer.go('link', 'Ask for your allowance to be looked at again', 'Ask for your allowance to be looked at again');
  await carer.write({
    ...sender, ...officer, sender_reference: '', ...child, allowance_now: '140 pounds each week', change_date: '1 October 2026',
    what_happened: 'A letter said it would be less.\nNobody asked me.',
  });
  const words = await save(page, 'Save as plain text');
  holds(words, [
    'Gateshead Council', inWords(today), 'Sam Grey, born on 14 May 2015', '140 pounds each week', '1 October 2026',
    'I am the child’s special guardian', 'regulation 18 of the Special Guardianship Regulations 2005', 'regulation 13',
    'B v Lewisham, 2008', 'Nobody asked me.',
  ], ['national standard 28', 'Schedule 1, paragraph 15', 'approved for now']);
  isFinished(words);
});

test('a cousin who did not know of private fostering', async ({ page }) => {
  const came = after(-40);
  const carer = new Walker(page, {
    council_involvement_at_start: 'none', carer_relation: 'cousin', arrangement_start: came, child_dob: '2015-05-14',
    child_looked_after_now: 'no', order_type: 'none', intended_days: '200',
  }, 'cousin');
  await page.goto('/arrived');
  await carer.press(page.getByRole('button', { name: 'Start the five questions' }));
  await carer.answerShort('/arrived/now');
  await carer.at('What to do now');
  await carer.press(page.getByRole('link', { name: 'Choose your council', exact: true }));
  await carer.choose('Hertfordshire');
  await carer.at('Hertfordshire County Council');
  await carer.go('link', 'Go back to what we showed you', 'What to do now');
  await carer.go('link', 'What that is, and what happens next', 'Private fostering, in plain words');
  await carer.tellFrom('order_type', 'fostering');
  await carer.at('Private fostering, in plain words');
  holds(await print(page), ['You are not in trouble', 'The duty to tell the council', 'What happens next', 'Get advice first']);

  await carer.go('link', 'Tell the council about private fostering', 'Tell the council about private fostering');
  await carer.write({
    ...sender, ...officer, ...child, parent_name: 'Kim Grey', people_in_home: 'Ann, 40', arranged_by: 'Kim and Ann',
    child_history: '2 Short Lane, Ware',
  });
  const due = (await page.getByText('count on an answer by').locator('strong').textContent()).trim();
  expect(weekdays(today, read(due)), 'seven working days, and bank holidays between them').toBeGreaterThanOrEqual(7);
  expect(weekdays(today, read(due))).toBeLessThanOrEqual(10);
  const words = await save(page, 'Save for Word');
  holds(words, [
    'Hertfordshire County Council', 'I think that this may be private fostering', 'within 7 working days',
    `By my count that is ${due}`, `The day the child came, or will come: ${inWords(came)}`, '2 Short Lane, Ware',
    'If I should have told you sooner, I am sorry', inWords(today),
  ], ['The council had a part', 'The child is disabled']);
  isFinished(words);
});

test('a teenager', async ({ page }) => {
  const young = new Walker(page, {
    child_dob: '2009-05-14', child_looked_after_now: 'no', order_type: 'SGO', looked_after_ever: 'yes',
    child_looked_after_immediately_before_order: 'yes',
  }, 'teenager');
  await page.goto('/');
  await young.go('link', 'I am a child or young person', 'This part is for you');
  await young.go('link', 'I am 16 or over', /16/);
  await young.go('button', 'Ask me', 'When were you born?');
  await young.answerShort('/young/answer');
  await young.at('What you can get');
  holds(await print(page), [
    'Advice and help from 16 to 20 after special guardianship', 'You have a right to this', 'How to ask:',
  ], ['the carer', 'Exit this page']);
  const letter = 'A letter from a child or young person who wants help';
  await young.go('link', letter, letter);
  await young.write({
    sender_name: 'Sam Grey', young_contact: 'Mr Hall at school', young_what: 'I want to see my brother.', young_wish: 'A visit each month.',
  });
  const words = await save(page, 'Save as plain text');
  holds(words, [
    'Dear children’s services', 'My name is Sam Grey', 'I want to see my brother.', 'A visit each month.', 'Please find me an advocate',
    'I am not in care.', 'Mr Hall at school', inWords(today),
  ], ['I am in care. ', 'section 26A']);
  isFinished(words);
});

test('an adviser on the phone', async ({ page, context }) => {
  const adviser = new Walker(page, {}, 'adviser');
  const born = after(-3000);
  await page.goto('/');
  await adviser.go('link', 'I work with families', 'For those who work with families');
  const family = page.getByRole('group', { name: 'Family 1' });
  for (const [fact, told] of [['carer_council', 'LS1 1UR'], ['child_dob', born]]) {
    await family.locator(`#f1-${fact}`).fill(told);
  }
  for (const [fact, told] of [['carer_relation', 'grandparent'], ['child_looked_after_now', 'no'], ['order_type', 'SGO']]) {
    await family.locator(`#f1-${fact}`).selectOption(told);
  }
  await family.getByLabel('Other facts, one to a line').fill('child_looked_after_immediately_before_order = yes');
  await adviser.go('button', 'Show what follows', 'For those who work with families');
  expect(await context.cookies(), 'nothing of a family is kept').toEqual([]);
  const row = page.getByRole('row', { name: /sgo_support_assessment/ });
  await expect(row.getByRole('link', { name: /Special Guardianship Regulations 2005/ }).first()).toBeVisible();

  // What goes into the case notes, and back into the form on another day.
  const note = await page.locator('#note-1').inputValue();
  holds(note, [
    `law as on ${inWords(today)}`, `child_dob = ${born}`, 'child_looked_after_immediately_before_order = ', 'carer_council = E08000035',
    'ARRANGEMENT, AS DERIVED: SGO', 'A RIGHT TO', 'sgo_support_assessment',
  ], ['undefined', '{', '}']);
  const paper = await print(page);
  holds(paper, [`What follows on ${inWords(today)}`, 'sgo_support_assessment', 'Leeds'], ['Exit this page']);

  await adviser.press(row.getByRole('link', { name: /Special Guardianship Regulations 2005/ }).first());
  await expect(page).toHaveURL(/\/law\/provision\/sgr-2005\//);
  await expect(page.getByText('How sure we are')).toBeVisible();
});

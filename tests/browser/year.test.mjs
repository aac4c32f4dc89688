// One family from a postcode to the last answer: a carer asks her council, gets a decision and a family meeting, her plan is
// looked at again a year later, and her complaint goes through all three stages. The server is started anew with a later
// clock wherever the story moves on; the database stays.

import { resolve } from 'node:path';
import { Carer, grandmother } from './family.mjs';
import { expect, test } from './fixtures.mjs';
import { Officer, day, invited, setUp } from './officer.mjs';
import { left, start } from './server.mjs';

test.describe.configure({ timeout: 600_000 });

const PEOPLE = { wendy: 'worker', mia: 'manager', cora: 'coordinator', ida: 'complaints' };

/** The story's council: its server, its people, and how far time has moved. */
class Council {
  constructor(browser, log) {
    Object.assign(this, { browser, log, days: 0, officers: {} });
  }

  async begin() {
    this.server = await start(this.log);
    const olive = await setUp(await this.newPage(), this.server, { choose: 'southwark' });
    for (const [name, role] of Object.entries(PEOPLE)) {
      this.officers[name] = await invited(this.browser, this.server, olive, name, role, 'southwark');
    }
  }

  /** A browser of its own at the council's server. */
  async newPage() {
    const use = test.info().project.use;
    const page = await (await this.browser.newContext({ ...use, baseURL: this.server.address })).newPage();
    page.setDefaultTimeout(10_000);
    return page;
  }

  /** It is so many days after the story began. Whoever goes on signs in again. */
  async later(days, names) {
    await this.server.stop();
    this.days = days;
    this.server = await start(this.log, { data: this.server.data, days });
    for (const name of names) {
      await this.officers[name].page.context().close();
      this.officers[name].page = await this.newPage();
      await this.officers[name].signIn(days);
    }
  }

  day(ahead = 0) {
    return day(this.days + ahead);
  }
}

test('from a postcode to the last answer to a complaint', async ({ browser }) => {
  const council = new Council(browser, resolve(left, `year-${test.info().project.name.replaceAll(' ', '-')}.log`));
  await council.begin();
  try {
    await story(council);
  } finally {
    await council.server.stop();
  }
});

async function story(council) {
  const { wendy, mia, cora, ida } = council.officers;

  // Rose: from her postcode to what she asks for.
  const rose = new Officer(await council.newPage(), 'rose');
  const carer = new Carer(rose.page, grandmother);
  await carer.begin('SE15 5EB');
  await carer.answerAll();
  await rose.page.getByRole('link', { name: 'Ask Southwark for help with this' }).click();
  await rose.at('Ask for help');
  await rose.say({
    carer_name: 'Rose Field', carer_is: 'grandmother', child_name: 'Max Field', child_born: '2019-05-14',
    what_happened: 'My daughter went into hospital, and Max came to me.', what_is_needed: 'A bed, and somebody for Max to talk to.',
    address: '12 Acacia Road', with_answers: 'yes',
  });
  await rose.press('Show me what would be sent');
  await rose.page.getByLabel('I agree that this is sent').check();
  await rose.press('Send it');
  const told = await rose.page.locator('.big-code strong').allTextContents();
  const follow = async () => {
    await rose.page.goto('/track');
    await rose.say({ reference: told[0], code: told[1] });
    await rose.press('Open');
    await rose.at('Where things stand');
  };
  await follow();
  await rose.page.getByRole('link', { name: 'Send a paper', exact: true }).click();
  await rose.page.locator('[name=paper]').setInputFiles({ name: 'clinic.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nA letter') });
  await rose.say({ paper_is: 'health', paper_shows: 'The clinic says he does not sleep.' });
  await rose.press('Send a paper');
  await expect(rose.page.getByRole('link', { name: 'clinic.pdf' })).toBeVisible();

  // Wendy: what Max needs.
  await wendy.page.goto('/cases/southwark');
  await wendy.page.getByRole('link', { name: /Max Field/ }).first().click();
  await wendy.at('Max Field, with Rose Field');
  await expect(wendy.page.getByRole('link', { name: 'clinic.pdf' })).toBeVisible();
  const home = new URL(wendy.page.url()).pathname;
  await wendy.does('Decide what happens next', { next: 'assess', reason: 'Max may need help.', offer_given: 'yes' });
  await wendy.does('Begin an assessment', { assessment_kind: 'child_in_need', assessed_for: 'Max Field' });
  await wendy.does('Write down the child’s wishes and feelings', { child_wishes: 'I want to stay with nan.', wishes_how: 'Wendy asked him.' });
  await wendy.does('Write down the needs', {
    'needs.0.need': 'A bed of his own', 'needs.0.shown_by': 'He sleeps on the sofa.', 'needs.0.whose': 'child', carer_views: 'I can manage.',
  });
  await wendy.page.getByRole('link', { name: 'Conclude the assessment', exact: true }).click();
  await wendy.at('Conclude the assessment');
  const supports = wendy.page.locator('select[name^="supports_considered."]');
  for (const [place, select] of (await supports.all()).entries()) {
    if (await select.inputValue()) {
      await wendy.say({ [`supports_considered.${place}.thought`]: 'We looked at it with Rose.' });
    }
  }
  await wendy.say({ summary: 'Max needs a bed of his own.' });
  await wendy.press('Conclude the assessment');
  await wendy.does('Prepare a decision', {});
  await mia.page.goto(home);
  await mia.does('Decide', {
    'needs_decided.0.answer': 'yes', 'needs_decided.0.what': 'A bed, this week', facts_relied_on: 'The assessment and the letter from the clinic.',
  });
  await wendy.page.goto(home);
  await wendy.does('Make the support plan', {
    'services.0.what': 'Somebody to talk to', 'services.0.objective': 'Max sleeps well', 'services.0.provider': 'Family hub', 'services.0.start': council.day(7),
    monitor: 'Wendy', back_up: 'Rose rings Wendy.', review_on: council.day(364),
  });

  // The family meets.
  await wendy.does('Offer a family meeting', { offered_to: 'Rose Field', offered_on: council.day(), letter_before_court: 'no', why_meet: 'How can Max see his mum?' });
  await follow();
  await rose.page.getByRole('link', { name: 'What we decided' }).click();
  await expect(rose.page.getByText('A bed, this week')).toBeVisible();
  await rose.page.goto('/track/case');
  await rose.does('Say yes or no to the meeting', { person: 'Rose Field', accepted: 'yes' });
  await cora.page.goto(home);
  await cora.does('Think about somebody of the family network', { person: 'Rose Field', appropriate: 'yes', reason: 'She cares for Max.' });
  await cora.does('Settle what may be told to somebody', { person: 'Rose Field', may_be_told: 'All of it.', settled_with: 'Rose' });
  await cora.does('Invite somebody', { person: 'Rose Field', meeting_on: council.day(14), meeting_at: '10 o’clock', meeting_place: 'The family hub' });
  await council.later(14, ['cora', 'mia']);
  await cora.page.goto(home);
  await cora.does('Settle how the child takes part', { child_takes_part: 'letter', child_wishes: 'I want to see mum on Sundays.', advocate_offered: 'yes' });
  await cora.does('Write down the meeting', { held_on: council.day(), came: 'Rose Field', information_told: 'What Max needs.', family_time_alone: 'yes' });
  await cora.does('Write down the family’s plan', { plan_words: 'Max stays with Nan. Mum comes on Sundays.', back_up: 'Aunt May takes him.', review_on: council.day(90) });
  await cora.does('Settle who gets how much of the plan', { person: 'Rose Field', plan_share: 'whole', settled_with: 'Rose' });
  await mia.page.goto(home);
  await mia.does('Answer the family’s plan', { plan_answer: 'agreed', reason: 'It is safe for Max.' });

  // A year later the review is late, and is held.
  await council.later(370, ['wendy']);
  await wendy.page.goto('/cases/southwark');
  await wendy.at('What is due');
  await expect(wendy.page.locator('section', { has: wendy.page.getByRole('heading', { name: /Late/ }) })).toContainText('Look at the plan again');
  await wendy.page.goto(home);
  await wendy.does('Review the plan', { review_found: 'Max sleeps well. Nobody came to talk to him.', carer_views: 'Nobody came.', child_wishes: 'I want to stay.', review_on: council.day(360) });

  // Rose complains, and is not content with the first two answers.
  rose.page = await council.newPage();
  await follow();
  await rose.does('Make a complaint', {
    complainant: 'Rose Field', complainant_is: 'carer', complaint_about: 'child_help',
    what_went_wrong: 'Nobody came to talk to Max.', what_would_help: 'That somebody comes.', known_on: council.day(-10),
  });
  await council.later(375, ['ida', 'mia']);
  await ida.page.goto(home);
  await ida.does('Settle which procedure it is', { procedure: 'statutory', advocate_offered: 'yes' });
  await ida.does('Give the first answer', { outcome: 'not_upheld', findings: 'He was on a list.', put_right: 'Nothing, as he was on a list.' });
  rose.page = await council.newPage();
  await follow();
  await rose.does('Ask for an investigation', { why_not_content: 'A list is not somebody to talk to.' });
  await ida.page.goto(home);
  await ida.does('Name the investigating officer and the independent person', { investigator: 'Ira Hall', independent_person: 'Jo Wren', independent_confirmed: 'yes', record_agreed: council.day() });
  await mia.page.goto(home);
  await mia.does('Give the second answer', { outcome: 'partly', findings: 'The list was too long.', put_right: 'We say sorry.' });
  await rose.page.goto('/track/case');
  await rose.does('Ask for a panel', { why_not_content: 'Sorry is not somebody to talk to.' });
  await ida.page.goto(home);
  await ida.does('Name the panel', {
    'panel.0.panel_member': 'Ana Bell', 'panel.0.of_the_council': 'no', 'panel.1.panel_member': 'Col Dean', 'panel.1.of_the_council': 'no',
    'panel.2.panel_member': 'Eve Ford', 'panel.2.of_the_council': 'no', panel_on: council.day(25),
  });
  await council.later(400, ['ida', 'mia']);
  await ida.page.goto(home);
  await ida.does('The panel met', { panel_weighed: 'What Rose and the hub said.' });
  await ida.does('The panel reported', { findings: 'Nobody came for a year.', panel_recommends: 'Somebody comes within two weeks.' });
  await mia.page.goto(home);
  await mia.does('Give the last answer', { put_right: 'Ann from the hub comes on Monday.', independent_consulted: 'yes', reason: 'We follow the panel.' });
  rose.page = await council.newPage();
  await follow();
  await rose.page.locator('a[href^="/track/case/letter/"]').first().click();
  await expect(rose.page.getByText('Ann from the hub comes on Monday.')).toBeVisible();
  await expect(rose.page.getByText('Local Government and Social Care Ombudsman').first()).toBeVisible();
  await ida.page.goto(`${home}/chronology`);
  await ida.at(/What happened/);
}

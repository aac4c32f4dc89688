// A council's people, each in a browser of their own, from an empty database to a published edition: the first account,
// an invitation, two at the same record, a consultation, a second person. Then a carer reads it.
//
// PICTURES=some/folder keeps a picture of each page at both widths, to look at.

import { expect, test } from './council.mjs';
import { Officer, invited, setUp } from './officer.mjs';

test.describe.configure({ timeout: 180_000 });

const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);

test('a council goes from nothing to a published edition', async ({ page, browser, council }) => {
  const olive = await setUp(page, council);
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

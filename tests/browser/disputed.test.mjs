// A social worker asked the family to take the child: the site must say that the council may have placed the child,
// and must never call the arrangement informal as if that were settled.

import { Carer, asked, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

const FLATLY = /\b(?:is|are|looks like:?)\s+(?:an?\s+)?informal|informal care in the family/i;

async function isDisputed(page) {
  await expect(page.getByRole('heading', { name: 'The council may have placed the child' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(FLATLY);
}

test('from a postcode to the disputed placement', async ({ page }) => {
  const carer = new Carer(page, asked);
  await carer.begin('SE15 5EB');
  const facts = await carer.answerAll();
  expect(facts).toContain('council_involvement_at_start');
  if (!facts.includes('informed_consent_to_private_arrangement')) {
    await page.goto('/find/question/informed_consent_to_private_arrangement?from=result');
    await carer.answer();
  }
  await isDisputed(page);
  const box = page.locator('section', { has: page.getByRole('heading', { name: 'The council may have placed the child' }) });
  expect(await box.getByRole('listitem').count()).toBeGreaterThan(0);
  await carer.press(box.getByRole('link'));
  await expect(page.getByRole('heading', { level: 1, name: 'Did the council place the child with you?' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(FLATLY);
  await expect(page.locator('main a[href^="/law/provision/"]').first()).toBeVisible();
});

for (const part of ['asked_carer', 'arranged', 'told_parent_to_agree', 'safeguarding_ultimatum']) {
  test(`the council's part was: ${part}`, async ({ page, context }) => {
    await tell(context, 'SE15 5EB', { ...asked, council_involvement_at_start: part });
    await page.goto('/find/answer');
    await isDisputed(page);
  });

  test(`the council's part was: ${part}, and consent is not known`, async ({ page, context }) => {
    const { informed_consent_to_private_arrangement: _, ...open } = asked;
    await tell(context, 'SE15 5EB', { ...open, council_involvement_at_start: part });
    await page.goto('/find/answer');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main')).not.toContainText(FLATLY);
  });
}

// Pages in Urdu, read from right to left, with their English beside them; and the pages in easy words.

import { desktop, phone } from './browser.mjs';
import { accessibilityFaults, overflow, unfold } from './checks.mjs';
import { grandmother, tell } from './family.mjs';
import { expect, test } from './fixtures.mjs';

const press = async (page, what) => {
  const come = page.waitForEvent('domcontentloaded');
  await what.click();
  await come;
};

/** Whether something stands at the side at which its line begins. */
async function beginsAtTheRight(page, selector) {
  const box = await page.locator(selector).first().boundingBox();
  return box.x + box.width / 2 > page.viewportSize().width / 2;
}

test('from the English start to an answer in Urdu, and back', async ({ page }) => {
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'اردو' }));
  await expect(page).toHaveURL('/ur');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.told')).toContainText('This translation is a draft.');
  expect(await beginsAtTheRight(page, '.mark')).toBe(true);
  await page.locator('#postcode').fill('SE15 5EB');
  await press(page, page.locator('.start .go'));
  await expect(page).toHaveURL('/ur/find/council');
  await press(page, page.locator('a.go'));
  await expect(page).toHaveURL(/\/ur\/find\/question\/\d+$/);
  await expect(page.locator('legend')).toContainText('Who are you to the child?');
  const [mark, words] = [await page.locator('.choice input').first().boundingBox(), await page.locator('.choice label').first().boundingBox()];
  expect(mark.x, 'the mark of a choice is on the right').toBeGreaterThan(words.x + words.width / 2);
  await page.getByLabel('Grandparent', { exact: false }).first().check();
  await press(page, page.locator('.question .go'));
  await page.goto('/ur/find/answer');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ہمیں آپ کے لیے کیا ملا');
  await expect(page.locator('#right h2')).toContainText('You have a right to');
  await press(page, page.getByRole('link', { name: 'English' }));
  await expect(page).toHaveURL('/find/answer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we found for you');
});

test('every text in English within a page in Urdu is marked as English', async ({ page, context }) => {
  await tell(context, 'SE15 5EB', grandmother);
  for (const address of ['/ur', '/ur/find/council', '/ur/find/question/carer_relation', '/ur/find/answer', '/ur/safety', '/ur/arrived',
    '/ur/letters', '/ur/services', '/ur/workshops', '/ur/groups', '/ur/advice', '/ur/updates', '/ur/councils', '/ur/council/southwark']) {
    await page.goto(address);
    const unmarked = await page.evaluate(() => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const around = node.parentElement;
        // Names and numbers to call are the same in every language; an option can hold no mark.
        const isOurs = /[a-z]{3,} [a-z]{3,}/.test(node.textContent) && !/[\u0600-\u06ff]/.test(node.textContent);
        if (isOurs && !around.closest('[lang=en], [lang=en-GB], option, script, style')) {
          found.push(node.textContent.trim());
        }
      }
      return found;
    });
    expect.soft(unmarked, address).toEqual([]);
  }
});

for (const [screen, size] of Object.entries({ phone, desktop })) {
  test(`Urdu and easy pages fit a ${screen} and tell a screen reader all`, async ({ page, context }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(size);
    await tell(context, 'SE15 5EB', grandmother);
    for (const address of ['/ur', '/ur/find/council', '/ur/find/question/carer_relation', '/ur/find/question/child_dob', '/ur/find/answer',
      '/ur/find/answers', '/ur/find/money', '/ur/find/dates', '/ur/find/orders', '/ur/find/what-if', '/ur/find/placed',
      '/ur/changed', '/ur/young', '/ur/safety', '/ur/arrived', '/ur/arrived/now', '/ur/law/support/child_benefit',
      '/ur/letters', '/ur/letters/child-needs-assessment', '/ur/services', '/ur/workshops', '/ur/groups', '/ur/advice', '/ur/updates',
      '/ur/councils', '/ur/council/southwark', '/ur/council/southwark/young', '/ur/council/southwark/pack/school', '/ur/glossary',
      '/easy', '/easy/complain']) {
      await page.goto(address);
      await unfold(page);
      expect.soft(await overflow(page), address).toEqual([]);
      // What stands out at the left of a page read from the right is out of reach.
      expect.soft(await page.evaluate(() => Math.min(0, ...[...document.querySelectorAll('main *')]
        .filter((one) => one.checkVisibility() && !one.closest('.sr')).map((one) => Math.round(one.getBoundingClientRect().left)))), address).toBe(0);
      expect.soft(await accessibilityFaults(page), address).toEqual([]);
    }
  });
}

test('the easy pages are found from every page', async ({ page }) => {
  await page.goto('/law');
  await press(page, page.getByRole('link', { name: 'Easy words and pictures' }));
  await expect(page.locator('.ideas .picture').first()).toBeVisible();
  await press(page, page.getByRole('link', { name: 'How to complain' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to complain');
});

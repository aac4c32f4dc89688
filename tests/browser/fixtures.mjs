// What every browser test shares: the address of the server, and a watch over what the browser asks for.

import { test as base, expect } from '@playwright/test';

/** Where leaving in a hurry leads. */
export const elsewhere = 'https://www.bbc.co.uk/weather';

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.KITH_ADDRESS),

  /** Every address the browser asked for, in order. A request to another site fails the test. */
  asked: [async ({ context, baseURL }, use) => {
    const asked = [];
    const strangers = [];
    context.on('request', (request) => {
      asked.push(request.url());
      const { origin, protocol } = new URL(request.url());
      if (origin !== baseURL && protocol !== 'data:' && request.url() !== elsewhere) {
        strangers.push(request.url());
      }
    });
    await use(asked);
    expect(strangers, 'requests to other sites').toEqual([]);
  }, { auto: true }],

  /** Faults in the page's own script, and what the content policy refused, fail the test. */
  complaints: [async ({ context }, use) => {
    const complaints = [];
    context.on('weberror', (fault) => complaints.push(String(fault.error())));
    context.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await use(complaints);
    expect(complaints, 'complaints of the browser').toEqual([]);
  }, { auto: true }],
});

export { expect };

// A council with a server and a database of its own for each test: what is done there is done once.

import { resolve } from 'node:path';
import { test as base } from './fixtures.mjs';
import { left, start } from './server.mjs';

export const test = base.extend({
  council: async ({}, use, info) => {
    let server = await start(resolve(left, `${info.testId}.log`));
    /** Ends the server, and goes on with its database so many days later; gives the address by then. */
    const later = async (days) => {
      await server.stop();
      server = await start(resolve(left, `${info.testId}-${days}.log`), { data: server.data, days });
      return server.address;
    };
    await use({ ...server, later });
    await server.stop();
  },

  baseURL: async ({ council }, use) => use(council.address),
});

export { expect } from './fixtures.mjs';

// Before all tests: the server starts. After all tests: it ends.

import { start } from './server.mjs';

export default async function setup() {
  const { address, stop } = await start();
  process.env.KITH_ADDRESS = address;
  return stop;
}

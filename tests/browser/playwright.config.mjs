// The browser tests: two widths, with and without JavaScript.

import { defineConfig } from '@playwright/test';
import { desktop, launch, phone } from './browser.mjs';
import { left } from './server.mjs';

const screens = { phone, desktop };
const scripts = { 'with script': true, 'without script': false };

const projects = Object.entries(screens).flatMap(([screen, viewport]) =>
  Object.entries(scripts).map(([words, javaScriptEnabled]) => ({
    name: `${screen} ${words}`,
    use: { viewport, javaScriptEnabled },
  })));

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.mjs',
  globalSetup: './setup.mjs',
  outputDir: `${left}/results`,
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  globalTimeout: 5 * 60_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'line' : 'list',
  use: { browserName: 'chromium', headless: true, launchOptions: launch, locale: 'en-GB', navigationTimeout: 10_000 },
  projects,
});

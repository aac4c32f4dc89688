// The browser tests: everything once with JavaScript on a phone, and once without it on a desktop screen. What must be so
// on every page is looked at in both widths each time.

import { defineConfig } from '@playwright/test';
import { desktop, launch, phone } from './browser.mjs';
import { left } from './server.mjs';

const projects = [
  { name: 'with script', use: { viewport: phone, javaScriptEnabled: true } },
  { name: 'without script', use: { viewport: desktop, javaScriptEnabled: false } },
];

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.mjs',
  globalSetup: './setup.mjs',
  outputDir: `${left}/results`,
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  globalTimeout: 40 * 60_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? 'line' : 'list',
  use: { browserName: 'chromium', headless: true, launchOptions: launch, locale: 'en-GB', navigationTimeout: 10_000 },
  projects,
});

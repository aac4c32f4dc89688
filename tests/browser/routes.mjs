// The public addresses of the site, read from its own table of routes.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const table = resolve(here, '../../crates/web/src/routes.rs');

/** Every GET route: its pattern, and an address of it that answers. */
export const routes = fromProgram() ?? fromTable();

/** Lines of `GET <pattern> <example>`, where the program can print them. */
function fromProgram() {
  try {
    const text = execFileSync(program, ['serve', '--routes'], { encoding: 'utf8', stdio: 'pipe', timeout: 5_000 });
    const rows = text.split('\n').map((line) => line.trim().split(/\s+/)).filter((row) => row[0] === 'GET');
    return rows.map(([, pattern, example]) => ({ pattern, example: example ?? pattern }));
  } catch {
    return null;
  }
}

function fromTable() {
  const rows = [...readFileSync(table, 'utf8').matchAll(/\bget\(\s*"([^"]+)",\s*"([^"]+)"\s*,?\s*\)/g)];
  return rows.map(([, pattern, example]) => ({ pattern, example }));
}

/** Leaves the site. */
export const exit = '/find/exit';

const isData = (address) => /\.(json|ics|txt|docx|pdf)(\?|$)/.test(address) || address === '/health';
const isAsset = (address) => address.startsWith('/static/');

/** Addresses that answer with data or a line of text. */
export const data = routes.map((route) => route.example).filter(isData);

/** The page of each council whose offer is held. */
export const councils = readdirSync(resolve(here, '../../offers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((folder) => `/council/${folder.name}`);

/** Addresses that answer with a page. */
export const pages = [...new Set([...routes.map((route) => route.example), ...councils])]
  .filter((address) => !isData(address) && !isAsset(address) && address !== exit);

/** Whether a page shows what one carer has told us. */
export const isPrivate = (address) => address === '/' || /^\/(find|letters)/.test(address);

/** Whether an address belongs to a route of the table. */
export function isKnown(path) {
  return routes.some(({ pattern }) => {
    const source = pattern.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('[^/]+');
    return new RegExp(`^${source}$`).test(path);
  });
}

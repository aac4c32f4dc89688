// The public addresses of the site, read from its own table of routes.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const table = resolve(here, '../../crates/web/src/routes.rs');

const written = readFileSync(table, 'utf8');

/** The pattern of every route, also of those behind the sign-in. */
const patterns = [...written.matchAll(/\b(?:get|public|edition|door|desk)\(\s*"([^"]+)"/g)].map(([, pattern]) => pattern);

/** Every GET route that anybody may use: its pattern, an address of it that answers, and whether it is the same for everybody. */
export const routes = [...written.matchAll(/\b(get|public)\(\s*"([^"]+)",\s*"([^"]+)"\s*,?\s*\)/g)]
  .map(([, kind, pattern, example]) => ({ pattern, example, isPublic: kind === 'public' }));

/** Leaves the site. */
export const exit = '/find/exit';

const isData = (address) => address === '/health' || address.includes('/open-referral/')
  || /\.(json|jsonld|ndjson|csv|atom|xml|ics|law|txt|docx|pdf)(\?|$)/.test(address);
const isAsset = (address) => address.startsWith('/static/');

/** Addresses that answer with data, a file or a line of text. */
export const data = routes.map((route) => route.example).filter(isData);

/** The page of each council whose offer is held. */
export const councils = readdirSync(resolve(here, '../../offers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((folder) => `/council/${folder.name}`);

/** Addresses that answer with a page. */
export const pages = [...new Set([...routes.map((route) => route.example), ...councils])]
  .filter((address) => !isData(address) && !isAsset(address) && address !== exit);

/** Whether a page may show what one carer has told us. */
export const isPrivate = (address) => routes.some((route) => route.example === address && !route.isPublic);

/** Whether an address belongs to a route of the table. */
export function isKnown(path) {
  return patterns.some((pattern) => {
    const plain = (part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
    const source = pattern.split(/(\{[^}]+\})/).map((part) => (!part.startsWith('{') ? plain(part) : part.startsWith('{*') ? '.+' : '[^/]+')).join('');
    return new RegExp(`^${source}$`).test(path);
  });
}

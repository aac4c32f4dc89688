// What a person holds in the end: a file they saved or a page they printed, and the words on it.

import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect } from './fixtures.mjs';

/** Names of files lie in folders that others may see. */
const NEUTRAL = /^letter\.(docx|txt|pdf)$/;

/** Presses a button that saves the letter on the page; gives the words in the file. */
export async function save(page, button) {
  const come = page.waitForEvent('download');
  // A key needs no scrolling, which without script never comes to rest.
  await page.getByRole('button', { name: button }).press('Enter');
  const saved = await come;
  expect(saved.suggestedFilename()).toMatch(NEUTRAL);
  const bytes = await readFile(await saved.path());
  return plain(await READERS[saved.suggestedFilename().split('.').pop()](bytes));
}

/** Prints the page; gives the words on the paper. */
export async function print(page) {
  return plain(await ofPdf(await page.pdf({ format: 'A4' })));
}

const READERS = { txt: (bytes) => bytes.toString('utf8'), docx: ofWord, pdf: ofPdf };

/** Words with single spaces between them, so that it does not matter where a line ends. */
function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}

async function ofPdf(bytes) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

function ofWord(bytes) {
  const xml = unzip(bytes, 'word/document.xml').toString('utf8');
  const spaced = xml.replace(/<\/w:p>|<w:br\b[^>]*>|<w:tab\b[^>]*>/g, ' ');
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return spaced.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);
}

/** One file of an archive, found by the list at the archive's end. */
function unzip(bytes, wanted) {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const [method, size, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
      const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(begin, begin + size);
      return method === 0 ? packed : inflateRawSync(packed);
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`there is no ${wanted} in the file`);
}

/** Nothing is left of how the letter is made: no placeholder, no mark of the file it was written in. */
export function isFinished(words) {
  expect(words).not.toMatch(/[{}[\]]|undefined|\bNone\b/);
}

/** Holds all of these words and none of those. */
export function holds(words, these, butNot = []) {
  for (const one of these) {
    expect(words).toContain(one);
  }
  for (const one of butNot) {
    expect(words).not.toContain(one);
  }
}

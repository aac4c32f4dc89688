// Starts `kith serve` on a free port, waits until it answers, and ends it again.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');

/** The folder for what a run leaves behind. */
export const left = resolve(root, 'target/browser');
/** What the server wrote while the tests ran. */
export const log = resolve(left, 'server.log');
/** The program under test. */
export const program = process.env.KITH_BIN ?? resolve(root, 'target/debug/kith');

const LONGEST_START = 20_000;

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The folder for what a run leaves behind, made where it was not there. */
function ready() {
  mkdirSync(left, { recursive: true });
  return left;
}

/**
 * Starts a server with an empty database; gives its address, what it wrote, and a function that ends it.
 * Of several at once, each has a log of its own name; one may be another program, be told more, go on with the database
 * of one before it, or believe that it is so many days later.
 */
export async function start(written = log, { bin = program, args = [], data = mkdtempSync(resolve(ready(), 'data-')), days = 0 } = {}) {
  if (!existsSync(bin)) {
    throw new Error(`There is no program at ${bin}. Build it with \`cargo build\`, or name it in KITH_BIN.`);
  }
  ready();
  const file = openSync(written, 'w');
  const listen = `127.0.0.1:${await freePort()}`;
  const command = [bin, 'serve', '--listen', listen, '--data', data, ...args];
  const [name, ...rest] = days ? ['faketime', '-f', `+${days}d`, ...command] : command;
  // With time moved, the server is a child of the program that moves it: both are a group of their own, and end together.
  const child = spawn(name, rest, { cwd: root, stdio: ['ignore', file, file], detached: days > 0 });
  const end = (signal) => {
    try {
      process.kill(days ? -child.pid : child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  closeSync(file);
  const stop = () => new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      return done();
    }
    const hard = setTimeout(() => end('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(hard);
      done();
    });
    end('SIGTERM');
  });
  process.once('exit', () => end('SIGKILL'));
  try {
    const address = await printed(child, written);
    return { address, stop, data, told: () => readFileSync(written, 'utf8') };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The address the server prints once it listens. */
async function printed(child, written) {
  let failed = null;
  child.once('error', (fault) => { failed = fault; });
  const until = Date.now() + LONGEST_START;
  while (Date.now() < until) {
    const text = readFileSync(written, 'utf8');
    const found = text.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (found && await answers(found[0])) {
      return found[0];
    }
    if (failed || child.exitCode !== null) {
      throw new Error(`The server ended before it answered. ${failed ?? text}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The server printed no address within ${LONGEST_START / 1000} seconds.`);
}

async function answers(address) {
  try {
    return (await fetch(`${address}/health`)).ok;
  } catch {
    return false;
  }
}

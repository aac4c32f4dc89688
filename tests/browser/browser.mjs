// How Chromium is started: quietly, and with no way to any other machine.

/** Options for launching the browser. */
export const launch = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Every name but this machine's own two is unknown, so that a request to another site fails at once.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
};

/** A small phone. */
export const phone = { width: 360, height: 740 };
/** A desktop screen. */
export const desktop = { width: 1280, height: 900 };

// Where the tests find Chromium, and how they start it: quiet, without a sandbox of its own (tests run as root in CI).
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function chromiumPath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
        join(folder, name),
      ),
    )
    .find((path) => existsSync(path));
  if (!found)
    throw new Error('No Chromium found: run `npm test` (it fetches one on Debian) or set CHROME_PATH.');
  return found;
}

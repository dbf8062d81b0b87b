// Makes a fresh checkout ready: dependencies, and with --browser a Chromium for the tests. Node builtins only.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = [createHash('sha256').update(lock).digest('hex'), process.version, process.platform].join(
    ' ',
  );
  const stamp = join(root, 'node_modules', '.setup');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies (npm ci), once per version ...');
  // Our own hooks call this script, so a nested npm must not inherit the outer run's flags.
  const result = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: windows,
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    },
  );
  if (result.status !== 0) fail('npm ci failed. See the lines above; is the npm registry reachable?', 1);
  writeFileSync(stamp, wanted);
}

function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) fail(`CHROME_PATH names ${given}, which does not exist.`, 2);
    return given;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function installBrowser() {
  if (findBrowser()) return;
  const isRoot = process.getuid?.() === 0;
  const command = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    fail(
      `The tests need Chromium. Install it and try again:\n  sudo sh -c '${command}'\nor name one: CHROME_PATH=/path/to/chrome npm test`,
      2,
    );
  }
  console.log('Installing Chromium from Debian, once ...');
  execFileSync('sh', ['-c', `(${command}) >/dev/null`], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!findBrowser()) fail(`Chromium is still not there after: ${command}`, 1);
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Zeventerpen needs Node 20.19 or newer; this is ${process.version}.`, 2);
installDependencies();
if (process.argv.includes('--browser')) installBrowser();

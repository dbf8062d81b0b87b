/** Demo data for `npm start`, made in a process of its own so that nobody waits for it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoData } from '../src/lms/pages/demo-routes.js';
import type { RunningServer } from '../src/lms/server.js';
import { AUTH_VARIABLE } from '../src/report/sync/connection.js';

export class DemoLoader implements DemoData {
  private running: ChildProcess | undefined;

  /** `server`: asked when loading starts. `data`: folder for the teams file. */
  constructor(
    private readonly modules: string,
    private readonly data: string,
    private readonly server: () => RunningServer,
  ) {}

  async load(onShare: (share: number) => void): Promise<void> {
    const { endpoint, key, secret } = this.server().lrs;
    const tsx = createRequire(import.meta.url).resolve('tsx/cli');
    const script = fileURLToPath(new URL('./demo-data.ts', import.meta.url));
    const out = join(this.data, 'voorbeeld', 'statements.ndjson');
    const flags = ['--modules', this.modules, '--lrs', endpoint, '--out', out];
    // What npm set for its own command is not meant for this one.
    const env = { ...process.env, [AUTH_VARIABLE]: `${key}:${secret}`, npm_lifecycle_event: undefined };
    const child = spawn(process.execPath, [tsx, script, ...flags], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.running = child;
    let last = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      last = text.trim().split('\n').at(-1) ?? last;
      const share = /\((\d+)%\)/.exec(last)?.[1];
      if (share !== undefined) onShare(Number(share) / 100);
    });
    const code = await new Promise<number | null>((done) => child.once('exit', done));
    this.running = undefined;
    if (code !== 0) throw new Error(last === '' ? 'het programma stopte' : last);
  }

  stop(): void {
    this.running?.kill();
  }
}

/** The packages that `npm start` plays. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Built by `npm run build` in a process of its own: nothing waits for it, and it runs the code as it is now. */
export class LocalPackages {
  private running: ChildProcess | undefined;

  constructor(
    private readonly modules: string,
    private readonly out: string,
  ) {}

  /** True when they are there; otherwise the earlier ones stay, and why was told. */
  async build(): Promise<boolean> {
    const started = Date.now();
    const tsx = createRequire(import.meta.url).resolve('tsx/cli');
    const script = fileURLToPath(new URL('./build.ts', import.meta.url));
    const flags = ['--modules', this.modules, '--out', this.out];
    const args = [tsx, script, ...flags, '--lrs', 'launch', '--detail', 'route'];
    this.running = spawn(process.execPath, args, { stdio: 'inherit' });
    const code = await new Promise<number | null>((done) => this.running?.once('exit', done));
    this.running = undefined;
    if (code === 0) await this.removeOlder(started);
    return code === 0;
  }

  stop(): void {
    this.running?.kill();
  }

  /** Zips of modules that are no longer there. */
  private async removeOlder(than: number): Promise<void> {
    for (const name of existsSync(this.out) ? await readdir(this.out) : []) {
      const path = join(this.out, name);
      if (name.endsWith('.zip') && (await stat(path)).mtimeMs < than - 1000) await rm(path);
    }
  }
}

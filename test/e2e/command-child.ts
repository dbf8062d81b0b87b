/** Runs scripts one after another as commands of their own: what they import is loaded once for all of them. */
export interface Asked {
  readonly script: string;
  readonly args: readonly string[];
}

export interface Ended {
  readonly code: number;
  /** All that was written to the terminal. */
  readonly text: string;
}

let runs = 0;

async function run({ script, args }: Asked): Promise<Ended> {
  let text = '';
  const hear = (part: string | Uint8Array): boolean => {
    text += typeof part === 'string' ? part : Buffer.from(part).toString();
    return true;
  };
  process.stdout.write = hear;
  process.stderr.write = hear;
  const file = new URL(`../../scripts/${script}.ts`, import.meta.url);
  process.argv = [process.execPath, file.pathname, ...args];
  process.exitCode = 0;
  // Under a name of its own, as a module runs only once.
  await import(`${file.href}?run=${String(++runs)}`);
  return { code: process.exitCode, text };
}

process.on('message', (asked: Asked) => {
  void run(asked).then(
    (ended) => process.send?.(ended),
    // What nobody catches ends a process with its stack.
    (error: unknown) =>
      process.send?.({ code: 1, text: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});

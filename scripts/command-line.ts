/** Arguments of every script: known flags only, `--help`, and flags that npm kept for itself noticed. */
import { parseArgs } from 'node:util';

export interface FlagSpec {
  readonly about: string;
  /** Name of the value in the help, `DIR`; absent: a switch. */
  readonly value?: string;
  readonly default?: string;
}

export interface CommandSpec<F extends string> {
  /** As typed after `npm`: `run check`. */
  readonly command: string;
  readonly about: string;
  /** What the words without `--` are, `[module-ids]`; absent: there are none. */
  readonly words?: string;
  readonly flags: Readonly<Record<F, FlagSpec>>;
}

export interface CommandLine<F extends string> {
  readonly words: readonly string[];
  /** The flag's value, or its default; undefined when neither is there. */
  value(flag: F | 'modules'): string | undefined;
  /** True when a switch was given. */
  has(flag: F): boolean;
  readonly modules: string;
}

/** Wrong usage: told in one line, exit code 2. */
export class UsageError extends Error {}

/** Flags that every script knows. */
const COMMON = {
  modules: { about: 'folder with the modules', value: 'DIR', default: 'modules/' },
  help: { about: 'show this' },
} as const satisfies Record<string, FlagSpec>;

/**
 * Reads the arguments; null when `--help` was asked and shown.
 * @throws UsageError with the sentence to show
 */
export function readCommandLine<F extends string>(
  spec: CommandSpec<F>,
  args: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): CommandLine<F> | null {
  const flags: Readonly<Record<string, FlagSpec>> = { ...spec.flags, ...COMMON };
  refuseSwallowed(spec, flags, args, env);
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      { type: flag.value === undefined ? 'boolean' : 'string' } as const,
    ]),
  );
  const { values, positionals } = parse(args, options, spec.command);
  if (values.help === true) {
    console.log(helpText(spec, flags));
    return null;
  }
  const [word] = positionals;
  if (word !== undefined && spec.words === undefined)
    throw new UsageError(`'${word}' is not expected here. ${seeHelp(spec.command)}`);
  const valueOf = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : flags[name]?.default;
  };
  return {
    words: positionals,
    value: valueOf,
    has: (flag) => values[flag] === true,
    modules: valueOf('modules') ?? 'modules/',
  };
}

type Options = Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>;

function parse(
  args: readonly string[],
  options: Options,
  command: string,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values, positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /Unknown option '([^']+)'/.exec(message)?.[1];
    if (unknown !== undefined) throw new UsageError(`Unknown flag ${unknown}. ${seeHelp(command)}`);
    throw new UsageError(`${message.split('. ', 1)[0] ?? message}. ${seeHelp(command)}`);
  }
}

const seeHelp = (command: string): string => `Type 'npm ${command} -- --help' for what there is.`;

/** `npm run check --fix` (without `--`) never reaches us: npm takes the flag and says nothing useful. */
function refuseSwallowed<F extends string>(
  spec: CommandSpec<F>,
  flags: Readonly<Record<string, FlagSpec>>,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): void {
  // Only npm's own call counts: a script started by a script inherits the variables too.
  if (env.npm_lifecycle_event === undefined) return;
  for (const [name, flag] of Object.entries(flags)) {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`];
    // npm sets an empty variable for a flag of its own that was not given.
    if (value === undefined || value === '' || value === 'false') continue;
    // With `=`, the value is in the variable; without, npm passed it on as a word.
    const given =
      flag.value === undefined
        ? `--${name}`
        : `--${name} ${value === 'true' ? (args[0] ?? flag.value) : value}`;
    throw new UsageError(
      `npm kept --${name} for itself. Put -- before the flags: npm ${spec.command} -- ${given}`,
    );
  }
}

function helpText<F extends string>(spec: CommandSpec<F>, flags: Readonly<Record<string, FlagSpec>>): string {
  const left = (name: string, flag: FlagSpec): string =>
    `  --${name}${flag.value === undefined ? '' : ` ${flag.value}`}`;
  const width = Math.max(...Object.entries(flags).map(([name, flag]) => left(name, flag).length)) + 2;
  const lines = Object.entries(flags).map(([name, flag]) => {
    const usual = flag.default === undefined ? '' : ` (default: ${flag.default})`;
    return `${left(name, flag).padEnd(width)}${flag.about}${usual}`;
  });
  const words = spec.words === undefined ? '' : ` ${spec.words}`;
  return `npm ${spec.command} --${words} [flags]\n${spec.about}\n\n${lines.join('\n')}`;
}

/** Runs a script's main: its number is the exit code; wrong usage and failures become one line, never a stack trace. */
export async function runCommand(main: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    console.error(error instanceof Error ? error.message : String(error));
    if (process.env.DEBUG !== undefined && error instanceof Error) console.error(error.stack);
  }
}

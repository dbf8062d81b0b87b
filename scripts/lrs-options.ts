/** The flags of `npm run build` that say where statements go, with what right, and about whom. */
import { readFile } from 'node:fs/promises';
import { launchData } from '../src/packaging/build.js';
import { LAUNCH_DATA_LIMIT } from '../src/packaging/manifest.js';
import type { ActorMode } from '../src/tracking/config.js';
import { UsageError, type FlagSpec } from './command-line.js';

export const ACTORS = ['pseudonym', 'lms-id', 'attempt'] as const;

export const LRS_FLAGS = {
  lrs: {
    about: 'address of a learning record store, or `launch` when only the launch names it',
    value: 'URL',
  },
  'token-service': {
    about: "address of the municipality's own service that gives a page its credentials for the LRS",
    value: 'URL',
  },
  'lrs-key-file': {
    about:
      'file with `user:secret` of the LRS, for want of better: everyone who opens the package can read it',
    value: 'FILE',
  },
  'salt-file': {
    about: "file with the municipality's secret for pseudonyms, the same for all packages of a course",
    value: 'FILE',
  },
  actor: {
    about: `whom statements are about: ${ACTORS.join(', ')}`,
    value: 'KIND',
    default: 'pseudonym',
  },
} as const satisfies Readonly<Record<string, FlagSpec>>;

export interface LrsOptions {
  readonly lrs: string;
  readonly actor: ActorMode;
  readonly tokenService?: string;
  readonly lrsKey?: string;
  readonly salt?: string;
  /** What the one who builds must know of these choices. */
  readonly warnings: readonly string[];
}

/** @throws UsageError */
export async function readLrsOptions(
  value: (flag: keyof typeof LRS_FLAGS) => string | undefined,
): Promise<LrsOptions> {
  const lrs = readLrs(value('lrs'));
  const actor = readActor(value('actor'));
  const tokenService = readTokenService(value('token-service'), lrs);
  const keyFile = value('lrs-key-file');
  const saltFile = value('salt-file');
  const lrsKey = keyFile === undefined ? undefined : await readKey(keyFile, lrs);
  const salt = saltFile === undefined ? undefined : await readSalt(saltFile);
  return {
    lrs,
    actor,
    ...(tokenService === undefined ? {} : { tokenService }),
    ...(lrsKey === undefined ? {} : { lrsKey }),
    ...(salt === undefined ? {} : { salt }),
    warnings: lrs === 'none' ? [] : warningsOf({ actor, lrsKey, salt }),
  };
}

function warningsOf(given: {
  readonly actor: ActorMode;
  readonly lrsKey: string | undefined;
  readonly salt: string | undefined;
}): readonly string[] {
  const warnings: string[] = [];
  if (given.actor === 'pseudonym' && given.salt === undefined)
    warnings.push(
      'Note: without --salt-file anyone can work out whose pseudonym is whose. Give the municipality a secret of its own.',
    );
  if (given.actor === 'pseudonym' && given.salt !== undefined)
    warnings.push(
      'Note: the secret of --salt-file travels in the package, so who can download the package can still recognise a user name he knows. Pseudonyms stay personal data.',
    );
  if (given.actor === 'lms-id')
    warnings.push(
      'Note: --actor lms-id puts the user names of the LMS into every statement: personal data that anyone can read there.',
    );
  if (given.lrsKey !== undefined)
    warnings.push(
      'WARNING: the key of --lrs-key-file is in the package, readable for everyone who opens it. Use a key that can only write statements, one for each package, and withdraw it when the course ends. cmi5 packages do not hold it.',
    );
  return warnings;
}

function readLrs(value: string | undefined): string {
  if (value === undefined) return 'none';
  if (value === 'launch') return value;
  return readUrl('lrs', value, ', or `launch`');
}

function readTokenService(value: string | undefined, lrs: string): string | undefined {
  if (value === undefined) return undefined;
  if (lrs === 'none')
    throw new UsageError('--token-service needs --lrs: the address of the LRS that its tokens are for.');
  const url = readUrl('token-service', value, '');
  if (launchData(url).length > LAUNCH_DATA_LIMIT)
    throw new UsageError('--token-service: this address is too long for an LMS to hand over.');
  return url;
}

function readUrl(flag: string, value: string, orElse: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:' && url?.hostname !== '127.0.0.1')
    throw new UsageError(`--${flag} takes an https address${orElse}.`);
  if (url.username || url.password)
    throw new UsageError(
      `--${flag} must not hold a user or password: a package can be downloaded by every learner.`,
    );
  return url.href;
}

async function readKey(file: string, lrs: string): Promise<string> {
  if (lrs === 'none' || lrs === 'launch')
    throw new UsageError('--lrs-key-file needs --lrs with an address: the LRS that the key belongs to.');
  const key = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (!/^[^\s:]+:\S+$/.test(key))
    throw new UsageError(`--lrs-key-file: ${file} must hold one line, user:secret.`);
  return key;
}

/** The municipality's secret for pseudonyms. @throws UsageError */
export async function readSalt(file: string): Promise<string> {
  const salt = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (salt.length < 16)
    throw new UsageError(`--salt-file: ${file} must hold a secret of at least 16 characters.`);
  return salt;
}

function readActor(value: string | undefined): ActorMode {
  const found = ACTORS.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`--actor knows no ${String(value)}. There are: ${ACTORS.join(', ')}.`);
  return found;
}

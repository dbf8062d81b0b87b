/** Who a statement is about: an account that names nobody. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Agent } from '@xapi/xapi';
import type { PackageConfig } from '../config.js';

/**
 * `pseudonym`: HMAC-SHA256 of the learner id, keyed with the build's salt, cut to 128 bits: the same person in all packages of a
 * course; whoever has the salt can still recognise a known id. A learner that the LMS does not name is only this attempt.
 */
export function actorOf(config: PackageConfig, learnerId: string, attempt: string): Agent {
  return {
    objectType: 'Agent',
    account: { homePage: config.homePage, name: nameOf(config, learnerId, attempt) },
  };
}

function nameOf({ actor, salt }: PackageConfig, learnerId: string, attempt: string): string {
  if (learnerId === '') return attempt;
  switch (actor) {
    case 'pseudonym':
      return pseudonym(salt, learnerId);
    case 'lms-id':
      return learnerId;
    case 'attempt':
      return attempt;
  }
}

/** The same person in all packages with this salt: 32 hexadecimal digits. */
export function pseudonym(salt: string, learnerId: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(salt), utf8ToBytes(learnerId))).slice(0, 32);
}

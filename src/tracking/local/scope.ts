/** Whose local data it is: on a shared browser nothing of another learner may be read, shown or sent. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Start of every key of this learner in this package. The learner id is hashed, so that who looks at a shared browser
 * meets no user names; anyone who knows a name can still find its key.
 */
export function localScope(packageName: string, learnerId: string): string {
  const learner = bytesToHex(sha256(utf8ToBytes(`${packageName}\n${learnerId}`))).slice(0, 32);
  return `zt:${packageName}:${learner}:`;
}

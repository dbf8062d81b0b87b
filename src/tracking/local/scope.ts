/** Whose local data it is: on a shared browser nothing of another learner may be read, shown or sent. */

/**
 * Start of every key of this learner in this package. The learner id is hashed, so that who looks at a shared browser meets no
 * user names; anyone who knows a name can still find its key. Two learners of one LMS never meet in 64 bits by chance.
 */
export function localScope(packageName: string, learnerId: string): string {
  return `zt:${packageName}:${fnv1a64(`${packageName}\n${learnerId}`)}:`;
}

/** FNV-1a, 64 bits, as 16 hex characters: a library's SHA-256 would cost the first screen 5 kB. */
function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

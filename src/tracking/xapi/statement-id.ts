/** Statement ids that the same action always gives again, so that sending twice is harmless. */
import { sha1 as portableSha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Its 20 bytes. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

/** UUIDv5 (RFC 9562 5.5) of a name, with the attempt's 32 hex characters as namespace. */
export function statementId(attempt: string, name: string, sha1: Sha1 = portableSha1): string {
  const hash = sha1(concatBytes(hexToBytes(attempt), utf8ToBytes(name))).slice(0, 16);
  return asUuid(bytesToHex(hash), '5');
}

/** The attempt's random id as a UUIDv4, for `context.registration`. */
export function registrationOf(attempt: string): string {
  return asUuid(attempt, '4');
}

function asUuid(hex: string, version: string): string {
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const set = `${hex.slice(0, 12)}${version}${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return [set.slice(0, 8), set.slice(8, 12), set.slice(12, 16), set.slice(16, 20), set.slice(20)].join('-');
}

/** Which credentials count, where several could: a launch's own, then a token service's, then the package's. */
import type { PackageConfig } from '../config.js';
import type { Launch, LrsSource } from './launch.js';

/** Null: this package or this launch names no LRS. `launchData`: the LMS's `cmi.launch_data`. */
export function sourceOf(
  { lrs, lrsKey }: PackageConfig,
  launch: Launch | null,
  launchData: string,
): LrsSource | null {
  if (lrs === 'none') return null;
  // A secret goes to the LRS it was launched with and to no other.
  if (launch && (lrs === 'launch' || sameOrigin(lrs, launch.endpoint))) return { kind: 'known', launch };
  const url = tokenServiceIn(launchData);
  if (url !== null) return { kind: 'service', service: { url, lrs } };
  if (lrsKey === '' || lrs === 'launch') return null;
  return { kind: 'known', launch: { endpoint: lrs, auth: lrsKey, registration: null, activityId: null } };
}

/** `{"tokenService": "https://..."}`, as `--token-service` puts it into the manifest. */
function tokenServiceIn(launchData: string): string | null {
  try {
    const found: unknown = JSON.parse(launchData);
    const url =
      typeof found === 'object' && found !== null && 'tokenService' in found ? found.tokenService : null;
    return typeof url === 'string' && /^(https:\/\/|http:\/\/127\.0\.0\.1[:/])/.test(url) ? url : null;
  } catch {
    return null;
  }
}

function sameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}

/** Under which names this computer may be asked: against DNS rebinding another site's name must not lead here. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';

export const LOOPBACK = '127.0.0.1';

/** Is an address to listen on reached from this computer only? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** `name`: of a request's address, without port. */
export function answersTo(name: string, host: string): boolean {
  if (name === LOOPBACK || name === 'localhost' || name === host) return true;
  // Who lets others in is asked by number or by the computer's own name; neither can be another site's.
  return !isLoopback(host) && (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === hostname().toLowerCase());
}

/** Where the one who started it finds it. */
export function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? LOOPBACK : host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}/`;
}

/** `u` or `je` to the customer, but not both. */
import type { Slip } from './slip.js';

const FORMAL = /(?<![\p{L}\d])(?:u|uw|uzelf)(?![\p{L}\d])/iu;
const INFORMAL = /(?<![\p{L}\d'])(?:je|jij|jou|jouw|jezelf)(?![\p{L}\d])/iu;

export type Address = 'u' | 'je' | 'both' | 'none';

/** How a text addresses its reader. */
export function addressOf(text: string): Address {
  const formal = FORMAL.test(text);
  return INFORMAL.test(text) ? (formal ? 'both' : 'je') : formal ? 'u' : 'none';
}

/** The first `je` of a text that says `u` to the customer elsewhere. */
export function findInformal(text: string): Slip[] {
  const found = INFORMAL.exec(text);
  if (!found) return [];
  const message = `Hier staat '${found[0]}', terwijl de medewerker de klant met 'u' aanspreekt. Kies één van de twee.`;
  return [{ start: found.index, code: 'aanspreekvorm', message }];
}

/** Times as statements tell them, and which clock to believe. In microseconds since 1970, UTC, as exact as an LRS writes them. */

const DAY = 86_400 * 1_000_000;
/** Nothing of this course existed before: a clock that says so was never set. */
const EARLIEST = Date.UTC(2025, 0, 1) * 1_000;
/** An LRS may be years ahead; not a century. */
const LATEST = Date.UTC(2125, 0, 1) * 1_000;

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** A time in ISO 8601, in UTC where it names no zone; null: it is none. */
export function momentOf(said: unknown): number | null {
  if (typeof said !== 'string') return null;
  // As nearly all are written: to the millisecond, in UTC.
  if (said.length === 24 && said[10] === 'T' && said[19] === '.' && said[23] === 'Z') {
    const time = Date.parse(said);
    if (!Number.isNaN(time)) return time * 1_000;
  }
  const found = ISO.exec(said);
  if (!found) return null;
  const [, day = '', time = '00:00', fraction = '', zone = 'Z'] = found;
  const offset = zone.length === 1 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2).padStart(2, '0')}`;
  const whole = Date.parse(`${day}T${time}${zone.length === 3 ? `${zone}:00` : offset}`);
  return Number.isNaN(whole) ? null : whole * 1_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** As `momentOf` reads it again. */
export function momentText(moment: number): string {
  const micros = moment % 1_000_000;
  const whole = new Date((moment - micros) / 1_000).toISOString().slice(0, 19);
  return `${whole}.${String(micros).padStart(6, '0')}Z`;
}

export interface Dating {
  readonly happened: number;
  /** The learner's clock was more than a day ahead, or never set, or said nothing that is a time: dated by the LRS's. */
  readonly isMisdated: boolean;
}

/** When the LRS stored it, by its own clock; null: it does not say, or no time that can be. */
export function storedOf(said: unknown): number | null {
  const stored = momentOf(said);
  return stored === null || stored < EARLIEST || stored > LATEST ? null : stored;
}

/**
 * When a statement happened: as the learner's clock said, but never after the LRS stored it, nor after now, so that no clock makes
 * months to come, or decades gone by. Null: no clock tells.
 */
export function datingOf(said: number | null, stored: number | null, now: number): Dating | null {
  const latest = Math.min(stored ?? now, now);
  if (said !== null && said >= EARLIEST)
    return { happened: Math.min(said, latest), isMisdated: said > latest + DAY };
  return stored === null ? null : { happened: latest, isMisdated: true };
}

/** How numbers, times and ids are written in Dutch. */

/** 81,5; no decimals when whole. */
export function decimal(value: number): string {
  return value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });
}

export function score(value: number | null): string {
  return value === null ? '–' : value.toLocaleString('nl-NL', { maximumFractionDigits: 0 });
}

/** Seconds as `40 s`, `12 min` or `1 u 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 1) return '–';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} u ${minutes % 60} min`;
}

/** `23 nov 11:32`. */
export function moment(iso: string): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(iso).toLocaleString('nl-NL', parts).replace(',', '');
}

/** `11:32:05` today, with the date before it on other days. */
export function clock(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  const time = then.toLocaleTimeString('nl-NL');
  if (then.toDateString() === now.toDateString()) return time;
  return `${then.toLocaleDateString('nl-NL', { day: 'numeric', month: 'short' })} ${time}`;
}

/** `klachten_voorkomen` -> `Klachten voorkomen`; for ids that come without a description. */
export function fromId(id: string): string {
  const words = id
    .replace(/^urn:.*:/, '')
    .replace(/[_\-.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The last part of an address: `https://x/y/hostmanship/terras` -> `terras`. */
export function lastPart(iri: string): string {
  const part =
    iri
      .replace(/[/#]+$/, '')
      .split(/[/#]/)
      .at(-1) ?? iri;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** Looks for the LMS's API object in the windows around this one. */
import type { ScormEdition } from '../config.js';

/** An LMS's object: which functions it really has shows only when they are called. */
export type ApiObject = Readonly<Record<string, unknown>>;
export interface FoundApi {
  readonly edition: ScormEdition;
  readonly api: ApiObject;
}

/** Where to look: what we need of a Window, so that tests can build one. */
export interface Place {
  readonly parent?: Place | null;
  readonly opener?: Place | null;
  readonly top?: Place | null;
  readonly document?: unknown;
}

const API_NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' } as const;
const FIRST_FUNCTION = { scorm12: 'LMSInitialize', scorm2004: 'Initialize' } as const;
/** SCORM 2004 RTE 3.3: seven hops are expected, 500 is the limit against endless chains. */
const MAX_HOPS = 500;

/**
 * Waits for the API at most `patience` ms: windows that pop up get theirs late.
 * A page that stands alone (no parent, no opener) is not kept waiting.
 */
export async function waitForApi(
  start: Place,
  prefer: ScormEdition,
  patience = 5_000,
): Promise<FoundApi | null> {
  const until = Date.now() + patience;
  for (;;) {
    const found = findApi(start, prefer);
    if (found !== null) return found;
    if (standsAlone(start) || Date.now() >= until) return null;
    await new Promise((resume) => setTimeout(resume, 250));
  }
}

/** The package's own edition anywhere comes before the other edition nearby. */
export function findApi(start: Place, prefer: ScormEdition): FoundApi | null {
  const places = placesAround(start);
  const other: ScormEdition = prefer === 'scorm12' ? 'scorm2004' : 'scorm12';
  return findEdition(places, prefer) ?? findEdition(places, other);
}

function findEdition(places: readonly Place[], edition: ScormEdition): FoundApi | null {
  for (const place of places) {
    const api = attempt(() => (place as ApiObject)[API_NAMES[edition]]);
    if (isApi(api, edition)) return { edition, api };
  }
  return null;
}

function isApi(value: unknown, edition: ScormEdition): value is ApiObject {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return attempt(() => (value as ApiObject)[FIRST_FUNCTION[edition]]) !== undefined;
}

/**
 * Nearest first: own window, parents, then the openers of those with their parents and openers, `top`'s opener last: touching
 * `top` early breaks in LMSs whose header is of another origin. Documents come after all windows (Plateau).
 */
function placesAround(start: Place): Place[] {
  const windows = parentsOf(start);
  // Grows while it is walked: an opener may have been opened itself.
  for (const from of windows) {
    const opener = windows.length < MAX_HOPS ? attempt(() => from.opener) : null;
    if (opener) addNew(windows, parentsOf(opener));
  }
  const top = attempt(() => start.top);
  const topOpener = top ? attempt(() => top.opener) : undefined;
  if (topOpener) addNew(windows, parentsOf(topOpener));
  const documents = windows.map((place) => attempt(() => place.document) as Place | null | undefined);
  return [...windows, ...documents.filter((found) => found !== null && found !== undefined)];
}

function parentsOf(start: Place): Place[] {
  const chain: Place[] = [start];
  let here = start;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const parent = attempt(() => here.parent);
    if (!parent || parent === here || chain.includes(parent)) break;
    chain.push(parent);
    here = parent;
  }
  return chain;
}

function addNew(to: Place[], from: readonly Place[]): void {
  for (const place of from) if (!to.includes(place)) to.push(place);
}

function standsAlone(start: Place): boolean {
  const parent = attempt(() => start.parent);
  return (!parent || parent === start) && !attempt(() => start.opener);
}

/** A window of another origin throws at a touch; that hop simply has nothing. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

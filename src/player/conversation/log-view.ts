/** The log as the channels draw it: every entry with its channel, its hour and what the customer shows. */
import type { Conversation, Picture, World } from '../../content/module.js';
import type { Customer } from '../../content/schema/municipality.js';
import type { ChannelId } from '../../content/vocabulary.js';
import type { LogEntry } from '../../engine/conversation/state.js';

/** What the lines need to know of the conversation around them. */
export interface Setting {
  readonly unit: Conversation;
  readonly world: World;
  readonly customer: Customer;
}

export interface LogItem {
  readonly entry: LogEntry;
  /** Channel of the contact it belongs to. */
  readonly channel: ChannelId;
  /** Day and time at which that contact began. */
  readonly moment: string;
  /** '10.42': the contact's hour and the simulated minutes since; absent where the script names no hour. */
  readonly time?: string;
  /** Simulated minutes since that contact began. */
  readonly minutes: number;
  /** What the customer shows with this line. */
  readonly pictures: readonly Picture[];
  /** True for the first words of the customer in a contact: a mail has its head there. */
  readonly opens: boolean;
}

export const isCustomer = (entry: LogEntry): boolean =>
  entry.kind === 'line' && entry.line.speaker === 'KLANT';

/** On paper: what is written has a head, a body and a name under it. */
export const isWritten = (channel: ChannelId): boolean =>
  channel === 'e-mail' || channel === 'brief' || channel === 'website';

/** The customer stands or sits before you. */
export const isFaceToFace = (channel: ChannelId): boolean => channel === 'balie' || channel === 'huisbezoek';

/** Derives the items; `entries` is the whole log of a run. */
export function logItems(unit: Conversation, entries: readonly LogEntry[]): readonly LogItem[] {
  let { channel, moment } = unit;
  let minutes = 0;
  let opened = false;
  const shown = new Set<Picture>();
  return entries.map((entry) => {
    if (entry.kind === 'contact') {
      ({ channel, moment } = entry);
      minutes = 0;
      opened = false;
    } else if ('change' in entry) minutes += entry.change.minutes ?? 0;
    const opens = !opened && isCustomer(entry);
    if (opens) opened = true;
    const pictures = isPictureLine(entry, entries) ? fresh(unit, entry.turn, channel, shown) : [];
    const time = hourAfter(moment, minutes);
    return { entry, channel, moment, minutes, pictures, opens, ...(time === undefined ? {} : { time }) };
  });
}

/** Pictures go with the customer's words; where the customer says nothing at that turn, with the first line there. */
function isPictureLine(entry: LogEntry, entries: readonly LogEntry[]): boolean {
  if (entry.kind !== 'line') return false;
  const speaks = entries.some((one) => isCustomer(one) && one.turn === entry.turn);
  return !speaks || isCustomer(entry);
}

function fresh(
  unit: Conversation,
  turn: string,
  channel: ChannelId,
  shown: Set<Picture>,
): readonly Picture[] {
  // Over the telephone nothing is seen.
  if (channel === 'telefoon') return [];
  const found = (unit.pictures ?? []).filter((one) => one.turn === turn && !shown.has(one));
  for (const one of found) shown.add(one);
  return found;
}

/** What lies on the counter or the table now: shown in the contact that is going on. */
export function picturesNow(items: readonly LogItem[]): readonly Picture[] {
  const began = items.findLastIndex(({ entry }) => entry.kind === 'contact');
  return items.slice(Math.max(began, 0)).flatMap(({ pictures }) => pictures);
}

/** 'maandag 23 november, 8.50 uur' and 12.5 -> '9.02'. */
export function hourAfter(moment: string, minutes: number): string | undefined {
  const found = /(\d{1,2})[.:](\d{2})/.exec(moment);
  if (!found) return undefined;
  const total = Number(found[1]) * 60 + Number(found[2]) + Math.floor(minutes);
  return `${Math.floor(total / 60) % 24}.${String(total % 60).padStart(2, '0')}`;
}

/** 'maandag 23 november, 8.50 uur' -> 'maandag 23 november'. */
export const dayOf = (moment: string): string => moment.replace(/,?\s*\d{1,2}[.:]\d{2}.*$/, '');

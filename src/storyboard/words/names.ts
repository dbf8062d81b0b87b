/** What things are called in a storyboard. */
import type { Conversation, UnitKind, World } from '../../content/module.js';
import { DESK_KINDS, type DeskKind, type EndingQuality, type Speaker } from '../../content/vocabulary.js';

export const UNIT_KINDS: Readonly<Record<UnitKind, string>> = {
  lesson: 'Les',
  conversation: 'Gesprek',
  'find-mistake': 'Zoek de fout',
  quiz: 'Toets',
  test: 'Kennistoets',
};

export const QUALITIES: Readonly<Record<EndingQuality, string>> = {
  goed: 'goed',
  voldoende: 'voldoende',
  slecht: 'slecht',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An author's id as words: `brief-van-ons` -> `brief van ons`, in a fragment `nagaan.tweede` -> `nagaan: tweede`. */
export const idInWords = (id: string): string => id.replaceAll('-', ' ').replace('.', ': ');

/** The shared fragment that an option was taken from, in words; null for one of the script itself. */
export const fragmentOf = (option: string): string | null => {
  const [fragment = '', inside] = option.split('.');
  return inside === undefined ? null : idInWords(fragment);
};

/** How the customer of a unit is spoken of: 'mevrouw Wierda'. */
export const customerOf = ({ customer }: Pick<Conversation, 'customer'>, world: World): string =>
  world.customers.find(({ id }) => id === customer)?.aanspreking ?? 'de klant';

export const channelOf = (id: string, world: World): string =>
  world.channels.find((channel) => channel.id === id)?.naam ?? id;

/** Who speaks a line. */
export function speakerName(speaker: Speaker, customer: string): string {
  switch (speaker) {
    case 'KLANT':
      return capital(customer);
    case 'BUREAU':
      return 'Je merkt';
    case 'COLLEGA':
      return 'Collega';
    case 'JIJ':
      return 'Jij';
  }
}

/** Key of a desk action (`klant:wierda`) -> its kind and target; null when it is none. */
export function deskParts(key: string): { readonly kind: DeskKind; readonly target: string } | null {
  const [word = '', target = ''] = key.split(/:(.*)/);
  const kind = DESK_KINDS.find((known) => known === word);
  return kind ? { kind, target } : null;
}

/** The thing itself: 'het dossier van mevrouw Wierda', 'zaak Z-2101 ‘Traplift ophalen’'. */
export function deskThing(key: string, world: World): string {
  const parts = deskParts(key);
  if (!parts) return key;
  const { kind, target } = parts;
  const caseFile = world.cases.find(({ id }) => id === target);
  switch (kind) {
    case 'klant':
      return `het dossier van ${customerOf({ customer: target }, world)}`;
    case 'zaak':
      return `zaak ${target}${caseFile ? ` ‘${caseFile.titel}’` : ''}`;
    case 'artikel':
      return `het artikel ‘${world.articles.find(({ id }) => id === target)?.titel ?? target}’`;
    case 'bellen':
      return world.desks.find(({ id }) => id === target)?.naam ?? target;
    case 'kanaal':
      return channelOf(target, world);
    case 'notitie':
      return caseFile ? `zaak ${target}` : `het dossier van ${customerOf({ customer: target }, world)}`;
  }
}

const DO: Readonly<Record<DeskKind, string>> = {
  klant: 'Open',
  zaak: 'Lees',
  artikel: 'Lees',
  bellen: 'Bel',
  kanaal: 'Stel een ander kanaal voor:',
  notitie: 'Schrijf een notitie in',
};

/** What the employee does: 'Lees zaak Z-2101 ‘Traplift ophalen’'. */
export function deskDeed(key: string, world: World): string {
  const kind = deskParts(key)?.kind;
  return kind ? `${DO[kind]} ${deskThing(key, world)}` : key;
}

const DONE: Readonly<Record<DeskKind, readonly [string, string]>> = {
  klant: ['je ', ' bekeek'],
  zaak: ['je ', ' las'],
  artikel: ['je ', ' las'],
  bellen: ['je ', ' belde'],
  kanaal: ['je een ander kanaal voorstelde: ', ''],
  notitie: ['je een notitie schreef in ', ''],
};

/** The same as a clause after 'als': 'je zaak Z-2101 ‘Traplift ophalen’ las'. */
export function deskDone(key: string, world: World): string {
  const kind = deskParts(key)?.kind;
  if (!kind) return key;
  const [before, after] = DONE[kind];
  return `${before}${deskThing(key, world)}${after}`;
}

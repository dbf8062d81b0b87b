/** Sentences about what happened: for the log, the desk and the announcer. */
import type { Conversation, Line, World } from '../../content/module.js';
import type { DeskKind } from '../../content/vocabulary.js';
import type { Change, LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { decimal, euro } from '../ui/format.js';

type DeskEntry = Extract<LogEntry, { kind: 'desk' }>;

/** `klant:wierda` in its two parts. */
export function deskKey(key: string): { readonly kind: DeskKind; readonly target: string } {
  const colon = key.indexOf(':');
  // Keys are made by the build from the closed list of kinds.
  return { kind: key.slice(0, colon) as DeskKind, target: key.slice(colon + 1) };
}

/** 'Je belde Burgerzaken. Er nam niemand op' */
export function deskLine(world: World, entry: DeskEntry): string {
  const { kind, target } = deskKey(entry.key);
  const { log } = workTexts.desk;
  switch (kind) {
    case 'klant':
      return log.klant(world.customers.find((one) => one.id === target)?.naam ?? target);
    case 'zaak':
      return log.zaak(target, world.cases.find((one) => one.id === target)?.titel ?? '');
    case 'artikel':
      return log.artikel(world.articles.find((one) => one.id === target)?.titel ?? target);
    case 'bellen': {
      const desk = world.desks.find((one) => one.id === target)?.naam ?? target;
      return entry.answered ? log.bellen(desk) : log.bellenNot(desk);
    }
    case 'kanaal':
      return log.kanaal(channelName(world, target));
    case 'notitie':
      return log.notitie(target);
  }
}

/** What is heard in answer to a call or a proposal; nothing when nobody answered. */
export function deskReply(world: World, entry: DeskEntry): string | undefined {
  const { kind, target } = deskKey(entry.key);
  if (entry.reply !== undefined && entry.answered) return entry.reply;
  if (kind === 'bellen' && entry.answered) return world.desks.find((one) => one.id === target)?.antwoord;
  if (kind === 'kanaal') return world.channels.find((one) => one.id === target)?.antwoord;
  return undefined;
}

export function channelName(world: World, id: string): string {
  return world.channels.find((one) => one.id === id)?.naam ?? id;
}

/** Everything one action changed in one sentence: 'Klanttevredenheid 2 omhoog, 1 minuut erbij.' */
export function changeSentence(unit: Conversation, change: Change): string {
  const { spoken } = workTexts.meters;
  const satisfaction = change.klanttevredenheid ?? 0;
  const parts = [
    satisfaction !== 0 && spoken.klanttevredenheid(decimal(Math.abs(satisfaction)), satisfaction > 0),
    change.minutes && spoken.minutes(decimal(change.minutes)),
    change.waitDays && spoken.waitDays(change.waitDays),
    change.kosten && spoken.kosten(euro(change.kosten)),
    change.steps?.length && spoken.steps(change.steps.length),
    change.facts?.length &&
      spoken.facts(withoutStop(change.facts.map((fact) => unit.facts[fact] ?? fact).join(' '))),
  ].filter((part): part is string => typeof part === 'string');
  const sentence = parts.join(', ');
  return sentence ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` : spoken.none;
}

/** A fact is a sentence of its own; the sentence around it has its own full stop. */
const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** The mood the customer shows last; `neutraal` before the first word. */
export function moodOf(entries: readonly LogEntry[]): string {
  const lines = entries.flatMap((entry): readonly Line[] => (entry.kind === 'line' ? [entry.line] : []));
  return lines.findLast((line) => line.speaker === 'KLANT' && line.mood)?.mood ?? 'neutraal';
}

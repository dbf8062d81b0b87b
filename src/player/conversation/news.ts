/** What the latest action brought, in one message for who listens. Pure. */
import type { Line } from '../../content/module.js';
import type { LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { isCustomer } from './log-view.js';
import type { Talk } from './talk.js';
import { changeSentence, channelName, deskLine, deskReply, moodOf } from './words.js';

/**
 * What changed, and whatever came into the log that the focus does not read; what the learner chose he has just read.
 * Undefined when nothing came.
 */
export function newsSince(before: Talk, now: Talk): string | undefined {
  const fresh = now.state.log.slice(before.state.log.length);
  const focused = focusedOf(fresh);
  const sentences = [
    ...changes(before, now, fresh),
    ...fresh.filter((entry) => entry !== focused).map((entry) => wordsOf(entry, now)),
    now.ending && !before.ending ? workTexts.skins.ended[now.state.channel] : '',
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** After an answer what the customer said last has the focus, after a question to the coach what the coach said. */
function focusedOf(fresh: readonly LogEntry[]): LogEntry | undefined {
  if (fresh.some(({ kind }) => kind === 'said' || kind === 'sent')) return fresh.findLast(isCustomer);
  return fresh[0]?.kind === 'coach' ? fresh[0] : undefined;
}

function changes(before: Talk, now: Talk, fresh: readonly LogEntry[]): readonly string[] {
  const acted = fresh.find((entry) => 'change' in entry);
  if (!acted || !('change' in acted)) return [];
  const mood = moodOf(now.state.log);
  return [
    acted.kind === 'desk' ? `${deskLine(now.world, acted)}.` : '',
    acted.kind !== 'desk' && mood !== moodOf(before.state.log)
      ? `${t.common.looks(now.customer.naam, mood)}.`
      : '',
    changeSentence(now.unit, acted.change),
  ];
}

function wordsOf(entry: LogEntry, { world, customer }: Talk): string {
  switch (entry.kind) {
    case 'line':
      return spoken(entry.line, customer.naam);
    case 'contact':
      return `${channelName(world, entry.channel)}, ${entry.moment}. ${entry.between ?? ''}`.trim();
    case 'consequence':
      return entry.text;
    case 'desk':
      return deskReply(world, entry) ?? '';
    case 'coach':
      return `${t.common.coach}: ${entry.text}`;
    case 'said':
    case 'sent':
      return '';
  }
}

function spoken({ speaker, text }: Line, customer: string): string {
  switch (speaker) {
    case 'KLANT':
      return `${customer}: ${text}`;
    case 'COLLEGA':
      return `${t.common.colleague}: ${text}`;
    case 'JIJ':
      return `${workTexts.talk.you}: ${text}`;
    case 'BUREAU':
      return text;
  }
}

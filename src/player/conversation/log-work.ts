/** The lines of the log that nobody says: what was done at the desk, and where another contact begins. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { decimal } from '../ui/format.js';
import { icon, type IconName } from '../ui/icons.js';
import type { Setting } from './log-view.js';
import { channelName, deskLine, deskReply } from './words.js';

type Of<K extends LogEntry['kind']> = Extract<LogEntry, { kind: K }>;

/** Where another contact begins. */
export function divide(entry: Of<'contact'>, { world }: Setting): TemplateResult {
  return html`${icon(entry.channel, 18)}
    <div>
      <p class="bold">${channelName(world, entry.channel)}, ${entry.moment}</p>
      ${entry.between === undefined ? nothing : html`<p>${entry.between}</p>`}
    </div>`;
}

const DESK_ICONS: Readonly<Record<string, IconName>> = {
  klant: 'user',
  zaak: 'folder',
  artikel: 'book',
  bellen: 'telefoon',
  kanaal: 'swap',
  notitie: 'note',
};

/** What was done at the desk, and what came of it. */
export function deskWork(entry: Of<'desk'>, { world, unit }: Setting): TemplateResult {
  const kind = entry.key.slice(0, entry.key.indexOf(':'));
  const reply = deskReply(world, entry);
  const learnt = (entry.change.facts ?? []).map((fact) => unit.facts[fact] ?? fact);
  const { minutes } = entry.change;
  return html`${icon(DESK_ICONS[kind] ?? 'folder', 18)}
    <div>
      <p>${deskLine(world, entry)}${minutes ? ` · ${t.common.minutes(decimal(minutes))}` : nothing}</p>
      ${reply ? html`<p class="reply">${reply}</p>` : nothing}
      ${learnt.map((label) => html`<p class="learnt">${workTexts.desk.learnt}: ${label}</p>`)}
    </div>`;
}

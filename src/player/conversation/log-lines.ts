/** One line of the log, as its channel shows it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Line, Picture } from '../../content/module.js';
import type { LogEntry } from '../../engine/conversation/state.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { photoOf, thingOf } from '../ui/drawings.js';
import { capital, decimal, municipality } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import '../ui/portrait.js';
import { dayOf, isFaceToFace, isWritten, type LogItem, type Setting } from './log-view.js';
import { deskWork, divide } from './log-work.js';

/** How a line stands in the list. */
export interface Standing {
  readonly hidden: boolean;
  /** The customer's latest words: they have an edge and take the focus. */
  readonly newest: boolean;
}
type Of<K extends LogEntry['kind']> = LogItem & { readonly entry: Extract<LogEntry, { kind: K }> };
const is = <K extends LogEntry['kind']>(item: LogItem, kind: K): item is Of<K> => item.entry.kind === kind;

export function logLine(item: LogItem, setting: Setting, standing: Standing): TemplateResult {
  const row = (look: string, body: unknown): TemplateResult =>
    html`<li class="${look} ${standing.newest ? 'newest' : ''}" tabindex="-1" ?hidden=${standing.hidden}>
      ${body}
    </li>`;
  if (is(item, 'line')) return spoken(item, setting, row);
  if (is(item, 'said')) return own(item, setting, row);
  if (is(item, 'sent')) return sent(item, setting, row);
  if (is(item, 'desk')) return row('done', deskWork(item.entry, setting));
  if (is(item, 'contact')) return row('contact', divide(item.entry, setting));
  if (is(item, 'consequence')) return row('seen', html`${icon('clock', 18)}<span>${item.entry.text}</span>`);
  if (is(item, 'coach')) {
    return row(
      'note coach',
      html`${icon('coach')}<span><span class="bold">${t.common.coach}:</span> ${item.entry.text}</span>`,
    );
  }
  return row('seen', nothing);
}

type Row = (look: string, body: unknown) => TemplateResult;

function spoken(item: Of<'line'>, setting: Setting, row: Row): TemplateResult {
  const { line } = item.entry;
  switch (line.speaker) {
    case 'KLANT':
      return row(customerLook(item), [
        customerLine(item, setting),
        isFaceToFace(item.channel) ? shown(item.pictures) : nothing,
      ]);
    case 'COLLEGA':
      return row('bubble colleague', bubble(withMood(t.common.colleague, line), line.text));
    case 'JIJ':
      return own(item, setting, row);
    case 'BUREAU':
      return row('seen', [
        icon('eye', 18),
        html`<span>${line.text}</span>`,
        isFaceToFace(item.channel) ? shown(item.pictures) : item.pictures.map(photo),
      ]);
  }
}

function customerLook({ channel }: LogItem): string {
  if (isWritten(channel)) return `letter ${channel === 'brief' ? 'paper' : 'mail'}`;
  if (channel === 'social-media') return 'post';
  return `bubble customer ${channel === 'chat' ? 'message' : ''}`;
}

function customerLine(item: Of<'line'>, setting: Setting): unknown {
  const { channel, entry, time, pictures, minutes } = item;
  const { customer } = setting;
  const who = withMood(capital(customer.aanspreking), entry.line);
  if (channel === 'brief') return paper(item, setting);
  if (isWritten(channel)) return mail(item, setting);
  if (channel === 'social-media') return post(item, setting);
  if (channel === 'chat')
    return html`<p class="who tiny bold muted">${who}</p>
      ${pictures.map(photo)}
      <p>${entry.line.text}</p>
      ${stamp(time)}`;
  return bubble(
    channel === 'telefoon' && minutes > 0
      ? html`${who}<span class="sr-only">, </span
          ><span class="clock">${t.common.minutes(decimal(minutes))}</span>`
      : who,
    entry.line.text,
  );
}

const withMood = (who: string, { mood }: Line): TemplateResult =>
  html`<span>${who}${mood ? html`<span class="mood"> · ${t.common.mood(mood)}</span>` : nothing}</span>`;

const bubble = (who: unknown, text: string): TemplateResult =>
  html`<p class="who tiny bold muted">${who}</p>
    <p>${text}</p>`;

const stamp = (time: string | undefined, read = false): TemplateResult | typeof nothing =>
  time === undefined
    ? nothing
    : html`<p class="stamp tiny num">
        ${time}${read ? html`${icon('check-check', 14)}<span class="sr-only">${workTexts.skins.read}</span>` : nothing}
      </p>`;

/** A photo in the line: the words under it are for everybody. */
const photo = ({ drawing, alt }: Picture): TemplateResult =>
  html`<figure class="photo">
    <svg viewBox="0 0 240 150" role="img" aria-label=${workTexts.skins.photo}>${photoOf(drawing)}</svg>
    <figcaption class="small">${alt}</figcaption>
  </figure>`;

/** Face to face a thing lies there; what is seen is said. */
const shown = (pictures: readonly Picture[]): readonly TemplateResult[] =>
  pictures.map(
    ({ drawing, alt }) =>
      html`<p class="shown small">
        <svg class="thing" viewBox="0 0 60 40" aria-hidden="true">${thingOf(drawing)}</svg>
        <span><span class="sr-only">${workTexts.skins.see}: </span>${alt}</span>
      </p>`,
  );

function mail({ entry, opens, moment, pictures, channel }: Of<'line'>, { unit, customer }: Setting): unknown {
  const words = workTexts.skins;
  const rows: readonly (readonly [string, unknown])[] = [
    [
      words.from,
      html`${customer.naam}${customer['e-mail'] ? html` <span class="muted address">${customer['e-mail']}</span>` : nothing}`,
    ],
    [words.subject, html`<span class="bold">${unit.subject ?? unit.question}</span>`],
    [words.received, moment],
  ];
  return html`${
      opens
        ? html`${channel === 'website' ? html`<p class="tiny bold muted via">${words.viaWebsite}</p>` : nothing}
            <dl class="head small">
              ${rows.map(
                ([label, value]) =>
                  html`<dt>${label}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`
        : html`<p class="who small bold">${withMood(customer.naam, entry.line)}</p>`
    }
    ${opens ? moodLine(entry.line) : nothing}
    <p>${entry.line.text}</p>
    ${pictures.length > 0 ? html`<p class="tiny bold muted">${words.enclosed}</p>` : nothing}
    ${pictures.map(photo)}`;
}

const moodLine = ({ mood }: Line): TemplateResult | typeof nothing =>
  mood ? html`<p class="tone tiny muted">${workTexts.skins.tone(t.common.mood(mood))}</p>` : nothing;

/** A letter on paper, with a place and a day, and a name under it. */
function paper({ entry, opens, moment, pictures }: Of<'line'>, { unit, customer }: Setting): unknown {
  const words = workTexts.skins;
  const [street, place] = customer.adres.split(', ');
  return html`${
      opens
        ? html`<div class="row between top wrap letterhead">
              <address>${customer.naam}<br />${street}${place ? html`<br />${place}` : nothing}</address>
              <p>${dayOf(moment)}</p>
            </div>
            <p><span class="muted">${words.about}:</span> ${unit.subject ?? unit.question}</p>`
        : nothing
    }
    ${moodLine(entry.line)}
    <p>${entry.line.text}</p>
    <p class="signed">${customer.naam}</p>
    ${pictures.length > 0 ? html`<p class="tiny bold muted">${words.enclosed}</p>` : nothing}
    ${pictures.map(photo)}`;
}

function post({ entry, opens, pictures, time }: Of<'line'>, { customer }: Setting): unknown {
  const words = workTexts.skins;
  return html`<zt-portrait
      decorative
      .portrait=${customer.portret}
      .mood=${entry.line.mood ?? 'neutraal'}
    ></zt-portrait>
    <div class="stack gap8">
      <p class="who small">
        <span class="bold">${customer.naam}</span>
        <span class="muted">${time ?? nothing} · ${opens ? words.publicPost : words.publicReply}</span>
        ${entry.line.mood ? html`<span class="muted mood">· ${t.common.mood(entry.line.mood)}</span>` : nothing}
      </p>
      <p>${entry.line.text}</p>
      ${pictures.map(photo)}
    </div>`;
}

/** What the employee said, by the channel that carries it. */
function own(item: Of<'said'> | Of<'line'>, { world }: Setting, row: Row): TemplateResult {
  const { entry, channel, time } = item;
  const text = entry.kind === 'said' ? entry.text : entry.line.text;
  if (channel === 'chat')
    return row(
      'bubble own message',
      html`<p class="sr-only">${workTexts.talk.you}</p>
        <p>${text}</p>
        ${stamp(time, true)}`,
    );
  if (channel === 'social-media')
    return row(
      'post reply',
      html`<span class="tile account" aria-hidden="true">${icon('balie', 22)}</span>
        <div class="stack gap8">
          <p class="who small">
            <span class="bold">${workTexts.skins.you(municipality(world.name))}</span>
            <span class="muted">${time ?? nothing} · ${workTexts.skins.publicReply}</span>
          </p>
          <p>${text}</p>
        </div>`,
    );
  return row('bubble own', bubble(workTexts.talk.you, text));
}

/** A whole message from blocks. */
function sent(item: Of<'sent'>, { unit, world, customer }: Setting, row: Row): TemplateResult {
  const { entry, channel, moment } = item;
  const turn = unit.turns.find((one) => one.id === entry.turn);
  const form = turn?.kind === 'compose' ? turn.form : undefined;
  const parts = entry.parts.filter((part) => part.text !== '');
  const body =
    parts.length > 0
      ? parts.map((part) => html`<p>${part.text}</p>`)
      : html`<p>${workTexts.compose.nothing}</p>`;
  if (form === 'notitie')
    return row(
      'letter own note-paper',
      html`<p class="who small bold">${icon('note', 16)}${workTexts.skins.noteTitle}</p>
        ${body}`,
    );
  if (form === 'brief' || channel === 'brief')
    return row(
      'letter own paper',
      html`<div class="row between top wrap letterhead">
          <p class="bold row gap8">
            <span class="tile account" aria-hidden="true">${icon('balie', 18)}</span
            >${municipality(world.name)}
          </p>
          <p>${dayOf(moment)}</p>
        </div>
        <p class="sr-only">${workTexts.talk.you}</p>
        ${body}`,
    );
  if (channel === 'chat')
    return row(
      'bubble own message',
      html`<p class="sr-only">${workTexts.talk.you}</p>
        ${body}${stamp(item.time, true)}`,
    );
  return row(
    'letter own mail',
    html`<dl class="head small">
        <dt>${workTexts.skins.from}</dt>
        <dd>${workTexts.skins.you(municipality(world.name))}</dd>
        <dt>${workTexts.compose.to}</dt>
        <dd>${customer.naam}</dd>
      </dl>
      ${body}`,
  );
}

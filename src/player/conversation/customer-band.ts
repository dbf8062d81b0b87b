import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelId } from '../../content/vocabulary.js';
import { MOODS, type Face } from '../../content/vocabulary.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { capital, decimal } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import '../ui/portrait.js';
import { isFaceToFace, picturesNow } from './log-view.js';
import type { Talk } from './talk.js';
import { channelName, moodOf } from './words.js';

const TONES: Readonly<Record<Face, string>> = {
  boos: 'bad',
  bezorgd: 'warn',
  verdrietig: 'warn',
  neutraal: '',
  opgelucht: 'good',
  blij: 'good',
};

/** Whom you speak: face, mood as a word, channel. Face to face and with room for it, the customer stands before you. */
export function band(talk: Talk, roomy: boolean): TemplateResult {
  const { customer, unit, state } = talk;
  const mood = moodOf(state.log);
  const face = roomy && isFaceToFace(state.channel);
  const [thing] = picturesNow(talk.items).slice(-1);
  const place = !face ? 'none' : state.channel === 'balie' ? 'counter' : 'table';
  return html`<div class="band ${face ? 'scene' : ''}">
    <zt-portrait
      .portrait=${customer.portret}
      .name=${customer.naam}
      .mood=${mood}
      .place=${place}
      .thing=${thing?.drawing}
      .ticket=${ticketOf(unit.code)}
    ></zt-portrait>
    <div class="who">
      <h1><span class="sr-only">${unit.title}: </span>${customer.naam}</h1>
      <p class="small muted">‘${unit.question}’</p>
      <p class="row gap8 small bold mood">
        <span class="dot ${TONES[MOODS[mood]?.face ?? 'neutraal']}"></span>${capital(t.common.mood(mood))}
      </p>
    </div>
    <div class="row wrap gap8 facts">
      ${chips(talk)}
      <p class="tiny muted">${state.moment}</p>
    </div>
    ${
      // The log says it too; here it stands beside the drawing for who sees that.
      face && thing
        ? html`<div class="sight" aria-hidden="true">
            <p class="small bold">${workTexts.skins.see}</p>
            <p class="small muted">${thing.alt}</p>
          </div>`
        : nothing
    }
  </div>`;
}

function chips({ unit, world, state }: Talk): TemplateResult {
  const words = workTexts.skins;
  const chip = (text: string, name?: ChannelId) =>
    html`<p class="chip outline">${name ? icon(name, 14) : nothing}${text}</p>`;
  switch (state.channel) {
    case 'balie':
      return html`${chip(words.counter(deskOf(unit.code)), 'balie')}${chip(words.ticket(ticketOf(unit.code)))}`;
    case 'huisbezoek':
      return html`${chip(channelName(world, 'huisbezoek'), 'huisbezoek')}${chip(words.atHome)}`;
    case 'telefoon':
    case 'e-mail':
    case 'chat':
    case 'website':
    case 'social-media':
    case 'brief':
      return chip(channelName(world, state.channel), state.channel);
  }
}

/** The call that is going on: who is on the line and how long, with the sound of it as a picture. */
export function callStrip({ customer, state, items, turn }: Talk): TemplateResult {
  const words = workTexts.skins;
  const minutes = decimal(items.at(-1)?.minutes ?? 0);
  const louder = MOODS[moodOf(state.log)]?.face === 'boos';
  return html`<div class="call">
    <span class="tile">${icon('telefoon', 18)}</span>
    <div class="grow">
      <p class="bold">${capital(customer.aanspreking)}</p>
      <p class="tiny num">${turn ? words.inCall(minutes) : words.hungUp}</p>
    </div>
    <svg class="wave" viewBox="0 0 132 32" aria-hidden="true" preserveAspectRatio="none">
      <path d=${waves(`${customer.id}${items.length}`, louder ? 1 : 0.62)} />
    </svg>
  </div>`;
}

/** Bars as loud as the seed has them: decoration, other for every turn. */
function waves(seed: string, loud: number): string {
  let hash = 7;
  for (const letter of seed) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
  return Array.from({ length: 33 }, (_, bar) => {
    hash = (hash * 137 + 71) % 9973;
    const swell = Math.sin((bar / 32) * Math.PI);
    const half = 1.2 + (hash / 9973) * 13.5 * swell * loud;
    return `M${2 + bar * 4} ${(16 - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
  }).join('');
}

/** What must not be asked or said here, as long as the contact lasts. */
export function safety({ state }: Talk): TemplateResult | typeof nothing {
  const words = workTexts.skins;
  if (state.channel !== 'chat' && state.channel !== 'social-media') return nothing;
  const [bold, rest] = state.channel === 'chat' ? words.chatSafety : words.readAlong;
  return html`<p class="note warn safety">
    ${icon(state.channel === 'chat' ? 'lock' : 'users', 18)}<span
      ><span class="bold">${bold}</span> ${rest}</span
    >
  </p>`;
}

/** Permanent for a unit, so that it is the same number after a closed tab. */
const numberOf = (code: string): number =>
  Array.from(code).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
const ticketOf = (code: string): string => `B${10 + (numberOf(code) % 50)}`;
const deskOf = (code: string): number => 1 + (numberOf(code) % 4);

import { html, nothing, type TemplateResult } from 'lit';
import { MOODS, type Face } from '../../content/vocabulary.js';
import { t } from '../texts/texts.js';
import { capital } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import '../ui/portrait.js';
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
  const { customer, unit, world, state } = talk;
  const mood = moodOf(state.log);
  const face = roomy && (unit.channel === 'balie' || unit.channel === 'huisbezoek');
  const seen =
    unit.turns.find((turn) => turn.id === state.turn)?.lines.filter((line) => line.speaker === 'BUREAU') ??
    [];
  return html`<header class="band ${face ? 'scene' : ''}">
    <zt-portrait
      .portrait=${customer.portret}
      .name=${customer.naam}
      .mood=${mood}
      .shape=${face && unit.channel === 'balie' ? 'counter' : 'round'}
    ></zt-portrait>
    <div class="who">
      <h1><span class="sr-only">${unit.title}: </span>${customer.naam}</h1>
      <p class="small muted">${unit.question}</p>
      <p class="row gap8 small bold mood">
        <span class="dot ${TONES[MOODS[mood]?.face ?? 'neutraal']}"></span>${capital(mood)}
      </p>
    </div>
    <div class="row wrap gap8 facts">
      <span class="chip outline">${icon(unit.channel, 14)}${channelName(world, unit.channel)}</span>
      <span class="chip outline">${icon('clock', 14)}${unit.moment}</span>
    </div>
    ${
      face && seen.length > 0
        ? html`<div class="seen stack gap4">
            <h2>${t.talk.see}</h2>
            ${seen.map((line) => html`<p class="small muted">${line.text}</p>`)}
          </div>`
        : nothing
    }
  </header>`;
}

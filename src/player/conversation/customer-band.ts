import { html, type TemplateResult } from 'lit';
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
  return html`<header class="band ${face ? 'scene' : ''}">
    <zt-portrait
      .portrait=${customer.portret}
      .name=${customer.naam}
      .mood=${mood}
      .shape=${face && unit.channel === 'balie' ? 'counter' : 'round'}
    ></zt-portrait>
    <div class="who">
      <h1><span class="sr-only">${unit.title}: </span>${customer.naam}</h1>
      <p class="small muted">‘${unit.question}’</p>
      <p class="row gap8 small bold mood">
        <span class="dot ${TONES[MOODS[mood]?.face ?? 'neutraal']}"></span>${capital(t.common.mood(mood))}
      </p>
    </div>
    <div class="row wrap gap8 facts">
      <span class="chip outline">${icon(unit.channel, 14)}${channelName(world, unit.channel)}</span>
      <span class="tiny muted">${unit.moment}</span>
    </div>
  </header>`;
}

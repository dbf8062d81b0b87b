import { html, type TemplateResult } from 'lit';
import type { Change } from '../../engine/conversation/state.js';
import { unitTexts } from '../texts/nl-units.js';
import { decimal } from '../ui/format.js';

/** What an action changed, as chips; the sign is in the text, so that colour is never alone. */
export function effectChips(change: Change): readonly TemplateResult[] {
  const texts = unitTexts.debrief.chips;
  const chip = (text: string, tone = ''): TemplateResult =>
    html`<span class="chip num ${tone}">${text}</span>`;
  const { klanttevredenheid: happy = 0, minutes = 0, waitDays = 0, followUps = 0 } = change;
  const { steps = [], facts = [] } = change;
  const signed = `${happy > 0 ? '+' : '−'}${decimal(Math.abs(happy))}`;
  return [
    ...(happy === 0 ? [] : [chip(texts.happy(signed), happy > 0 ? 'good' : 'bad')]),
    ...(steps.length === 0 ? [] : [chip(texts.steps(steps.length), 'good')]),
    ...(facts.length === 0 ? [] : [chip(texts.facts(facts.length), 'good')]),
    ...(waitDays === 0 ? [] : [chip(texts.days(waitDays), 'bad')]),
    ...(followUps === 0 ? [] : [chip(texts.contacts(followUps), 'bad')]),
    ...(minutes === 0 ? [] : [chip(texts.minutes(decimal(minutes)))]),
  ];
}

import { html, type TemplateResult } from 'lit';
import type { Change } from '../../engine/conversation/state.js';
import { unitTexts } from '../texts/nl-units.js';
import { workTexts } from '../texts/nl-work.js';
import { decimal } from '../ui/format.js';

/**
 * What an action changed, as chips; the sign is in the text, so that colour is never alone. It is heard in words: a screen
 * reader leaves a minus sign out, and '−1' would be heard as better.
 */
export function effectChips(change: Change): readonly TemplateResult[] {
  const texts = unitTexts.debrief.chips;
  const { spoken } = workTexts.meters;
  const chip = (text: string, heard: string, tone = ''): TemplateResult =>
    html`<span class="chip num ${tone}"
      ><span aria-hidden="true">${text}</span><span class="sr-only">${heard}. </span></span
    >`;
  const { klanttevredenheid: happy = 0, minutes = 0, waitDays = 0, followUps = 0 } = change;
  const { steps = [], facts = [] } = change;
  const signed = `${happy > 0 ? '+' : '−'}${decimal(Math.abs(happy))}`;
  return [
    ...(happy === 0
      ? []
      : [
          chip(
            texts.happy(signed),
            spoken.klanttevredenheid(decimal(Math.abs(happy)), happy > 0),
            happy > 0 ? 'good' : 'bad',
          ),
        ]),
    ...(steps.length === 0 ? [] : [chip(texts.steps(steps.length), spoken.steps(steps.length), 'good')]),
    ...(facts.length === 0 ? [] : [chip(texts.facts(facts.length), texts.facts(facts.length), 'good')]),
    ...(waitDays === 0 ? [] : [chip(texts.days(waitDays), spoken.waitDays(waitDays), 'bad')]),
    ...(followUps === 0 ? [] : [chip(texts.contacts(followUps), texts.contacts(followUps), 'bad')]),
    ...(minutes === 0 ? [] : [chip(texts.minutes(decimal(minutes)), spoken.minutes(decimal(minutes)))]),
  ];
}

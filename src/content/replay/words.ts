/** What a replay shows, in the words of the script. */
import type { Condition } from '../module.js';
import type { Change } from '../../engine/conversation/state.js';

/** A number as a Dutch reader writes it, two decimals at most. */
export const dutch = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

const signed = (value: number): string => (value > 0 ? `+${dutch(value)}` : dutch(value));

/** `weet oproep en niet stap notitie`, as behind 'alleen als'. */
export function conditionText(conditions: readonly Condition[]): string {
  return conditions
    .map((condition) => `${condition.not ? 'niet ' : ''}${withoutNot(condition)}`)
    .join(' en ');
}

function withoutNot(condition: Condition): string {
  switch (condition.kind) {
    case 'knows':
      return `weet ${condition.fact}`;
    case 'step':
      return `stap ${condition.step}`;
    case 'opened':
      return `bekeken ${deskText(condition.key)}`;
    case 'below':
      return `uitkomst ${condition.outcome} < ${dutch(condition.value)}`;
  }
}

/** `klant:wierda` -> `klant wierda`. */
export const deskText = (key: string): string => key.replace(':', ' ');

/** `klanttevredenheid +1; minuten 1; leert oproep`; '' when nothing changed. */
export function changeText({
  klanttevredenheid,
  minutes,
  waitDays,
  kosten,
  steps,
  facts,
  followUps,
}: Change): string {
  return [
    ...(klanttevredenheid === undefined ? [] : [`klanttevredenheid ${signed(klanttevredenheid)}`]),
    ...(minutes === undefined ? [] : [`minuten ${signed(minutes)}`]),
    ...(waitDays === undefined ? [] : [`wacht ${signed(waitDays)}`]),
    ...(kosten === undefined ? [] : [`kosten ${signed(kosten)}`]),
    ...(steps ?? []).map((step) => `stap ${step}`),
    ...(facts ?? []).map((fact) => `leert ${fact}`),
    ...(followUps === undefined ? [] : [`vervolg ${followUps} ${followUps === 1 ? 'contact' : 'contacten'}`]),
  ].join('; ');
}

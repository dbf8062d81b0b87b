/** What a statement says came of it: an answer, a score, what a choice changed and showed. */
import type { Iris } from './iris.js';
import { member, numberOf, textOf, valuesOf } from './json.js';

const DURATION = /^P(?:(\d+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/;

/** What of a result the facts are made of; null: it does not say. */
export interface Result {
  readonly response: string | null;
  /** 0-1, of what is right. */
  readonly share: number;
  readonly scaled: number | null;
  readonly raw: number | null;
  readonly best: number | null;
  readonly seconds: number | null;
  readonly klanttevredenheid: number;
  readonly minutes: number;
  readonly wait_days: number;
  readonly kosten: number;
  readonly got: number;
  readonly max: number;
  readonly ending: string | null;
  readonly ending_quality: string | null;
  readonly route: string | null;
}

const NO_RESULT: Result = {
  ...{ response: null, share: 0, scaled: null, raw: null, best: null, seconds: null },
  ...{ klanttevredenheid: 0, minutes: 0, wait_days: 0, kosten: 0, got: 0, max: 0 },
  ...{ ending: null, ending_quality: null, route: null },
};

export function resultOf(result: unknown, iris: Iris): Result {
  if (typeof result !== 'object' || result === null) return NO_RESULT;
  const score = member(result, 'score');
  const found = member(result, 'extensions');
  const effect = member(found, iris.effect);
  const time = member(effect, 'doorlooptijd');
  const evidence = valuesOf(member(found, iris.evidence));
  const ending = member(found, iris.ending);
  const scaled = numberOf(member(score, 'scaled'));
  return {
    response: textOf(member(result, 'response')),
    share: scaled ?? (member(result, 'success') === true ? 1 : 0),
    scaled,
    raw: numberOf(member(score, 'raw')),
    best: numberOf(member(score, 'max')),
    seconds: secondsOf(member(result, 'duration')),
    klanttevredenheid: numberOf(member(effect, 'klanttevredenheid')) ?? 0,
    minutes: numberOf(member(time, 'minuten')) ?? 0,
    wait_days: numberOf(member(time, 'werkdagen')) ?? 0,
    kosten: numberOf(member(effect, 'kosten')) ?? 0,
    got: sumOf(evidence, 'got'),
    max: sumOf(evidence, 'max'),
    ending: textOf(member(ending, 'id')),
    ending_quality: textOf(member(ending, 'quality')),
    route: textOf(member(found, iris.route)),
  };
}

function sumOf(evidence: readonly unknown[], name: 'got' | 'max'): number {
  let sum = 0;
  for (const one of evidence) sum += numberOf(member(one, name)) ?? 0;
  return sum;
}

/** ISO 8601, as far as a visit can last. */
function secondsOf(duration: unknown): number | null {
  const found = typeof duration === 'string' ? DURATION.exec(duration) : null;
  if (!found) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = found;
  return Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

/** Effects and conditions of a script in words. */
import type { Condition, Conversation, Effects, Option, Route, World } from '../../content/module.js';
import { COMPETENCES, type TestedOutcome } from '../../content/vocabulary.js';
import { decimal, minutes, signed, workingDays } from './numbers.js';
import { capital, deskDone, idInWords } from './names.js';

/** What a script's names mean: its steps and facts, and the municipality around it. */
export interface Meaning {
  readonly unit: Pick<Conversation, 'steps' | 'facts'>;
  readonly world: World;
}

const stepText = (id: string, { unit }: Meaning): string =>
  unit.steps.find((step) => step.id === id)?.text ?? idInWords(id);
export const factText = (id: string, { unit }: Meaning): string => unit.facts[id] ?? idInWords(id);

/** What happens to customer, time, process and knowledge; empty when nothing does. */
export function effectsInWords(effects: Effects, meaning: Meaning): readonly string[] {
  return [
    ...(effects.klanttevredenheid ? [`klanttevredenheid ${signed(effects.klanttevredenheid)}`] : []),
    ...(effects.minutes ? [minutes(effects.minutes)] : []),
    ...(effects.waitDays ? [`${workingDays(effects.waitDays)} wachten`] : []),
    ...(effects.steps ?? []).map((step) => `stap gezet: ‘${stepText(step, meaning)}’`),
    ...(effects.facts ?? []).map((fact) => `je weet nu: ‘${factText(fact, meaning)}’`),
  ];
}

/** What it says about the employee: 'Hostmanship +2'. */
export function competencesInWords(effects: Effects, world: World): readonly string[] {
  return COMPETENCES.flatMap((id) => {
    const value = effects.competences?.[id];
    return value === undefined ? [] : [`${world.competences[id].label} ${signed(value)}`];
  });
}

/** All conditions as one clause: 'je weet: ‘...’ en de stap ‘...’ gezet is'; empty when there are none. */
export function conditionsInWords(conditions: readonly Condition[], meaning: Meaning): string {
  return conditions.map((condition) => conditionInWords(condition, meaning)).join(', en ');
}

function conditionInWords(condition: Condition, meaning: Meaning): string {
  const not = condition.not === true;
  switch (condition.kind) {
    case 'opened':
      return not ? `niet: ${deskDone(condition.key, meaning.world)}` : deskDone(condition.key, meaning.world);
    case 'knows':
      return `je ${not ? 'nog niet weet' : 'weet'}: ‘${factText(condition.fact, meaning)}’`;
    case 'step':
      return `de stap ‘${stepText(condition.step, meaning)}’ ${not ? 'nog niet gezet is' : 'gezet is'}`;
    case 'below': {
      const what = TESTED[condition.outcome];
      return `${what} ${not ? `${decimal(condition.value)} of hoger is` : `lager is dan ${decimal(condition.value)}`}`;
    }
  }
}

const TESTED: Readonly<Record<TestedOutcome, string>> = {
  klanttevredenheid: 'de klanttevredenheid',
  minuten: 'het aantal minuten',
  werkdagen: 'het aantal werkdagen wachten',
};

/** What an option does, in plain sentences: always, and when something holds. */
export function optionEffects(option: Option, meaning: Meaning): readonly string[] {
  const always = effectsInWords(option.effects, meaning);
  const sometimes = option.conditional.map((group) => {
    const does = [
      ...effectsInWords(group.effects, meaning),
      ...competencesInWords(group.effects, meaning.world),
    ];
    return `als ${conditionsInWords(group.if, meaning)}: ${does.join('; ')}`;
  });
  return [...always, ...sometimes].map(capital);
}

/** The clause before a route: 'als ...', or 'anders' for the last of several. */
export function routeClause(route: Route, all: readonly Route[], meaning: Meaning): string {
  if (route.if.length > 0) return `als ${conditionsInWords(route.if, meaning)}`;
  return all.length > 1 ? 'anders' : '';
}

/** Transcript tests: plays what an author wrote under `# Proeven` through the engine. */
import { playScript, type PlayedScript, type RefusedScript } from '../../engine/conversation/play-script.js';
import type { Unproved } from '../compile/conversation.js';
import type { Reporter } from '../finding.js';
import type { World } from '../module.js';
import type { Comparison, TrialCondition, TrialNode, TrialStep } from '../script/ast.js';
import { hint } from '../source/suggest.js';
import { COMPETENCES } from '../vocabulary.js';

/** Plays all trials; each that does not hold is reported where it goes wrong. */
export function checkTrials(
  trials: readonly TrialNode[],
  unit: Unproved,
  world: World,
  report: Reporter,
): void {
  const names = new Set<string>();
  for (const trial of trials) {
    if (names.has(trial.name))
      report(trial.at, 'dubbel', `De proef '${trial.name}' staat er twee keer. Geef deze een andere naam.`);
    names.add(trial.name);
    playTrial(trial, unit, world, report);
  }
}

function playTrial(trial: TrialNode, unit: Unproved, world: World, report: Reporter): void {
  const { steps, ending, conditions, name } = trial;
  if (!knowsAll(trial, unit, world, report)) return;
  const path = steps.map(toToken);
  const played = playScript(unit, world, path);
  if (!played.ok) {
    const step = steps[played.at];
    const way = { path: path.slice(0, played.at) };
    report(step?.at ?? trial.at, 'proef', `Proef '${name}': ${whyRefused(played, unit)}`, way);
    return;
  }
  if (played.ending === null) {
    const turn = played.state.turn ?? '';
    report(
      ending.at,
      'proef',
      `Proef '${name}' stopt in de beurt '${turn}', voordat er een einde is. Voeg de volgende keuze toe.`,
      { path },
    );
    return;
  }
  if (played.ending.id !== ending.value) {
    report(
      ending.at,
      'proef',
      `Proef '${name}' eindigt in '${played.ending.id}' en niet in '${ending.value}'.`,
      { path },
    );
    return;
  }
  for (const condition of conditions) {
    const wrong = whatIsWrong(condition, played);
    if (wrong !== null) report(condition.at, 'proef', `Proef '${name}': ${wrong}`, { path });
  }
}

const toToken = (step: TrialStep): string =>
  step.kind === 'id' ? step.id : `${step.desk} ${step.target}${step.answered ? '' : ' (geen gehoor)'}`;

function idsOf(unit: Unproved): string[] {
  return unit.turns.flatMap((turn) =>
    turn.kind === 'choice'
      ? turn.options.map((option) => option.id)
      : [
          ...turn.slots.flatMap((slot) =>
            [...slot.blocks, ...(slot.empty ? [slot.empty] : [])].map((block) => block.id),
          ),
          turn.send.id ?? '',
        ],
  );
}

/** Names first: a slip in a name deserves 'bedoelde u', not 'kan hier niet'. */
function knowsAll(
  { steps, ending, name }: TrialNode,
  unit: Unproved,
  world: World,
  report: Reporter,
): boolean {
  const ids = idsOf(unit);
  const endings = unit.endings.map((each) => each.id);
  const keys = Object.keys(world.deskCodes);
  let known = true;
  const unknown = (at: TrialNode['at'], message: string): void => {
    known = false;
    report(at, 'proef', `Proef '${name}': ${message}`);
  };
  for (const step of steps) {
    if (step.kind === 'id' && !ids.includes(step.id))
      unknown(step.at, `er is geen keuze met het id '${step.id}'.${hint(step.id, ids)}`);
    if (step.kind === 'id' || keys.includes(`${step.desk}:${step.target}`)) continue;
    const targets = keys
      .filter((key) => key.startsWith(`${step.desk}:`))
      .map((key) => key.slice(step.desk.length + 1));
    unknown(step.at, `'${step.desk} ${step.target}' is er niet op dit bureau.${hint(step.target, targets)}`);
  }
  if (!endings.includes(ending.value))
    unknown(ending.at, `het einde '${ending.value}' bestaat niet.${hint(ending.value, endings)}`);
  return known;
}

function whyRefused({ token, turn, why }: RefusedScript, unit: Unproved): string {
  switch (why) {
    case 'over':
      return `het gesprek is al afgelopen voor '${token}'. Haal '${token}' en wat erna komt weg.`;
    case 'not-offered':
      return `'${token}' wordt in de beurt '${turn ?? ''}' niet aangeboden, want 'alleen als' klopt dan niet.`;
    case 'taken':
      return `het onderwerp '${token}' is in de beurt '${turn ?? ''}' al geweest, en kan maar één keer.`;
    case 'dead-end':
      return `na '${token}' gaat het in de beurt '${turn ?? ''}' niet verder: geen enkele weg (->) past.`;
    case 'unfilled':
      return `het bericht in de beurt '${turn ?? ''}' kan zo niet weg: kies uit elk onderdeel één blok, op volgorde, en dan pas 'verstuur'.`;
    case 'not-here': {
      const here = unit.turns.find((each) => each.id === turn);
      const options = here?.kind === 'choice' ? here.options.map((option) => option.id).join(', ') : '';
      return `'${token}' staat niet in de beurt '${turn ?? ''}'. Daar kunt u kiezen uit: ${options}.`;
    }
  }
}

/** Null: the condition holds. */
function whatIsWrong({ text, ...condition }: TrialCondition, played: PlayedScript): string | null {
  const { apply, done } = played.outcomes.proces;
  const value = measure(condition, played);
  if (value === null)
    return `op deze weg is er geen bewijs voor '${condition.name}', dus '${text}' kan niet worden nagegaan.`;
  if (condition.of !== undefined) {
    const holds = done === condition.value && apply === condition.of;
    return holds ? null : `verwacht is '${text}', het wordt proces ${done}/${apply}.`;
  }
  if (compare(value, condition.comparison, condition.value)) return null;
  return `verwacht is '${text}', het wordt ${String(Math.round(value * 100) / 100).replace('.', ',')}.`;
}

/** Value of what a condition names; competences and process as a percentage. */
function measure(
  { name }: Pick<TrialCondition, 'name'>,
  { outcomes, competences }: PlayedScript,
): number | null {
  if (name === 'klanttevredenheid') return outcomes.klanttevredenheid;
  if (name === 'minuten') return outcomes.doorlooptijd.minutes;
  if (name === 'werkdagen') return outcomes.doorlooptijd.waitDays;
  if (name === 'kosten') return outcomes.kosten.value;
  if (name === 'proces') return outcomes.proces.value * 100;
  const competence = COMPETENCES.find((each) => each === name);
  const result = competence && competences[competence];
  return result ? result.share * 100 : null;
}

function compare(value: number, sign: Comparison, limit: number): boolean {
  // Sums of halves and thirds: a hair is no difference.
  const difference = Math.round((value - limit) * 1e6);
  switch (sign) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
  }
}

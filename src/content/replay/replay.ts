/** Prints a conversation as a reader would follow it, along the path that a finding names (`npm run check -- --replay`). */
import { slotOptions } from '../../engine/conversation/compose.js';
import { deskKeyOf } from '../../engine/conversation/desk.js';
import { type PlayedScript, playScript, type RefusedScript } from '../../engine/conversation/play-script.js';
import { startSituation } from '../../engine/conversation/rules.js';
import type { Change, Decision, LogEntry } from '../../engine/conversation/state.js';
import type { Unproved } from '../compile/conversation.js';
import type { Line, World } from '../module.js';
import { hint } from '../source/suggest.js';
import { COMPETENCES } from '../vocabulary.js';
import { possibleNow } from './possible.js';
import { changeText, deskText, dutch } from './words.js';

/** A conversation that can be played, proved or not. */
export interface Playable {
  readonly module: string;
  readonly unit: Unproved;
  readonly world: World;
}

export interface Replay {
  /** False when a step was refused: the text then names it, and what was possible instead. */
  readonly ok: boolean;
  readonly text: string;
}

/** `a1, zaak Z-2041, a3` (a full stop behind it is forgiven) -> the steps. */
export function readPath(text: string): readonly string[] {
  return text
    .replace(/\.\s*$/, '')
    .split(',')
    .map((step) => step.trim().replace(/\s+/g, ' '))
    .filter((step) => step !== '');
}

/** Plays the path by the engine's rules. Never throws: a step that cannot be played ends the text. */
export function replay({ module, unit, world }: Playable, path: readonly string[]): Replay {
  const played = playScript(unit, world, path);
  const { state, pending } = played;
  const lines = [`${module}/${unit.id}: ${unit.title}`, '', ...conversationLines(unit, world, played)];
  const standing = { script: unit, world, state, pending };
  // A path may stop halfway a letter: nothing was refused then.
  const stopped = played.ok || played.at === path.length ? null : played;
  if (stopped)
    lines.push('', `Stap ${stopped.at + 1}, '${stopped.token}', kan hier niet: ${whyNot(stopped, unit)}`);
  if (state.ending === null)
    lines.push(
      '',
      `In de beurt '${state.turn ?? ''}' kan ${stopped ? 'wel' : 'nu'}:`,
      ...possibleNow(standing),
    );
  else lines.push(...endLines(unit, state.ending));
  lines.push('', ...standLines(played));
  return { ok: !stopped, text: lines.join('\n') };
}

function conversationLines(
  unit: Unproved,
  world: World,
  { state, pending }: PlayedScript | RefusedScript,
): string[] {
  const lines: string[] = [];
  const running = {
    klanttevredenheid: startSituation(unit).klanttevredenheid,
    minutes: 0,
    waitDays: 0,
    kosten: 0,
  };
  const decisions = [...state.decisions];
  let turn = '';
  for (const entry of state.log) {
    if (entry.turn !== turn) lines.push(...(turn === '' ? [] : ['']), `[${entry.turn}]`);
    turn = entry.turn;
    lines.push(...entryLines(entry, decisions, world));
    if ('change' in entry) lines.push(`    ${effectText(entry.change, running)}`);
  }
  const picked = (pending.match(/../g) ?? []).flatMap((code) => blockIds(unit, code));
  return picked.length === 0 ? lines : [...lines, `> gekozen voor het bericht: ${picked.join(', ')}`];
}

function blockIds(unit: Unproved, code: string): readonly string[] {
  return unit.turns
    .flatMap((turn) => (turn.kind === 'compose' ? turn.slots.flatMap(slotOptions) : []))
    .filter((option) => option.code === code)
    .map((option) => option.id);
}

/** `decisions`: those not shown yet; what is shown is taken off. */
function entryLines(entry: LogEntry, decisions: Decision[], world: World): readonly string[] {
  switch (entry.kind) {
    case 'line':
      return [lineText(entry.line)];
    case 'coach':
      return [`COACH: ${entry.text}`];
    case 'contact':
      return [
        `CONTACT (${entry.channel}): ${entry.moment}`,
        ...(entry.between === undefined ? [] : [`INTUSSEN: ${entry.between}`]),
      ];
    case 'consequence':
      return [`GEVOLG: ${entry.text}`];
    case 'said':
      return [`> ${decisions.shift()?.chosen.id ?? ''}: ${entry.text}`];
    case 'sent':
      return [
        '> verstuur',
        ...entry.parts.map(
          ({ label, text }) =>
            `>   ${decisions.shift()?.chosen.id ?? ''} (${label}): ${text === '' ? 'leeg' : text}`,
        ),
      ];
    case 'desk': {
      const silence = entry.answered ? '' : ' (geen gehoor)';
      const reply = entry.reply === undefined ? [] : [`BUREAU: ${entry.reply}`];
      return [`> ${deskText(entry.key)}${silence}${nameOf(entry.key, world)}`, ...reply];
    }
  }
}

/** What stands behind a key of the desk: a customer or a case says more by its name. */
function nameOf(key: string, { customers, cases, articles, desks }: World): string {
  const [kind, id] = key.split(/:(.*)/);
  const found =
    kind === 'klant'
      ? customers.find((each) => each.id === id)?.naam
      : kind === 'zaak'
        ? cases.find((each) => each.id === id)?.titel
        : kind === 'artikel'
          ? articles.find((each) => each.id === id)?.titel
          : kind === 'bellen'
            ? desks.find((each) => each.id === id)?.naam
            : undefined;
  return found === undefined ? '' : `: ${found}`;
}

const lineText = ({ speaker, mood, text }: Line): string =>
  `${speaker}${mood === undefined ? '' : ` (${mood})`}: ${text}`;

interface Running {
  klanttevredenheid: number;
  minutes: number;
  waitDays: number;
  kosten: number;
}

function effectText(change: Change, running: Running): string {
  running.klanttevredenheid += change.klanttevredenheid ?? 0;
  running.minutes += change.minutes ?? 0;
  running.waitDays += change.waitDays ?? 0;
  const done = changeText(change);
  const now = `klanttevredenheid ${dutch(running.klanttevredenheid)}, ${dutch(running.minutes)} minuten`;
  const wait =
    running.waitDays === 0
      ? ''
      : `, ${running.waitDays} ${running.waitDays === 1 ? 'werkdag' : 'werkdagen'} wachten`;
  return `${done === '' ? 'geen effect' : done}  [nu: ${now}${wait}]`;
}

function whyNot({ token, turn, why }: RefusedScript, unit: Unproved): string {
  const ids = unit.turns.flatMap((each) =>
    each.kind === 'choice' ? each.options : each.slots.flatMap(slotOptions),
  );
  const key = deskKeyOf(token.replace(/\s*\(geen gehoor\)$/, ''));
  const known = [...ids.map(({ id }) => id), ...unit.desk.map((action) => deskText(action.key)), 'verstuur'];
  if (why === 'over') return 'het gesprek is al afgelopen.';
  if (key !== undefined) return `'${token}' is er niet op dit bureau.${hint(token, known)}`;
  if (!known.includes(token)) return `er is geen keuze met het id '${token}'.${hint(token, known)}`;
  switch (why) {
    case 'not-offered':
      return `'${token}' wordt in de beurt '${turn ?? ''}' niet aangeboden, want 'alleen als' klopt dan niet.`;
    case 'taken':
      return `het onderwerp '${token}' is al geweest.`;
    case 'not-here':
      return `'${token}' staat niet in de beurt '${turn ?? ''}'.`;
    case 'dead-end':
      return `na de keuze '${token}' gaat het op deze weg niet verder: geen enkele weg (->) past.`;
    case 'unfilled':
      return 'het bericht kan zo niet weg: kies uit elk onderdeel één blok, op volgorde.';
  }
}

function endLines({ endings }: Unproved, id: string): readonly string[] {
  const ending = endings.find((each) => each.id === id);
  if (!ending) return [];
  const { quality, verdict, later } = ending;
  return [
    '',
    `EINDE ${id} (${quality})`,
    ...(verdict === '' ? [] : [`OORDEEL: ${verdict}`]),
    ...(later.text === '' ? [] : [`LATER (${later.when}): ${later.text}`]),
  ];
}

function standLines({ outcomes, competences, state }: PlayedScript | RefusedScript): readonly string[] {
  const { klanttevredenheid, doorlooptijd, kosten, proces } = outcomes;
  const shares = COMPETENCES.flatMap((id) => {
    const result = competences[id];
    return result ? [`${id} ${Math.round((result.got / result.max) * 100)}%`] : [];
  });
  return [
    `${state.ending === null ? 'Tot hier' : 'Aan het einde'}: klanttevredenheid ${dutch(klanttevredenheid)}; minuten ${dutch(doorlooptijd.minutes)}; werkdagen ${doorlooptijd.waitDays}; kosten ${dutch(kosten.value)}; proces ${proces.done}/${proces.apply}`,
    ...(shares.length === 0 ? [] : [`Competenties: ${shares.join('; ')}`]),
    ...(state.facts.length === 0 ? [] : [`Ontdekt: ${state.facts.join(', ')}`]),
  ];
}

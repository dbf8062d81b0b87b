/** What an actor and an observer need, derived from the script: what is said anyway, what only when asked, what when treated badly. */
import type { Conversation, Line, Option, Turn } from '../../content/module.js';
import { COMPETENCES, type CompetenceId } from '../../content/vocabulary.js';
import { type ConversationMap, optionsOf, type TurnPlace } from '../conversation/map.js';

/** What the customer says, and what the employee said just before. */
export interface Cue {
  readonly after: readonly string[];
  readonly lines: readonly Line[];
}

export interface Reaction {
  readonly text: string;
  /** Change of klanttevredenheid. */
  readonly by: number;
}

export interface Cues {
  readonly opening: readonly Line[];
  /** Said whatever the employee does. */
  readonly always: readonly Cue[];
  /** Only after the better choices. */
  readonly whenAsked: readonly Cue[];
  /** Only after the weaker choices. */
  readonly whenHurt: readonly Cue[];
  readonly pleases: readonly Reaction[];
  readonly hurts: readonly Reaction[];
}

/** Few enough to be played by heart, and to fit on one page. */
const MOST = { quotes: 2, reactions: 3, cues: 5, rows: 4 };

/** What an option is worth as the author set it: the customer's mood and the competences together. */
export const worthOf = ({ effects }: Option): number =>
  (effects.klanttevredenheid ?? 0) +
  COMPETENCES.reduce((sum, id) => sum + (effects.competences?.[id] ?? 0), 0);

export function cuesOf(unit: Conversation, map: ConversationMap): Cues {
  const [opening, ...others] = map.turns;
  const turns = others.flatMap((place) => {
    const lines = customerLines(place.turn.lines);
    return lines.length === 0
      ? []
      : [{ kind: kindOf(place, map), cue: { after: before(place, map), lines } }];
  });
  const heard = [...unit.turns.flatMap(replies), ...turns];
  const of = (kind: CueKind): readonly Cue[] =>
    heard
      .filter((each) => each.kind === kind)
      .slice(0, MOST.cues)
      .map(({ cue }) => cue);
  const [always, whenAsked, whenHurt] = [of('always'), of('asked'), of('hurt')];
  const quoted = [...whenAsked, ...whenHurt].flatMap(({ after }) => after);
  const reactions = unit.turns
    .flatMap(optionsOf)
    .map(({ text, effects }) => ({ text, by: effects.klanttevredenheid ?? 0 }))
    .filter(({ text }) => text !== '' && !quoted.includes(text))
    .sort((a, b) => b.by - a.by);
  return {
    opening: customerLines(opening?.turn.lines ?? []),
    always,
    whenAsked,
    whenHurt,
    pleases: reactions.filter(({ by }) => by > 0).slice(0, MOST.reactions),
    hurts: reactions
      .filter(({ by }) => by < 0)
      .slice(-MOST.reactions)
      .reverse(),
  };
}

const customerLines = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ speaker }) => speaker === 'KLANT');

/** What the customer says to a choice at once. */
function replies(turn: Turn): readonly { readonly kind: CueKind; readonly cue: Cue }[] {
  const options = optionsOf(turn);
  return options.flatMap((option) => {
    const lines = customerLines(option.reply ? [option.reply] : []);
    const kind = worthOf(option) >= mean(options) ? 'asked' : 'hurt';
    return lines.length === 0 ? [] : [{ kind, cue: { after: [option.text], lines } }];
  });
}

type CueKind = 'always' | 'asked' | 'hurt';

/** Sorts a turn by the choices that lead to it: all of some turn's, its better ones, or its weaker ones. */
function kindOf({ id }: TurnPlace, map: ConversationMap): CueKind {
  const verdicts = map.waysTo(id).map((way): CueKind => {
    const from = map.turns.find((place) => place.id === way.from)?.turn;
    if (from?.kind !== 'choice') return 'always';
    const leading = from.options.filter((option) => way.moves.includes(option.id));
    const others = from.options.filter((option) => !way.moves.includes(option.id));
    if (leading.length === 0 || others.length === 0) return 'always';
    return mean(leading) > mean(others) ? 'asked' : 'hurt';
  });
  if (verdicts.length === 0 || verdicts.includes('always')) return 'always';
  const [first] = verdicts;
  return first !== undefined && verdicts.every((verdict) => verdict === first) ? first : 'always';
}

const mean = (options: readonly Option[]): number =>
  options.reduce((sum, option) => sum + worthOf(option), 0) / options.length;

/** What the employee said to get there; the best of each turn first. */
function before({ id }: TurnPlace, map: ConversationMap): readonly string[] {
  const texts = map.waysTo(id).flatMap((way) => {
    const from = map.turns.find((place) => place.id === way.from)?.turn;
    if (from?.kind !== 'choice') return [];
    const best = from.options
      .filter((option) => way.moves.includes(option.id))
      .sort((a, b) => worthOf(b) - worthOf(a))[0];
    return best ? [best.text] : [];
  });
  return texts.slice(0, MOST.quotes);
}

export interface Behaviour {
  readonly competence: CompetenceId;
  /** What good colleagues say here. */
  readonly examples: readonly string[];
}

/** Per competence that counts, how it sounds when it is done well: best first, and no sentence twice. */
export function behavioursOf(unit: Conversation): readonly Behaviour[] {
  const { competences } = unit.proof;
  const quotes = competences.length > MOST.rows ? 1 : MOST.quotes;
  const used = new Set<string>();
  return competences.map((competence) => {
    const value = (option: Option): number => option.effects.competences?.[competence] ?? 0;
    const examples = unit.turns
      .flatMap(optionsOf)
      .filter((option) => value(option) > 0 && option.text !== '' && !used.has(option.text))
      .sort((a, b) => value(b) - value(a) || worthOf(b) - worthOf(a))
      .slice(0, quotes)
      .map(({ text }) => text);
    for (const text of examples) used.add(text);
    return { competence, examples };
  });
}

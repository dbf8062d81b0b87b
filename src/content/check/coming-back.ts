/** Turns to which a conversation may come back: `herhaal` and `onderwerpen`. */
import type { Reporter } from '../finding.js';
import { routesOf } from '../script/ast.js';
import type { ConversationBody, RouteNode, TurnNode } from '../script/ast.js';

/** More topics than this nobody keeps apart, and every one doubles what must be proved. */
const MOST_TOPICS = 6;

/** Reports a turn to come back to that cannot work as it is meant. */
export function checkAgain(turn: TurnNode, { turns }: ConversationBody, report: Reporter): void {
  const topics = turn.options.filter((option) => option.topic);
  const { again, form } = turn;
  if (form && turn.slots.length === 0)
    report(form.at, 'opbouw', `'${form.value}' hoort bij een beurt met onderdelen (### naam: Opschrift).`);
  if (again?.kind !== 'topics') {
    for (const { topic } of topics)
      report(topic ?? turn.at, 'opbouw', "'onderwerp' kan alleen in een beurt met 'onderwerpen -> beurt'.");
  } else checkTopics(turn, topics.length, report);
  if (again && !leadsTo(turns, turn).has(turn.id) && again.kind === 'repeat')
    report(
      again.at,
      'ongebruikt',
      `Geen enkele weg komt terug bij de beurt '${turn.id}'. Verwijs ernaar met '-> ${turn.id}', of haal 'herhaal' weg.`,
    );
}

function checkTopics(turn: TurnNode, count: number, report: Reporter): void {
  const at = turn.again?.at ?? turn.at;
  if (turn.slots.length > 0) {
    report(at, 'opbouw', "'onderwerpen' kan niet bij een bericht met onderdelen. Gebruik gewone keuzes.");
    return;
  }
  if (count < 2 || count > MOST_TOPICS)
    report(
      at,
      'opbouw',
      `In de beurt '${turn.id}' ${count === 1 ? 'staat één keuze' : `staan ${count === 0 ? 'geen' : count} keuzes`} met 'onderwerp'. Maak er twee tot en met ${MOST_TOPICS}.`,
    );
  const isFree = (topic: boolean) =>
    turn.options.some((option) => (option.topic !== undefined) === topic && option.offeredIf.length === 0);
  const hasLocked = turn.options.some((option) => option.topic && option.offeredIf.length > 0);
  if (hasLocked && isFree(true) && !isFree(false))
    report(
      turn.at,
      'geen-vrije-keuze',
      `In de beurt '${turn.id}' hangt een onderwerp aan een voorwaarde. Geef ook een keuze zonder voorwaarde en zonder 'onderwerp', om verder te gaan.`,
    );
}

/** Turns and endings that can follow by any way; the turn itself only when it can come back. */
export function leadsTo(turns: readonly TurnNode[], start: TurnNode): ReadonlySet<string> {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const reached = new Set<string>();
  const todo = [start];
  for (let turn = todo.pop(); turn; turn = todo.pop()) {
    const comesBack = turn.options.some((option) => option.topic && option.routes.length === 0);
    for (const id of [...routesOf(turn).map(({ to }) => to.value), ...(comesBack ? [turn.id] : [])]) {
      if (reached.has(id)) continue;
      reached.add(id);
      const next = byId.get(id);
      if (next) todo.push(next);
    }
  }
  return reached;
}

/**
 * The ways out of a turn that could be gone for ever: once a turn was come to often enough only its sending on is left,
 * and a topic is taken once.
 */
export function endlessRoutes(turn: TurnNode): RouteNode[] {
  if (!turn.again) return routesOf(turn);
  if (turn.again.kind === 'repeat') return [turn.again.to];
  const others = turn.options.filter((option) => !option.topic).flatMap((option) => option.routes);
  return [...others, turn.again.to];
}

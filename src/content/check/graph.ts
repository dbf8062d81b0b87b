/** The graph of a conversation, without playing it: ways, free choices, loops, what cannot be reached. */
import type { Place, Reporter } from '../finding.js';
import type { ConversationBody, OptionNode, RouteNode, SlotNode, TurnNode } from '../script/ast.js';
import type { WayBy } from './ways.js';
import { checkAgain, endlessRoutes, leadsTo } from './coming-back.js';

/** Reports what makes a conversation unplayable, however it is played. */
export function checkGraph(body: ConversationBody, report: Reporter, wayBy: WayBy): void {
  for (const turn of body.turns) {
    // It could not be woven in, which is reported already.
    if (turn.fragment) continue;
    if (turn.slots.length > 0) checkCompose(turn, report, wayBy);
    else checkChoices(turn, report, wayBy);
    checkAgain(turn, body, report);
  }
  checkFirst(body, report);
  checkReach(body, report);
  checkLoops(body, report, wayBy);
}

function checkChoices({ id, at, options }: TurnNode, report: Reporter, wayBy: WayBy): void {
  if (options.length === 0)
    report(
      at,
      'geen-weg',
      `De beurt '${id}' heeft geen keuzes, dus het gesprek stopt hier. Begin een keuze met '* '.`,
    );
  else if (options.every((option) => option.offeredIf.length > 0)) {
    report(
      at,
      'geen-vrije-keuze',
      `In de beurt '${id}' hangt elke keuze aan een voorwaarde. Houd minstens één keuze zonder 'alleen als'.`,
    );
  }
  for (const option of options) {
    // A topic comes back by itself.
    if (!option.topic || option.routes.length > 0) checkRoutes(option, 'deze keuze', report, wayBy);
  }
}

/** Nothing has happened yet when a conversation begins, and its first contact stands in the head. */
function checkFirst({ turns }: ConversationBody, report: Reporter): void {
  const [first] = turns;
  if (first?.contact)
    report(
      first.contact.at,
      'opbouw',
      "Het eerste contact staat al in de kop ('kanaal' en 'moment'). Zet CONTACT bij de beurt waar het volgende begint.",
    );
  const [told] = first?.consequences ?? [];
  if (told)
    report(
      told.at,
      'opbouw',
      'Aan het begin is er nog niets gedaan of nagelaten. Zet GEVOLG bij een latere beurt.',
    );
}

function checkCompose(turn: TurnNode, report: Reporter, wayBy: WayBy): void {
  for (const slot of turn.slots) checkSlot(slot, report);
  if (turn.send) checkRoutes(turn.send, "'verstuur'", report, wayBy);
  else
    report(
      turn.at,
      'geen-weg',
      `In de beurt '${turn.id}' ontbreekt 'verstuur' met een weg (-> beurt of -> EINDE einde).`,
    );
}

function checkSlot({ id, at, blocks, empty }: SlotNode, report: Reporter): void {
  if (blocks.length < 2 || blocks.length > 4) {
    const amount =
      blocks.length === 1 ? 'één blok' : `${blocks.length === 0 ? 'geen' : blocks.length} blokken`;
    report(at, 'opbouw', `Het onderdeel '${id}' heeft ${amount}; maak er twee, drie of vier.`);
  }
  if (!empty && blocks.length > 0 && blocks.every((block) => block.offeredIf.length > 0)) {
    report(
      at,
      'geen-vrije-keuze',
      `In het onderdeel '${id}' hangt elk blok aan een voorwaarde. Houd één blok vrij, of voeg 'leeg' toe.`,
    );
  }
}

function checkRoutes(option: OptionNode, what: string, report: Reporter, wayBy: WayBy): void {
  const { at, routes } = option;
  const free = routes.findIndex((route) => route.if.length === 0);
  if (routes.length === 0)
    report(at, 'geen-weg', `Bij ${what} ontbreekt hoe het verdergaat: '-> beurt' of '-> EINDE einde'.`);
  else if (free < 0)
    report(
      at,
      'geen-weg',
      `Bij ${what} hangt elke weg aan een voorwaarde. Zet er een gewone weg onder: '-> beurt' of '-> EINDE einde'.`,
      shownBy(wayBy(option)),
    );
  const late = free < 0 ? undefined : routes[free + 1];
  if (late)
    report(
      late.to.at,
      'onbereikbaar',
      "Deze weg wordt nooit genomen, want erboven staat al een gewone weg. Zet eerst de wegen met 'als'.",
    );
}

function checkReach({ turns, endings }: ConversationBody, report: Reporter): void {
  const [first] = turns;
  if (!first) return;
  const reached = new Set([first.id, ...leadsTo(turns, first)]);
  for (const turn of turns) {
    if (!reached.has(turn.id))
      report(
        turn.at,
        'onbereikbaar',
        `Geen enkele keuze leidt naar de beurt '${turn.id}'. Verwijs ernaar met '-> ${turn.id}', of haal hem weg.`,
      );
  }
  for (const ending of endings) {
    if (!reached.has(ending.id))
      report(
        ending.at,
        'onbereikbaar',
        `Geen enkele keuze leidt naar het einde '${ending.id}'. Verwijs ernaar met '-> EINDE ${ending.id}', of haal het weg.`,
      );
  }
}

/** Finds loops without recursion, so that a script of thousands of turns is no problem. */
function checkLoops({ turns }: ConversationBody, report: Reporter, wayBy: WayBy): void {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const done = new Set<string>();
  for (const start of turns) {
    const path: { turn: TurnNode; routes: RouteNode[] }[] = done.has(start.id)
      ? []
      : [{ turn: start, routes: endlessRoutes(start) }];
    while (path.length > 0) {
      const here = path.at(-1);
      const route = here?.routes.pop();
      if (!here || !route) {
        if (here) done.add(here.turn.id);
        path.pop();
        continue;
      }
      const next = byId.get(route.to.value);
      if (!next || done.has(next.id)) continue;
      const loop = path.findIndex((step) => step.turn === next);
      if (loop >= 0)
        reportLoop(
          path.slice(loop).map((step) => step.turn.id),
          route.to.at,
          report,
          wayThrough(here.turn, route, wayBy),
        );
      else path.push({ turn: next, routes: endlessRoutes(next) });
    }
  }
}

/** The way to the choice that goes back. */
function wayThrough({ options }: TurnNode, route: RouteNode, wayBy: WayBy): ReturnType<WayBy> {
  const option = options.find(({ routes }) => routes.includes(route));
  return option && wayBy(option);
}

const shownBy = (path: ReturnType<WayBy>): { path?: readonly string[] } => (path ? { path } : {});

function reportLoop(ids: readonly string[], at: Place, report: Reporter, path: ReturnType<WayBy>): void {
  const [first = ''] = ids;
  report(
    at,
    'kring',
    `Hier gaat het gesprek terug: ${[...ids, first].join(' -> ')}. Zo kan het eeuwig duren. Leid naar een latere beurt of een einde, of zet 'herhaal max 2 -> beurt' in de beurt '${first}'.`,
    shownBy(path),
  );
}

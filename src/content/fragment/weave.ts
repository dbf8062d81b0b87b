/** Puts the fragments that a script names in their places: from there on it is one conversation. */
import type { Place, Reporter } from '../finding.js';
import {
  optionsOf,
  routesOf,
  type FragmentUseNode,
  type IdNode,
  type OptionNode,
  type RouteNode,
  type TurnNode,
} from '../script/ast.js';
import { hint } from '../source/suggest.js';
import type { Fragment } from './fragment.js';

export interface Woven {
  readonly turns: readonly TurnNode[];
  /** Of the options that came with the fragments: `nagaan.a1`. */
  readonly ids: ReadonlyMap<IdNode, string>;
  readonly used: readonly Use[];
}

/** A fragment in a script. */
export interface Use {
  readonly fragment: Fragment;
  readonly at: Place;
}

/** A use with an error stays as it is written, so that nothing further is said of what follows from it. */
export function weave(
  turns: readonly TurnNode[],
  known: ReadonlyMap<string, Fragment>,
  report: Reporter,
): Woven {
  const ids = new Map<IdNode, string>();
  const used: Use[] = [];
  const woven = turns.flatMap((turn) => {
    reportInside(turn, report);
    const use = turn.fragment;
    const fragment = use && findFragment(use, known, report);
    if (!use || !fragment) return [turn];
    const earlier = used.some((each) => each.fragment === fragment);
    used.push({ fragment, at: use.at });
    if (earlier) {
      report(
        use.name.at,
        'fragment-dubbel',
        `Het fragment '${fragment.id}' staat al eerder in dit gesprek. Het kan er maar één keer in: leid de tweede keer naar dezelfde beurt, of schrijf de keuzes uit.`,
      );
      return [turn];
    }
    const fits = checkExits(use, fragment, report);
    if (!fits || !fragment.sound) return [turn];
    for (const option of fragment.turns.flatMap(optionsOf)) {
      const id = fragment.ids.get(option.id);
      if (id !== undefined) ids.set(option.id, inFragment(fragment, id));
    }
    return placed(turn, use, fragment, report);
  });
  return { turns: woven, ids, used };
}

/** The name of a turn or option of a fragment within a script. */
const inFragment = ({ id }: Fragment, name: string): string => `${id}.${name}`;

/** A fragment is entered at its beginning. */
function reportInside(turn: TurnNode, report: Reporter): void {
  for (const { kind, to } of routesOf(turn)) {
    const [fragment, inside] = to.value.split('.');
    if (kind !== 'turn' || inside === undefined) continue;
    const advice = `Leid naar de beurt waar 'fragment ${fragment ?? ''}' staat.`;
    report(to.at, 'verwijzing', `Een gesprek kan niet midden in een fragment beginnen. ${advice}`);
  }
}

function findFragment(
  { name }: FragmentUseNode,
  known: ReadonlyMap<string, Fragment>,
  report: Reporter,
): Fragment | null {
  const found = known.get(name.value);
  if (found) return found;
  const file = `'${name.value}.fragment.md'`;
  report(
    name.at,
    'fragment-onbekend',
    `Er is geen fragment ${file}, in deze map noch in zeventerpen/fragmenten.${hint(name.value, known.keys())}`,
  );
  return null;
}

function checkExits({ name, exits }: FragmentUseNode, fragment: Fragment, report: Reporter): boolean {
  const led = new Set<string>();
  const done = new Set<string>();
  const wrong: Place[] = [];
  const fail = (at: Place, message: string): void => {
    wrong.push(at);
    report(at, 'uitgang', message);
  };
  for (const { name: exit, to } of exits) {
    if (!fragment.exits.includes(exit.value))
      fail(
        exit.at,
        `Het fragment '${fragment.id}' heeft geen uitgang '${exit.value}'.${hint(exit.value, fragment.exits)}`,
      );
    else if (done.has(exit.value))
      fail(
        exit.at,
        `De uitgang '${exit.value}' heeft hierboven al een gewone weg. Zet wegen met 'als' erboven, of haal er één weg.`,
      );
    led.add(exit.value);
    if (to.if.length === 0) done.add(exit.value);
  }
  const lacking = fragment.exits.filter((exit) => !done.has(exit));
  const [open] = lacking;
  if (open !== undefined && wrong.length === 0 && fragment.sound)
    fail(
      name.at,
      `Zeg waar het na het fragment '${fragment.id}' heen gaat${led.has(open) ? ' als geen voorwaarde klopt' : ''}. Zet eronder: ${lacking.map((exit) => `'${exit} -> beurt'`).join(', ')}.`,
    );
  return wrong.length === 0;
}

/** Where a way within the fragment leads in the script: an exit may lead to several places, by their conditions. */
type Lead = (route: RouteNode) => readonly RouteNode[];

function leadOf(host: TurnNode, { exits }: FragmentUseNode, fragment: Fragment): Lead {
  const first = fragment.turns[0]?.id;
  return (route) => {
    const { kind, to } = route;
    if (kind !== 'exit')
      return [
        { ...route, to: { ...to, value: to.value === first ? host.id : inFragment(fragment, to.value) } },
      ];
    const ways = exits.filter(({ name }) => name.value === to.value);
    return ways.map((way) => ({ ...way.to, if: [...route.if, ...way.to.if] }));
  };
}

/** The fragment's first turn becomes the script's own; the others follow it. */
function placed(host: TurnNode, use: FragmentUseNode, fragment: Fragment, report: Reporter): TurnNode[] {
  const [first] = fragment.turns;
  if (!first) return [host];
  if (host.again && first.again)
    report(
      host.again.at,
      'dubbel',
      `Het fragment '${fragment.id}' heeft zelf al een 'herhaal' of 'onderwerpen'.`,
    );
  const lead = leadOf(host, use, fragment);
  const led = fragment.turns.map((turn) => withWays(turn, lead, report));
  const [start = first, ...rest] = led;
  const { id, at, contact, again = start.again, coach = start.coach } = host;
  return [
    {
      ...start,
      id,
      at,
      ...(contact ? { contact } : {}),
      ...(again ? { again } : {}),
      ...(coach ? { coach } : {}),
      lines: [...host.lines, ...start.lines],
      consequences: [...host.consequences, ...start.consequences],
    },
    ...rest.map((turn) => ({ ...turn, id: inFragment(fragment, turn.id) })),
  ];
}

function withWays(turn: TurnNode, lead: Lead, report: Reporter): TurnNode {
  const leadAll = (option: OptionNode): OptionNode => ({ ...option, routes: option.routes.flatMap(lead) });
  return {
    ...turn,
    options: turn.options.map(leadAll),
    ...(turn.send ? { send: leadAll(turn.send) } : {}),
    ...(turn.again
      ? { again: { ...turn.again, to: onlyWay(lead(turn.again.to), turn.again.to, report) } }
      : {}),
  };
}

/** Who came back too often is sent one way. */
function onlyWay(ways: readonly RouteNode[], route: RouteNode, report: Reporter): RouteNode {
  const [only = route, second] = ways;
  if (second)
    report(
      only.to.at,
      'uitgang',
      `Door de uitgang '${route.to.value}' gaat ook 'herhaal' of 'onderwerpen', en dat kent geen voorwaarde. Geef deze uitgang één gewone weg.`,
    );
  return only;
}

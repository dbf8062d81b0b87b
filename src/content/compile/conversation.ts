/** A conversation as written -> as played. Every name is looked up; graph and proof come after. */
import type { Place, Reporter } from '../finding.js';
import { reporterWith } from '../fragment/used-in.js';
import { weave } from '../fragment/weave.js';
import { conversationTexts } from '../language/conversation-texts.js';
import { nameOptions } from '../ids.js';
import type { Conversation, DeskAction, Step } from '../module.js';
import { conversationHead, type ConversationHead } from '../schema/script-heads.js';
import type { ConversationBody, DeskNode, IdNode } from '../script/ast.js';
import { conditionsOf, optionsOf } from '../script/ast.js';
import { readConditions } from '../script/conditions.js';
import { parseConversation } from '../script/conversation.js';
import { readHeaded } from '../source/head.js';
import type { Line } from '../source/lines.js';
import type { YamlFile } from '../source/yaml.js';
import { hint } from '../source/suggest.js';
import type { UnitSource } from '../read.js';
import { deskKey, use, useGoal, type UnitContext } from './context.js';
import type { Maker } from './maker.js';
import { toEnding, toTurn } from './turns.js';
import { readPictures, readReport } from './props.js';
import { toConditions, toEffects, type Names, type RuleContext } from './rules.js';

export type Unproved = Omit<Conversation, 'proof'>;

export interface CompiledConversation {
  readonly unit: Unproved;
  readonly body: ConversationBody;
  readonly ids: ReadonlyMap<IdNode, string>;
  /** Where each named thing stands: `turn:opening`, `option:a1`, `ending:netjes`, `step:notitie`, `desk:klant:x`; `outcome:minuten`: where it is tested first. */
  readonly places: ReadonlyMap<string, Place>;
  /** Tells of its file, and of what stands in a fragment. */
  readonly report: Reporter;
}

/** Compiles one script; null when its head cannot be read. */
export function compileConversation(source: UnitSource, outer: UnitContext): CompiledConversation | null {
  const { entry, codes } = outer;
  const { head, body: lines } = readHeaded(source.text, conversationHead, outer.report);
  const { own, body, ids, report } = readBody(lines, outer);
  if (!head) return null;
  const context: UnitContext = { ...outer, report };
  const names = namesOf(head, body, context);
  const rules: RuleContext = { ...context, names };
  const maker: Maker = {
    rules,
    ids,
    turns: body.turns.map((turn) => turn.id),
    endings: body.endings.map((ending) => ending.id),
  };
  context.texts.push(...conversationTexts(head, own, ids));
  const { data } = head;
  use('klant', data.klant, head.at(['klant']), context);
  for (const [index, goal] of data.leerdoelen.entries())
    useGoal(goal, 'simulation', head.at(['leerdoelen', index]), context);
  const unit: Unproved = {
    kind: 'conversation',
    id: entry.id,
    code: codes.code(entry.id),
    title: data.titel,
    card: entry.kaart,
    minutes: entry.minuten,
    weight: entry.gewicht,
    required: entry.verplicht,
    channel: data.kanaal,
    customer: data.klant,
    moment: data.moment,
    question: data.vraag,
    behindQuestion: data['vraag-achter-de-vraag'],
    coached: data.coach === 'aan',
    goals: data.leerdoelen,
    startSatisfaction: readBegin(head, context),
    steps: readSteps(head, rules),
    facts: data.feiten ?? {},
    desk: body.desk.flatMap((node) => toDeskAction(node, rules) ?? []),
    turns: body.turns.map((turn) => toTurn(turn, maker)),
    endings: body.endings.map((ending) => toEnding(ending, rules)),
    takeaways: data['neem-mee'],
    ...(data.onderwerp === undefined ? {} : { subject: data.onderwerp }),
    ...readPictures(head, maker),
    ...readReport(head, rules),
  };
  checkDoubles(body, context);
  return { unit, body, places: placesOf(body, ids, head), ids, report };
}

/** The script as one conversation: its own turns named, then those of its fragments put in their places. */
function readBody(lines: readonly Line[], context: UnitContext): ReadBody {
  const { codes, entry, report, fragments, usage } = context;
  const own = parseConversation(lines, report);
  const ownIds = nameOptions(own.turns, codes.idsOf(entry.id), report);
  const { turns, ids, used } = weave(own.turns, fragments, report);
  for (const { fragment } of used) {
    usage.fragments.add(fragment);
    if (!fragment.sound) usage.broken = true;
  }
  return {
    own,
    body: { ...own, turns },
    ids: new Map([...ownIds, ...ids]),
    report: reporterWith(report, used),
  };
}

interface ReadBody {
  /** As it stands in its file. */
  readonly own: ConversationBody;
  readonly body: ConversationBody;
  readonly ids: ReadonlyMap<IdNode, string>;
  readonly report: Reporter;
}

function namesOf(head: YamlFile<ConversationHead>, body: ConversationBody, { report }: UnitContext): Names {
  const taught = new Map<string, Place>();
  const all = [
    ...body.desk.flatMap((desk) => desk.effects),
    ...body.turns
      .flatMap((turn) => [...turn.consequences, ...(turn.again?.consequences ?? [])])
      .flatMap((each) => each.effects),
    ...body.turns
      .flatMap(optionsOf)
      .flatMap((option) => [...option.effects, ...option.conditional.flatMap((each) => each.effects)]),
  ];
  for (const effect of all)
    if (effect.kind === 'leert' && !taught.has(effect.name)) taught.set(effect.name, effect.at);
  const labels = head.data.feiten;
  for (const [fact, at] of labels ? taught : []) {
    if (labels && !Object.hasOwn(labels, fact)) {
      report(
        at,
        'verwijzing',
        `Het feit '${fact}' staat niet bij 'feiten' in de kop.${hint(fact, Object.keys(labels))}`,
      );
    }
  }
  // What a fragment does that could not be put in is not known.
  if (body.turns.some((turn) => turn.fragment)) return everyName(head, taught.keys());
  for (const step of Object.keys(head.data.stappen)) {
    if (all.some((effect) => effect.kind === 'stap' && effect.name === step)) continue;
    const message = `Niemand kan de stap '${step}' zetten. Schrijf 'stap ${step}' bij een keuze of onder # Bureau.`;
    report(head.at(['stappen', step], true), 'onbereikbaar', message);
  }
  for (const fact of Object.keys(labels ?? {})) {
    if (!taught.has(fact))
      report(
        head.at(['feiten', fact], true),
        'ongebruikt',
        `Niets leert het feit '${fact}'. Schrijf ergens 'leert ${fact}', of haal het feit weg.`,
      );
  }
  return { steps: Object.keys(head.data.stappen), facts: new Set(taught.keys()) };
}

const everyName = ({ data }: YamlFile<ConversationHead>, taught: Iterable<string>): Names => ({
  steps: Object.keys(data.stappen),
  facts: new Set([...taught, ...Object.keys(data.feiten ?? {})]),
});

function readBegin(head: YamlFile<ConversationHead>, { report }: UnitContext): number {
  const value = Number(/[\d.,]+$/.exec(head.data.begin)?.[0].replace(',', '.'));
  if (value <= 10) return value;
  report(head.at(['begin']), 'veld', "'begin': klanttevredenheid gaat van 0 tot en met 10.");
  return 10;
}

function readSteps(head: YamlFile<ConversationHead>, rules: RuleContext): Step[] {
  const { names, report } = rules;
  return Object.entries(head.data.stappen).map(([id, step]) => {
    if (typeof step === 'string') return { id, text: step, onlyIf: [] };
    const { doe, na, 'alleen als': condition } = step;
    const at = head.at(['stappen', id, 'alleen als']);
    // A condition in the head stands on one line, so it can be read like a line of the script.
    const line = { number: at.line, indent: at.column - 1, text: condition ?? '', start: 0 };
    const nodes = condition === undefined ? [] : readConditions({ text: line.text, line, index: 0 }, report);
    if (na !== undefined && (na === id || !names.steps.includes(na))) {
      report(
        head.at(['stappen', id, 'na']),
        'verwijzing',
        `'na: ${na}' noemt geen andere stap.${hint(
          na,
          names.steps.filter((each) => each !== id),
        )}`,
      );
    }
    return {
      id,
      text: doe,
      onlyIf: toConditions(nodes ?? [], rules),
      ...(na === undefined ? {} : { after: na }),
    };
  });
}

function toDeskAction(node: DeskNode, rules: RuleContext): DeskAction | null {
  const { kind, target } = node;
  if (!use(kind, target.value, target.at, rules)) return null;
  const key = deskKey(kind, target.value);
  const { backoffice, normen } = rules.town.municipality;
  const asked = node.effects.find((effect) => effect.kind === 'chance');
  const usual = kind === 'bellen' ? backoffice.find((desk) => desk.id === target.value)?.['neemt-op'] : 1;
  const effects = toEffects(
    node.effects.filter((effect) => effect !== asked),
    rules,
  );
  return {
    key,
    code: rules.codes.code(key),
    kind,
    target: target.value,
    effects: { ...effects, minutes: effects.minutes ?? normen['minuten-bureau'][kind] },
    chance: asked?.kind === 'chance' ? asked.value : (usual ?? 1),
    ...(asked?.kind === 'chance' && asked.second ? { secondCall: true as const } : {}),
    ...(node.reply ? { reply: node.reply.text } : {}),
  };
}

function checkDoubles({ turns, endings, desk }: ConversationBody, { report }: UnitContext): void {
  const seen = new Set<string>();
  for (const { id, at } of [...turns, ...endings]) {
    if (seen.has(id))
      report(at, 'dubbel', `'${id}' bestaat al als beurt of einde. Geef deze een andere naam.`);
    seen.add(id);
  }
  for (const { kind, target, at } of desk) {
    const key = `${kind} ${target.value}`;
    if (seen.has(key)) report(at, 'dubbel', `'${key}' staat al onder # Bureau. Zet alles op één regel.`);
    seen.add(key);
  }
}

function placesOf(
  body: ConversationBody,
  ids: ReadonlyMap<IdNode, string>,
  head: YamlFile<ConversationHead>,
): Map<string, Place> {
  const places = new Map<string, Place>([['unit', head.at(['titel'])]]);
  for (const step of Object.keys(head.data.stappen))
    places.set(`step:${step}`, head.at(['stappen', step], true));
  for (const { kind, target, at } of body.desk) places.set(`desk:${deskKey(kind, target.value)}`, at);
  for (const turn of body.turns) {
    places.set(`turn:${turn.id}`, turn.at);
    for (const option of optionsOf(turn)) places.set(`option:${ids.get(option.id) ?? ''}`, option.at);
  }
  for (const ending of body.endings) places.set(`ending:${ending.id}`, ending.at);
  for (const condition of conditionsOf(body)) {
    const key = condition.kind === 'below' ? `outcome:${condition.outcome}` : null;
    if (key && !places.has(key)) places.set(key, condition.at);
  }
  return places;
}

/** A conversation for the preview: drawn and told by the same rules as in the storyboard. */
import type { Conversation, Option, Route, Turn, World } from '../content/module.js';
import { slotOptions } from '../engine/conversation/compose.js';
import { mapOf, type ConversationMap, type Place } from '../storyboard/conversation/map.js';
import { curve } from '../storyboard/graph/drawing.js';
import { layoutOf, type Box } from '../storyboard/graph/layout.js';
import {
  competencesInWords,
  conditionsInWords,
  effectsInWords,
  optionEffects,
  routeClause,
  type Meaning,
} from '../storyboard/words/effects.js';
import { capital, customerOf, speakerName } from '../storyboard/words/names.js';
import type { ArrowView, ChoiceView, ConversationView, PlaceView } from './view.js';

interface Told extends Meaning {
  readonly unit: Conversation;
  readonly map: ConversationMap;
}

export function conversationView(unit: Conversation, world: World): ConversationView {
  const map = mapOf(unit);
  const { width, height, boxes, arrows } = layoutOf(map);
  const told: Told = { unit, world, map };
  return {
    unit: unit.code,
    width,
    height,
    places: boxes.map((box) => placeView(box, told)),
    arrows: arrows.map(({ way, points, label, labelWidth, at }): ArrowView => {
      const { from, to, isConditional: conditional } = way;
      return { from, to, line: curve(points), label, labelWidth, at, conditional };
    }),
  };
}

function placeView({ place, x, y, width, height, lines }: Box, told: Told): PlaceView {
  const customer = customerOf(told.unit, told.world);
  const heard = place.kind === 'turn' ? place.turn.lines : place.ending.lines;
  return {
    id: place.id,
    name: place.name,
    quality: place.kind === 'ending' ? place.ending.quality : null,
    said: heard.map(({ speaker, text }) => ({ speaker: speakerName(speaker, customer), text })),
    choices: choicesOf(place, told),
    box: { x, y, width, height, lines },
  };
}

function choicesOf(place: Place, told: Told): readonly ChoiceView[] {
  if (place.kind === 'ending') return [];
  const { turn } = place;
  return turn.kind === 'choice' ? turn.options.map((option) => choiceOf(option, told)) : composed(turn, told);
}

function composed(turn: Extract<Turn, { kind: 'compose' }>, told: Told): readonly ChoiceView[] {
  const blocks = turn.slots.flatMap((slot) =>
    slotOptions(slot).map((option) => ({ ...choiceOf(option, told), part: slot.label || slot.id })),
  );
  const { id = 'verstuur', code, effects, routes } = turn.send;
  const send: ChoiceView = {
    id,
    code,
    text: 'Versturen',
    when: '',
    effects: effectsInWords(effects, told).map(capital),
    competences: competencesInWords(effects, told.world),
    routes: routesOf(routes, told),
  };
  return [...blocks, send];
}

const choiceOf = (option: Option, told: Told): ChoiceView => ({
  id: option.id,
  code: option.code,
  text: option.text,
  when: conditionsInWords(option.offeredIf, told),
  effects: optionEffects(option, told),
  competences: competencesInWords(option.effects, told.world),
  routes: routesOf(option.routes, told),
});

const routesOf = (routes: readonly Route[], told: Told): ChoiceView['routes'] =>
  routes.map((route) => ({
    clause: routeClause(route, routes, told),
    to: route.to,
    name: told.map.place(route.to)?.name ?? route.to,
  }));

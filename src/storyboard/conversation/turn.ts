/** A turn of a conversation as a reviewer reads it: what is said, each choice with all that hangs on it, and where it leads. */
import type { ComposeTurn, Conversation, Option, Route, Slot, Turn, World } from '../../content/module.js';
import type { ComposeForm } from '../../content/vocabulary.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import { anchor, html, type Html, joined, nothing } from '../html.js';
import {
  competencesInWords,
  conditionsInWords,
  effectsInWords,
  optionEffects,
  routeClause,
} from '../words/effects.js';
import { capital, fragmentOf, idInWords } from '../words/names.js';
import { consequenceNotes, contactNote, returnNote } from './arrival.js';
import type { BestRoute } from './best-route.js';
import { type ConversationMap, optionsOf, type TurnPlace, USED_UP } from './map.js';
import { replyInWords, spokenLines } from './spoken.js';

/** A conversation with all that its parts are told by. */
export interface Scene {
  readonly unit: Conversation;
  readonly world: World;
  readonly map: ConversationMap;
  /** One per draw of chance; the first is the one in which everybody answers. */
  readonly best: readonly BestRoute[];
}

export const optionAnchor = (unit: string, option: string): string => anchor(unit, 'keuze', option);

export function turnSection(place: TurnPlace, scene: Scene): Html {
  const { turn } = place;
  return html`<section class="turn" id="${place.anchor}">
    <h4><span class="number">${place.mark}</span> ${capital(idInWords(turn.id))}</h4>
    ${cameFrom(place, scene)} ${sharedWith(turn)} ${contactNote(turn, scene)} ${consequenceNotes(turn, scene)}
    ${spokenLines(turn.lines, scene)} ${returnNote(turn, scene)}
    ${turn.coach === undefined ? nothing : html`<p class="line coach"><b>Coach</b> <span>${turn.coach}</span></p>`}
    ${
      turn.kind === 'choice'
        ? html`<ul class="options">
            ${turn.options.map((option) => optionItem(option, scene))}
          </ul>`
        : composed(turn, scene)
    }
  </section>`;
}

/** A reviewer who changes these choices changes them in other conversations too. */
function sharedWith(turn: Turn): Html {
  const [first] = optionsOf(turn);
  const fragment = first && fragmentOf(first.id);
  return fragment
    ? html`<p class="from">De keuzes komen uit het gedeelde fragment ‘${fragment}’.</p>`
    : html``;
}

function cameFrom({ id, turn }: TurnPlace, { unit, map }: Scene): Html {
  if (unit.turns[0]?.id === turn.id) return html`<p class="from">Hier begint het.</p>`;
  const links = linksTo(id, { unit, map });
  return links.length === 0 ? html`` : html`<p class="from">Komt na ${joined(links)}</p>`;
}

/** What leads to a place: a choice, sending a message, or a turn that is used up. */
export const linksTo = (id: string, { unit, map }: Pick<Scene, 'unit' | 'map'>): readonly Html[] =>
  map.waysTo(id).flatMap((way) => {
    const from = map.place(way.from);
    return way.moves.map((move) => {
      const isOption = from?.kind === 'turn' && optionsOf(from.turn).some((option) => option.id === move);
      const href = isOption ? optionAnchor(unit.id, move) : (from?.anchor ?? '');
      return html`<a href="#${href}"
        >${move === USED_UP ? `beurt ${from?.mark ?? ''}, als die klaar is` : move}</a
      >`;
    });
  });

const isOnBest = (option: Option, { best }: Scene): boolean =>
  best[0]?.steps.some((step) => 'option' in step && step.option.code === option.code) ?? false;

function optionItem(option: Option, scene: Scene, emptyText = ''): Html {
  const { unit, world } = scene;
  const best = isOnBest(option, scene);
  // Conditions need the room of the wide column.
  const isForked = option.routes.length > 1;
  return html`<li class="option${best ? ' best' : ''}" id="${optionAnchor(unit.id, option.id)}">
    <p class="said">
      <span class="id">${option.id}</span>
      <span class="words">${option.text === '' ? html`<i>${emptyText}</i>` : option.text}</span>
      ${best ? html`<span class="tag">Beste route</span>` : nothing}
    </p>
    <div class="about">
      <dl>
        ${row('Onderwerp', option.topic ? ['Kan één keer, in elke volgorde.'] : [])}
        ${row('Alleen als', option.offeredIf.length === 0 ? [] : [conditionsInWords(option.offeredIf, scene)])}
        ${row('Feedback', option.feedback === '' ? [] : [option.feedback])}
        ${row('Coach zegt', option.coach === undefined ? [] : [option.coach])}
        ${row('Verleiding', option.temptation === undefined ? [] : [option.temptation])}
        ${row('Gespreksregel', option.rule === undefined ? [] : [option.rule])}
        ${isForked ? row('Verder naar', routeLinks(option.routes, scene), 'whole') : nothing}
      </dl>
      <dl>
        ${row('Daarop meteen', option.reply ? [replyInWords(option.reply, scene)] : [])}
        ${row('Gevolg', optionEffects(option, scene))}
        ${row('Vaardigheden', competencesInWords(option.effects, world))}
        ${isForked ? nothing : row('Verder naar', routeLinks(option.routes, scene))}
      </dl>
    </div>
  </li>`;
}

/** One thing that is said of an option (its parts run on when printed, `whole` ones do not); nothing when there is nothing to say. */
const row = (label: string, parts: readonly (Html | string)[], className = 'part'): Html | string =>
  parts.length === 0
    ? nothing
    : html`<div>
        <dt>${label}</dt>
        <dd>${parts.map((part) => html`<span class="${className}">${part}</span>`)}</dd>
      </div>`;

/** Each route with its condition and a link to where it leads. */
export const routeLinks = (routes: readonly Route[], scene: Scene): readonly Html[] =>
  routes.map((route) => {
    const clause = routeClause(route, routes, scene);
    const place = scene.map.place(route.to);
    return html`${clause === '' ? nothing : `${clause}: `}<a href="#${place?.anchor ?? ''}"
        >${place?.name ?? route.to}</a
      >${place?.kind === 'ending' ? ` (${place.ending.quality})` : nothing}`;
  });

function composed(turn: ComposeTurn, scene: Scene): Html {
  const sends = effectsInWords(turn.send.effects, scene);
  return html`<p class="from">${FORMS[turn.form ?? 'bericht'].what}</p>
    ${turn.slots.map((slot, index) => slotSection(slot, `Deel ${index + 1} van ${turn.slots.length}`, scene))}
    <p class="send">
      <b>${FORMS[turn.form ?? 'bericht'].send}</b>
      ${turn.send.id === undefined ? nothing : html`<span class="id">${turn.send.id}</span>`}
      ${sends.length === 0 ? nothing : html`${capital(sends.join('; '))}.`}
      ${joined(routeLinks(turn.send.routes, scene), html`<br />`)}
    </p>`;
}

const FORMS: Readonly<Record<ComposeForm, { readonly what: string; readonly send: string }>> = {
  bericht: { what: 'Hier wordt een bericht geschreven, deel voor deel.', send: 'Versturen' },
  notitie: { what: 'Hier wordt een notitie geschreven, deel voor deel.', send: 'Vastleggen' },
  brief: { what: 'Hier wordt een brief geschreven, deel voor deel.', send: 'Versturen' },
};

function slotSection(slot: Slot, part: string, scene: Scene): Html {
  const must = slot.empty ? 'Dit deel mag leeg blijven.' : 'Dit deel moet gevuld zijn.';
  return html`<h5>${part}: ${slot.label}</h5>
    <p class="from">${must}</p>
    <ul class="options">
      ${slotOptions(slot).map((option) => optionItem(option, scene, 'Dit deel blijft leeg.'))}
    </ul>`;
}

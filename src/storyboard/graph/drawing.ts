/** The graph of a conversation as SVG, and the same in a table for who cannot see it. */
import type { BestRoute } from '../conversation/best-route.js';
import { type ConversationMap, type Place, USED_UP, type Way } from '../conversation/map.js';
import { anchor, html, type Html, joined, nothing } from '../html.js';
import type { Scene } from '../conversation/turn.js';
import { dataTable } from '../table.js';
import { layoutOf, type Arrow, type Box, type Point } from './layout.js';

const LINE_HEIGHT = 17;

/** Ways that the best route takes, as `from>to`; a turn that was used up is passed through. */
export const waysOf = (route: BestRoute | undefined, map: ConversationMap): ReadonlySet<string> =>
  new Set(
    route?.steps.flatMap((step) => {
      if (!('from' in step)) return [];
      const { from, to } = step;
      const ways = map.ways.filter((way) => way.from === from);
      if (ways.some((way) => way.to === to)) return [`${from}>${to}`];
      const passed = ways.find((way) => againOf(way.to, map) === to)?.to;
      return passed === undefined ? [] : [`${from}>${passed}`, `${passed}>${to}`];
    }),
  );

function againOf(id: string, map: ConversationMap): string | undefined {
  const place = map.place(id);
  return place?.kind === 'turn' ? place.turn.again?.to : undefined;
}

/** The drawing with its legend (`luck` = how chance falls in the route drawn); every box leads to its place in the text. */
export function graphFigure({ unit: { id: unit, title }, map, best: [best] }: Scene, luck: string): Html {
  const { width, height, boxes, arrows } = layoutOf(map);
  const onBest = waysOf(best, map);
  const isBest = (way: Way): boolean => onBest.has(`${way.from}>${way.to}`);
  // The best route is drawn last, on top of the others.
  const ordered = arrows.toSorted((a, b) => Number(isBest(a.way)) - Number(isBest(b.way)));
  const marker = anchor(unit, 'punt');
  return html`<figure class="graph">
    <div
      class="graph-scroll"
      tabindex="0"
      role="region"
      aria-label="Het verloop van ‘${title}’ in beeld, te verschuiven"
    >
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox="0 0 ${width} ${height}"
        width="${width}"
        height="${height}"
        role="group"
        aria-label="Verloop van het gesprek: ${map.turns.length} beurten en ${map.endings.length} eindes. In de tabel hieronder staat hetzelfde in woorden."
      >
        <defs>${arrowhead(marker, 'arrowhead')} ${arrowhead(`${marker}.beste`, 'arrowhead best')}</defs>
        <g aria-hidden="true">${ordered.map((arrow) => arrowLine(arrow, isBest(arrow.way), marker))}</g>
        <g aria-hidden="true">${ordered.map((arrow) => arrowLabel(arrow, isBest(arrow.way)))}</g>
        ${boxes.map(boxShape)}
      </svg>
    </div>
    <figcaption>
      Een vak met een nummer is een beurt, een vak met een letter een einde. Bij een pijl staan de keuzes die
      daarheen leiden; bij ‘${USED_UP}’ is het gesprek vaak genoeg teruggekomen, of zijn alle onderwerpen
      geweest. Dikke pijlen: de beste route${luck === '' ? nothing : ` (${luck})`}. Een ster *: alleen als aan
      een voorwaarde is voldaan.
    </figcaption>
  </figure>`;
}

const arrowhead = (id: string, className: string): Html =>
  html`<marker
    id="${id}"
    class="${className}"
    viewBox="0 0 10 10"
    refX="9"
    refY="5"
    markerWidth="9"
    markerHeight="9"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path d="M0 0 10 5 0 10z" />
  </marker>`;

const at = (value: number): string => String(Math.round(value * 10) / 10);
const xy = ({ x, y }: Point): string => `${at(x)} ${at(y)}`;
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A smooth line: each inner point bends it, the points halfway lie on it. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const bends = rest.map((point, index) => `Q${xy(point)} ${xy(between(point, rest[index + 1] ?? last))}`);
  return `M${xy(first)}${bends.join('')}L${xy(last)}`;
}

function arrowLine({ way, points }: Arrow, best: boolean, marker: string): Html {
  const kind = `${best ? ' best' : ''}${way.isConditional ? ' conditional' : ''}`;
  return html`<path
    class="arrow${kind}"
    d="${curve(points)}"
    marker-end="url(#${best ? `${marker}.beste` : marker})"
  />`;
}

const arrowLabel = ({ label, at: { x, y }, labelWidth }: Arrow, best: boolean): Html =>
  html`<rect
      class="arrow-ground"
      x="${at(x - labelWidth / 2)}"
      y="${at(y - 8)}"
      width="${at(labelWidth)}"
      height="16"
      rx="4"
    />
    <text class="arrow-label${best ? ' best' : ''}" x="${at(x)}" y="${at(y + 4)}">${label}</text>`;

function boxShape({ place, x, y, width, height, lines }: Box): Html {
  const quality = place.kind === 'ending' ? ` ${place.ending.quality}` : nothing;
  const top = y - (lines.length * LINE_HEIGHT) / 2 + 13;
  return html`<a href="#${place.anchor}" class="box ${place.kind}${quality}" aria-label="${labelOf(place)}">
    <rect
      x="${at(x - width / 2)}"
      y="${at(y - height / 2)}"
      width="${at(width)}"
      height="${at(height)}"
      rx="10"
    />
    ${lines.map(
      (line, index) =>
        html`<text class="${index === 0 ? 'mark' : 'name'}" x="${at(x)}" y="${at(top + index * LINE_HEIGHT)}">
          ${line}
        </text>`,
    )}
  </a>`;
}

const labelOf = (place: Place): string =>
  place.kind === 'turn' ? place.name : `${place.name}, ${place.ending.quality}`;

/** The graph in words: per turn its choices and where they lead. */
export function graphTable(map: ConversationMap, best: BestRoute | undefined): Html {
  const onBest = waysOf(best, map);
  return dataTable({
    caption: 'Het verloop in woorden',
    columns: ['Van', 'Keuzes, en waar ze heen leiden'],
    rows: map.turns.map((place) => {
      const ways = map.ways.filter((way) => way.from === place.id);
      return [
        html`<a href="#${place.anchor}">${place.name}</a>`,
        joined(
          ways.map((way) => wayInWords(way, map, onBest.has(`${way.from}>${way.to}`))),
          html`<br />`,
        ),
      ];
    }),
  });
}

function wayInWords({ moves, to, isConditional }: Way, map: ConversationMap, best: boolean): Html {
  const place = map.place(to);
  const quality = place?.kind === 'ending' ? ` (${place.ending.quality})` : nothing;
  return html`<b>${moves.join(', ')}</b> →
    <a href="#${place?.anchor ?? ''}">${place?.name ?? to}</a>${quality}${
      isConditional ? ', onder een voorwaarde' : nothing
    }${best ? html`, <em>beste route</em>` : nothing}`;
}

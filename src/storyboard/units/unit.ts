/** A unit as a chapter. */
import type { Conversation, Unit, World } from '../../content/module.js';
import { endingSection, luckInWords, proofSection } from '../conversation/outcome.js';
import { deskTable, factsTable, records, situation, stepsTable } from '../conversation/situation.js';
import { turnSection } from '../conversation/turn.js';
import { graphFigure, graphTable } from '../graph/drawing.js';
import { anchor, html, type Html, nothing } from '../html.js';
import { sceneOf } from '../items/conversation-items.js';
import { UNIT_KINDS } from '../words/names.js';
import { decimal, minutes } from '../words/numbers.js';
import { lessonSection } from './lesson.js';
import { mistakesSection } from './mistakes.js';
import { quizSection, testSection } from './quiz.js';

export function unitChapter(unit: Unit, index: number, world: World): Html {
  const about = [
    UNIT_KINDS[unit.kind],
    minutes(unit.minutes),
    unit.weight === 0 ? 'telt niet mee' : `gewicht ${decimal(unit.weight)}`,
    unit.required ? 'verplicht' : 'mag je overslaan',
  ];
  return html`<section class="chapter" id="${anchor(unit.id)}" aria-labelledby="${unit.id}.kop">
    <p class="kicker">Onderdeel ${index + 1} · ${about.join(' · ')}</p>
    <h2 id="${unit.id}.kop">${unit.title}</h2>
    <p class="lead">${unit.card}</p>
    ${unitBody(unit, world)}
  </section>`;
}

function unitBody(unit: Unit, world: World): Html {
  switch (unit.kind) {
    case 'conversation':
      return conversationBody(unit, world);
    case 'lesson':
      return lessonSection(unit);
    case 'find-mistake':
      return mistakesSection(unit, world);
    case 'quiz':
      return quizSection(unit, world);
    case 'test':
      return testSection(unit, world);
  }
}

function conversationBody(unit: Conversation, world: World): Html {
  const scene = sceneOf(unit, world);
  return html`<h3>Klant en situatie</h3>
    ${situation(scene)} ${records(scene)} ${stepsTable(scene)} ${factsTable(scene)} ${deskTable(scene)}
    <section class="map">
      <h3>Het verloop in beeld</h3>
      ${graphFigure(scene, luckInWords(scene.best[0], scene))}
    </section>
    ${graphTable(scene.map, scene.best[0])}
    <h3>Het gesprek, beurt voor beurt</h3>
    ${scene.map.turns.map((place) => turnSection(place, scene))}
    <h3>De eindes</h3>
    ${scene.map.endings.map((place) => endingSection(place, scene))}
    <section id="${anchor(unit.id, 'bewijs')}">${proofSection(scene)}</section>
    ${
      unit.takeaways.length === 0
        ? nothing
        : html`<h3>Neem mee</h3>
            <ul>
              ${unit.takeaways.map((text) => html`<li>${text}</li>`)}
            </ul>`
    }`;
}

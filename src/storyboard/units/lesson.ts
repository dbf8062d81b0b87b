/** A lesson, screen by screen. */
import type { Lesson, LessonBlock } from '../../content/module.js';
import { anchor, html, type Html } from '../html.js';
import { richText } from '../words/rich-text.js';
import { answerList, goodAnswer } from './answers.js';

export const lessonSection = (unit: Lesson): Html =>
  html`${unit.pages.map(
    (page, index) =>
      html`<section class="turn" id="${anchor(unit.id, 'pagina', page.code)}">
        <h3><span class="number">${index + 1}</span> ${page.title}</h3>
        ${page.blocks.map(lessonBlock)}
      </section>`,
  )}`;

const OPENS: Readonly<Record<'desk' | 'timeline' | 'cards', string>> = {
  desk: 'Plekken op het bureau om te openen',
  timeline: 'Tijdlijn om te openen',
  cards: 'Kaarten om te openen',
};

function lessonBlock(block: LessonBlock): Html {
  switch (block.kind) {
    case 'text':
      return richText(block.text);
    case 'question':
      return html`<p class="question"><b>Vraag</b> ${block.question}</p>
        ${answerList(block.options.map(goodAnswer))}`;
    case 'spots':
      return html`<p class="note">${OPENS[block.layout]}</p>
        <dl class="facts">
          ${block.spots.map(
            ({ label, text }) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${text}</dd>
              </div>`,
          )}
        </dl>`;
  }
}

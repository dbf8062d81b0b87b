/** A finished conversation with mistakes in it: the transcript, and per mistake why it is one and what is better. */
import type { FindMistake, World } from '../../content/module.js';
import { anchor, html, type Html, nothing } from '../html.js';
import { customerOf, speakerName } from '../words/names.js';
import { answerList, goodAnswer } from './answers.js';

export function mistakesSection(unit: FindMistake, world: World): Html {
  const customer = customerOf(unit, world);
  return html`<p>${unit.intro}</p>
    <h3>Het gesprek</h3>
    ${unit.lines.map(({ speaker, mood, text, code, fine }) => {
      const number = unit.mistakes.findIndex((mistake) => mistake.line === code) + 1;
      return html`<p class="line ${speaker.toLowerCase()}">
        <b>${speakerName(speaker, customer)}</b>${mood === undefined ? nothing : html` <i>${mood}</i>`}
        <span
          >${text}
          ${
            number === 0
              ? nothing
              : html`<a class="tag slecht" href="#${anchor(unit.id, 'fout', code ?? '')}">fout ${number}</a>`
          }
          ${fine === undefined ? nothing : html`<small>Prima: ${fine}</small>`}</span
        >
      </p>`;
    })}
    <h3>De fouten</h3>
    ${unit.mistakes.map(
      (mistake, index) =>
        html`<section class="turn" id="${anchor(unit.id, 'fout', mistake.line)}">
          <h4>
            <span class="number">${index + 1}</span> Fout ${index + 1}:
            ${world.competences[mistake.competence].label}
          </h4>
          <p class="line jij">
            <b>Jij</b> <span>${unit.lines.find(({ code }) => code === mistake.line)?.text ?? ''}</span>
          </p>
          <h5>Waarom is het een fout?</h5>
          ${answerList(mistake.why.map(goodAnswer))}
          <h5>Wat is beter?</h5>
          ${answerList(mistake.better.map(goodAnswer))}
        </section>`,
    )}`;
}

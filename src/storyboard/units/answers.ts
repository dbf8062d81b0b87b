/** Answers to choose from, with the good ones named. */
import { html, type Html, nothing } from '../html.js';

export interface Answer {
  readonly mark?: string;
  readonly text: string;
  /** What the key says of it: 'goed', '3 van 4'; empty for a weaker one. */
  readonly verdict: string;
  readonly feedback: string;
}

export const answerList = (answers: readonly Answer[]): Html =>
  html`<ul class="options answers">
    ${answers.map(
      ({ mark, text, verdict, feedback }) =>
        html`<li class="option${verdict === 'Goed' ? ' best' : ''}">
          <p class="said">
            ${mark === undefined ? nothing : html`<span class="id">${mark}</span>`}
            <span class="words">${text}</span>
            ${verdict === '' ? nothing : html`<span class="tag">${verdict}</span>`}
          </p>
          ${feedback === '' ? nothing : html`<p class="why">${feedback}</p>`}
        </li>`,
    )}
  </ul>`;

/** A good answer is named so; a weaker one needs no name. */
export const goodAnswer = ({
  text,
  good,
  feedback,
}: {
  readonly text: string;
  readonly good: boolean;
  readonly feedback: string;
}): Answer => ({ text, feedback, verdict: good ? 'Goed' : '' });

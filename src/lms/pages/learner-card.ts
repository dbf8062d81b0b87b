/** Who learns: choose somebody, or type a name. */
import { html } from 'hono/html';
import { NAME_LENGTH, type Learner } from '../course/learners.js';
import { icon } from './icon.js';
import type { Html } from './layout.js';

export function learnerCard(learners: readonly Learner[], learner: Learner | undefined): Html {
  return html`<section class="card" aria-labelledby="deelnemer-kop">
    <div class="card-head"><h2 id="deelnemer-kop">Wie leert er?</h2></div>
    ${
      learner
        ? html`<p class="who">
            <span class="avatar" aria-hidden="true">${initials(learner.name)}</span
            ><strong>${learner.name}</strong>
          </p>`
        : html`<p class="soft">Een naam is genoeg. Hij blijft op deze computer.</p>`
    }
    ${learners.length > (learner ? 1 : 0) ? switchForm(learners, learner) : ''}
    <form class="stack" action="/deelnemers" method="post">
      <label for="naam">${learners.length === 0 ? 'Naam' : 'Nieuwe deelnemer'}</label>
      <div class="field-row">
        <input
          id="naam"
          name="naam"
          required
          maxlength="${NAME_LENGTH}"
          autocomplete="off"
          placeholder="Anke Bosma"
        />
        <button class="button ${learner ? '' : 'primary'}">${icon('plus')}Voeg toe</button>
      </div>
    </form>
  </section>`;
}

function switchForm(learners: readonly Learner[], learner: Learner | undefined): Html {
  return html`<form class="stack" action="/deelnemer" method="post">
    <label for="deelnemer">Deelnemer</label>
    <div class="field-row">
      <select id="deelnemer" name="deelnemer">
        ${learners.map((one) => html`<option value="${one.id}" ${one.id === learner?.id ? html`selected` : ''}>${one.name}</option>`)}
      </select>
      <button class="button">Kies</button>
    </div>
  </form>`;
}

function initials(name: string): string {
  const words = name.split(' ').filter(Boolean);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}

import { html, nothing, type TemplateResult } from 'lit';
import type { BackofficeDesk, ChannelInfo } from '../../content/schema/municipality.js';
import { deskReply } from '../conversation/words.js';
import { workTexts } from '../texts/nl-work.js';
import { euro } from '../ui/format.js';
import { icon, type IconName } from '../ui/icons.js';
import { casesOf } from './cases.js';
import type { Desk } from './looking.js';
import { learntFrom, price } from './opened.js';
import { chanceOf } from './handover.js';

/** What an employee can do: call a colleague, propose another channel, write a note. All of it is said with its price first. */
export function actionsPanel(desk: Desk): TemplateResult {
  const words = workTexts.desk.actions;
  return html`<div class="stack gap8">
    <h2>${words.title}</h2>
    ${fold('telefoon', words.call, false, calls(desk))} ${fold('swap', words.channel, false, channels(desk))}
    ${fold('note', words.note, desk.looking.noteFor !== undefined, note(desk))}
  </div>`;
}

function fold(name: IconName, title: string, open: boolean, body: TemplateResult): TemplateResult {
  return html`<details class="fold" ?open=${open}>
    <summary data-mark=${name}><span class="row gap8">${icon(name, 18)}${title}</span></summary>
    ${body}
  </details>`;
}

function calls(desk: Desk): TemplateResult {
  const offered = desk.talk.world.desks.filter((one) => desk.talk.desk.has(`bellen:${one.id}`));
  return html`<div class="stack">
    <p class="small muted">${workTexts.desk.actions.callIntro}</p>
    <ul class="stack gap8">
      ${offered.map((one) => call(desk, one))}
    </ul>
  </div>`;
}

function call(desk: Desk, one: BackofficeDesk): TemplateResult {
  const key = `bellen:${one.id}`;
  const words = workTexts.desk.actions;
  return html`<li class="entry stack gap8">
    <div>
      <h3>${one.naam}</h3>
      <p class="small muted">${words.open}: ${one.open}</p>
      <p class="small muted">${chanceOf(desk.talk, one)}</p>
    </div>
    ${
      desk.isDone(key)
        ? html`<p><span class="chip good">${icon('check', 14)}${words.called}</span></p>`
        : html`<p class="row wrap gap8">
            <button
              class="button"
              aria-haspopup="dialog"
              ?disabled=${!desk.isOpen}
              @click=${() => desk.handOver(one)}
            >
              ${icon('users', 18)}${workTexts.handover.open(one.naam)}
            </button>
            ${price(desk, key)}
          </p>`
    }
    ${answer(desk, key)}
  </li>`;
}

function channels(desk: Desk): TemplateResult {
  const { world, unit } = desk.talk;
  return html`<div class="stack">
    <p class="small muted">${workTexts.desk.actions.channelIntro}</p>
    <ul class="stack gap8">
      ${world.channels
        .filter((one) => one.id === unit.channel || desk.talk.desk.has(`kanaal:${one.id}`))
        .map((one) => channel(desk, one))}
    </ul>
  </div>`;
}

function channel(desk: Desk, one: ChannelInfo): TemplateResult {
  const key = `kanaal:${one.id}`;
  const words = workTexts.desk.actions;
  return html`<li class="entry stack gap8">
    <div>
      <h3 class="row gap8">${icon(one.id, 18)}${one.naam}</h3>
      <p class="small">${words.fits}: ${one['geschikt-voor']}</p>
      <p class="small muted">${words.fitsNot}: ${one['niet-geschikt-voor']}</p>
      <p class="small muted num">${words.perContact(euro(one.kosten))}</p>
    </div>
    ${
      one.id === desk.talk.unit.channel
        ? html`<p><span class="chip">${words.now}</span></p>`
        : html`${way(desk, key, words.propose(one.naam), words.proposed)} ${answer(desk, key)}`
    }
  </li>`;
}

/** The button with its price, or the word that it was done. */
function way(desk: Desk, key: string, label: string, done: string): TemplateResult {
  return desk.isDone(key)
    ? html`<p><span class="chip good">${icon('check', 14)}${done}</span></p>`
    : html`<p class="row wrap gap8">
        <button class="button" ?disabled=${!desk.isOpen} @click=${() => desk.open(key)}>${label}</button>
        ${price(desk, key)}
      </p>`;
}

function answer(desk: Desk, key: string): TemplateResult | typeof nothing {
  const entry = desk.talk.state.log.findLast((one) => one.kind === 'desk' && one.key === key);
  if (entry?.kind !== 'desk') return nothing;
  const reply = entry.answered ? deskReply(desk.talk.world, entry) : workTexts.desk.actions.nobody;
  return html`<div class="stack gap8" tabindex="-1" data-mark=${key}>
    ${reply ? html`<p class="note">${icon(entry.answered ? 'chat' : 'alert')}<span>${reply}</span></p>` : nothing}
    ${learntFrom(desk, key)}
  </div>`;
}

function note(desk: Desk): TemplateResult {
  const words = workTexts.desk.actions;
  const files = casesOf(desk).filter((one) => desk.talk.desk.has(`notitie:${one.id}`));
  const file = files.find((one) => one.id === desk.looking.noteFor) ?? files[0];
  if (!file) return html`<p class="small muted">${words.noteNoCase}</p>`;
  const key = `notitie:${file.id}`;
  return html`<div class="stack">
    <p class="small muted">${words.noteIntro}</p>
    ${
      files.length > 1
        ? html`<fieldset class="stack gap8">
            <legend class="small bold">${words.noteFor}</legend>
            ${files.map(
              (one) =>
                html`<label class="choice">
                  <input
                    type="radio"
                    name="case"
                    .checked=${one === file}
                    @change=${() => desk.set({ noteFor: one.id })}
                  />
                  <span>${one.id} ${one.titel}</span>
                </label>`,
            )}
          </fieldset>`
        : html`<p class="bold">${file.id} ${file.titel}</p>`
    }
    ${desk.isDone(key) ? nothing : questions(desk)}
    ${
      desk.isDone(key)
        ? html`<p class="note good" tabindex="-1" data-mark=${key}>
            ${icon('check')}<span>${words.noteDone}</span>
          </p>`
        : way(desk, key, words.noteSave, words.noteDone)
    }
  </div>`;
}

/** The note begins with what this contact told; the learner finishes it. What is typed is kept nowhere. */
function questions(desk: Desk): TemplateResult {
  const { actions } = workTexts.desk;
  const { note: words } = workTexts.handover;
  const texts = desk.looking.note ?? begun(desk);
  const labels = [actions.noteAsked, actions.noteDid, words.next];
  const ready = texts.filter((text) => text.trim().length > 1).length;
  return html`<div class="stack">
    ${labels.map(
      (label, index) =>
        html`<div class="stack gap4">
          <label class="small bold" for="note-${index}">${label}</label>
          <textarea
            id="note-${index}"
            class="field"
            rows=${index === 1 ? 4 : 2}
            aria-describedby=${index === 2 ? 'note-hint' : nothing}
            .value=${texts[index] ?? ''}
            @input=${(event: InputEvent) => {
              const { value } = event.target as HTMLTextAreaElement;
              desk.set({ note: texts.map((text, at) => (at === index ? value : text)) });
            }}
          ></textarea>
        </div>`,
    )}
    <p class="tiny muted" id="note-hint">${words.nextHint}</p>
    <p class="row wrap gap8">
      <span class="chip ${ready === labels.length ? 'good' : 'warn'}" role="status"
        >${icon(ready === labels.length ? 'check' : 'alert', 14)}${words.ready(ready, labels.length)}</span
      >
    </p>
    <p class="tiny muted">${workTexts.handover.private}</p>
  </div>`;
}

/** What was asked; what was said and found out; and what is left to agree. */
function begun({ talk }: Desk): readonly string[] {
  const said = talk.state.log.flatMap((entry) => (entry.kind === 'said' ? [entry.text] : []));
  const facts = talk.state.facts.map((fact) => talk.unit.facts[fact] ?? fact);
  return [talk.unit.question, [...said.slice(-3), ...facts].join('\n'), ''];
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../../content/module.js';
import { workTexts } from '../texts/nl-work.js';
import { shortDate, unbroken } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import { richText } from '../ui/rich-text.js';
import type { Desk } from './looking.js';
import { learntFrom, openedFor, price } from './opened.js';
import { highlight, searchArticles } from './search.js';

/** The Kennisportaal: search while you type over all articles, and the one that lies open. */
export function knowledgePanel(desk: Desk): TemplateResult {
  const { talk, looking } = desk;
  const found = searchArticles(talk.world.articles, looking.query);
  const open = talk.world.articles.find(
    (one) => one.id === looking.article && desk.isDone(`artikel:${one.id}`),
  );
  const words = workTexts.desk.knowledge;
  const all = looking.query.trim() === '';
  return html`<div class="stack gap16">
    <div>
      <label class="small bold" for="search">${words.search}</label>
      <div class="search">
        ${icon('search', 18)}
        <input
          id="search"
          class="field"
          type="search"
          autocomplete="off"
          placeholder=${words.placeholder}
          .value=${looking.query}
          @input=${(event: InputEvent) =>
            desk.set({ query: (event.target as HTMLInputElement).value, article: undefined })}
        />
      </div>
    </div>
    <div class="split ${open ? 'opened' : ''}">
      <div class="list stack gap8">
        <p class="tiny muted" role="status">
          ${found.length === 0 ? words.none : all ? words.all(found.length) : words.found(found.length)}
        </p>
        <ol class="stack gap8">
          ${found.map((article) => result(desk, article, article === open))}
        </ol>
      </div>
      ${open ? articleView(desk, open) : nothing}
    </div>
  </div>`;
}

function result(desk: Desk, article: Article, current: boolean): TemplateResult {
  const key = `artikel:${article.id}`;
  const { query } = desk.looking;
  return html`<li>
    <button
      class="choice result"
      aria-current=${current ? 'true' : nothing}
      ?disabled=${!desk.isOpen && !desk.isDone(key)}
      data-mark=${`to ${key}`}
      @click=${() => desk.open(key)}
    >
      <span class="stack gap4">
        <span class="bold">${marked(article.titel, query)}</span>
        <span class="tiny muted">${marked(article.trefwoorden.join(', '), query)}</span>
        <span class="row wrap gap8">${checked(desk, article)} ${price(desk, key)}</span>
      </span>
    </button>
  </li>`;
}

const marked = (text: string, query: string): readonly unknown[] =>
  highlight(text, query).map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text));

/** An article is old when it should have been looked at before the newest check in the whole knowledge base. */
function isOld({ talk }: Desk, article: Article): boolean {
  const today =
    talk.world.articles
      .map((one) => one.gecontroleerd)
      .sort()
      .at(-1) ?? '';
  const due = article['opnieuw-voor'];
  return article.verouderd || (due !== undefined && due < today);
}

function checked(desk: Desk, article: Article): TemplateResult {
  const date = shortDate(article.gecontroleerd);
  return isOld(desk, article)
    ? html`<span class="chip warn">${icon('alert', 14)}${workTexts.desk.knowledge.old(date)}</span>`
    : html`<span class="chip good">${icon('check', 14)}${workTexts.desk.knowledge.checked(date)}</span>`;
}

function articleView(desk: Desk, article: Article): TemplateResult {
  const { terms } = desk.talk;
  const words = workTexts.desk.knowledge;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.costs, article.kosten],
    [words.term, article.termijn],
    [words.channels, article.kanalen],
    [words.decides, article.beslist],
  ];
  return html`<article class="detail stack gap16">
    <button class="button quiet back" @click=${() => desk.close(`artikel:${article.id}`)}>
      ${icon('arrow-left', 18)}${words.back}
    </button>
    <h2 data-mark=${`artikel:${article.id}`} tabindex="-1">${article.titel}</h2>
    <p>${checked(desk, article)}</p>
    ${isOld(desk, article) ? html`<p class="note warn">${icon('alert')}<span>${words.oldNote}</span></p>` : nothing}
    <section class="answer stack gap8">
      <h3>${words.answer}</h3>
      ${richText(article.answer, terms)} ${useAnswer(desk, `artikel:${article.id}`)}
    </section>
    ${learntFrom(desk, `artikel:${article.id}`)}
    <dl class="facts">
      ${facts.map(([label, value]) =>
        value
          ? html`<div>
              <dt>${label}</dt>
              <dd>${unbroken(value)}</dd>
            </div>`
          : nothing,
      )}
    </dl>
    <section class="stack gap8">
      <h3>${words.procedure}</h3>
      ${richText(article.procedure, terms)}
    </section>
    ${
      article.ahead.length > 0
        ? html`<section class="note good">
            ${icon('idea')}
            <div class="stack gap4">
              <h3>${words.ahead}</h3>
              ${richText(article.ahead, terms)}
            </div>
          </section>`
        : nothing
    }
    <p class="tiny muted">${words.source}: ${article.bron}</p>
    ${openedFor(desk, `artikel:${article.id}`)}
  </article>`;
}

/** The way from an article to the choice that it made possible; said in words where there is none at this turn. */
function useAnswer(desk: Desk, key: string): TemplateResult {
  const words = workTexts.handover.answer;
  return html`<div class="stack gap8">
    ${
      desk.isOpen
        ? html`<p>
            <button class="button primary" @click=${() => desk.useAnswer(key)}>
              ${icon('chat', 18)}${words.use}
            </button>
          </p>`
        : nothing
    }
    <p class="small" role="status">${desk.isOpen && desk.looking.kept === key ? words.later : nothing}</p>
  </div>`;
}

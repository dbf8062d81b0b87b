/** What changed since an earlier version, in words that need no colour: 'was' with what went, 'wordt' with what came. */
import type { Module } from '../../content/module.js';
import { html, type Html, joined, nothing } from '../html.js';
import type { Item } from '../items/item.js';
import { itemsOf, moduleItems, worldItems } from '../items/unit-items.js';
import { compareItems, type Change, type FieldChange } from './compare.js';
import { diffWords, type Piece } from './word-diff.js';

export interface Comparison {
  /** As the reader typed it, with its date: `v1.2 (4 november 2026)`. */
  readonly name: string;
  /** The module as it was; null when it did not exist. */
  readonly before: Module | null;
}

interface Part {
  readonly title: string;
  readonly changes: readonly Change[];
  /** How many items stayed as they were. */
  readonly same: number;
}

export function changesChapter({ name, before }: Comparison, after: Module): Html {
  const parts = before ? partsOf(before, after).filter(({ changes }) => changes.length > 0) : [];
  return html`<section class="chapter" id="wijzigingen" aria-labelledby="wijzigingen.kop">
    <h2 id="wijzigingen.kop">Wat er veranderd is</h2>
    <p>
      Vergeleken met ${name}. Bij een wijziging staat eerst hoe het was, met wat verdween
      <del>doorgestreept</del>, en dan hoe het wordt, met wat erbij kwam <ins>onderstreept</ins>.
    </p>
    ${before ? nothing : html`<p>De hele module is nieuw: in die versie bestond zij nog niet.</p>`}
    ${before && parts.length === 0 ? html`<p>Er is niets veranderd.</p>` : nothing} ${parts.map(partSection)}
  </section>`;
}

function partsOf(before: Module, after: Module): readonly Part[] {
  const part = (title: string, old: readonly Item[], now: readonly Item[]): Part => {
    const changes = compareItems(old, now);
    return { title, changes, same: now.length - changes.filter(({ kind }) => kind !== 'removed').length };
  };
  const units = after.units.map((unit) => {
    const old = before.units.find(({ id, kind }) => id === unit.id && kind === unit.kind);
    return part(unit.title, old ? itemsOf(old, before.world) : [], itemsOf(unit, after.world));
  });
  const gone = before.units
    .filter((old) => !after.units.some(({ id, kind }) => id === old.id && kind === old.kind))
    .map((old) => part(`${old.title} (vervallen)`, itemsOf(old, before.world), []));
  return [
    part('De module', moduleItems(before), moduleItems(after)),
    ...units,
    ...gone,
    part('Klanten, zaken en artikelen', worldItems(before.world), worldItems(after.world)),
  ];
}

const LABELS: Readonly<Record<Change['kind'], string>> = {
  added: 'Toegevoegd',
  removed: 'Vervallen',
  changed: 'Gewijzigd',
};

function partSection({ title, changes, same }: Part): Html {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const counts = (['added', 'changed', 'removed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${LABELS[kind].toLowerCase()}`);
  return html`<h3>${title}</h3>
    <p class="from">${counts.join(', ')}, ${same} gelijk gebleven.</p>
    ${changes.map(changeSection)}`;
}

function changeSection(change: Change): Html {
  const { item, kind } = change;
  // What is gone has no place in this version.
  const title =
    item.anchor !== undefined && kind !== 'removed'
      ? html`<a href="#${item.anchor}">${item.title}</a>`
      : item.title;
  return html`<section class="change ${kind}">
    <h4><span class="tag ${kind}">${LABELS[kind]}</span> ${title}</h4>
    <dl>${change.kind === 'changed' ? change.fields.map(fieldRow) : wholeItem(change.item, change.kind)}</dl>
  </section>`;
}

const wholeItem = ({ fields }: Item, kind: 'added' | 'removed'): readonly Html[] =>
  fields.map(({ label, text }) =>
    fieldRow(kind === 'added' ? { kind, label, after: text } : { kind, label, before: text }),
  );

function fieldRow(change: FieldChange): Html {
  return html`<div>
    <dt>${change.label}</dt>
    ${fieldText(change)}
  </div>`;
}

function fieldText(change: FieldChange): Html {
  switch (change.kind) {
    case 'added':
      return html`<dd><b>Nieuw:</b> <ins>${inLines(change.after)}</ins></dd>`;
    case 'removed':
      return html`<dd><b>Weg:</b> <del>${inLines(change.before)}</del></dd>`;
    case 'changed': {
      const { before, after } = diffWords(change.before, change.after);
      return html`<dd>
        <p><b>Was:</b> ${before.map((piece) => marked(piece, 'del'))}</p>
        <p><b>Wordt:</b> ${after.map((piece) => marked(piece, 'ins'))}</p>
      </dd>`;
    }
  }
}

function marked({ text, isKept }: Piece, mark: 'ins' | 'del'): Html {
  if (isKept) return inLines(text);
  return mark === 'ins' ? html`<ins>${inLines(text)}</ins>` : html`<del>${inLines(text)}</del>`;
}

const inLines = (text: string): Html => joined(text.split('\n'), html`<br />`);

/** The texts of the municipality: norms and names, customers with their cases, articles. */
import type { Article } from '../module.js';
import type { GlossaryFile } from '../schema/glossary.js';
import type { Municipality, customerFile } from '../schema/municipality.js';
import type { z } from 'zod';
import type { YamlFile } from '../source/yaml.js';
import type { Place } from '../finding.js';
import { segmentsOf, TextList, type SourceText } from './texts.js';

const COURSE = { voice: 'course' } as const;
const NAME = { voice: 'name' } as const;
const RECORD = { voice: 'record' } as const;

/** `gemeente.yaml`. */
export function municipalityTexts({ data, at }: YamlFile<Municipality>): SourceText[] {
  const list = new TextList();
  list.add('over-zeventerpen', data['over-zeventerpen'], at(['over-zeventerpen']), {
    ...COURSE,
    note: 'over de gemeente',
  });
  for (const group of ['competenties', 'uitkomsten'] as const) {
    for (const [id, { label, uitleg }] of Object.entries(data[group])) {
      const note = `${group}, ${id}`;
      list.add(`${group}.${id}`, label, at([group, id, 'label']), { ...NAME, note });
      list.add(`${group}.${id}.uitleg`, uitleg, at([group, id, 'uitleg']), { ...COURSE, note });
    }
  }
  for (const [index, { id, norm, waarde }] of data.normen.servicenormen.entries()) {
    const path = ['normen', 'servicenormen', index];
    list.add(`servicenorm.${id}`, norm, at([...path, 'norm']), { ...COURSE, note: `servicenorm ${id}` });
    list.add(`servicenorm.${id}.waarde`, waarde, at([...path, 'waarde']), {
      ...NAME,
      note: `servicenorm ${id}, waarde`,
    });
  }
  addFields(list, 'kanaal', data.kanalen, (...path) => at(['kanalen', ...path]));
  addFields(list, 'bureau', data.backoffice, (...path) => at(['backoffice', ...path]));
  addFields(list, 'rol', data.rollen, (...path) => at(['rollen', ...path]));
  addFields(list, 'gespreksregel', data.gespreksregels, (...path) => at(['gespreksregels', ...path]));
  return list.texts;
}

/** Names and opening hours are labels; what a customer answers is the customer's; the rest is for the learner. */
const FIELDS = {
  naam: NAME,
  open: NAME,
  'geschikt-voor': COURSE,
  'niet-geschikt-voor': COURSE,
  antwoord: RECORD,
  uitleg: COURSE,
} as const;

function addFields(
  list: TextList,
  kind: string,
  rows: readonly (Readonly<Partial<Record<keyof typeof FIELDS, string>>> & { readonly id: string })[],
  at: (...path: (string | number)[]) => Place,
): void {
  for (const [index, row] of rows.entries()) {
    for (const field of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
      const note = `${kind} ${row.id}, ${field}`;
      list.add(`${kind}.${row.id}.${field}`, row[field], at(index, field), { ...FIELDS[field], note });
    }
  }
}

/** `begrippen.yaml`. */
export function glossaryTexts({ data, at }: YamlFile<GlossaryFile>): SourceText[] {
  const list = new TextList();
  for (const [index, { term, ook, uitleg }] of data.begrippen.entries()) {
    const path = ['begrippen', index];
    list.add(`begrip.${term}`, term, at([...path, 'term']), { ...NAME, note: 'begrip' });
    for (const [row, word] of ook.entries()) {
      const note = `ook voor ${term}`;
      list.add(`begrip.${term}.ook.${row + 1}`, word, at([...path, 'ook', row]), { ...NAME, note });
    }
    list.add(`begrip.${term}.uitleg`, uitleg, at([...path, 'uitleg']), {
      ...COURSE,
      note: `uitleg van ${term}`,
    });
  }
  return list.texts;
}

/** `klanten/<id>.yaml`: the notes are those of colleagues, so nothing is asked of their language. */
export function customerTexts({ data, at }: YamlFile<z.output<typeof customerFile>>): SourceText[] {
  const list = new TextList();
  list.add('aanspreking', data.aanspreking, at(['aanspreking']), { ...NAME, note: 'aanspreking' });
  list.add('voorkeur', data.voorkeur, at(['voorkeur']), { ...NAME, note: 'voorkeur' });
  for (const [index, { rol }] of data.huishouden.entries()) {
    const place = at(['huishouden', index, 'rol']);
    list.add(`huishouden.${index + 1}`, rol, place, { ...NAME, note: 'huishouden, rol' });
  }
  for (const [index, text] of data.signalen.entries())
    list.add(`signaal.${index + 1}`, text, at(['signalen', index]), { ...RECORD, note: 'signaal' });
  for (const [index, { tekst, datum, kanaal }] of data.contacten.entries()) {
    const place = at(['contacten', index, 'tekst']);
    list.add(`contact.${index + 1}`, tekst, place, { ...RECORD, note: `contact van ${datum}, ${kanaal}` });
  }
  for (const [index, zaak] of data.zaken.entries()) {
    const path = ['zaken', index];
    const key = `zaak.${zaak.id}`;
    const note = `zaak ${zaak.id}`;
    list.add(key, zaak.titel, at([...path, 'titel']), { ...NAME, note });
    list.add(`${key}.behandelaar`, zaak.behandelaar, at([...path, 'behandelaar']), {
      ...NAME,
      note: `${note}, behandelaar`,
    });
    for (const [row, { door, tekst }] of zaak.notities.entries()) {
      const place = at([...path, 'notities', row, 'tekst']);
      list.add(`${key}.notitie.${row + 1}`, tekst, place, {
        ...RECORD,
        note: `${note}, notitie van ${door}`,
      });
      list.add(`${key}.notitie.${row + 1}.door`, door, at([...path, 'notities', row, 'door']), {
        ...NAME,
        note: `${note}, wie de notitie schreef`,
      });
    }
  }
  return list.texts;
}

/** Where the parts of an article begin. */
export interface ArticlePlaces {
  readonly field: (name: string) => Place;
  readonly answer: Place;
  readonly procedure: Place;
  readonly ahead: Place;
}

/** `kennisbank/<id>.artikel.md`. */
export function articleTexts(article: Article, places: ArticlePlaces): SourceText[] {
  const list = new TextList();
  list.add('titel', article.titel, places.field('titel'), { ...NAME, note: 'titel van het artikel' });
  for (const [index, word] of article.trefwoorden.entries())
    list.add(`trefwoord.${index + 1}`, word, places.field('trefwoorden'), { ...NAME, note: 'trefwoord' });
  for (const field of ['kosten', 'termijn', 'kanalen', 'beslist', 'bron'] as const)
    list.add(field, article[field], places.field(field), { ...NAME, note: field });
  const parts = [
    ['kort-antwoord', 'answer'],
    ['zo-gaat-het', 'procedure'],
    ['denk-vooruit', 'ahead'],
  ] as const;
  for (const [key, part] of parts) {
    for (const [index, text] of segmentsOf(article[part]).entries())
      list.add(`${key}.${index + 1}`, text, places[part], { ...COURSE, note: key.replaceAll('-', ' ') });
  }
  return list.texts;
}

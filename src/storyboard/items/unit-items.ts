/** The items of every kind of unit, of the module itself and of its municipality. */
import type {
  Article,
  FindMistake,
  Lesson,
  LessonBlock,
  Module,
  Quiz,
  QuizItem,
  Test,
  Unit,
  World,
} from '../../content/module.js';
import type { CaseFile, Customer } from '../../content/schema/municipality.js';
import { optionsOf } from '../../engine/item-share.js';
import { anchor } from '../html.js';
import { capital, channelOf, customerOf, idInWords, speakerName, UNIT_KINDS } from '../words/names.js';
import { dateInWords, decimal, minutes } from '../words/numbers.js';
import { plainText } from '../words/rich-text.js';
import { conversationItems } from './conversation-items.js';
import { read, told, type Item } from './item.js';

/** All items of a unit, in the order in which a learner meets them. */
export function itemsOf(unit: Unit, world: World): readonly Item[] {
  switch (unit.kind) {
    case 'conversation':
      return conversationItems(unit, world);
    case 'lesson':
      return lessonItems(unit);
    case 'find-mistake':
      return mistakeItems(unit, world);
    case 'quiz':
      return quizItems(unit, unit.items);
    case 'test':
      return quizItems(unit, [...unit.forms.A, ...unit.forms.B]);
  }
}

/** The module as such: its head and how its units are set. */
export function moduleItems(module: Module): readonly Item[] {
  const head: Item = {
    key: 'module',
    title: 'De module',
    fields: [
      ...read('Titel', module.title),
      ...read('Samenvatting', module.summary),
      ...read('Doelgroep', module.audience),
      ...told('Onderdelen', module.units.map(({ title }) => title).join('\n')),
      ...told('Gespreksregels', module.rules.map(({ naam }) => naam).join('\n')),
      ...told('Voldoende vanaf', module.passMark === undefined ? '' : decimal(module.passMark)),
    ],
  };
  const units = module.units.map((unit): Item => {
    const fields = [
      ...told('Soort', UNIT_KINDS[unit.kind]),
      ...told('Duur', minutes(unit.minutes)),
      ...told('Gewicht', decimal(unit.weight)),
      ...told('Verplicht', unit.required ? 'ja' : 'nee'),
    ];
    return { key: `onderdeel ${unit.id}`, title: `Onderdeel ${unit.title}`, anchor: unit.id, fields };
  });
  return [head, ...units];
}

function lessonItems(unit: Lesson): readonly Item[] {
  const head: Item = {
    key: 'kop',
    title: 'De les',
    anchor: unit.id,
    fields: [...read('Titel', unit.title), ...read('Kaart', unit.card)],
  };
  const pages = unit.pages.map((page, index): Item => {
    const fields = [...read('Titel', page.title), ...page.blocks.flatMap(blockFields)];
    const title = `Pagina ${index + 1}: ${page.title}`;
    return { key: `pagina ${page.code}`, title, anchor: anchor(unit.id, 'pagina', page.code), fields };
  });
  return [head, ...pages];
}

function blockFields(block: LessonBlock): Item['fields'] {
  switch (block.kind) {
    case 'text':
      return read('Tekst', plainText(block.text));
    case 'question':
      return [
        ...read('Vraag', block.question),
        ...block.options.flatMap(({ text, good, feedback }, index) =>
          read(`Antwoord ${index + 1}${good ? ' (goed)' : ''}`, `${text}\n${feedback}`),
        ),
      ];
    case 'spots':
      return block.spots.flatMap(({ label, text }, index) =>
        read(`Om te openen ${index + 1}`, `${label}\n${text}`),
      );
  }
}

function mistakeItems(unit: FindMistake, world: World): readonly Item[] {
  const customer = customerOf(unit, world);
  const lines = unit.lines.map(({ speaker, mood, text, fine }) => {
    const who = `${speakerName(speaker, customer)}${mood === undefined ? '' : ` (${mood})`}`;
    return `${who}: ${text}${fine === undefined ? '' : `\nPrima: ${fine}`}`;
  });
  const head: Item = {
    key: 'kop',
    title: 'Het gesprek',
    anchor: unit.id,
    fields: [
      ...read('Titel', unit.title),
      ...read('Kaart', unit.card),
      ...told('Kanaal', channelOf(unit.channel, world)),
      ...told('Klant', customer),
      ...read('Inleiding', unit.intro),
      ...read('Gesprek', lines.join('\n')),
    ],
  };
  const mistakes = unit.mistakes.map((mistake, index): Item => {
    const line = unit.lines.find(({ code }) => code === mistake.line);
    const answers = (label: string, list: typeof mistake.why): Item['fields'] =>
      list.flatMap(({ text, good, feedback }, at) =>
        read(`${label} ${at + 1}${good ? ' (goed)' : ''}`, `${text}\n${feedback}`),
      );
    return {
      key: `fout ${line?.id ?? mistake.line}`,
      title: `Fout ${index + 1}`,
      anchor: anchor(unit.id, 'fout', mistake.line),
      fields: [
        ...told('Zin', line?.text),
        ...told('Vaardigheid', world.competences[mistake.competence].label),
        ...answers('Waarom', mistake.why),
        ...answers('Beter', mistake.better),
      ],
    };
  });
  return [head, ...mistakes];
}

function quizItems(unit: Quiz | Test, items: readonly QuizItem[]): readonly Item[] {
  const head: Item = {
    key: 'kop',
    title: 'De toets',
    anchor: unit.id,
    fields: [...read('Titel', unit.title), ...read('Kaart', unit.card), ...read('Inleiding', unit.intro)],
  };
  return [head, ...items.map((item) => quizItem(item, unit.id))];
}

function quizItem(item: QuizItem, unit: string): Item {
  const fields = [
    ...told('Vaardigheid', idInWords(item.competentie)),
    ...told('Leerdoel', item.leerdoel === undefined ? '' : idInWords(item.leerdoel)),
    ...told('Niveau', item.niveau),
    ...read('Situatie', item.situatie),
    ...read('Vraag', item.vraag),
    ...optionsOf(item).flatMap((option) =>
      read(`Antwoord ${option.id}`, `${option.tekst}\n${option.waarom}`),
    ),
    ...told('Sleutel', keyOf(item)),
    ...read('Uitleg', item.uitleg),
  ];
  return {
    key: `vraag ${item.id}`,
    title: `Vraag ${idInWords(item.id)}`,
    anchor: anchor(unit, 'vraag', item.id),
    fields,
  };
}

/** What the right answer is, in words. */
export function keyOf(item: QuizItem): string {
  switch (item.soort) {
    case 'enkel':
      return item.goed;
    case 'meer':
      return item.goed.join(', ');
    case 'volgorde':
      return item.opties.map(({ id }) => id).join(', ');
    case 'beoordelen':
      return item.opties.map(({ id, sleutel }) => `${id}: ${sleutel} van 4`).join(', ');
    case 'koppelen':
      return item.opties
        .map(({ id, bij }) => `${id} bij ‘${item.groepen.find((group) => group.id === bij)?.tekst ?? bij}’`)
        .join(', ');
    case 'getal':
      return `${decimal(item.antwoord)} ${item.eenheid}`;
  }
}

/** Customers, cases and articles on the desk of this module. */
export const worldItems = ({ customers, cases, articles }: World): readonly Item[] => [
  ...customers.map(customerItem),
  ...cases.map(caseItem),
  ...articles.map(articleItem),
];

const customerItem = (customer: Customer): Item => ({
  key: `klant ${customer.id}`,
  title: `Klant ${customer.naam}`,
  fields: [
    ...read('Naam', customer.naam),
    ...read('Bedrijf', customer.bedrijf),
    ...told('Geboren', customer.geboren === undefined ? '' : dateInWords(customer.geboren)),
    ...read('Adres', customer.adres),
    ...told('Telefoon', customer.telefoon),
    ...told('E-mail', customer['e-mail']),
    ...read('Huishouden', customer.huishouden.map(({ naam, rol }) => `${naam}, ${rol}`).join('\n')),
    ...read('Let op', customer.signalen.join('\n')),
    ...read('Liefst via', customer.voorkeur),
    ...read(
      'Eerder contact',
      customer.contacten.map(({ datum, kanaal, tekst }) => `${datum}, ${kanaal}: ${tekst}`).join('\n'),
    ),
  ],
});

const caseItem = (caseFile: CaseFile): Item => ({
  key: `zaak ${caseFile.id}`,
  title: `Zaak ${caseFile.id}`,
  fields: [
    ...read('Titel', caseFile.titel),
    ...told('Stand', capital(idInWords(caseFile.status))),
    ...told('Behandelaar', caseFile.behandelaar),
    ...told('Gestart', dateInWords(caseFile.gestart)),
    ...told(
      'Termijn',
      caseFile.termijn
        ? `${caseFile.termijn.werkdagen} werkdagen, ${caseFile.termijn.verstreken} verstreken`
        : '',
    ),
    ...read(
      'Notities',
      caseFile.notities.map(({ datum, door, tekst }) => `${datum}, ${door}: ${tekst}`).join('\n'),
    ),
  ],
});

const articleItem = (article: Article): Item => ({
  key: `artikel ${article.id}`,
  title: `Artikel ${article.titel}`,
  fields: [
    ...read('Titel', article.titel),
    ...read('Kort antwoord', plainText(article.answer)),
    ...read('Zo gaat het', plainText(article.procedure)),
    ...read('Denk vooruit', plainText(article.ahead)),
    ...told('Kosten', article.kosten),
    ...told('Termijn', article.termijn),
    ...told('Kanalen', article.kanalen),
    ...told('Beslist', article.beslist),
    ...told('Bron', article.bron),
    ...told('Gecontroleerd', dateInWords(article.gecontroleerd)),
  ],
});

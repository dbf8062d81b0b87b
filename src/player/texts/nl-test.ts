/** Dutch texts (B1) of the knowledge test. Five items say something of a competence and no more: the words speak of answers, not of people. */
import { plural } from './plural.js';

const pl = plural('nl');

export const nlTest = {
  about: (n: number, minutes: number) =>
    `${n} vragen, ongeveer ${minutes} minuten. Er loopt geen klok mee. Je mag stoppen en later verdergaan.`,
  rules: [
    'Je kunt terug, en elk antwoord nog veranderen.',
    'Een vraag overslaan mag. Wat leeg blijft, telt als nul punten.',
    'Pas als je inlevert, staat alles vast.',
  ],
  begin: 'Begin',
  goOn: 'Ga verder',
  question: (n: number, of: number) => `Vraag ${n} van ${of}`,
  progress: (n: number, of: number) => `${n} van ${of} beantwoord`,
  numberHow: 'Vul een getal in, met cijfers.',
  orderSaved: 'Ga je verder, dan telt de volgorde die er nu staat.',
  previous: 'Vorige',
  next: 'Volgende',
  toReview: 'Kijk alles na',
  review: 'Kijk je antwoorden na',
  reviewText: (open: number) =>
    open === 0
      ? 'Je hebt alles beantwoord. Kies een vraag als je nog iets wilt veranderen.'
      : `${pl(open, 'Eén vraag is', `${open} vragen zijn`)} nog open. Kies een vraag om hem te maken of te veranderen.`,
  item: (n: number, state: 'done' | 'partly' | 'open') =>
    `Vraag ${n}: ${{ done: 'beantwoord', partly: 'nog niet af', open: 'open' }[state]}`,
  legend: { done: 'beantwoord', open: 'nog open of niet af' },
  back: 'Terug naar de vragen',
  handIn: 'Lever in',
  confirm: {
    title: 'Lever je de antwoorden in?',
    text: 'Daarna kun je niets meer veranderen.',
    open: (n: number) => pl(n, 'Let op: één vraag is nog open.', `Let op: ${n} vragen zijn nog open.`),
    yes: 'Ja, lever in',
    no: 'Nog niet',
  },
  baseline: {
    title: 'Dank je. Dit is je begin.',
    text: 'Je antwoorden staan vast. De goede antwoorden zie je nog niet: die leer je in de modules. Na de cursus maak je een tweede toets, met andere vragen.',
    score: (score: string) =>
      `In het leerplatform staat ${score} van de 100 punten. Dat is geen rapportcijfer. Het rapport over de toets laat alleen groepen zien, nooit één mens.`,
    first: 'Begin hier',
    firstText: 'In deze modules valt voor jou waarschijnlijk het meeste te leren.',
    strong: 'Het ging overal meestal goed. Doe de modules in de volgorde van de cursus.',
  },
  final: {
    title: (score: string) => `Je haalde ${score} van de 100 punten`,
    passed: (mark: string) => `Geslaagd: je had ${mark} punten nodig.`,
    failed: (mark: string) =>
      `Nog niet gehaald: je hebt ${mark} punten nodig. Oefen eerst wat hieronder staat, en doe de toets dan opnieuw.`,
    first: 'Oefen dit nog eens',
    firstText: 'Hier miste je de meeste punten.',
    strong: 'Het ging overal meestal goed. Herhaal na een paar weken wat je weinig gebruikt.',
    all: 'Alle vragen met uitleg',
    practise: (module: string) => `Oefen dit in de module ‘${module}’.`,
    again: 'Doe de toets opnieuw',
    againText:
      'Opnieuw doen is oefenen: dezelfde vragen, anders geschud. Voor het verslag van de gemeente telt alleen je eerste keer.',
  },
  skills: 'Per vaardigheid',
  skillsText:
    'Het zijn vijf vragen per vaardigheid. Dat wijst een richting aan. Het is geen oordeel over jou.',
  skill: 'Vaardigheid',
  went: 'Zo ging het',
  tendency: {
    strong: 'Ging meestal goed',
    mixed: 'Ging wisselend',
    low: 'Hier valt waarschijnlijk veel te leren',
  },
};

export type TestTexts = typeof nlTest;

/** The texts in use; a live binding, like `t`. */
export let testTexts: TestTexts = nlTest;

/** Use another language; call it before the first element is drawn. */
export function useTestTexts(texts: TestTexts): void {
  testTexts = texts;
}

/** Dutch texts (B1) of the unit screens: lesson, find-the-mistake, quiz, debrief, and the pictures they share. */
import { nlDebrief } from './nl-debrief.js';
import { plural } from './plural.js';

const pl = plural('nl');
const lists = new Intl.ListFormat('nl');

export const nlUnits = {
  meter: (value: string, change: string | undefined, up: boolean) =>
    change === undefined ? value : `${value}; laatst ${change} ${up ? 'omhoog' : 'omlaag'}`,
  you: 'Jij:',
  worst: (value: string) => `slechtst ${value}`,
  best: (value: string) => `best ${value}`,
  norm: (value: string) => `norm: ${value}`,
  ofTen: 'van 10',
  score: 'Score:',
  good: 'Goed.',
  notQuite: 'Niet helemaal.',
  next: (title: string) => `Verder met ${title}`,
  /** 'a, b en c' */
  list: (parts: readonly string[]) => lists.format(parts),

  lesson: {
    page: (n: number, of: number) => `Pagina ${n} van ${of}`,
    seen: (n: number, of: number) => `${n} van ${of} bekeken`,
    viewed: ', bekeken',
    pick: 'Kies een plek. Dan lees je hier wat je er doet.',
    lookOn: 'Kijk gerust ook wat de andere antwoorden doen.',
    missing: (parts: string) =>
      `Dit heb je nog niet bekeken: ${parts}. Kies nog een keer als je toch verder wilt.`,
    finish: 'Rond af',
    done: 'Je hebt deze les gehad',
    doneText: (title: string) => `‘${title}’ is klaar. Wat je deed, is bewaard.`,
  },
  quiz: {
    about: (n: number, minutes: number) =>
      `${n} vragen, ongeveer ${minutes} minuten. Je kunt niets kapot maken.`,
    begin: 'Begin',
    question: (n: number, of: number) => `Vraag ${n} van ${of}`,
    kinds: {
      enkel: 'Kies het beste antwoord',
      meer: 'Kies alles wat goed is',
      volgorde: 'Zet in de goede volgorde',
      beoordelen: 'Hoe goed werkt elke reactie?',
      koppelen: 'Wat hoort bij elkaar?',
      getal: 'Vul het getal in',
    },
    orderHow: 'Kies een plek uit de lijst, of gebruik de knoppen. Slepen aan de puntjes kan ook.',
    placeOf: (text: string) => `Plek van: ${text}`,
    up: (text: string) => `Omhoog: ${text}`,
    down: (text: string) => `Omlaag: ${text}`,
    moved: (text: string, place: number, of: number) => `‘${text}’ staat nu op plek ${place} van ${of}.`,
    scale: (rating: number) => ['', 'Werkt averechts', 'Helpt weinig', 'Helpt', 'Helpt veel'][rating] ?? '',
    choose: 'Kies',
    chooseFirst: 'Kies eerst een antwoord.',
    missing: (parts: string) => `Er mist nog iets bij ${parts}`,
    filled: (n: number, of: number) => `${n} van ${of} ingevuld`,
    mine: 'Jouw antwoord',
    best: 'Beste antwoord',
    mineAndBest: 'Jouw antwoord, en het beste',
    numberRight: 'Jouw antwoord klopt',
    theNumber: 'Het goede antwoord',
    wellChosen: 'Goed gekozen',
    notThis: 'Hoort er niet bij',
    missed: 'Hoorde er ook bij',
    rightPlace: 'Goede plek',
    otherPlace: (place: number) => `Bij jou op plek ${place}`,
    ratings: (mine: string, key: string) =>
      mine === key ? `Jij en de experts: ${mine}` : `Jij: ${mine}. Experts: ${key}`,
    groups: (mine: string, right: string) => `Jij: ${mine}. Past beter: ${right}`,
    right: 'Goed',
    almost: 'Bijna',
    notYet: 'Nog niet',
    unanswered: 'Je liet deze vraag open.',
    readOn: (title: string) => `Lees meer: ${title}`,
    rule: 'Hoort bij de gespreksregel',
    next: 'Volgende vraag',
    toResult: 'Naar je resultaat',
    resultHead: (share: number): string =>
      share >= 0.85 ? 'Sterk gedaan' : share >= 0.6 ? 'Goed op weg' : 'Hier valt nog wat te leren',
    resultText: (right: number, of: number) => `Je had ${right} van de ${of} vragen helemaal goed.`,
    again: 'Je mag de toets opnieuw doen. Je beste score telt.',
    forLater: 'Bewaar voor later',
    keptForLater: 'Deze vraag bewaarde je voor later. Nu is hij aan de beurt.',
    retry: (n: number) => `Oefen alleen wat je miste (${n})`,
    trying: 'Je oefent wat je miste. Dit telt niet mee voor je score.',
    tried: (missed: number): string => (missed === 0 ? 'Nu heb je alles goed' : 'Nog niet alles is goed'),
    triedNote:
      'Dit was oefening: je score blijft zoals hij was. Wil je een hogere score? Doe dan de hele toets opnieuw.',
    skills: 'Per vaardigheid',
    counted: 'Vragen',
    all: 'Alle vragen met uitleg',
  },
  findMistake: {
    you: 'Jij',
    talk: 'Het gesprek',
    task: (n: number) =>
      n === 1 ? 'Eén zin ging mis. Markeer die.' : `${n} zinnen gingen mis. Markeer die.`,
    mark: 'Markeer',
    marked: 'Gemarkeerd als fout',
    chosen: (n: number, of: number) => `${n} van ${of} gemarkeerd`,
    exactly: (n: number, now: number) =>
      `Markeer precies ${pl(n, 'één zin', `${n} zinnen`)}. Je hebt er nu ${now}.`,
    verdicts: { found: 'Gevonden', missed: 'Hier ging het mis', fine: 'Deze zin is goed' },
    foundHead: (n: number, of: number) => (n === of ? 'Je vond ze allemaal' : `Je vond ${n} van de ${of}`),
    foundText: 'Zo zat het. Hierna kijk je per fout wat er misging, en wat beter werkt.',
    explain: 'Bekijk de fouten',
    mistake: (n: number, of: number) => `Fout ${n} van ${of}`,
    wentWrong: 'Hier ging het mis',
    why: 'Wat ging er mis?',
    better: 'Wat had beter gewerkt?',
    next: 'Volgende fout',
    toResult: 'Naar je resultaat',
    resultText: 'Elke fout telt voor drie: vinden, uitleggen en beter zeggen.',
    looked: 'De fouten op een rij',
    parts: {
      found: ['Gevonden', 'Niet gevonden'],
      why: ['Goed uitgelegd', 'Andere reden'],
      better: ['Beter gezegd', 'Kon nog beter'],
    } satisfies Record<string, readonly [string, string]>,
    whyWas: 'Wat ging mis:',
    betterWas: 'Beter is:',
  },
  debrief: nlDebrief,
  radar: {
    picture: 'Je score per vaardigheid. De tabel ernaast geeft dezelfde getallen.',
    caption: 'Je score per vaardigheid, van 0 tot 100',
    competence: 'Vaardigheid',
    you: 'Jij',
    below: 'onder de norm: ',
    norm: 'Norm',
  },
};

export type UnitTexts = typeof nlUnits;

/** The unit texts in use; a live binding, like `t`. */
export let unitTexts: UnitTexts = nlUnits;

/** Use another language; call it before the first element is drawn. */
export function useUnitTexts(texts: UnitTexts): void {
  unitTexts = texts;
}

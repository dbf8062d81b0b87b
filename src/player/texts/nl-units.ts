/** Dutch texts (B1) of the unit screens: lesson, find-the-mistake, quiz, debrief, and the pictures they share. */
import { plural } from './plural.js';

const pl = plural('nl');
const lists = new Intl.ListFormat('nl');

export const nlUnits = {
  meter: (value: string, change: string | undefined, up: boolean) =>
    change === undefined ? value : `${value}; laatst ${change} ${up ? 'omhoog' : 'omlaag'}`,
  you: 'Jij:',
  worst: (value: string) => `slechtst ${value}`,
  best: (value: string) => `best ${value}`,
  ofTen: 'van 10',
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
    orderHow: 'Kies een plek uit de lijst. Of gebruik de knoppen omhoog en omlaag.',
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
    wellChosen: 'Goed gekozen',
    notThis: 'Hoort er niet bij',
    missed: 'Hoorde er ook bij',
    rightPlace: 'Goede plek',
    otherPlace: (place: number) => `Bij jou op plek ${place}`,
    ratings: (mine: string, key: string) =>
      mine === key ? `${mine}: eens` : `Jij: ${mine}. Experts: ${key}`,
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
  debrief: {
    nothing: 'Hier is nog niets om na te bespreken.',
    begin: 'begin',
    end: 'einde',
    fromHere: 'Dit was een probeersel. Het telt niet mee voor je score.',
    endings: {
      goed: 'Het gesprek liep goed af.',
      voldoende: 'Het is geregeld, maar er bleef iets liggen.',
      slecht: 'Dit gesprek loste het niet op.',
    },
    outcomes: 'Wat het opleverde',
    time: (minutes: string, days: number) =>
      days === 0 ? `${minutes} min` : `${minutes} min + ${days} ${pl(days, 'werkdag', 'werkdagen')}`,
    steps: (done: number, of: number) => `${done} van ${of}`,
    waits: 'Dagen wachten tellen op de lijn mee als minuten.',
    verdicts: {
      good: 'Goed',
      low: 'Te laag',
      long: 'Te lang',
      dear: 'Te duur',
      complete: 'Compleet',
      missing: (n: number) => pl(n, 'Eén stap mist', `${n} stappen missen`),
    },
    skills: 'Jouw vaardigheden',
    normNote: 'Streepjes: de norm, 70. Open rondje: eronder.',
    choices: 'Keuzes',
    practise: (label: string) => `Oefen eerst: ${label}. Daar valt in dit gesprek het meeste te winnen.`,
    process: 'De stappen van het juiste proces',
    done: 'Gedaan: ',
    notDone: 'Niet gedaan: ',
    replay: 'Je gesprek, stap voor stap',
    show: 'Wat wil je zien?',
    points: (n: number) => `Leerpunten (${n})`,
    allMoments: (n: number) => `Alles (${n})`,
    noPoints: 'Geen leerpunten: je koos steeds het sterkste antwoord.',
    quality: { strong: 'Sterk', fair: 'Bijna', weak: 'Hier liet je iets liggen' },
    speakers: (speaker: 'KLANT' | 'COLLEGA' | 'JIJ', customer: string) =>
      ({ KLANT: customer.charAt(0).toUpperCase() + customer.slice(1), COLLEGA: 'Collega', JIJ: 'Jij' })[
        speaker
      ],
    youSaid: 'Jij:',
    youWrote: (label: string) => `${label}, jij schreef:`,
    leftOut: 'niets; je liet dit deel leeg.',
    leaveOut: 'dit deel leeg laten.',
    leftEmpty: (label: string) => `${label}: leeg`,
    coach: 'De coach zei:',
    coached: 'Je vroeg de coach. In je eerste gesprek telt deze keuze dan half.',
    temptation: (why: string) => `Begrijpelijk, want ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
    stronger: 'Sterker was geweest:',
    needs: (facts: string) => `Die keuze kreeg je als je wist: ${facts}.`,
    tryHere: 'Probeer vanaf hier',
    chips: {
      happy: (by: string) => `tevreden ${by}`,
      steps: (n: number) => pl(n, 'proces +1', `proces +${n}`),
      facts: (n: number) => pl(n, '1 ding ontdekt', `${n} dingen ontdekt`),
      days: (n: number) => pl(n, '+1 werkdag wachten', `+${n} werkdagen wachten`),
      contacts: (n: number) => pl(n, '+1 contact', `+${n} contacten`),
      minutes: (n: string) => `+${n} min`,
    },
    routes: 'Jouw route en de beste route',
    routesNote:
      'Een vinkje: die stap staat in beide. De beste route geeft een 10. Er zijn meer goede routes.',
    taken: 'Dit deed jij',
    best: 'De beste route',
    alsoBest: 'ook in de beste route',
    alsoTaken: 'deed jij ook',
    sent: {
      bericht: 'Je verstuurde je bericht',
      notitie: 'Je legde je notitie vast',
      brief: 'Je verstuurde je brief',
    },
    told: 'Van eerder:',
    behind: 'De vraag achter de vraag',
    asked: (question: string) => `De vraag was: ‘${question}’`,
    later: (when: string) =>
      `${when.charAt(0).toUpperCase()}${when.slice(1)}${when.includes('later') ? '' : ' later'}`,
    known: 'Wat je bureau wist',
    standings: {
      used: 'Gevonden en gebruikt.',
      found: 'Gevonden, maar niet gebruikt.',
      missed: 'Blijven liggen.',
    },
    stood: (where: string) => `Het stond in ${where}.`,
    where: {
      klant: 'het klantportaal',
      zaak: (id: string) => `zaak ${id}`,
      artikel: (title: string) => `het artikel ‘${title}’`,
      bellen: (desk: string) => `een telefoontje met ${desk}`,
      kanaal: 'een voorstel voor een ander kanaal',
    },
    lessons: 'Neem mee',
    print: 'Print of bewaar als pdf',
    way: 'Hoe ga je verder?',
    again: 'Doe het hele gesprek opnieuw',
    never: 'Een nieuwe poging verlaagt je score nooit.',
  },
  radar: {
    picture: 'Je score per vaardigheid. De tabel ernaast geeft dezelfde getallen.',
    caption: 'Je score per vaardigheid, van 0 tot 100',
    competence: 'Vaardigheid',
    you: 'Jij',
    below: 'onder de norm: ',
  },
};

export type UnitTexts = typeof nlUnits;

/** The unit texts in use; a live binding, like `t`. */
export let unitTexts: UnitTexts = nlUnits;

/** Use another language; call it before the first element is drawn. */
export function useUnitTexts(texts: UnitTexts): void {
  unitTexts = texts;
}

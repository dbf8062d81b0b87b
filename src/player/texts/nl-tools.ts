/** Dutch texts (B1) of what stands beside the units: display, help, what is kept, certificate. */
import type { KeptOptions } from '../status.js';

export const nlTools = {
  view: {
    title: 'Weergave',
    intro: 'Kies wat voor jou prettig leest. Je keuze geldt voor jou, in deze browser.',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'English' },
    languageNote: 'Je gaat terug naar het overzicht. Wat je deed, blijft.',
    size: 'Grootte van de tekst',
    sizes: { normal: 'Gewoon', large: 'Groot', largest: 'Grootst' },
    font: 'Letter',
    fonts: { own: 'Gewoon', readable: 'Extra leesbaar' },
    theme: 'Kleuren',
    themes: { system: 'Zoals mijn computer', light: 'Licht', dark: 'Donker' },
    motion: 'Beweging',
    motions: { system: 'Zoals mijn computer', reduced: 'Zo min mogelijk' },
    aloud: 'Voorlezen',
    alouds: { off: 'Uit', on: 'Aan' },
    aloudNote:
      'Bovenaan komt een knop ‘Lees voor’. Hij begint waar je bent. De stem zit in je eigen computer; er gaat niets naar buiten.',
    aloudNone: 'Je browser heeft geen Nederlandse stem. Voorlezen kan hier dus niet.',
  },

  help: {
    title: 'Hulp',
    groups: [
      {
        head: 'Een gesprek voeren',
        items: [
          {
            q: 'Hoe werkt een gesprek?',
            a: 'Je leest wat de klant zegt. Daarna kies je wat jij zegt. Elke keuze heeft gevolgen. Er is geen haast: de tijd loopt alleen als jij iets doet.',
          },
          {
            q: 'Waarvoor is het bureau?',
            a: 'Daar zoek je op wie de klant is, wat er loopt en wat de regels zijn. Opzoeken kost een beetje tijd. Vaak krijg je er een betere keuze voor terug.',
          },
          {
            q: 'Mag ik de coach om raad vragen?',
            a: 'Ja, één keer per beurt. In je eerste gesprek telt die beurt dan voor de helft. Daarna kost het niets.',
          },
          {
            q: 'Wat vertel ik aan wie?',
            a: 'Ga eerst na wie je spreekt. Open het dossier en kies ‘Controleer wie belt’. Daar staat wat je mag vragen, en waarvoor dat genoeg is.',
          },
        ],
      },
      {
        head: 'Stoppen, score en afronden',
        items: [
          {
            q: 'Kan ik tussendoor stoppen?',
            a: 'Ja. Alles wat je doet, wordt bewaard. Sluit het venster gerust. Later ga je verder op dezelfde plek.',
          },
          {
            q: 'Wat telt mee voor mijn score?',
            a: 'Van elk onderdeel telt je beste keer. Opnieuw doen kan je score dus nooit verlagen. ‘Probeer vanaf hier’ en ‘Oefen alleen wat je miste’ tellen niet mee.',
          },
          {
            q: 'Klaar met de module?',
            a: 'Kies dan in je leeromgeving ‘Activiteit verlaten’, of sluit dit venster.',
          },
        ],
      },
      {
        head: 'Lezen en bedienen',
        items: [
          {
            q: 'Kan ik met het toetsenbord werken?',
            a: 'Ja. Met Tab ga je verder, met Enter kies je. Sta je bij de keuzes? Dan kun je ook 1, 2, 3 of 4 typen. Escape sluit een venster.',
          },
          {
            q: 'Leest de tekst niet prettig?',
            a: 'Kies ‘Weergave’, bovenaan. Daar maak je de tekst groter, kies je een andere letter of donkere kleuren, en zet je voorlezen aan.',
          },
        ],
      },
    ],
    ask: {
      head: 'Kom je er niet uit?',
      work: 'Gaat het over je werk, of over deze opdracht? Vraag het je leidinggevende.',
      place: 'Gaat het over inloggen, bewaren of je score? Vraag het de beheerder van je leeromgeving.',
      at: (contact: string) => `Vraag het hier: ${contact}`,
    },
    words: 'Woordenlijst',
    wordsHow: 'Een woord met stippen eronder kun je ook in de tekst aanklikken.',
  },

  kept: {
    title: 'Wat wordt bewaard, waar, en wie ziet het?',
    lms: {
      head: 'In je leeromgeving',
      score:
        'Hoe ver je bent, je scores en hoe lang de module openstond. Wat je koos, staat er alleen als code, zodat jij later verder kunt.',
      route: 'Hoe ver je bent, je scores, hoe lang de module openstond, en wat je antwoordde en koos.',
      who: 'Dat zien jij en de beheerders en trainers van de leeromgeving.',
    },
    lrs: {
      head: 'In het leerregister',
      none: 'Deze module stuurt niets naar een leerregister.',
      launch:
        'Noemt je leeromgeving een leerregister? Dan gaat daar per keuze één regel heen: wat er speelde, wat je koos en wat het deed.',
      fixed: (host: string) =>
        `Naar ${host} gaat per keuze één regel: wat er speelde, wat je koos en wat het deed.`,
      actor: {
        pseudonym:
          'Je naam staat er niet bij, wel een vaste code die van je gebruikersnummer is gemaakt. Ook dat is een persoonsgegeven.',
        'lms-id': 'Je naam staat er niet bij, wel je gebruikersnummer uit de leeromgeving.',
        attempt: 'Je naam staat er niet bij. Elke poging krijgt een nieuwe, willekeurige code.',
      } satisfies Record<KeptOptions['actor'], string>,
      lmsActor: 'De leeromgeving bepaalt zelf met welke naam of code.',
      who: 'Rapporten voor leidinggevenden gaan over groepen, nooit over jou.',
    },
    browser: {
      head: 'In deze browser',
      text: 'Een kopie van je voortgang, tot alles verstuurd is en hooguit dertig dagen. En wat je bij ‘Weergave’ kiest. Een collega die hier inlogt, ziet dat niet.',
    },
    never: {
      head: 'Nergens',
      text: 'Hoe lang je over een keuze nadenkt, en hoeveel je terugleest.',
    },
  },

  certificate: {
    title: 'Bewijs van deelname',
    of: 'Dit bewijs laat zien dat',
    nobody: 'de deelnemer',
    did: 'deze module heeft afgerond:',
    score: 'Oefenscore',
    scoreOf: (score: string) => `${score} van 10`,
    date: 'Datum van afdruk',
    parts: 'Onderdelen',
    done: (n: number, of: number) => `${n} van ${of} klaar`,
    note: 'Deze oefenscore is de beste uitkomst van alle keren oefenen. Het is geen beoordeling van iemands werk.',
    name: 'Je naam komt uit de leeromgeving. Hij staat alleen op dit scherm en op je afdruk.',
    print: 'Print of bewaar als pdf',
    back: 'Terug naar het overzicht',
    open: 'Je bewijs van deelname',
    notYet: 'Dit bewijs is er als alle verplichte onderdelen klaar zijn.',
  },

  aloud: {
    start: 'Lees voor',
    stop: 'Stop met voorlezen',
  },
};

export type ToolTexts = typeof nlTools;

/** The tools' texts in use; a live binding, like `t`. */
export let toolTexts: ToolTexts = nlTools;

/** Use another language; call it before the first tool is drawn. */
export function useToolTexts(texts: ToolTexts): void {
  toolTexts = texts;
}

/** The texts of the whole page and its overview, in Dutch (B1). Those of the workplace and the units come with their screens. */
import type { ChannelId } from '../../content/vocabulary.js';
import type { UnitKind } from '../../content/module.js';

const channels: Readonly<Record<ChannelId, string>> = {
  balie: 'Balie',
  telefoon: 'Telefoon',
  'e-mail': 'E-mail',
  chat: 'Chat',
  website: 'Website',
  'social-media': 'Sociale media',
  brief: 'Brief',
  huisbezoek: 'Huisbezoek',
};

const kinds: Readonly<Record<UnitKind, string>> = {
  lesson: 'Les',
  conversation: 'Gesprek',
  'find-mistake': 'Zoek de fout',
  quiz: 'Toets',
};

export const nl = {
  channels,
  kinds,

  /** Words that many screens use. */
  common: {
    on: 'Verder',
    back: 'Terug',
    close: 'Sluit',
    cancel: 'Annuleer',
    overview: 'Naar het overzicht',
    again: 'Opnieuw',
    start: 'Start',
    goOn: 'Ga verder',
    check: 'Controleer',
    good: 'Goed',
    ofTen: 'van 10',
    of: (a: number | string, b: number | string) => `${a} van ${b}`,
    minutes: (n: number | string) => `${n} min`,
    you: 'Jij',
    /** A mood word of the scripts, as it is read. */
    mood: (word: string) => word,
    looks: (name: string, mood: string) => `${name} kijkt ${mood}`,
    coach: 'Coach',
    colleague: 'Collega',
  },

  app: {
    menu: 'Menu',
    overview: 'Overzicht',
    tools: 'Hulpmiddelen',
    skip: 'Ga naar de inhoud',
    skipOptions: 'Ga naar de keuzes',
    skipDesk: 'Ga naar je bureau',
    municipality: (name: string) => `Gemeente ${name}`,
    step: (kind: string, n: number, of: number) => `${kind} ${n} van ${of}`,
    part: 'Onderdeel',
    opened: (title: string) => `${title} is geopend.`,
    loading: 'Het onderdeel wordt geladen.',
    loadFailed: 'Dit onderdeel laadt niet. Is er nog verbinding? Wat je deed, blijft bewaard.',
    moduleFailed:
      'De module kan niet worden geladen. Controleer je internetverbinding en laad de pagina opnieuw. Lukt het dan nog niet? Vraag hulp aan de beheerder van je leeromgeving.',
    loadAgain: 'Probeer opnieuw',
  },

  saving: {
    saved: 'Alles is bewaard.',
    short: {
      saved: 'Bewaard',
      saving: 'Bewaren',
      local: 'Nog niet verstuurd',
      failed: 'Niet bewaard',
      ended: 'Afgesloten',
      'read-only': 'Alleen lezen',
    },
    saving: 'Bezig met bewaren.',
    local: 'Nog niet verstuurd. Je werk staat veilig op deze computer. We proberen het steeds opnieuw.',
    failed: 'Bewaren lukt nu niet. Laat dit venster open. We proberen het steeds opnieuw.',
    again: 'Bewaren lukt weer. Alles is bewaard.',
    ended: 'Deze sessie is afgesloten. Wil je verder? Open de module opnieuw vanuit je leeromgeving.',
    readOnly: 'Deze module is al open in een ander venster. Werk daar verder. Hier wordt niets bewaard.',
    review:
      'Je hebt deze module al afgerond. Je kunt alles oefenen en teruglezen. Er wordt nu niets bewaard.',
    reviewHow: 'Wil je dat het weer meetelt? Begin dan een nieuwe poging in je leeromgeving.',
    untracked: 'Je oefent zonder leeromgeving. Er wordt niets bewaard.',
    refused:
      'Je leeromgeving opent deze sessie niet. Hier wordt nu niets bewaard. Ga terug naar je leeromgeving en open de module opnieuw.',
    contentChanged:
      'Deze module is vernieuwd. We hebben bewaard wat nog klopt. Eén onderdeel begint misschien opnieuw.',
    otherCopy: 'Je werkte ook op een andere computer. We gaan verder met wat in je leeromgeving staat.',
  },

  view: {
    title: 'Weergave',
    intro: 'Kies wat voor jou prettig leest. Je keuze geldt op deze computer.',
    size: 'Grootte van de tekst',
    sizes: { normal: 'Gewoon', large: 'Groot', largest: 'Grootst' },
    theme: 'Kleuren',
    themes: { system: 'Zoals mijn computer', light: 'Licht', dark: 'Donker' },
    motion: 'Beweging',
    motions: { system: 'Zoals mijn computer', reduced: 'Zo min mogelijk' },
  },

  help: {
    title: 'Hulp',
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
        q: 'Kan ik tussendoor stoppen?',
        a: 'Ja. Alles wat je doet, wordt bewaard. Sluit het venster gerust. Later ga je verder op dezelfde plek.',
      },
      {
        q: 'Kan ik met het toetsenbord werken?',
        a: 'Ja. Met Tab ga je verder, met Enter kies je. Sta je bij de keuzes? Dan kun je ook 1, 2, 3 of 4 typen.',
      },
      {
        q: 'Klaar met de module?',
        a: 'Kies dan in je leeromgeving ‘Activiteit verlaten’, of sluit dit venster.',
      },
    ],
  },

  overview: {
    module: (n: number) => `Module ${n}`,
    doneOf: (n: number, of: number) => `${n} van ${of} klaar`,
    left: (minutes: number) => `Nog ongeveer ${minutes} minuten`,
    leftOff: 'Hier was je gebleven',
    begin: 'Begin hier',
    then: 'Dit is je volgende stap',
    goOnWith: (title: string) => `Ga verder met ${title}`,
    startWith: (title: string) => `Start ${title}`,
    againWith: (title: string) => `Doe ${title} opnieuw`,
    readAgain: 'Lees terug',
    debrief: 'Nabespreking',
    debriefOf: (title: string) => `Nabespreking van ${title}`,
    units: 'Onderdelen',
    order: 'Je mag zelf de volgorde kiezen.',
    unit: (n: number) => `Onderdeel ${n}`,
    fresh: 'Nieuw',
    busy: 'Bezig',
    busyAt: (step: number) => `Bezig, stap ${step}`,
    done: 'Klaar',
    read: 'Gelezen',
    unseen: 'Nabespreking nog lezen',
    score: (score: string) => `Score ${score} van 10`,
    practice: 'Oefening, telt niet mee',
    optional: 'Mag je overslaan',
    rules: 'Gespreksregels in deze module',
    growth: 'Jouw groei',
    growthIntro: 'Je beste resultaat in deze module, per vaardigheid.',
    growthNone: 'Hier zie je straks per vaardigheid hoe het gaat.',
    growthValue: (n: number) => `${n} van 100`,
    kept: {
      title: 'Wat wordt bewaard, waar, en wie ziet het?',
      what: 'Wat: jouw keuzes, je scores en hoe ver je bent. Hoe lang je nadenkt, doet niet mee.',
      where: 'Waar: in de leeromgeving van je gemeente. Tot alles verstuurd is, ook op deze computer.',
      who: 'Wie: jij en de beheerder van de leeromgeving. Rapporten voor leidinggevenden gaan over groepen, nooit over jou.',
    },
    end: {
      title: 'Je bent klaar met deze module',
      text: 'Alles is afgerond en bewaard. Kies in je leeromgeving ‘Activiteit verlaten’, of sluit dit venster.',
      more: 'Je mag onderdelen opnieuw doen. Je score kan alleen omhoog.',
      score: 'Je oefenscore',
    },
  },
};

export type Texts = typeof nl;

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
  test: 'Kennistoets',
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
    ofHundred: 'van 100',
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
    view: 'Weergave',
    help: 'Hulp',
    aloud: 'Lees voor',
    aloudStop: 'Stop voorlezen',
    toolFailed: 'Dit venster laadt niet. Is er nog verbinding? Probeer het zo nog eens.',
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
    leave: 'Afsluiten',
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
    local:
      'Nog niet verstuurd. Je werk staat veilig in deze browser. We proberen het steeds opnieuw. Ben je uitgelogd? Log dan opnieuw in en open de module nog een keer op deze computer.',
    failed: 'Bewaren lukt nu niet. Laat dit venster open. We proberen het steeds opnieuw.',
    again: 'Bewaren lukt weer. Alles is bewaard.',
    ended: 'Deze sessie is afgesloten. Wil je verder? Open de module opnieuw vanuit je leeromgeving.',
    readOnly: 'Deze module is al open in een ander venster. Werk daar verder. Hier wordt niets bewaard.',
    review:
      'Je hebt deze module al afgerond. Je kunt alles oefenen en teruglezen. Er wordt nu niets bewaard.',
    reviewHow: 'Wil je dat het weer meetelt? Begin dan een nieuwe poging in je leeromgeving.',
    handedIn:
      'Je hebt deze toets al ingeleverd. Je kunt het resultaat teruglezen. Er wordt nu niets bewaard.',
    handedInHow:
      'Wil je de toets opnieuw doen? Begin dan een nieuwe poging in je leeromgeving. Voor het verslag telt alleen je eerste keer.',
    untracked: 'Je oefent zonder leeromgeving. Er wordt niets bewaard.',
    refused:
      'Je leeromgeving opent deze sessie niet. Hier wordt nu niets bewaard. Ga terug naar je leeromgeving en open de module opnieuw.',
    launch: {
      'launch-used':
        'Deze link is al een keer gebruikt. Je kunt hier oefenen, maar er wordt niets bewaard. Ga terug naar je leeromgeving en open de module opnieuw.',
      'launch-ended':
        'Deze sessie is afgesloten. Wat je deed, is bewaard. Ga terug naar je leeromgeving en open de module opnieuw om verder te gaan. Wat je hier nu doet, wordt niet bewaard.',
      'launch-failed':
        'Er is geen verbinding met je leeromgeving. Je kunt hier oefenen, maar er wordt niets bewaard. Ga terug naar je leeromgeving en open de module opnieuw. Lukt het dan nog niet? Vraag hulp aan de beheerder.',
    },
    contentChanged:
      'Deze module is vernieuwd: we hebben bewaard wat nog klopt, maar een onderdeel begint misschien opnieuw.',
    otherCopy: 'Je werkte ook op een andere computer. We gaan verder met wat in je leeromgeving staat.',
    statementsStopped:
      'De statistieken voor je organisatie komen nu niet aan. Voor jou verandert er niets: je voortgang en je score staan in je leeromgeving.',
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
    result: 'Resultaat',
    resultOf: (title: string) => `Resultaat van ${title}`,
    units: 'Onderdelen',
    order: 'Je mag zelf de volgorde kiezen.',
    unit: (n: number) => `Onderdeel ${n}`,
    fresh: 'Nieuw',
    busy: 'Bezig',
    busyAt: (step: number) => `Bezig, stap ${step}`,
    answered: (n: number, of: number) => `${n} van ${of} beantwoord`,
    done: 'Klaar',
    read: 'Gelezen',
    unseen: 'Nabespreking nog lezen',
    score: (score: string, of: string) => `Score ${score} ${of}`,
    practice: 'Oefening, telt niet mee',
    optional: 'Mag je overslaan',
    rules: 'Gespreksregels in deze module',
    growth: 'Jouw vaardigheden tot nu toe',
    growthIntro: 'Je beste resultaat in deze module, per vaardigheid.',
    growthValue: (n: number) => `${n} van 100`,
    kept: 'Wat wordt bewaard, waar, en wie ziet het?',
    end: {
      title: 'Je bent klaar met deze module',
      text: 'Alles is afgerond en bewaard.',
      leave: 'Kies in je leeromgeving ‘Activiteit verlaten’, of sluit dit venster.',
      saving: 'Alles is afgerond. We bewaren het nu; wacht even met sluiten.',
      local:
        'Alles is afgerond. Je leeromgeving antwoordt niet meer; misschien ben je uitgelogd. Je werk staat veilig in deze browser. Log opnieuw in en open deze module nog een keer op deze computer. Dan wordt alles verstuurd.',
      failed:
        'Alles is afgerond, maar bewaren lukt nu niet. Laat dit venster open. We proberen het steeds opnieuw.',
      untracked: 'Alles is afgerond. Je oefende zonder leeromgeving, dus er is niets bewaard.',
      certificate: 'Bewijs van deelname',
      more: 'Je mag onderdelen opnieuw doen. Je score kan alleen omhoog.',
      score: 'Je oefenscore',
      testScore: 'Je score',
      passed: 'Geslaagd.',
      notPassed: (mark: string) =>
        `Nog niet gehaald: je hebt ${mark} punten nodig. Bij het resultaat kun je de toets opnieuw doen.`,
    },
  },
};

export type Texts = typeof nl;

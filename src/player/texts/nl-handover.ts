/** Handing over to the back office, notes, and what using an answer does, in Dutch (B1). */
import { plural } from './plural.js';

const some = plural('nl');

export const nlHandover = {
  open: (desk: string) => `Schakel ${desk} in`,
  title: (desk: string) => `Draag over aan ${desk}`,
  opening: (hours: string, chance: string) => `Open: ${hours}. ${chance}.`,
  how: 'Hoe draag je over?',
  ways: {
    call: ['Bel en draag warm over', 'Jij belt eerst. De klant wacht zolang.'],
    note: ['Terugbelnotitie', 'Je zet alles in de zaak. Een collega belt terug.'],
  } satisfies Record<'call' | 'note', readonly [string, string]>,
  fill: 'Vul in wat je al weet',
  fields: {
    who: ['Om wie gaat het?', 'Wie het is: naam en adres'],
    question: ['De vraag in één zin', 'De vraag in één zin'],
    known: ['Wat weet je al? Wat is al gedaan?', 'Wat bekend en gedaan is'],
    feeling: ['Hoe voelt de klant zich?', 'Hoe de klant zich voelt'],
    promise: ['Wat heb je beloofd?', 'Wat jij beloofd hebt'],
  } satisfies Record<string, readonly [string, string]>,
  promiseHint: 'Beloof alleen wat je zelf kunt waarmaken.',
  private: 'Wat je hier typt, blijft op dit scherm. Het wordt niet bewaard of verstuurd.',
  complete: 'Is je overdracht compleet?',
  count: (n: number, of: number) => `${n} van ${of}`,
  done: 'klaar: ',
  missing: 'mist nog: ',
  tip: 'De klant vertelt zijn verhaal één keer. Zeg hardop wat je gaat doen.',
  price: (minutes: string, euro: string) => `Dit kost ${minutes} min en hooguit ${euro}.`,
  call: (desk: string) => `Bel ${desk}`,
  save: 'Zet in de zaak',
  answered: (desk: string) => `${desk} neemt op`,
  silent: 'Er neemt niemand op',
  silentHelp: 'Dat gebeurt. Zeg het eerlijk tegen de klant, en kies wat je nu kunt doen.',
  saved: 'De notitie staat in de zaak',
  savedHelp: 'Een collega kan hiermee verder. Vertel de klant wie er belt, en wanneer.',
  back: 'Terug naar het gesprek',

  note: {
    next: 'Wie doet wat, en wanneer?',
    nextHint: 'Noem een naam en een dag.',
    ready: (n: number, of: number) => `${n} van ${of} ${some(of, 'deel', 'delen')} klaar`,
  },

  answer: {
    use: 'Gebruik dit antwoord',
    fits: 'Dit antwoord hoort bij een keuze. Die is nu aangewezen.',
    later:
      'Bij deze beurt past het nog niet. Je hebt het nu bij de hand: komt het van pas, dan staat het bij een keuze.',
    over: 'Dit contact is voorbij.',
  },

  opened: (minutes: string, facts: number) =>
    `Dit openen kostte ${minutes} min. ${
      facts === 0 ? 'Je leerde er niets nieuws.' : `Je leerde ${facts} ${some(facts, 'feit', 'feiten')}.`
    } Nog eens kijken kost niets.`,

  report: {
    title: 'Nieuwe melding',
    draft: 'Concept',
    sent: 'Gemaakt',
    photo: 'Foto van de klant zit erbij',
    empty: 'Nog niet bekend',
    left: (n: number) => `Nog ${n} ${some(n, 'vakje', 'vakjes')} leeg. Vraag het in het gesprek.`,
    make: 'Maak de melding',
    made: 'De melding staat in de zaak.',
  },
  stoppedDays: (n: number) => `${n} ${some(n, 'werkdag', 'werkdagen')} stilgezet, telt niet mee`,
  daysLeft: (n: number) => `${n} over`,
};

export type HandoverTexts = typeof nlHandover;

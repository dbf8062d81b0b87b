/** What each channel calls things, in Dutch (B1). */
import type { ChannelId } from '../../content/vocabulary.js';

export const nlSkins = {
  /** Above the options: one's own words face to face, an action where the answer takes time. */
  ask: {
    balie: 'Wat zeg je?',
    telefoon: 'Wat zeg je?',
    'e-mail': 'Wat doe je?',
    chat: 'Wat app je terug?',
    website: 'Wat doe je?',
    'social-media': 'Hoe reageer je?',
    brief: 'Wat doe je?',
    huisbezoek: 'Wat zeg je?',
  } satisfies Record<ChannelId, string>,
  ended: {
    balie: 'De klant gaat weg bij de balie.',
    telefoon: 'Jullie hangen op.',
    'e-mail': 'Deze mail is klaar.',
    chat: 'De chat is afgesloten.',
    website: 'Dit bericht is klaar.',
    'social-media': 'Het gesprek stopt hier. Iedereen kan het teruglezen.',
    brief: 'Deze brief is klaar.',
    huisbezoek: 'Je staat weer buiten.',
  } satisfies Record<ChannelId, string>,
  /** Chips in the band. */
  counter: (n: number) => `Balie ${n}`,
  ticket: (number: string) => `Nummer ${number}`,
  atHome: 'Aan de keukentafel',
  inCall: (minutes: string) => `In gesprek, ${minutes} min`,
  hungUp: 'Opgehangen',
  see: 'Wat je ziet',
  /** Head of a message. */
  from: 'Van',
  subject: 'Onderwerp',
  received: 'Ontvangen',
  about: 'Betreft',
  enclosed: 'Bijlage',
  photo: 'Foto',
  /** How the words sound: who reads gets no face. */
  tone: (mood: string) => `Toon: ${mood}`,
  viaWebsite: 'Bericht via Mijn Zeventerpen',
  /** Chat. */
  read: 'gelezen',
  chatSafety: ['Dit is geen veilig kanaal.', 'Vraag hier geen BSN, adres of medische gegevens.'],
  /** Social media. */
  publicPost: 'Openbaar bericht',
  publicReply: 'Openbare reactie',
  readAlong: ['Iedereen leest mee.', 'Noem geen naam, adres of zaaknummer.'],
  you: (municipality: string) => `${municipality} (jij)`,
  /** A note that colleagues read. */
  noteTitle: 'Notitie in de zaak',
};

export type SkinTexts = typeof nlSkins;

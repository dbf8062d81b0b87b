/** Checking who somebody is before you tell anything, in Dutch (B1). */
import type { ChannelId } from '../../content/vocabulary.js';

export const nlIdentity = {
  check: {
    telefoon: 'Controleer wie belt',
    balie: 'Controleer wie voor je staat',
    huisbezoek: 'Controleer met wie je praat',
    'e-mail': 'Controleer wie schrijft',
    brief: 'Controleer wie schrijft',
    website: 'Controleer wie schrijft',
    chat: 'Controleer wie appt',
    'social-media': 'Controleer wie schrijft',
  } satisfies Record<ChannelId, string>,
  ask: 'Vraag het in het gesprek. Laat de klant het zelf noemen, en lees nooit voor wat hier staat.',
  named: 'Wat noemde de klant zelf?',
  facts: {
    naam: 'Naam',
    adres: 'Adres',
    geboren: 'Geboortedatum',
    zaak: 'Zaaknummer',
    samen: 'Iets dat alleen de klant en wij weten',
  },
  latest: (date: string, channel: string) => `het vorige contact: ${date}, ${channel}`,
  aboutCase: (title: string) => `waar de zaak over gaat: ${title}`,
  enough: {
    nothing: 'Genoeg voor algemene vragen: tijden, kosten, hoe iets werkt.',
    recognised: 'Herkend. Genoeg voor: is mijn brief er, wanneer is mijn afspraak?',
    checked: 'Gecontroleerd. Genoeg voor wat er in een gewone zaak staat.',
  },
  more: 'Wanneer is meer nodig?',
  sure: 'Gaat het om zorg, een uitkering, schulden, een nieuw adres of rekeningnummer? Of staat er ‘geheim’?',
  surer: {
    near: 'Dan bekijk je het identiteitsbewijs.',
    far: 'Dan bel je terug op het nummer dat wij kennen, of de klant logt in met DigiD.',
  },
  limit: 'Vraag niet meer dan nodig. Een nummer op je scherm bewijst niets, en haast ook niet.',
  note: 'Dit lijstje is voor jou. Het wordt niet bewaard.',
};

export type IdentityTexts = typeof nlIdentity;

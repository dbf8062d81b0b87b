/** English (plain) of `nl-identity.ts`. */
import type { IdentityTexts } from './nl-identity.js';

export const enIdentity: IdentityTexts = {
  check: {
    telefoon: 'Check who is calling',
    balie: 'Check who is in front of you',
    huisbezoek: 'Check whom you are talking to',
    'e-mail': 'Check who is writing',
    brief: 'Check who is writing',
    website: 'Check who is writing',
    chat: 'Check who is texting',
    'social-media': 'Check who is writing',
  },
  ask: 'Ask in the conversation. Let the customer say it, and never read out what it says here.',
  named: 'What did the customer say by themselves?',
  facts: {
    naam: 'Name',
    adres: 'Address',
    geboren: 'Date of birth',
    zaak: 'Case number',
    samen: 'Something only the customer and we know',
  },
  latest: (date, channel) => `the previous contact: ${date}, ${channel}`,
  aboutCase: (title) => `what the case is about: ${title}`,
  enough: {
    nothing: 'Enough for general questions: hours, costs, how something works.',
    recognised: 'Recognised. Enough for: has my letter arrived, when is my appointment?',
    checked: 'Checked. Enough for what is in an ordinary case.',
  },
  more: 'When is more needed?',
  sure: 'Is it about care, benefits, debts, a new address or account number? Or does it say ‘secret’?',
  surer: {
    near: 'Then you look at the proof of identity.',
    far: 'Then you call back on the number we know, or the customer logs in with DigiD.',
  },
  limit: 'Ask no more than you need. A number on your screen proves nothing, and neither does haste.',
  note: 'This list is for you. It is not saved.',
};

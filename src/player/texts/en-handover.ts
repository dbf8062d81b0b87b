/** Handing over to the back office, notes, and what using an answer does, in English. */
import type { HandoverTexts } from './nl-handover.js';
import { plural } from './plural.js';

const some = plural('en');

export const enHandover: HandoverTexts = {
  open: (desk) => `Bring in ${desk}`,
  title: (desk) => `Hand over to ${desk}`,
  opening: (hours, chance) => `Open: ${hours}. ${chance}.`,
  how: 'How do you hand over?',
  ways: {
    call: ['Call and hand over warmly', 'You call first. The customer waits meanwhile.'],
    note: ['Call-back note', 'You put everything in the case. A colleague calls back.'],
  },
  fill: 'Fill in what you know',
  fields: {
    who: ['Who is it about?', 'Who it is: name and address'],
    question: ['The question in one sentence', 'The question in one sentence'],
    known: ['What do you know? What has been done?', 'What is known and done'],
    feeling: ['How does the customer feel?', 'How the customer feels'],
    promise: ['What did you promise?', 'What you promised'],
  },
  promiseHint: 'Promise only what you can make true yourself.',
  private: 'What you type here stays on this screen. It is not kept or sent.',
  complete: 'Is your handover complete?',
  count: (n, of) => `${n} of ${of}`,
  done: 'ready: ',
  missing: 'still missing: ',
  tip: 'The customer tells the story once. Say aloud what you are going to do.',
  price: (minutes, euro) => `This costs ${minutes} min and at most ${euro}.`,
  call: (desk) => `Call ${desk}`,
  save: 'Put it in the case',
  answered: (desk) => `${desk} answers`,
  silent: 'Nobody answers',
  silentHelp: 'It happens. Tell the customer honestly, and choose what you can do now.',
  saved: 'The note is in the case',
  savedHelp: 'A colleague can go on with it. Tell the customer who will call, and when.',
  back: 'Back to the conversation',
  note: {
    next: 'Who does what, and when?',
    nextHint: 'Give a name and a day.',
    ready: (n, of) => `${n} of ${of} ${some(of, 'part', 'parts')} ready`,
  },
  answer: {
    use: 'Use this answer',
    fits: 'This answer belongs to a choice. It is pointed out now.',
    later: 'It does not fit this turn yet. You have it at hand: when it is of use, it stands with a choice.',
    over: 'This contact is over.',
  },
  opened: (minutes, facts) =>
    `Opening this took ${minutes} min. ${
      facts === 0 ? 'You learnt nothing new.' : `You learnt ${facts} ${some(facts, 'fact', 'facts')}.`
    } Looking again costs nothing.`,
  report: {
    title: 'New report',
    draft: 'Draft',
    sent: 'Made',
    photo: 'The customer’s photo is with it',
    empty: 'Not known yet',
    left: (n) => `${n} ${some(n, 'field is', 'fields are')} still empty. Ask in the conversation.`,
    make: 'Make the report',
    made: 'The report is in the case.',
  },
  stoppedDays: (n) => `${n} working ${some(n, 'day', 'days')} stopped, does not count`,
  daysLeft: (n) => `${n} left`,
};

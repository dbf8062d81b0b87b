/** English (plain) of `nl-tools.ts`; a key that is missing here is a type error. */
import type { ToolTexts } from './nl-tools.js';

export const enTools: ToolTexts = {
  view: {
    title: 'Display',
    intro: 'Choose what reads best for you. Your choice holds for you, in this browser.',
    language: 'Language',
    languages: { nl: 'Nederlands', en: 'English' },
    languageNote: 'You go back to the overview. What you did stays.',
    size: 'Text size',
    sizes: { normal: 'Normal', large: 'Large', largest: 'Largest' },
    font: 'Typeface',
    fonts: { own: 'Normal', readable: 'Extra readable' },
    theme: 'Colours',
    themes: { system: 'Like my computer', light: 'Light', dark: 'Dark' },
    motion: 'Motion',
    motions: { system: 'Like my computer', reduced: 'As little as possible' },
    aloud: 'Read aloud',
    alouds: { off: 'Off', on: 'On' },
    aloudNote:
      'A button ‘Read aloud’ appears at the top. It begins where you are. The voice is in your own computer; nothing goes out.',
    aloudNone: 'Your browser has no English voice. So reading aloud does not work here.',
  },

  help: {
    title: 'Help',
    groups: [
      {
        head: 'Having a conversation',
        items: [
          {
            q: 'How does a conversation work?',
            a: 'You read what the customer says. Then you choose what you say. Every choice has consequences. There is no hurry: time only passes when you do something.',
          },
          {
            q: 'What is the desk for?',
            a: 'There you look up who the customer is, what is going on and what the rules are. Looking something up takes a little time. Often it gives you a better choice.',
          },
          {
            q: 'May I ask the coach for advice?',
            a: 'Yes, once a turn. In your first conversation that turn then counts for half. After that it costs nothing.',
          },
          {
            q: 'What do I tell whom?',
            a: 'First find out whom you are talking to. Open the record and choose ‘Check who is calling’. It says what you may ask, and what that is enough for.',
          },
        ],
      },
      {
        head: 'Stopping, score and finishing',
        items: [
          {
            q: 'Can I stop halfway?',
            a: 'Yes. Everything you do is saved. Feel free to close the window. Later you go on in the same place.',
          },
          {
            q: 'What counts towards my score?',
            a: 'Of each part your best time counts. So doing it again can never lower your score. ‘Try from here’ and ‘Practise only what you missed’ do not count.',
          },
          {
            q: 'Finished with the module?',
            a: 'Choose ‘Exit activity’ in your learning environment, or close this window.',
          },
        ],
      },
      {
        head: 'Reading and operating',
        items: [
          {
            q: 'Can I work with the keyboard?',
            a: 'Yes. Tab takes you on, Enter chooses. Are you at the choices? Then you can also type 1, 2, 3 or 4. Escape closes a window.',
          },
          {
            q: 'Is the text hard to read?',
            a: 'Choose ‘Display’ at the top. There you make the text larger, choose another typeface or dark colours, and switch on reading aloud.',
          },
        ],
      },
    ],
    ask: {
      head: 'Are you stuck?',
      work: 'Is it about your work, or about this assignment? Ask your manager.',
      place:
        'Is it about logging in, saving or your score? Ask the administrator of your learning environment.',
      at: (contact) => `Ask here: ${contact}`,
    },
    words: 'Glossary',
    wordsHow: 'You can also click a word with dots below it in the text.',
  },

  kept: {
    title: 'What is kept, where, and who sees it?',
    lms: {
      head: 'In your learning environment',
      score:
        'How far you are, your scores and how long the module was open. What you chose is only there as a code, so that you can go on later.',
      route: 'How far you are, your scores, how long the module was open, and what you answered and chose.',
      who: 'You see that, and so do the administrators and trainers of the learning environment.',
    },
    lrs: {
      head: 'In the learning record store',
      none: 'This module sends nothing to a learning record store.',
      launch:
        'Does your learning environment name a learning record store? Then one line per choice goes there: the situation, what you chose and what it did.',
      fixed: (host) => `One line per choice goes to ${host}: the situation, what you chose and what it did.`,
      actor: {
        pseudonym:
          'Your name is not with it, but a fixed code made from your user number is. That is personal data too.',
        'lms-id': 'Your name is not with it, but your user number in the learning environment is.',
        attempt: 'Your name is not with it. Every attempt gets a new, random code.',
      },
      lmsActor: 'The learning environment itself decides under which name or code.',
      who: 'Reports for managers are about groups, never about you.',
    },
    browser: {
      head: 'In this browser',
      text: 'A copy of your progress, until everything has been sent and for thirty days at most. And what you choose at ‘Display’. A colleague who logs in here does not see it.',
    },
    never: {
      head: 'Nowhere',
      text: 'How long you think about a choice, and how much you read back.',
    },
  },

  certificate: {
    title: 'Certificate of participation',
    of: 'This certificate shows that',
    nobody: 'the participant',
    did: 'has finished this module:',
    score: 'Practice score',
    scoreOf: (score) => `${score} out of 10`,
    date: 'Date of printing',
    parts: 'Parts',
    done: (n, of) => `${n} of ${of} done`,
    note: 'This practice score is the best result of all attempts. It is no assessment of anybody’s work.',
    name: 'Your name comes from the learning environment. It is only on this screen and on your print.',
    print: 'Print or save as PDF',
    back: 'Back to the overview',
    open: 'Your certificate of participation',
    notYet: 'This certificate is there when all required parts are done.',
  },

  aloud: {
    start: 'Read aloud',
    stop: 'Stop reading',
  },
};

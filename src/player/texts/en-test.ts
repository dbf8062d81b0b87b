/** English (plain) of `nl-test.ts`; a key that is missing here is a type error. */
import type { TestTexts } from './nl-test.js';
import { plural } from './plural.js';

const pl = plural('en');

export const enTest: TestTexts = {
  about: (n, minutes) =>
    `${n} questions, about ${minutes} minutes. There is no clock. You may stop and go on later.`,
  rules: [
    'You can go back, and change any answer.',
    'You may skip a question. What stays empty counts as no points.',
    'Nothing is final until you hand in.',
  ],
  begin: 'Begin',
  goOn: 'Go on',
  question: (n, of) => `Question ${n} of ${of}`,
  progress: (n, of) => `${n} of ${of} answered`,
  numberHow: 'Fill in a number, in digits.',
  orderSaved: 'If you go on, the order that stands here now counts.',
  previous: 'Previous',
  next: 'Next',
  toReview: 'Look it all over',
  review: 'Look over your answers',
  reviewText: (open) =>
    open === 0
      ? 'You answered everything. Choose a question if you still want to change something.'
      : `${pl(open, 'One question is', `${open} questions are`)} still open. Choose a question to answer or change it.`,
  item: (n, state) => `Question ${n}: ${{ done: 'answered', partly: 'not complete', open: 'open' }[state]}`,
  legend: { done: 'answered', open: 'still open or not complete' },
  back: 'Back to the questions',
  handIn: 'Hand in',
  confirm: {
    title: 'Hand in your answers?',
    text: 'After that you cannot change anything.',
    open: (n) => pl(n, 'Note: one question is still open.', `Note: ${n} questions are still open.`),
    yes: 'Yes, hand in',
    no: 'Not yet',
  },
  baseline: {
    title: 'Thank you. This is your start.',
    text: 'Your answers are final. You do not see the right answers yet: you learn those in the modules. After the course you take a second test, with other questions.',
    score: (score) =>
      `The learning platform shows ${score} out of 100 points. That is not a grade. The report on the test only shows groups, never one person.`,
    first: 'Begin here',
    firstText: 'In these modules there is probably most for you to learn.',
    strong: 'It mostly went well throughout. Take the modules in the order of the course.',
  },
  final: {
    title: (score) => `You got ${score} out of 100 points`,
    passed: (mark) => `Passed: you needed ${mark} points.`,
    failed: (mark) =>
      `Not passed yet: you need ${mark} points. First practise what is listed below, and then take the test again.`,
    first: 'Practise this again',
    firstText: 'Here you missed most points.',
    strong: 'It mostly went well throughout. In a few weeks, repeat what you seldom use.',
    all: 'All questions explained',
    practise: (module) => `Practise this in the module ‘${module}’.`,
    again: 'Take the test again',
    againText:
      'Taking it again is practice: the same questions, shuffled anew. For the municipality’s report only your first time counts.',
  },
  skills: 'By skill',
  skillsText: 'There are five questions for each skill. That points in a direction. It is no verdict on you.',
  skill: 'Skill',
  went: 'How it went',
  tendency: { strong: 'Mostly went well', mixed: 'Went up and down', low: 'Probably much to learn here' },
};

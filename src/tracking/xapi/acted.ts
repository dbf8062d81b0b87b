/** What a learner did, one statement for each decision. */
import type { Result } from '@xapi/xapi';
import type {
  Conversation,
  FindMistake,
  Lesson,
  Mistake,
  Quiz,
  QuizItem,
  Test,
} from '../../content/module.js';
import { COACH, SEEN, type Action } from '../../engine/action.js';
import type { Change, ConversationState, Decision } from '../../engine/conversation/state.js';
import type { FindMistakeState } from '../../engine/find-mistake.js';
import type { Answers } from '../../engine/item-share.js';
import type { QuizState } from '../../engine/quiz.js';
import type { TestState } from '../../engine/test.js';
import { splitResponse } from '../quiz-answers.js';
import { fraction, type Draft, type Replay } from './statements.js';

export function actedDrafts(replay: Replay): readonly Draft[] {
  const action = replay.run.actions.at(-1);
  if (!action || action.code === SEEN) return [];
  const { before, after } = replay;
  switch (after.kind) {
    case 'conversation':
      return before.kind === 'conversation'
        ? conversationDrafts(replay, after.unit, before.state, after.state)
        : [];
    case 'quiz':
      return quizDrafts(replay, after.unit, after.state, action);
    case 'test':
      return testDrafts(replay, after.unit, after.state);
    case 'find-mistake':
      return before.kind === 'find-mistake' ? mistakeDrafts(replay, after.unit, before.state, action) : [];
    case 'lesson':
      return lessonDrafts(replay, after.unit, action);
  }
}

function conversationDrafts(
  replay: Replay,
  unit: Conversation,
  before: ConversationState,
  after: ConversationState,
): readonly Draft[] {
  const decisions = after.decisions.slice(before.decisions.length);
  if (decisions.length > 0) return decisions.map((decision) => decisionDraft(replay, unit, decision, before));
  const { activities, iris } = replay;
  const parent = activities.unit(unit);
  if (replay.run.actions.at(-1)?.code === COACH) {
    const object = activities.part(unit, `${before.turn ?? ''}/coach`, {
      name: 'de raad van de coach',
      type: 'page',
    });
    return [{ kind: 'coach', verb: 'experienced', object, parent }];
  }
  const desk = after.log.slice(before.log.length).find((entry) => entry.kind === 'desk');
  if (desk?.kind !== 'desk') return [];
  const result: Result = {
    ...(desk.key.startsWith('bellen:') ? { success: desk.answered } : {}),
    extensions: { [iris.extensions.effect]: effectOf(desk.change) },
  };
  return [{ kind: 'desk', verb: 'experienced', object: activities.desk(unit, desk.key), result, parent }];
}

function decisionDraft(
  replay: Replay,
  unit: Conversation,
  decision: Decision,
  before: ConversationState,
): Draft {
  const { activities, iris } = replay;
  const { chosen, evidence } = decision;
  return {
    kind: ['answered', decision.slot].filter((part) => part !== undefined).join(' '),
    verb: 'answered',
    object: activities.decision(unit, decision, before),
    result: {
      response: chosen.code,
      extensions: {
        [iris.extensions.option]: { code: chosen.code, text: chosen.text },
        [iris.extensions.effect]: effectOf(decision.change),
        [iris.extensions.evidence]: evidence,
      },
    },
    parent: activities.unit(unit),
  };
}

/** The change on each of the four outcomes; nothing changed is said too, so that every row of a report is full. */
function effectOf(change: Change): Readonly<Record<string, unknown>> {
  return {
    klanttevredenheid: change.klanttevredenheid ?? 0,
    doorlooptijd: { minuten: change.minutes ?? 0, werkdagen: change.waitDays ?? 0 },
    kosten: change.kosten ?? 0,
    proces: change.steps ?? [],
    ...(change.facts === undefined ? {} : { feiten: change.facts }),
  };
}

function quizDrafts(replay: Replay, unit: Quiz, state: QuizState, action: Action): readonly Draft[] {
  const item = unit.items.find((candidate) => candidate.code === action.code);
  return item ? itemDrafts(replay, unit, item, state.answers) : [];
}

/** All at once, when they are handed in: what was changed before that is nobody's business. */
function testDrafts(replay: Replay, unit: Test, { items, answers }: TestState): readonly Draft[] {
  return items.flatMap((item) =>
    itemDrafts(replay, unit, item, answers).map((draft) => ({ ...draft, kind: `answered ${item.code}` })),
  );
}

function itemDrafts(
  { activities }: Replay,
  unit: Quiz | Test,
  item: QuizItem,
  answers: Answers,
): readonly Draft[] {
  const answer = answers[item.code];
  if (!answer) return [];
  const parts = splitResponse(item, answer.response);
  const response = item.soort === 'getal' ? parts : parts.map((part) => part.replace('.', '[.]'));
  return [
    {
      kind: 'answered',
      verb: 'answered',
      object: activities.item(unit, item),
      result: {
        response: response.join('[,]'),
        success: answer.share >= 1,
        score: { scaled: fraction(answer.share) },
      },
      parent: activities.unit(unit),
    },
  ];
}

function mistakeDrafts(
  { activities, iris }: Replay,
  unit: FindMistake,
  before: FindMistakeState,
  { code }: Action,
): readonly Draft[] {
  const parent = activities.unit(unit);
  const { asked } = before;
  if (!asked) {
    const lines = unit.lines.flatMap((line) =>
      line.code === undefined ? [] : [{ id: line.code, text: line.text }],
    );
    const correct = unit.mistakes.map((mistake) => mistake.line);
    const object = activities.choice(unit, 'mark', {
      question: `${unit.title}: welke zin is een fout?`,
      situation: unit.intro,
      choices: lines,
    });
    const text = lines.find((line) => line.id === code)?.text ?? '';
    const result: Result = {
      response: code,
      success: correct.includes(code),
      extensions: { [iris.extensions.option]: { code, text } },
    };
    return [{ kind: 'answered', verb: 'answered', object, result, parent }];
  }
  const { mistake, question } = asked;
  const options = mistake[question];
  const chosen = options.find((option) => option.code === code);
  if (!chosen) return [];
  const object = activities.choice(unit, `${mistake.line}/${question}`, {
    question: question === 'why' ? 'Waarom is dit een fout?' : 'Wat had je beter kunnen zeggen?',
    situation: lineOf(unit, mistake),
    choices: options.map((option) => ({ id: option.code, text: option.text })),
    correct: options.filter((option) => option.good).map((option) => option.code),
  });
  const result: Result = {
    response: code,
    success: chosen.good,
    extensions: { [iris.extensions.option]: { code, text: chosen.text } },
  };
  return [{ kind: 'answered', verb: 'answered', object, result, parent }];
}

function lineOf(unit: FindMistake, mistake: Mistake): string {
  return unit.lines.find((line) => line.code === mistake.line)?.text ?? '';
}

function lessonDrafts({ activities, iris }: Replay, unit: Lesson, { code }: Action): readonly Draft[] {
  const parent = activities.unit(unit);
  const page = unit.pages.find((candidate) => candidate.code === code);
  if (page) {
    const object = activities.part(unit, code, { name: page.title, type: 'page' });
    return [{ kind: 'page', verb: 'experienced', object, parent }];
  }
  for (const block of unit.pages.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'spots') {
      const spot = block.spots.find((candidate) => candidate.code === code);
      if (!spot) continue;
      const object = activities.part(unit, code, { name: spot.label, type: 'page' });
      return [{ kind: 'spot', verb: 'experienced', object, parent }];
    }
    if (block.kind === 'question') {
      const chosen = block.options.find((option) => option.code === code);
      if (!chosen) continue;
      const object = activities.choice(unit, block.code, {
        question: block.question,
        choices: block.options.map((option) => ({ id: option.code, text: option.text })),
        correct: block.options.filter((option) => option.good).map((option) => option.code),
      });
      const extensions = { [iris.extensions.option]: { code, text: chosen.text } };
      return [
        {
          kind: 'answered',
          verb: 'answered',
          object,
          result: { response: code, success: chosen.good, extensions },
          parent,
        },
      ];
    }
  }
  return [];
}

/** The things that statements are about. Ids come from the content's own ids, so that they survive new versions. */
import type { Activity, InteractionActivity, InteractionComponent, LanguageMap } from '@xapi/xapi';
import type { Conversation, Module, Quiz, Test, Unit } from '../../content/module.js';
import type { CompetenceId, OutcomeId } from '../../content/vocabulary.js';
import type { ConversationState, Decision } from '../../engine/conversation/state.js';
import { once } from '../../once.js';
import { optionsOf } from '../../engine/item-share.js';
import { DESK_NAMES, TYPES, UNIT_TYPES, type OwnIris } from './vocabulary.js';

export type QuizItem = Quiz['items'][number];

/** One module's activities. `moduleId`: the LMS's own id for it, if the launch named one. */
export class Activities {
  private readonly base: string;
  private readonly decisions = new Map<string, InteractionActivity>();
  readonly module: Activity;
  readonly course: Activity;
  readonly profile: Activity;

  constructor(
    private readonly source: Module,
    private readonly iris: OwnIris,
    { course, moduleId }: { readonly course: string; readonly moduleId: string | null },
  ) {
    this.base = `${iris.activities}/${source.id}`;
    this.module = activity(moduleId ?? this.base, TYPES.module, this.text(source.title), {
      description: this.text(source.summary),
    });
    this.course = activity(`${iris.activities}/course/${course}`, TYPES.course, this.text(source.world.name));
    this.profile = activity(iris.profile, TYPES.profile, this.text('Zeventerpen xAPI-profiel'));
  }

  text(words: string): LanguageMap {
    return { [this.source.language === 'en' ? 'en-US' : 'nl-NL']: words };
  }

  readonly unit = once((unit: Unit): Activity =>
    activity(`${this.base}/${unit.id}`, UNIT_TYPES[unit.kind], this.text(unit.title), {
      description: this.text(unit.card),
      extensions: { [this.iris.extensions.code]: unit.code },
    }),
  );

  /** Something inside a unit that is seen rather than answered. */
  part(
    unit: Unit,
    path: string,
    { name, type }: { readonly name: string; readonly type: 'page' | 'desk' },
  ): Activity {
    return activity(`${this.base}/${unit.id}/${path}`, this.iris.types[type], this.text(name));
  }

  desk(unit: Conversation, key: string): Activity {
    const [kind = '', target = ''] = key.split(':');
    const name = kind in DESK_NAMES ? DESK_NAMES[kind as keyof typeof DESK_NAMES] : kind;
    return this.part(unit, `desk/${kind}/${target}`, { name: `${name} ${target}`, type: 'desk' });
  }

  competence(id: CompetenceId): Activity {
    const { label, uitleg } = this.source.world.competences[id];
    return activity(`${this.iris.activities}/competence/${id}`, TYPES.competence, this.text(label), {
      description: this.text(uitleg),
    });
  }

  outcome(id: OutcomeId): Activity {
    const { label, uitleg } = this.source.world.outcomes[id];
    return activity(`${this.iris.activities}/outcome/${id}`, this.iris.types.outcome, this.text(label), {
      description: this.text(uitleg),
    });
  }

  /** A question with one answer; codes are the ids of the choices. */
  choice(
    unit: Unit,
    path: string,
    { question, situation, choices, correct }: ChoiceParts,
  ): InteractionActivity {
    return {
      objectType: 'Activity',
      id: `${this.base}/${unit.id}/${path}`,
      definition: {
        type: TYPES.interaction,
        interactionType: 'choice',
        name: this.text(question),
        ...(situation === undefined ? {} : { description: this.text(situation) }),
        choices: this.components(choices.map(({ id, text }) => [id, text])),
        ...(correct === undefined ? {} : { correctResponsesPattern: [correct.join('[,]')] }),
      },
    };
  }

  /** What stood on the screen, and what could be chosen. */
  decision(unit: Conversation, decision: Decision, before: ConversationState): InteractionActivity {
    const heard = before.log.filter((entry) => entry.kind === 'line' && entry.turn === decision.turn);
    const lines = heard.flatMap((entry) => (entry.kind === 'line' ? [entry.line] : []));
    const last = lines.findLast((line) => line.speaker === 'KLANT') ?? lines.at(-1);
    const slot = unit.turns
      .flatMap((turn) => (turn.kind === 'compose' && turn.id === decision.turn ? turn.slots : []))
      .find(({ id }) => id === decision.slot);
    const path = [decision.turn, ...(decision.slot === undefined ? [] : [decision.slot])].join('/');
    const question = slot ? `${unit.title}: ${slot.label}` : `‘${last?.text ?? unit.title}’`;
    const situation = lines.map((line) => `${line.speaker}: ${line.text}`).join('\n');
    // What was heard may differ, and a topic that was taken is no option any more; all else follows from the place.
    const codes = decision.options.map(({ option }) => option.code).join('');
    const key = [unit.id, path, codes, question, situation].join('\n');
    const made =
      this.decisions.get(key) ??
      this.choice(unit, path, {
        question,
        situation,
        choices: decision.options.map(({ option }) => ({ id: option.code, text: option.text || '(leeg)' })),
      });
    this.decisions.set(key, made);
    return made;
  }

  /** An item of a test is the same thing in every package of its bank. */
  item(unit: Quiz | Test, item: QuizItem): InteractionActivity {
    return this.itemsOf(unit)(item);
  }

  private readonly itemsOf = once((unit: Quiz | Test) => once((item: QuizItem) => this.itemOf(unit, item)));

  private itemOf(unit: Quiz | Test, item: QuizItem): InteractionActivity {
    const { id: module, partOf = module } = this.source;
    const bank = unit.kind === 'test' ? `${this.iris.activities}/${partOf}/vraag` : `${this.base}/${unit.id}`;
    const id = `${bank}/${item.id}`;
    return { objectType: 'Activity', id, definition: this.itemDefinition(item) };
  }

  private itemDefinition(item: QuizItem): InteractionActivity['definition'] {
    const head = {
      type: TYPES.interaction,
      name: this.text(item.vraag),
      ...(item.situatie === undefined ? {} : { description: this.text(item.situatie) }),
      extensions: { [this.iris.extensions.code]: item.code },
    } as const;
    const options = this.components(optionsOf(item).map(({ id, tekst }) => [id, tekst]));
    switch (item.soort) {
      case 'enkel':
        return { ...head, interactionType: 'choice', choices: options, correctResponsesPattern: [item.goed] };
      case 'meer': {
        const right = item.goed.join('[,]');
        return { ...head, interactionType: 'choice', choices: options, correctResponsesPattern: [right] };
      }
      case 'volgorde': {
        const right = item.opties.map(({ id }) => id).join('[,]');
        return { ...head, interactionType: 'sequencing', choices: options, correctResponsesPattern: [right] };
      }
      case 'beoordelen': {
        const right = item.opties.map(({ id, sleutel }) => `${id}[.]${sleutel}`).join('[,]');
        const target = this.components(RATINGS);
        return {
          ...head,
          interactionType: 'matching',
          source: options,
          target,
          correctResponsesPattern: [right],
        };
      }
      case 'koppelen': {
        const right = item.opties.map(({ id, bij }) => `${id}[.]${bij}`).join('[,]');
        const target = this.components(item.groepen.map(({ id, tekst }) => [id, tekst]));
        return {
          ...head,
          interactionType: 'matching',
          source: options,
          target,
          correctResponsesPattern: [right],
        };
      }
      case 'getal': {
        const { antwoord, marge } = item;
        const right = `${antwoord - marge}[:]${antwoord + marge}`;
        return { ...head, interactionType: 'numeric', correctResponsesPattern: [right] };
      }
    }
  }

  private components(pairs: readonly (readonly [id: string, text: string])[]): InteractionComponent[] {
    return pairs.map(([id, text]) => ({ id, description: this.text(text) }));
  }
}

interface ChoiceParts {
  readonly question: string;
  readonly situation?: string | undefined;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** Ids of the right choices, where there is a right and a wrong. */
  readonly correct?: readonly string[];
}

const RATINGS = [
  ['1', 'werkt niet'],
  ['2', 'werkt een beetje'],
  ['3', 'werkt goed'],
  ['4', 'werkt heel goed'],
] as const;

function activity(
  id: string,
  type: string,
  name: LanguageMap,
  more: Pick<NonNullable<Activity['definition']>, 'description' | 'extensions'> = {},
): Activity {
  return { objectType: 'Activity', id, definition: { type, name, ...more } };
}

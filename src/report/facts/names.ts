/** What the content calls things, as definitions in statements say: the newest of each, in Dutch and in another language. */
import { listOf, member, textOf } from './json.js';
import { languageOf, type Defined } from './parts.js';

/** A row of the table `called`. */
export interface Called {
  readonly activity: string | null;
  readonly path: string | null;
  /** What follows the id of the activity: '#<code>' of an option. */
  readonly part: string;
  readonly name: string;
  readonly description: string | null;
  readonly correct: string | null;
  readonly language: string;
  /** Microseconds since 1970. */
  readonly happened: number;
}

interface Latest {
  defined: Defined;
  /** Microseconds since 1970. */
  happened: number;
}

/** The newest definition of each activity in a batch of statements. */
export class Names {
  private readonly dutch = new Map<string | null, Latest>();
  private readonly other = new Map<string | null, Latest>();

  take(defined: Defined, happened: number): void {
    if (typeof defined.definition !== 'object' || defined.definition === null) return;
    const newest = defined.isDutch ? this.dutch : this.other;
    const latest = newest.get(defined.id);
    if (latest === undefined) newest.set(defined.id, { defined, happened });
    else if (latest.happened <= happened) {
      latest.defined = defined;
      latest.happened = happened;
    }
  }

  rows(): readonly Called[] {
    return [...this.dutch.values(), ...this.other.values()].flatMap(calledBy);
  }
}

function calledBy({ defined: { id, path, definition }, happened }: Latest): readonly Called[] {
  const correct = textOf(listOf(member(definition, 'correctResponsesPattern'))[0]);
  const about = { activity: id, path, happened };
  const options = ['choices', 'source', 'target'].flatMap((list) => listOf(member(definition, list)));
  const whole = { name: member(definition, 'name'), description: member(definition, 'description') };
  return [
    ...line({ ...about, part: '', correct }, whole.name, whole.description),
    ...options.flatMap((option) => {
      const code = textOf(member(option, 'id'));
      if (code === null) return [];
      return line({ ...about, part: `#${code}`, correct: null }, member(option, 'description'), null);
    }),
  ];
}

type About = Omit<Called, 'name' | 'description' | 'language'>;

function line(about: About, names: unknown, descriptions: unknown): readonly Called[] {
  const language = languageOf(names);
  const name = textOf(member(names, language));
  if (name === null) return [];
  return [{ ...about, name, description: textOf(member(descriptions, language)), language }];
}

import { readFileSync } from 'node:fs';
import type { Statement } from '@xapi/xapi';
import { beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { DEFAULT_CONFIG } from '../../src/tracking/config.js';
import { statementMaker } from '../../src/tracking/xapi/statements.js';
import { profileFiles, profileOf } from '../../src/tracking/xapi/profile/profile.js';
import { fixture } from '../player/fixtures/module.js';
import { act, acts, answerAll, findAll, readLesson, seen, start } from './learner.js';
import { calm, LaunchedBrowser, launches, plays, salted } from './launched.js';
import { StrictLms } from './strict-lms.js';
import { TestLrs } from './test-lrs.js';

interface Rule {
  readonly location: string;
  readonly presence: string;
  readonly any?: readonly string[];
}
interface Profile {
  readonly concepts: readonly { id: string; type: string; inlineSchema?: string; prefLabel: object }[];
  readonly templates: readonly {
    id: string;
    verb: string;
    objectActivityType?: string;
    rules: readonly Rule[];
  }[];
  readonly patterns: readonly {
    id: string;
    sequence?: string[];
    alternates?: string[];
    zeroOrMore?: string;
    optional?: string;
  }[];
}
const profile = profileOf(DEFAULT_CONFIG.iri) as unknown as Profile;

let statements: readonly Statement[];
beforeAll(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') });
  const lrs = new TestLrs();
  vi.stubGlobal('fetch', lrs.fetch);
  // No registration and no activity of the LMS's own, so that only our IRIs are in it.
  const browser = Object.assign(new LaunchedBrowser(), {
    address: 'https://lms.example/index.html?endpoint=https%3A%2F%2Flrs.example%2Fxapi&auth=Basic%20eA',
  });
  const learner = await launches(new StrictLms('scorm12'), browser, { module: fixture });
  await plays(learner, ...readLesson, ...findAll, ...answerAll);
  await plays(learner, start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3'));
  await plays(learner, start('u4'), act('u4', 'e1'), act('u4', 'f9', 'f1f3f6'), seen('u4'));
  await learner.leaves();
  await calm();
  statements = lrs.statements;
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Values at a JSONPath of the few forms that the profile uses: .name, ['name'], [*]. */
function at(value: unknown, path: string): readonly unknown[] {
  const steps = [...path.matchAll(/\.([a-zA-Z]+)|\['([^']+)'\]|\[(\*)\]/g)];
  return steps.reduce<readonly unknown[]>(
    (found, [, name, quoted, star]) => {
      const next = found.flatMap((one): unknown[] => {
        if (star !== undefined) return Array.isArray(one) ? (one as unknown[]) : [];
        const key = name ?? quoted ?? '';
        return typeof one === 'object' && one !== null && key in one
          ? [(one as Record<string, unknown>)[key]]
          : [];
      });
      return next;
    },
    [value],
  );
}

function matching(statement: Statement): readonly string[] {
  return profile.templates
    .filter(({ verb, objectActivityType, rules }) => {
      const type = at(statement, '$.object.definition.type')[0];
      if (statement.verb.id !== verb || (objectActivityType ?? type) !== type) return false;
      return rules.every(({ location, presence, any }) => {
        const found = at(statement, location);
        if (presence === 'excluded') return found.length === 0;
        return found.length > 0 && (!any || found.some((one) => any.includes(String(one))));
      });
    })
    .map(({ id }) => id);
}
const nameOf = (id: string): string => id.split('/').at(-1) ?? '';

describe('the xAPI profile', () => {
  it('is in the repository as it is made', () => {
    for (const { file, text } of profileFiles())
      expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), `${file}: npm run schemas`).toBe(text);
  });

  it('has one template for each statement that is made, and no template that none has', () => {
    const met = new Set<string>();
    for (const statement of statements) {
      const found = matching(statement).map(nameOf);
      expect(found, JSON.stringify(statement)).toHaveLength(1);
      met.add(found[0] ?? '');
    }
    const known = profile.templates.map(({ id }) => nameOf(id));
    // The module that is played has no pass mark.
    expect(known.filter((id) => !met.has(id) && id !== 'passed' && id !== 'failed')).toEqual([]);
  });

  it('has one template each for passing and not passing', () => {
    const make = statementMaker({
      module: fixture,
      config: salted,
      learnerId: 'p.wierda',
      launch: { registration: null, activityId: null },
    });
    const completed = (passed: boolean): readonly string[] =>
      make({
        seq: 1,
        attempt: 'a'.repeat(32),
        visit: 'b'.repeat(32),
        at: '2026-11-23T10:40:00.123Z',
        released: true,
        what: {
          kind: 'module-completed',
          unit: 'u1',
          run: 1,
          mode: 'scored',
          actions: '',
          score: 80,
          passed,
        },
      }).flatMap(matching);
    expect(completed(true).map(nameOf)).toEqual(['completed', 'passed']);
    expect(completed(false).map(nameOf)).toEqual(['completed', 'failed']);
  });

  it('knows every extension and type of our own, and what may be in it', () => {
    const declared = new Map(profile.concepts.map((concept) => [concept.id, concept]));
    const own = `${DEFAULT_CONFIG.iri}/`;
    const used = new Set<string>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (key === 'type' && String(part).startsWith(own)) used.add(String(part));
        if (key.startsWith(own)) {
          used.add(key);
          const schema = declared.get(key)?.inlineSchema;
          if (schema !== undefined)
            expect(z.fromJSONSchema(JSON.parse(schema) as never).safeParse(part).success, key).toBe(true);
        }
        look(part);
      }
    };
    statements.forEach(look);
    expect([...used].filter((iri) => !declared.has(iri))).toEqual([]);
    // Only a cmi5 session tells something late: test/tracking/cmi5/au.test.ts holds that one.
    const late = `${own}extensions/happened`;
    // And only demo data are made up: test/demo/demo.test.ts.
    const demo = `${own}extensions/demo`;
    expect([...declared.keys()].filter((iri) => !used.has(iri))).toEqual([late, demo]);
    for (const { prefLabel } of profile.concepts) expect(Object.keys(prefLabel)).toEqual(['nl', 'en']);
  });

  it('describes a visit as its statements come', () => {
    const patterns = new Map(profile.patterns.map((pattern) => [pattern.id, pattern]));
    const expression = (id: string): string => {
      const pattern = patterns.get(id);
      if (!pattern) return `(?:${nameOf(id)};)`;
      const { sequence, alternates, zeroOrMore, optional } = pattern;
      if (sequence) return sequence.map(expression).join('');
      if (alternates) return `(?:${alternates.map(expression).join('|')})`;
      return zeroOrMore ? `${expression(zeroOrMore)}*` : `${expression(optional ?? '')}?`;
    };
    const visit = statements.map((one) => `${nameOf(matching(one)[0] ?? '')};`).join('');
    expect(visit).toMatch(new RegExp(`^${expression(`${DEFAULT_CONFIG.iri}/patterns/visit`)}$`));
  });

  it('stands under the base that an organisation chooses', () => {
    const [json] = profileFiles('https://gemeente.example/xapi');
    expect(json?.text).not.toContain('zeventerpen.example');
    expect(json?.text).toContain('https://gemeente.example/xapi/extensions/effect');
  });
});

describe('a choice with text', () => {
  it('can be read in any viewer: question, what could be chosen, what was', () => {
    const answered = statements.filter(({ verb }) => verb.id.endsWith('/answered'));
    for (const { object } of answered) {
      const definition = 'definition' in object ? object.definition : undefined;
      expect(definition?.name?.['nl-NL']).toMatch(/\S/);
      const lists = ['choices', 'source', 'target'].flatMap((key) => at(definition, `$.${key}`));
      expect(lists.length).toBeGreaterThan(0);
      for (const text of lists.flatMap((list) => at(list, "[*].description['nl-NL']")))
        expect(text).toMatch(/\S/);
    }
  });
});

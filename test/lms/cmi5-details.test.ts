import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/lms/cmi5/details.js';
import type { JsonObject } from '../../src/lms/lrs/json.js';
import { readGrade } from '../../src/lms/course/grade.js';

const ADL = 'http://adlnet.gov/expapi';
const told = (
  verb: string,
  object: { id: string; type: string; name: string },
  result: JsonObject,
  parent?: string,
) => ({
  verb: { id: `${ADL}/verbs/${verb}` },
  object: {
    id: object.id,
    definition: { type: `${ADL}/activities/${object.type}`, name: { nl: object.name } },
  },
  result,
  context: { contextActivities: parent === undefined ? {} : { parent: [{ id: parent }] } },
});
const host = { id: 'https://x.example/competence/host', type: 'objective', name: 'Gastvrij' };
const item = { id: 'https://x.example/toets/vraag-1', type: 'cmi.interaction', name: 'Mag dat?' };
const talk = { id: 'https://x.example/terras', type: 'simulation', name: 'Het terras' };

describe('what statements of a cmi5 registration tell the gradebook', () => {
  const grade = readGrade('cmi5', {
    'cmi.completion_status': 'completed',
    ...detailsOf([
      told('scored', host, { score: { scaled: 0.4 } }, 'urn:a'),
      told('scored', host, { score: { scaled: 0.2 } }, 'urn:a'),
      told('scored', host, { score: { scaled: 0.8 } }, 'urn:b'),
      told('answered', item, { success: false, response: 'a' }, 'urn:t'),
      told('answered', item, { success: true, response: 'b' }, 'urn:t'),
      told('answered', { ...item, id: 'https://x.example/keuze', name: 'Open' }, { response: 'k1' }, 'urn:b'),
      told('completed', talk, { score: { scaled: 0.9 } }, 'urn:m'),
      told('completed', talk, { score: { scaled: 0.5 } }, 'urn:m'),
      told('completed', { id: 'urn:au', type: 'course', name: 'De AU' }, { completion: true }),
    ]),
  });

  it('is each competence: the mean of the best of every unit', () => {
    expect(grade.objectives).toMatchObject([{ id: 'host', description: 'Gastvrij', score: 60 }]);
  });

  it('is each question as answered last, and each unit with its best score; a choice without right or wrong is no answer', () => {
    expect(grade.interactions).toMatchObject([
      { id: 'vraag-1', description: 'Mag dat?', response: 'b', result: { kind: 'correct' } },
      { id: 'terras', description: 'Het terras', result: { kind: 'number', value: 90 } },
    ]);
  });

  it('never takes the place of the grade itself', () => {
    expect(grade).toMatchObject({ status: 'completed', score: null });
  });
});

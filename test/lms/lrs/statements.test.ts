import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, openLrs, statement, voiding, without, type Client, type Statement } from './client.js';

let lrs: Client;
beforeAll(async () => {
  lrs = await openLrs();
});
afterAll(() => lrs.close());

const one = async (id: unknown): Promise<Statement> =>
  (await (await lrs.xapi(`statements?statementId=${String(id)}`)).json()) as Statement;

describe('statements that are stored', () => {
  it('get stored, authority and version (XAPI-00097, XAPI-00099)', async () => {
    const sent = statement();
    const reply = await lrs.post(sent);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual([sent['id']]);
    const got = await one(sent['id']);
    expect(got).toMatchObject(sent);
    expect(got).toMatchObject({ version: '1.0.0', authority: { objectType: 'Agent' } });
    expect(Date.parse(String(got['stored']))).toBeGreaterThan(Date.now() - 60_000);
  });

  it('may follow a byte-order mark, as some clients write one', async () => {
    const sent = statement();
    const body = `\uFEFF${JSON.stringify(sent)}`;
    expect((await lrs.xapi('statements', { method: 'POST', body })).status).toBe(200);
    expect(await one(sent['id'])).toMatchObject(sent);
  });

  it('get an id and a timestamp where they have none (XAPI-00026)', async () => {
    const bare = without(statement(), 'id', 'timestamp');
    const [id] = (await (await lrs.post(bare)).json()) as string[];
    const got = await one(id);
    expect(got['timestamp']).toBe(got['stored']);
  });

  it('get an authority that the client cannot choose, and a stored that it cannot either', async () => {
    const sent = statement({ authority: { mbox: 'mailto:ander@x.example' }, stored: '1999-01-01T00:00:00Z' });
    await lrs.post(sent);
    const got = await one(sent['id']);
    expect(JSON.stringify(got['authority'])).not.toContain('ander');
    expect(got['stored']).not.toContain('1999');
  });

  it('keep the version they say (XAPI-00332)', async () => {
    const sent = statement({ version: '1.0.1' });
    await lrs.post(sent);
    expect(await one(sent['id'])).toMatchObject({ version: '1.0.1' });
  });

  it('keep time to the millisecond and numbers exactly (XAPI-00122, XAPI-00002)', async () => {
    const sent = statement({
      timestamp: '2026-11-23T08:00:00.123456Z',
      result: { score: { raw: 0.1234567890123, max: 1e10 } },
    });
    await lrs.post(sent);
    const got = await one(sent['id']);
    expect(String(got['timestamp'])).toMatch(/08:00:00\.123/);
    expect(got['result']).toEqual(sent['result']);
  });

  it('keep extensions that are null, empty or odd (XAPI-00119)', async () => {
    const extensions = { 'https://x.example/a': null, 'https://x.example/b': '', 'https://x.example/c': {} };
    const sent = statement({ context: { extensions } });
    expect((await lrs.post(sent)).status).toBe(200);
    expect(await one(sent['id'])).toMatchObject({ context: { extensions } });
  });

  it('give context activities as lists, also when sent as one (XAPI-00096)', async () => {
    const sent = statement({ context: { contextActivities: { parent: { id: 'https://x.example/les' } } } });
    await lrs.post(sent);
    expect(await one(sent['id'])).toMatchObject({
      context: { contextActivities: { parent: [{ id: 'https://x.example/les' }] } },
    });
  });

  it('are put under the id in the address (XAPI-00143, XAPI-00144, XAPI-00145)', async () => {
    const { id, ...body } = statement();
    const put = (query: string, sent: unknown): Promise<Response> =>
      lrs.xapi(`statements${query}`, { method: 'PUT', body: JSON.stringify(sent) });
    expect((await put(`?statementId=${String(id)}`, body)).status).toBe(204);
    expect((await put('', body)).status).toBe(400);
    expect((await put(`?statementId=${randomUUID()}`, { ...body, id })).status).toBe(400);
  });

  it('are accepted once when sent again, and refused when they say something else (XAPI-00142)', async () => {
    const sent = statement({ context: { contextActivities: { parent: { id: 'https://x.example/les' } } } });
    expect((await lrs.post([sent])).status).toBe(200);
    expect((await lrs.post([sent])).status).toBe(200);
    const path = `statements?statementId=${String(sent['id'])}`;
    expect((await lrs.xapi(path, { method: 'PUT', body: JSON.stringify(sent) })).status).toBe(204);
    const other = await lrs.post({ ...sent, result: { success: true } });
    expect(other.status).toBe(409);
    expect(await other.text()).toContain(sent['id']);
    expect(await one(sent['id'])).not.toHaveProperty('result');
  });

  it('are accepted once in a batch beside new ones, and with one that says something else none is (XAPI-00142)', async () => {
    const registration = randomUUID();
    const [known, first, second] = [1, 2, 3].map(() => statement({ context: { registration } }));
    await lrs.post([known]);
    expect((await lrs.post([first, known])).status).toBe(200);
    expect(await lrs.ids({ registration, ascending: 'true' })).toEqual([known?.['id'], first?.['id']]);
    const reply = await lrs.post([second, { ...known, result: { success: true } }]);
    expect(reply.status).toBe(409);
    expect(await reply.text()).toContain(known?.['id']);
    expect(await lrs.ids({ registration, ascending: 'true' })).toEqual([known?.['id'], first?.['id']]);
    expect((await lrs.post([second])).status).toBe(200);
    expect(await lrs.found({ registration })).toHaveLength(3);
  });

  it('are refused as a whole batch when one is bad, with the reason (XAPI-00326)', async () => {
    const good = statement();
    const reply = await lrs.post([good, statement({ result: { score: { scaled: 2 } } })]);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('statement.result.score.scaled');
    expect((await lrs.xapi(`statements?statementId=${String(good['id'])}`)).status).toBe(404);
  });

  it('of many senders at the same moment are each stored once, beside the refusal of a bad one', async () => {
    const registration = randomUUID();
    const mine = Array.from({ length: 20 }, () => statement({ context: { registration } }));
    const known = mine[0];
    await lrs.post(known);
    const replies = await Promise.all([
      ...mine.map((each) => lrs.post(each)),
      lrs.post({ ...known, result: { success: false } }),
      ...mine.map((each) => lrs.post(each)),
    ]);
    const statuses = replies.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 409)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(40);
    expect(new Set(await lrs.ids({ registration }))).toEqual(new Set(mine.map((each) => each['id'])));
  });
});

/** Each wrong in one thing. */
const BAD: Readonly<Record<string, unknown>> = {
  'no actor': statement({ actor: undefined }),
  'a property that xAPI does not know': statement({ iets: 1 }),
  'a property in another case': { ...statement({ verb: undefined }), Verb: { id: 'https://x.example/v' } },
  'null for a value': statement({ result: null }),
  'an id that is no UUID': statement({ id: 'abc' }),
  'a verb without a scheme (XAPI-00011)': statement({ verb: { id: 'answered' } }),
  'an actor with two identifiers': statement({
    actor: { mbox: 'mailto:a@x.example', openid: 'https://x.example/a' },
  }),
  'an anonymous group without members': statement({ actor: { objectType: 'Group' } }),
  'a language map with a tag that is none': statement({
    verb: { id: 'https://x.example/v', display: { 'a b': 'x' } },
  }),
  'a duration that is none': statement({ result: { duration: 'tien minuten' } }),
  'a raw score above the largest': statement({ result: { score: { raw: 11, max: 10 } } }),
  'a timestamp that is none': statement({ timestamp: 'gisteren' }),
  'a statement inside a statement inside a statement': statement({
    object: { objectType: 'SubStatement', ...inner({ object: { objectType: 'SubStatement', ...inner() } }) },
  }),
  'a reference to no statement': statement({ object: { objectType: 'StatementRef', id: 'x' } }),
  'a choice with choices of another interaction': statement({
    object: { id: 'https://x.example/i', definition: { interactionType: 'choice', scale: [{ id: 'a' }] } },
  }),
  'correct responses without an interaction type (XAPI-00064)': statement({
    object: { id: 'https://x.example/i', definition: { correctResponsesPattern: ['a'] } },
  }),
  'context of an activity where the object is an agent': statement({
    object: { objectType: 'Agent', mbox: 'mailto:b@x.example' },
    context: { revision: '2' },
  }),
  'an authority of three agents (XAPI-00100)': statement({
    authority: { objectType: 'Group', member: [actor('a'), actor('b'), actor('c')] },
  }),
  'a version before 1.0': statement({ version: '0.9' }),
  'a registration that is no UUID': statement({ context: { registration: 'x' } }),
  'no statement at all': 'tekst',
};

function inner(more: Statement = {}): Statement {
  return without(statement(more), 'id');
}

describe('a statement is refused with', () => {
  it.each(Object.entries(BAD))('%s', async (_what, body) => {
    const reply = await lrs.post(body);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toMatch(/\S{3,}/);
  });

  it('what is wrong in an actor, a verb or a context like one that came before, each time', async () => {
    const someone = actor('iemand');
    const verb = { id: 'https://x.example/verb', display: { nl: 'deed' } };
    const context = { contextActivities: { grouping: [{ id: 'https://x.example/groep' }] }, revision: '1' };
    const posted = async (parts: Statement) =>
      (await lrs.post(statement({ actor: someone, verb, context, ...parts }))).status;
    expect(await posted({})).toBe(200);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await posted({ actor: { ...someone, more: 1 } })).toBe(400);
      expect(await posted({ verb: { ...verb, display: { nl: 1 } } })).toBe(400);
      expect(await posted({ context: { ...context, registration: 'none' } })).toBe(400);
      expect(await posted({ context: { contextActivities: { grouping: [{ id: 'none' }] } } })).toBe(400);
      // A revision goes with an activity alone.
      expect(await posted({ object: someone })).toBe(400);
      expect(await posted({ verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } })).toBe(400);
    }
  });

  it('what is wrong in a batch beside parts that were right in one before', async () => {
    const context = {
      registration: randomUUID(),
      platform: 'Hier',
      extensions: { 'https://x.example/e': 1 },
    };
    const result = { success: true, score: { scaled: 0.5 }, duration: 'PT1S' };
    const posted = async (more: Statement): Promise<number> =>
      (await lrs.post([statement({ context, result }), statement({ context, result, ...more })])).status;
    expect(await posted({})).toBe(200);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await posted({})).toBe(200);
      // A platform goes with an activity alone.
      expect(await posted({ object: actor('iemand') })).toBe(400);
      expect(await posted({ result: { ...result, score: { scaled: 2 } } })).toBe(400);
      expect(await posted({ context: { ...context, registration: 'none' } })).toBe(400);
      // What is right as one part is not so as another.
      expect(await posted({ context: result })).toBe(400);
      expect(await posted({ result: context })).toBe(400);
      expect(await posted({ timestamp: 'straks' })).toBe(400);
      expect(await posted({ id: 'geen' })).toBe(400);
    }
  });

  it('what is wrong beside a definition that came before, and a wrong definition each time', async () => {
    const definition = { name: { nl: 'Een vraag' } };
    const context = { contextActivities: { parent: [{ id: 'https://x.example/p', definition }] } };
    const object = { id: 'https://x.example/q', definition };
    const posted = async (more: Statement): Promise<number> => (await lrs.post(statement(more))).status;
    expect(await posted({ object, context })).toBe(200);
    expect(await posted({ object, context })).toBe(200);
    expect(await posted({ object: { definition } })).toBe(400);
    expect(await posted({ object: { ...object, id: 'no iri' }, context })).toBe(400);
    expect(await posted({ object: { ...object, objectType: 'StatementRef' } })).toBe(400);
    const wrong = { ...object, definition: { ...definition, more: 1 } };
    for (let turn = 0; turn < 2; turn += 1) expect(await posted({ object: wrong, context })).toBe(400);
    const sent = statement({ object, context });
    await lrs.post(sent);
    expect(await one(sent['id'])).toMatchObject({ object, context });
  });
});

describe('statements are found', () => {
  it('by each filter (XAPI-00174, XAPI-00175, XAPI-00177 to XAPI-00181)', async () => {
    const registration = randomUUID();
    const verb = { id: 'https://x.example/verbs/zocht' };
    const context = {
      registration,
      instructor: actor('trainer'),
      contextActivities: { grouping: [{ id: 'https://x.example/cursus' }] },
    };
    const sent = statement({
      verb,
      context,
      actor: actor('filter'),
      object: { id: 'https://x.example/zoek' },
    });
    await lrs.post([sent, statement()]);
    const mine = [sent['id']];
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await lrs.ids({ verb: verb.id })).toEqual(mine);
    expect(await lrs.ids({ registration })).toEqual(mine);
    expect(await lrs.ids({ activity: 'https://x.example/zoek' })).toEqual(mine);
    expect(await lrs.ids({ agent: JSON.stringify(actor('filter')) })).toEqual(mine);
    expect(await lrs.ids({ agent: JSON.stringify(actor('trainer')) })).toEqual([]);
    expect(await lrs.ids({ agent: JSON.stringify(actor('trainer')), related_agents: 'true' })).toEqual(mine);
    expect(await lrs.ids({ activity: 'https://x.example/cursus' })).toEqual([]);
    expect(await lrs.ids({ activity: 'https://x.example/cursus', related_activities: 'true' })).toEqual(mine);
    expect(await lrs.ids({ registration, since: later })).toEqual([]);
    expect(await lrs.ids({ registration, until: later })).toEqual(mine);
  });

  it('by a member of the group that did it, and by what stands in a statement inside', async () => {
    const member = actor(randomUUID());
    const group = statement({ actor: { objectType: 'Group', member: [member] } });
    const about = { id: `https://x.example/${randomUUID()}` };
    const nested = statement({ object: { objectType: 'SubStatement', ...inner({ object: about }) } });
    await lrs.post([group, nested]);
    expect(await lrs.ids({ agent: JSON.stringify(member) })).toEqual([group['id']]);
    expect(await lrs.ids({ activity: about.id })).toEqual([]);
    expect(await lrs.ids({ activity: about.id, related_activities: 'true' })).toEqual([nested['id']]);
  });

  it('page by page, in both orders (XAPI-00108, XAPI-00109, XAPI-00114, XAPI-00166, XAPI-00173)', async () => {
    const registration = randomUUID();
    const sent = Array.from({ length: 5 }, () => statement({ context: { registration } }));
    await lrs.post(sent);
    const ids = sent.map((each) => each['id']);
    for (const ascending of [true, false]) {
      const seen: unknown[] = [];
      let path = `statements?registration=${registration}&limit=2&ascending=${ascending}`;
      while (path) {
        const page = (await (await lrs.xapi(path)).json()) as { statements: Statement[]; more: string };
        seen.push(...page.statements.map((each) => each['id']));
        path = page.more.replace('/xapi/', '');
      }
      expect(seen).toEqual(ascending ? ids : [...ids].reverse());
    }
  });

  it('by nothing that matches as an empty list (XAPI-00149)', async () => {
    expect(await lrs.found({ registration: randomUUID() })).toEqual([]);
  });

  it('from where a reader stopped, whoever writes at that moment (XAPI-00153, XAPI-00160)', async () => {
    const registration = randomUUID();
    const state = { isWriting: true };
    const writing = Promise.all(
      Array.from({ length: 60 }, () => lrs.post(statement({ context: { registration } }))),
    ).finally(() => (state.isWriting = false));
    const seen = new Set<unknown>();
    let since = '2000-01-01T00:00:00Z';
    for (let last = false; ; last = !state.isWriting) {
      const reply = await lrs.xapi(`statements?registration=${registration}&ascending=true&since=${since}`);
      const through = reply.headers.get('X-Experience-API-Consistent-Through') ?? '';
      for (const each of ((await reply.json()) as { statements: Statement[] }).statements) {
        expect(seen).not.toContain(each['id']);
        if (String(each['stored']) <= through) seen.add(each['id']);
      }
      since = through;
      if (last) break;
    }
    await writing;
    expect(seen.size).toBe(60);
  });

  it('not by a parameter in another case, unknown, or of a wrong kind (XAPI-00324, XAPI-00325)', async () => {
    for (const query of [
      'Verb=https://x.example/v',
      'foo=1',
      'limit=-1',
      'ascending=ja',
      'since=x',
      'agent=x',
    ])
      expect((await lrs.xapi(`statements?${query}`)).status).toBe(400);
  });

  it('one at a time, with nothing but format and attachments (XAPI-00150, XAPI-00151)', async () => {
    const sent = statement();
    await lrs.post(sent);
    const path = `statements?statementId=${String(sent['id'])}`;
    expect((await lrs.xapi(`${path}&format=ids&attachments=false`)).status).toBe(200);
    expect((await lrs.xapi(`${path}&limit=1`)).status).toBe(400);
    expect((await lrs.xapi(`${path}&voidedStatementId=${randomUUID()}`)).status).toBe(400);
    expect((await lrs.xapi(`statements?statementId=${randomUUID()}`)).status).toBe(404);
  });

  it('with HEAD as with GET, but without a body', async () => {
    const reply = await lrs.xapi('statements?limit=1', { method: 'HEAD' });
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe('');
  });
});

describe('voided statements', () => {
  it('disappear, and statements about a match are given with it (XAPI-00018, XAPI-00157, XAPI-00163)', async () => {
    const registration = randomUUID();
    const target = statement({ context: { registration } });
    await lrs.post(target);
    const about = statement({
      object: { objectType: 'StatementRef', id: target['id'] },
      verb: { id: 'https://x.example/verbs/noemde' },
    });
    await lrs.post(about);
    const further = statement({ object: { objectType: 'StatementRef', id: about['id'] } });
    await lrs.post(further);
    expect(await lrs.ids({ registration })).toEqual([further['id'], about['id'], target['id']]);
    const gone = voiding(target['id']);
    expect((await lrs.post(gone)).status).toBe(200);
    expect((await lrs.xapi(`statements?statementId=${String(target['id'])}`)).status).toBe(404);
    expect((await lrs.xapi(`statements?voidedStatementId=${String(target['id'])}`)).status).toBe(200);
    // XAPI-00162: what points at it is still found by it.
    expect(await lrs.ids({ registration })).toEqual([gone['id'], further['id'], about['id']]);
  });

  it('cannot be voiding ones (XAPI-00016)', async () => {
    const target = statement();
    const gone = voiding(target['id']);
    await lrs.post(target);
    await lrs.post(gone);
    expect((await lrs.post(voiding(gone['id']))).status).toBe(400);
    expect((await lrs.xapi(`statements?statementId=${String(gone['id'])}`)).status).toBe(200);
  });

  it('may come after what voids them', async () => {
    const target = statement();
    await lrs.post(voiding(target['id']));
    await lrs.post(target);
    expect((await lrs.xapi(`statements?statementId=${String(target['id'])}`)).status).toBe(404);
  });
});

describe('the form of a statement', () => {
  const components = [{ id: 'a', description: { 'nl-NL': 'ja', 'en-GB': 'yes' } }];
  const definition = {
    name: { 'nl-NL': 'vraag', 'en-GB': 'question' },
    description: { fr: 'la question' },
    interactionType: 'choice',
    choices: components,
  };
  const full = (): Statement =>
    statement({
      actor: { ...actor('vorm'), name: 'Vera', objectType: 'Agent' },
      verb: { id: 'https://x.example/verbs/vormde', display: { 'nl-NL': 'vormde', 'en-GB': 'shaped' } },
      object: { objectType: 'Activity', id: 'https://x.example/vorm', definition },
      context: { team: { objectType: 'Group', name: 'team', member: [{ ...actor('lid'), name: 'Lid' }] } },
    });
  const inForm = async (format: string, language?: string): Promise<Statement> => {
    const sent = full();
    await lrs.post(sent);
    const headers = language === undefined ? {} : { 'Accept-Language': language };
    const reply = await lrs.xapi(`statements?statementId=${String(sent['id'])}&format=${format}`, {
      headers,
    });
    return (await reply.json()) as Statement;
  };

  it('is exact unless asked otherwise (XAPI-00168, XAPI-00170)', async () => {
    const { actor: who, verb, object } = full();
    expect(await inForm('exact')).toMatchObject({ actor: who, verb, object });
  });

  it('ids: only what identifies (XAPI-00171)', async () => {
    const got = await inForm('ids');
    expect(got['actor']).toEqual({ objectType: 'Agent', ...actor('vorm') });
    expect(got['verb']).toEqual({ id: 'https://x.example/verbs/vormde' });
    expect(got['object']).toEqual({ id: 'https://x.example/vorm' });
    expect(got['context']).toEqual({ team: { objectType: 'Group', member: [actor('lid')] } });
  });

  it('canonical: one language, the reader’s first (XAPI-00169, XAPI-00172)', async () => {
    const inLanguage = (name: object, display: object, description: object): object => ({
      verb: { id: 'https://x.example/verbs/vormde', display },
      object: {
        objectType: 'Activity',
        id: 'https://x.example/vorm',
        definition: {
          name,
          description: { fr: 'la question' },
          interactionType: 'choice',
          choices: [{ id: 'a', description }],
        },
      },
    });
    const { verb, object } = await inForm('canonical', 'de, en;q=0.8, nl;q=0.5');
    const english = inLanguage({ 'en-GB': 'question' }, { 'en-GB': 'shaped' }, { 'en-GB': 'yes' });
    expect({ verb, object }).toEqual(english);
    const unasked = await inForm('canonical');
    expect(unasked['verb']).toMatchObject({ display: { 'nl-NL': 'vormde' } });
  });
});

describe('an activity', () => {
  it('is all that its statements have said, in all languages (XAPI-00251, XAPI-00254)', async () => {
    const id = `https://x.example/${randomUUID()}`;
    const said = (definition: object): Statement => statement({ object: { id, definition } });
    await lrs.post([
      said({ name: { nl: 'oud', fr: 'réunion' }, type: 'https://x.example/t1' }),
      statement({ object: { id } }),
      said({ name: { nl: 'nieuw' }, type: 'https://x.example/t2' }),
    ]);
    const reply = await lrs.xapi(`activities?${new URLSearchParams({ activityId: id })}`);
    expect(await reply.json()).toEqual({
      objectType: 'Activity',
      id,
      definition: { name: { nl: 'nieuw', fr: 'réunion' }, type: 'https://x.example/t2' },
    });
    expect((await lrs.xapi('activities')).status).toBe(400);
  });
});

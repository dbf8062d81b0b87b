/** The real municipality: enough of it, its parts fit each other, and nothing in it can be due for ever. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dueOn, formatUpkeep, upkeepOf } from '../../src/content/check/upkeep.js';
import { readModules } from '../../src/content/read.js';
import { searchArticles } from '../../src/player/desk/search.js';

const MODULES = fileURLToPath(new URL('../../modules', import.meta.url));
const { town, list, modules } = readModules(MODULES);
if (!town) throw new Error('no municipality');
const customers = [...town.customers.values()];
const cases = [...town.cases.values()];
/** All records are as of this Monday; some were written a day later. */
const DAYS = ['2026-11-23', '2026-11-24'];

/** Days from Monday to Friday after the first day, up to and including the last. */
function workingDays(from: string, to: string): number {
  let days = 0;
  for (let day = Date.parse(from) + 864e5; day <= Date.parse(to); day += 864e5)
    if (![0, 6].includes(new Date(day).getUTCDay())) days++;
  return days;
}

describe('Zeventerpen', () => {
  it('is read without findings', () => {
    const own = list.findings.filter(
      ({ file }) => file.includes('/zeventerpen/') || file.endsWith('leerdoelen.yaml'),
    );
    expect(own).toEqual([]);
  });

  it('has the people, articles, words and goals that a course needs', () => {
    expect(customers.length).toBeGreaterThanOrEqual(24);
    expect(town.articles.size).toBeGreaterThanOrEqual(40);
    expect(town.glossary.length).toBeGreaterThanOrEqual(80);
    expect(town.goals?.all.length).toBeGreaterThanOrEqual(70);
    expect([...town.articles.values()].filter(({ verouderd }) => verouderd).length).toBeGreaterThanOrEqual(3);
  });

  it('lies on the desk of each module after the first two, forty articles or more, so that searching is work', () => {
    for (const id of ['kanalen', 'backoffice', 'klachten', 'portalen']) {
      const kennisbank = modules.find((one) => one.id === id)?.head.data.kennisbank ?? [];
      expect(new Set(kennisbank).size, id).toBeGreaterThanOrEqual(40);
    }
  });

  it('has no article that a typing error hides: two letters swapped in the longest word of its title', () => {
    const articles = [...town.articles.values()];
    const swapped = (title: string): string => {
      const [word = ''] = (title.match(/\p{L}+/gu) ?? []).sort((a, b) => b.length - a.length);
      const at = Math.floor(word.length / 2);
      return `${word.slice(0, at - 1)}${word.charAt(at)}${word.charAt(at - 1)}${word.slice(at + 1)}`;
    };
    const hidden = articles.filter(
      (one) => !searchArticles(articles, swapped(one.titel)).some(({ id }) => id === one.id),
    );
    expect(hidden.map(({ id }) => id)).toEqual([]);
  });

  it('has an open case at every desk', () => {
    const idle = town.municipality.backoffice
      .map(({ id }) => id)
      .filter((id) => !cases.some((one) => one.bureau === id));
    expect(idle).toEqual([]);
  });

  it('casts everybody: who is a customer has a voice', () => {
    const cast = readFileSync(join(MODULES, 'zeventerpen/rolverdeling.md'), 'utf8');
    const heard = [...cast.matchAll(/^### (.+)$/gm)].flatMap(
      ([, names = '']) => names.match(/[a-z]+(-[a-z]+)*/g) ?? [],
    );
    expect(customers.map(({ id }) => id).filter((id) => !heard.includes(id))).toEqual([]);
  });

  it('counts the working days of a running term right', () => {
    const wrong = cases.flatMap(({ id, status, gestart, termijn, notities }) => {
      if (!termijn || status === 'afgerond' || status === 'stilgezet') return [];
      if (notities.some(({ tekst }) => /stilgestaan/.test(tekst))) return [];
      const right = DAYS.map((day) => workingDays(gestart, day));
      return right.includes(termijn.verstreken)
        ? []
        : [`${id}: ${termijn.verstreken}, not ${right.join(' or ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('knows nothing of what comes later', () => {
    const dates = [
      ...customers.flatMap(({ id, contacten }) => contacten.map(({ datum }) => [id, datum] as const)),
      ...cases.flatMap(({ id, notities }) => notities.map(({ datum }) => [id, datum] as const)),
    ];
    expect(dates.filter(([, date]) => date > '2026-11-23')).toEqual([]);
  });

  it('tells the story that does not add up of two men alike: only names and numbers differ', () => {
    const [first, second] = ['bouwman', 'el-khatib'].map((id) => {
      const { contacten, signalen, voorkeur, geboren, huishouden } = town.customers.get(id) ?? customers[0]!;
      const own = cases.filter(({ klant }) => klant === id).map((one) => ({ ...one, id: '', klant: '' }));
      return { contacten, signalen, voorkeur, geboren, huishouden, own };
    });
    expect(first?.own).toHaveLength(1);
    expect(second).toEqual(first);
  });
});

describe('facts that age', () => {
  const upkeep = upkeepOf(town, []);

  it('have a day on which somebody looks again', () => {
    expect(upkeep.filter(({ again }) => again === undefined)).toEqual([]);
    expect(upkeep.filter(({ again, checked }) => (again ?? '') <= checked)).toEqual([]);
  });

  it('are due on that day, unless they are out of date on purpose', () => {
    expect(dueOn(upkeep, '2026-11-25')).toEqual([]);
    const due = dueOn(upkeep, '2027-01-15').map(({ file }) => file);
    expect(due).toContain('kennisbank/paspoort-aanvragen.artikel.md');
    expect(due).not.toContain('kennisbank/briefadres-2019.artikel.md');
    expect(formatUpkeep(upkeep, '2027-01-15', false)).toContain('na te lopen sinds 2027-01-15');
  });

  it('say what nobody has looked up, to authors only', () => {
    expect(formatUpkeep(upkeep, '2026-11-25', true)).toContain('uit te zoeken: De prijs en de loketten');
    expect(JSON.stringify([...town.articles.values()])).not.toContain('De prijs en de loketten');
  });
});

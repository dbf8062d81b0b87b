/** The spans of whole months that a report knows. Never a free date: whoever could choose a span could choose one person's day. */
import type { Period } from './edition.js';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** All of a report from month `first` to month `last` ('2026-09'), in order: everything, years, quarters, months. `today`: '2026-11-23'. */
export function periodsOf(first: string, last: string, today: string): readonly Period[] {
  const months = monthsBetween(first, last);
  const spans = (kind: Period['kind'], size: number): Period[] => {
    const starts = [...new Set(months.map((month) => startOf(month, size)))];
    return starts.map((start, at) => {
      const end = shift(start, size - 1);
      return {
        id: idOf(kind, start),
        kind,
        label: labelOf(kind, start, end),
        first: start,
        last: end,
        running: end >= today.slice(0, 7),
        previous: at === 0 ? null : idOf(kind, starts[at - 1] ?? start),
      };
    });
  };
  const years = spans('year', 12);
  return [
    {
      id: 'all',
      kind: 'all',
      label: labelOf('all', first, last),
      first,
      last,
      running: last >= today.slice(0, 7),
      previous: null,
    },
    ...(years.length > 1 ? years : []),
    ...spans('quarter', 3),
    ...spans('month', 1),
  ];
}

/** The first day of a month, and the first day after a month: '2026-12-01'. */
export const firstDay = (month: string): string => `${month}-01`;
export const dayAfter = (month: string): string => `${shift(month, 1)}-01`;

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = shift(month, 1)) months.push(month);
  return months;
}

function startOf(month: string, size: number): string {
  const [year, number] = split(month);
  return written(year, Math.floor((number - 1) / size) * size + 1);
}

function shift(month: string, by: number): string {
  const [year, number] = split(month);
  const count = year * 12 + number - 1 + by;
  return written(Math.floor(count / 12), (count % 12) + 1);
}

function split(month: string): readonly [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}

const written = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

function idOf(kind: Period['kind'], start: string): string {
  const [year, month] = split(start);
  switch (kind) {
    case 'all':
      return 'all';
    case 'year':
      return `${year}`;
    case 'quarter':
      return `${year}-q${Math.ceil(month / 3)}`;
    case 'month':
      return start;
  }
}

function labelOf(kind: Period['kind'], first: string, last: string): string {
  const [year, month] = split(first);
  const [lastYear, lastMonth] = split(last);
  const name = (number: number): string => MONTHS[number - 1] ?? '';
  if (kind === 'year') return `${year}`;
  if (first === last) return `${name(month)} ${year}`;
  const begin = year === lastYear ? name(month) : `${name(month)} ${year}`;
  return `${begin} – ${name(lastMonth)} ${lastYear}`;
}

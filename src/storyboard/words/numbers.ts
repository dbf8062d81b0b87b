/** Numbers as a Dutch reader expects them. */

const MINUS = '\u2212';

/** At most two decimals, with a comma. */
export const decimal = (value: number): string =>
  String(Math.round(value * 100) / 100)
    .replace('.', ',')
    .replace('-', MINUS);

/** With its sign, also when it goes up: `+1,5`. */
export const signed = (value: number): string => (value > 0 ? `+${decimal(value)}` : decimal(value));

/** A count, with a dot between thousands. */
export const whole = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** Euro, always with cents. */
export const euro = (value: number): string =>
  `€\u00a0${value.toFixed(2).replace('.', ',').replace('-', MINUS)}`;

/** 0..1 as a percentage without decimals. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

const counted =
  (one: string, more: string) =>
  (count: number): string =>
    `${decimal(count)} ${count > 0 && count <= 1 ? one : more}`;
export const minutes = counted('minuut', 'minuten');
export const workingDays = counted('werkdag', 'werkdagen');
export const contacts = counted('contact', 'contacten');
export const words = counted('woord', 'woorden');

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `2026-11-04` -> `4 november 2026`; anything else as it is. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** Figures in Dutch words, as the report says them. */
import type { Edition } from '../../edition/edition.js';
import { shareText } from '../../edition/table.js';
import type { Share } from '../../edition/figures.js';

const numberFormat = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const dayFormat = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
const timeFormat = new Intl.DateTimeFormat('nl-NL', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});
const coefficientFormat = new Intl.NumberFormat('nl-NL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
export const MINUS = '\u2212';

/** 41208 -> '41.208', -0.08 -> '−0,08'. */
export const number = (value: number): string => numberFormat.format(value).replace('-', MINUS);

/** A correlation or the like, which stand under each other: 0.1 -> '0,10'. */
export const coefficient = (value: number): string => coefficientFormat.format(value).replace('-', MINUS);

/** A difference with its sign: '+14', '−3', '0'. */
export const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));

/** 'hoogstens 20 %'; null: too few to tell. */
export const percent = (share: Share | null): string =>
  share === null ? 'niet getoond' : `${shareText(share) ?? ''}\u00a0%`;

/** '23 november 2026', in the time of the Netherlands. */
export const day = (iso: string): string => dayFormat.format(new Date(iso));

/** '23 november 2026, 10.30 uur'. */
export function moment(iso: string): string {
  return `${day(iso)}, ${timeFormat.format(new Date(iso)).replace(':', '.')} uur`;
}

export const people = (n: number): string => (n === 1 ? '1 mens' : `${number(n)} mensen`);

const VERSIONS_NAMED = 3;

/** 'versie 3f9a1c', 'versies a, b, c en 2 andere'. */
export function versionsText(versions: readonly string[]): string {
  const named = versions.slice(0, VERSIONS_NAMED).join(', ');
  const more = versions.length - VERSIONS_NAMED;
  return `${versions.length === 1 ? 'versie' : 'versies'} ${named}${more > 0 ? ` en ${more} andere` : ''}`;
}

interface Basis {
  readonly n: number;
  readonly versions: readonly string[];
  readonly period: string;
  readonly asOf?: string | undefined;
}

/** On what a figure stands: '159 mensen · oktober – december 2026 · versie 3f9a1c'. */
export function basisText(cell: Basis, period: (id: string) => string, who = people(cell.n)): string {
  return [
    who,
    period(cell.period),
    ...(cell.versions.length > 0 ? [versionsText(cell.versions)] : []),
    ...(cell.asOf === undefined ? [] : [`cijfer van ${day(cell.asOf)}`]),
  ].join(' · ');
}

/** The same for who has a minute: without versions, which stand under 'Hierop gebaseerd'. */
export const peopleText = (cell: Basis, period: (id: string) => string, who?: string): string =>
  basisText({ ...cell, versions: [] }, period, who);

/** The limits of a label on the scale: '70 tot 85'. */
export function limitsOf(
  labels: Edition['labels'],
  label: string,
): { readonly from: number; readonly to: number } {
  const at = labels.findIndex((each) => each.label === label);
  return { from: labels[at]?.from ?? 0, to: labels[at + 1]?.from ?? 100 };
}

/** Where a long word of the trade may break in a narrow column. */
export const breakable = (label: string): string => label.replace(/\b(Kanaal|Kennis)(?=\p{L})/gu, '$1\u00ad');

/** 'a, b en c'. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1) ?? ''}`;
}

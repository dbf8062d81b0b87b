/** Numbers and dates as the reader of the page's language expects them. */
import { language, t } from '../texts/texts.js';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** One formatter per language and kind: making one costs more than using it. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function format<F extends Intl.NumberFormat | Intl.DateTimeFormat>(
  kind: string,
  make: (locale: string) => F,
): F {
  const key = `${language}/${kind}`;
  const known = made.get(key) as F | undefined;
  if (known) return known;
  const fresh = make(LOCALES[language]);
  made.set(key, fresh);
  return fresh;
}

/** 4.25 -> '4,3'; whole numbers without decimals. */
export function decimal(value: number): string {
  return format('decimal', (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })).format(
    value,
  );
}

/** Money in euro: 8.5 -> '€ 8,50', with a no-break space. */
export function euro(value: number): string {
  const options = { style: 'currency', currency: 'EUR' } as const;
  return format('euro', (locale) => new Intl.NumberFormat(locale, options)).format(value);
}

/** An amount that an author wrote, 'kost € 8,50', with its sign and its figure on one line. */
export function unbroken(text: string): string {
  return text.replaceAll(/€ (?=\d)/g, '€\u00a0');
}

const SHORT = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

/** ISO date -> '14 okt 2026'; anything else comes back as it is. */
export function shortDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return format('short', (locale) => new Intl.DateTimeFormat(locale, SHORT)).format(date);
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** A moment as the reader's own calendar has it: '25 november 2026'. */
export function longDate(moment: Date): string {
  return format('long', (locale) => new Intl.DateTimeFormat(locale, LONG)).format(moment);
}

/** First letter as a capital: moods are written small. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 'Zeventerpen' -> 'Gemeente Zeventerpen'. */
export function municipality(name: string): string {
  return name.startsWith('Gemeente') ? name : t.app.municipality(name);
}

/** A name as an LMS sorts it, 'Jansen, Sam', as it is said: 'Sam Jansen'. Any other form stays as it is. */
export function spokenName(name: string): string {
  const [last, first, ...rest] = name.split(/,\s*/);
  return first && rest.length === 0 ? `${first} ${last}` : name;
}

/** Numbers and dates as a Dutch reader expects them. */

/** 4.25 -> '4,3'; whole numbers without decimals. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

/** Money in euro: 8.5 -> '€ 8,50', with a no-break space. */
export function euro(value: number): string {
  return `€\u00a0${value.toFixed(2).replace('.', ',')}`;
}

const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** ISO date -> '14 okt 2026'; anything else comes back as it is. */
export function shortDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return year && day && name ? `${day} ${name} ${year}` : iso;
}

/** First letter as a capital: moods are written small. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Spellings that pass the strictest reader we know (Moodle's own patterns), shared by both SCORM editions. */

/** Ids of content are kebab-case without `_`, so this can never make two ids alike. */
export function toIdentifier(id: string): string {
  return id.replaceAll('-', '_').replace(/[^A-Za-z0-9_.]/g, '.');
}

/** At most `decimals` (0..6) decimals, never an exponent: `0.0001`, `12`, `83.33`. */
export function toDecimal(value: number, decimals = 4): string {
  return String(Number(value.toFixed(decimals)) + 0);
}

/** SCORM 1.2 CMITimespan `HHHH:MM:SS.SS`; what does not fit stops at 9999 hours. */
export function toTimespan(milliseconds: number): string {
  const parts = clockParts(Math.min(milliseconds, 9999 * 3_600_000));
  return `${pad(parts.hours, 4)}:${pad(parts.minutes, 2)}:${parts.seconds.padStart(5, '0')}`;
}

/** SCORM 2004 timeinterval `PT1H2M3.04S`. */
export function toDuration(milliseconds: number): string {
  const parts = clockParts(milliseconds);
  return `PT${parts.hours}H${parts.minutes}M${parts.seconds}S`;
}

/** SCORM 1.2 CMITime `HH:MM:SS.SS`, on the learner's own clock. */
export function toTimeOfDay(at: Date): string {
  const seconds = at.getSeconds() + Math.floor(at.getMilliseconds() / 10) / 100;
  return `${pad(at.getHours(), 2)}:${pad(at.getMinutes(), 2)}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** SCORM 2004 timestamp in UTC with two decimals: Moodle refuses both `...00Z` and `...00.123Z`. */
export function toTimestamp(at: Date): string {
  return at.toISOString().replace(/\.(\d\d)\dZ$/, '.$1Z');
}

/** One line of at most `length` characters: no reader takes a newline, some cut without telling. */
export function toLine(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  // Half an emoji makes Moodle's commit throw.
  return `${line
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

function clockParts(milliseconds: number): { hours: number; minutes: number; seconds: string } {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  return {
    hours: Math.floor(hundredths / 360_000),
    minutes: Math.floor(hundredths / 6_000) % 60,
    seconds: ((hundredths % 6_000) / 100).toFixed(2),
  };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

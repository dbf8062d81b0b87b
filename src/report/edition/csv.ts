/** A table as CSV that a Dutch Excel opens by double click: UTF-8 with BOM, `;`, decimal comma, CRLF (RFC 4180). */
import type { Table, Value } from './table.js';

const BOM = '\ufeff';

export function csvOf({ columns, rows }: Table): string {
  return BOM + [columns, ...rows].map((row) => row.map(field).join(';') + '\r\n').join('');
}

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  // A text that a spreadsheet would take for a formula stays a text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

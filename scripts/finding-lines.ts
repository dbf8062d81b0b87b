import { formatFinding, type Finding } from '../src/content/index.js';

/** What a build says of the content: every error, and of warnings only how many and where to read them. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const errors = findings.filter((finding) => finding.severity === 'error').map(formatFinding);
  const warnings = findings.length - errors.length;
  return warnings === 0 ? errors : [...errors, `${warnings} warning(s) on the content: see npm run check`];
}

/** Says of a finding in a fragment in which script it was found, where that matters. */
import type { FindingCode, Place, Reporter } from '../finding.js';
import type { Use } from './weave.js';

/** What follows from the script as a whole; all else is wrong with the fragment wherever it is used. */
const OF_THE_SCRIPT: ReadonlySet<FindingCode> = new Set([
  'verwijzing',
  'onbereikbaar',
  'ongebruikt',
  'kring',
  'bewijs',
  'bewijs-advies',
]);

/** The same reporter, for a script into which these fragments are woven. */
export function reporterWith(report: Reporter, used: readonly Use[]): Reporter {
  const uses = new Map(used.map(({ fragment, at }) => [fragment.source.report.file, at]));
  const tell: (...args: Parameters<Reporter>) => void = (place, code, message, more) => {
    const use: Place | undefined = place.file === undefined ? undefined : uses.get(place.file);
    if (!use || !OF_THE_SCRIPT.has(code)) {
      report(place, code, message, more);
      return;
    }
    const where = `Het fragment wordt gebruikt in ${report.file}:${use.line}.`;
    const told = code === 'verwijzing' ? 'fragment-past-niet' : code;
    report(place, told, `${message} ${where}`, { ...more, usedIn: report.file });
  };
  return Object.assign(tell, { file: report.file, fix: report.fix });
}

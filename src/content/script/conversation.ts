/** Reads the body of a `.gesprek.md`: `# Bureau`, `# Gesprek`, `# Eindes`, `# Proeven`. */
import type { Reporter } from '../finding.js';
import { placeIn, type Line } from '../source/lines.js';
import type { ConversationBody, TurnNode } from './ast.js';
import { readDesk } from './desk.js';
import { readEndings } from './endings.js';
import { toEntries, toSections } from './entries.js';
import { readTrials } from './trials.js';
import { readTurns } from './turns.js';

export const SECTIONS = ['Bureau', 'Gesprek', 'Eindes', 'Proeven'];

/** Never throws: what cannot be read is reported and left out. */
export function parseConversation(lines: readonly Line[], report: Reporter): ConversationBody {
  const sections = toSections(toEntries(lines, report), SECTIONS, report);
  const entriesOf = (name: string) => sections.find((section) => section.name === name)?.entries ?? [];
  const end = lines.at(-1);
  for (const name of ['Gesprek', 'Eindes']) {
    if (sections.some((section) => section.name === name) || !end) continue;
    report(
      placeIn(end),
      'opbouw',
      `De kop '# ${name}' ontbreekt. Zonder ${name === 'Gesprek' ? 'beurten' : 'eindes'} is er geen gesprek.`,
    );
  }
  return {
    desk: readDesk(entriesOf('Bureau'), report),
    turns: readTurns(entriesOf('Gesprek'), report),
    endings: readEndings(entriesOf('Eindes'), report),
    trials: readTrials(entriesOf('Proeven'), report),
  };
}

/** Reads the body of a `.fragment.md`: turns below `# Gesprek`, and nothing else. Never throws. */
export function parseFragment(lines: readonly Line[], report: Reporter): TurnNode[] {
  const sections = toSections(toEntries(lines, report), ['Gesprek'], report);
  const turns = readTurns(sections[0]?.entries ?? [], report);
  const end = lines.at(-1);
  if (turns.length === 0 && end)
    report(
      placeIn(end),
      'opbouw',
      "Dit fragment heeft geen beurten. Zet onder '# Gesprek' minstens één beurt, zoals '## wie'.",
    );
  return turns;
}

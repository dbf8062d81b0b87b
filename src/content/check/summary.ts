/** The figures of one simulation as text for the author. */
import type { Summary } from './conversation.js';
import { OUTCOMES } from '../vocabulary.js';

/** Some lines of Dutch: size, range per outcome, best path. Ranges are those of the draw in which everybody answers. */
export function formatSummary({
  module,
  unit,
  turns,
  endings,
  proof,
  draw: usual,
  bestPath,
}: Summary): string {
  const draw = proof.draws[usual];
  const size = `${module}/${unit}: ${turns} beurten, ${endings} eindes, ${proof.states} toestanden`;
  if (!draw) return size;
  const show = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
  const ranges = OUTCOMES.map(
    (outcome) => `${outcome} ${show(draw.worst[outcome])} .. ${show(draw.best[outcome])}`,
  );
  return `${size}\n  slechtst .. best: ${ranges.join('; ')}\n  beste weg: ${bestPath.join(', ')}`;
}

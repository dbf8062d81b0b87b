/** Progress, scores and competences that follow from a session's journal. */
import type { Code, Unit } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import { SEEN } from './action.js';
import type { Run } from './journal.js';
import { toScore, type CompetenceEvidence, type Evidence } from './reducer.js';
import { hasScore } from './unit-rules.js';
import type { ModuleProgress, Session, UnitProgress } from './session.js';
import { findUnit, isSeen, journalOf, picksOf, unitState } from './unit-state.js';

export function unitProgress(session: Session, unitCode: Code): UnitProgress {
  const unit = findUnit(session.module, unitCode);
  const { first, best, running } = journalOf(session, unitCode);
  const scoreOf = (run: Run | undefined) => (run ? unitState(session, unitCode, run).score : null);
  const step = running
    ? running.actions.slice(running.from ?? 0).filter((action) => action.code !== SEEN).length +
      (unit.kind === 'test' ? picksOf(running).length : 0)
    : 0;
  return {
    status: best ? 'finished' : running || first ? 'busy' : 'new',
    seen: isUnitSeen(session, unit),
    best: scoreOf(best),
    first: scoreOf(first),
    step,
  };
}

/** Finished, and what it came to was looked at. Asks no run again. */
function isUnitSeen(session: Session, { kind, code }: Unit): boolean {
  const { first, best } = journalOf(session, code);
  return best !== undefined && (kind === 'lesson' || [first, best].some(isSeen));
}

/** All that is required was seen. */
export function isCompleted(session: Session): boolean {
  return session.module.units.every((unit) => !unit.required || isUnitSeen(session, unit));
}

export function moduleProgress(session: Session): ModuleProgress {
  const { units, passMark } = session.module;
  const required = units.filter((unit) => unit.required);
  const done = required.filter((unit) => isUnitSeen(session, unit));
  const score = moduleScore(session);
  return {
    completed: done.length === required.length,
    progress: required.length === 0 ? 1 : done.length / required.length,
    score,
    passed: passMark === undefined ? null : score !== null && score >= passMark,
    competences: competencesOf(session),
  };
}

/** sum(weight x best, 0 if unfinished) / sum(weight), over the units that have a score (design: scoring). */
function moduleScore(session: Session): number | null {
  const scored = session.module.units.filter(hasScore);
  const bests = scored.map((unit) => unitProgress(session, unit.code).best);
  if (bests.every((best) => best === null)) return null;
  const weights = scored.reduce((sum, unit) => sum + unit.weight, 0);
  const points = scored.reduce((sum, unit, at) => sum + unit.weight * (bests[at] ?? 0), 0);
  return toScore(points / weights / 100);
}

/** A unit counts with the better of its first and its best run. */
function competencesOf(session: Session): ModuleProgress['competences'] {
  return competenceScores(session.module.units.map(({ code }) => bestShares(session, code)));
}

/** Mean over the units that give evidence, of what share of it there was (0-1): a score of 0-100 (design: scoring). */
export function competenceScores(
  units: readonly ReadonlyMap<CompetenceId, number>[],
): ModuleProgress['competences'] {
  const shares = new Map<CompetenceId, number[]>();
  for (const unit of units) {
    for (const [competence, share] of unit) {
      shares.set(competence, [...(shares.get(competence) ?? []), share]);
    }
  }
  return Object.fromEntries(
    [...shares].map(([competence, list]) => [
      competence,
      toScore(list.reduce((a, b) => a + b) / list.length),
    ]),
  );
}

function bestShares(session: Session, unitCode: Code): Map<CompetenceId, number> {
  const { first, best } = journalOf(session, unitCode);
  const shares = new Map<CompetenceId, number>();
  for (const run of new Set([first, best])) {
    if (!run) continue;
    for (const [competence, share] of evidenceShares(unitState(session, unitCode, run).evidence))
      shares.set(competence, Math.max(shares.get(competence) ?? 0, share));
  }
  return shares;
}

/** What share (0-1) of the evidence that a run could give it gave, per competence. */
export function evidenceShares(evidence: CompetenceEvidence): Map<CompetenceId, number> {
  const found = Object.entries(evidence) as [CompetenceId, Evidence][];
  return new Map(found.filter(([, { max }]) => max > 0).map(([name, { got, max }]) => [name, got / max]));
}

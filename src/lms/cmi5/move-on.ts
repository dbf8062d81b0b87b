/** When an AU, a block or a course is satisfied: cmi5 section 10.2.5 and 9.3.9. Pure. */
import type { CourseNode } from '../../cmi5/course-structure.js';
import type { MoveOn } from '../../cmi5/vocabulary.js';

export interface AuProgress {
  readonly completed: boolean;
  readonly passed: boolean;
}

export function isAuSatisfied(moveOn: MoveOn, { completed, passed }: AuProgress): boolean {
  switch (moveOn) {
    case 'NotApplicable':
      return true;
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
  }
}

/** `progress` by publisher id of the AU. */
export type ProgressOf = (au: string) => AuProgress;

export function isSatisfied(nodes: readonly CourseNode[], progress: ProgressOf): boolean {
  return nodes.every((node) =>
    node.kind === 'au' ? isAuSatisfied(node.moveOn, progress(node.id)) : isSatisfied(node.children, progress),
  );
}

/** Publisher ids of all satisfied blocks, inner ones first. */
export function satisfiedBlocks(nodes: readonly CourseNode[], progress: ProgressOf): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'au'
      ? []
      : [
          ...satisfiedBlocks(node.children, progress),
          ...(isSatisfied(node.children, progress) ? [node.id] : []),
        ],
  );
}

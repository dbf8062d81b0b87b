/** The order of test files: the long ones first, or one of two cores stands idle while the other plays the last of them. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more, longest first. */
const LONG = [
  'faults/faults',
  'docs/findings',
  'e2e/accessible',
  'e2e/play',
  'e2e/preview',
  'e2e/commands',
  'e2e/storyboard',
  'e2e/trade',
  'e2e/anywhere',
  'e2e/lms',
  'e2e/packages',
  'e2e/report',
  'e2e/kennistoets',
  'e2e/cmi5',
];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** The screens of the units: a chunk of their own, so that the overview is there at once and they follow while it is read. */
import './conversation/conversation.js';
import './debrief/debrief.js';
import './find-mistake/find-mistake.js';
import './lesson/lesson.js';
import './quiz/quiz.js';
import './test/test.js';
import { UNIT_ICON_PATHS } from './ui/icon-paths-units.js';
import { addIcons } from './ui/icons.js';
import { nlTest, useTestTexts, type TestTexts } from './texts/nl-test.js';
import { nlUnits, useUnitTexts, type UnitTexts } from './texts/nl-units.js';
import { nlWork, useWorkTexts, type WorkTexts } from './texts/nl-work.js';

export { warmUp, whenIdle } from './warm-up.js';

addIcons(UNIT_ICON_PATHS);

/** Another language for these screens, or Dutch again. Before the first of them is drawn. */
export function useScreenTexts(
  texts: { readonly enUnits: UnitTexts; readonly enWork: WorkTexts; readonly enTest: TestTexts } | undefined,
): void {
  useUnitTexts(texts?.enUnits ?? nlUnits);
  useTestTexts(texts?.enTest ?? nlTest);
  useWorkTexts(texts?.enWork ?? nlWork);
}

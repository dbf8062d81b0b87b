import mustache from 'mustache';
import { escapeXml } from '../xml.js';

export interface CourseStructureInput {
  readonly moduleId: string;
  readonly title: string;
  readonly summary: string;
  readonly language: 'nl' | 'en';
  /** 0..100 */
  readonly passMark?: number | undefined;
  /** Base of all our IRIs, without a slash at the end. */
  readonly iri: string;
}

/**
 * cmi5.xml for one package (cmi5 section 13), from the template's text. Ids hang on the module id only: an LMS knows a
 * course again by them. The AU's id is the module's activity in all our statements, whichever way a package was launched.
 */
export function renderCourseStructure(template: string, input: CourseStructureInput): string {
  const { passMark, iri, moduleId } = input;
  const view = {
    courseId: `${iri}/courses/${moduleId}`,
    auId: `${iri}/activities/${moduleId}`,
    // Who has to pass must do that too before the LMS calls it satisfied; else finishing is enough.
    moveOn: passMark === undefined ? 'Completed' : 'CompletedAndPassed',
    // A text, so that a mark of 0 is not taken for none.
    masteryScore: passMark === undefined ? '' : String(Number((passMark / 100).toFixed(4))),
    activityType: 'http://adlnet.gov/expapi/activities/module',
    title: input.title,
    description: input.summary || input.title,
    language: input.language === 'en' ? 'en-US' : 'nl-NL',
  };
  return mustache.render(template, view, {}, { escape: escapeXml });
}

/** The element that shows a unit; what defines it comes with the chunk of the screens. */
import { html, type TemplateResult } from 'lit';
import type { Unit } from '../content/module.js';
import type { Session } from '../engine/session.js';

/** The unit itself, or what is looked back on after it. */
export function unitScreen(session: Session, unit: Unit, isDebrief: boolean): TemplateResult {
  if (isDebrief) return html`<zt-debrief .session=${session} .unit=${unit}></zt-debrief>`;
  switch (unit.kind) {
    case 'conversation':
      return html`<zt-conversation .session=${session} .unit=${unit}></zt-conversation>`;
    case 'lesson':
      return html`<zt-lesson .session=${session} .unit=${unit}></zt-lesson>`;
    case 'find-mistake':
      return html`<zt-find-mistake .session=${session} .unit=${unit}></zt-find-mistake>`;
    case 'quiz':
      return html`<zt-quiz .session=${session} .unit=${unit}></zt-quiz>`;
    case 'test':
      return html`<zt-test .session=${session} .unit=${unit}></zt-test>`;
  }
}

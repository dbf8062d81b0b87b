/** The events by which elements speak to the app: they cross shadow roots, and nobody else changes a session. */
import type { Code } from '../content/module.js';
import type { Language } from '../content/vocabulary.js';
import type { Command } from '../engine/session.js';
import type { Preferences } from './preferences.js';

/** Ask the app's owner to run a command on the session. */
export class ZtCommandEvent extends Event {
  constructor(readonly command: Command) {
    super('zt-command', { bubbles: true, composed: true });
  }
}

/** The screens of the app; `unit` shows the unit itself, `debrief` what came of it. */
export type Screen =
  { readonly name: 'overview' | 'certificate' } | { readonly name: 'unit' | 'debrief'; readonly unit: Code };

export class ZtNavigateEvent extends Event {
  constructor(readonly screen: Screen) {
    super('zt-navigate', { bubbles: true, composed: true });
  }
}

/** What can be opened on any screen. */
export type Tool = 'view' | 'help' | 'kept';

export class ZtToolEvent extends Event {
  constructor(readonly tool: Tool | 'aloud') {
    super('zt-tool', { bubbles: true, composed: true });
  }
}

/** The learner chose another way of reading. */
export class ZtPreferencesEvent extends Event {
  constructor(readonly preferences: Preferences) {
    super('zt-preferences', { bubbles: true, composed: true });
  }
}

/** The learner wants the page in another language. */
export class ZtLanguageEvent extends Event {
  constructor(readonly language: Language) {
    super('zt-language', { bubbles: true, composed: true });
  }
}

/** Say something once through the app's only `role=status`; one whole sentence per happening. */
export class ZtAnnounceEvent extends Event {
  constructor(readonly text: string) {
    super('zt-announce', { bubbles: true, composed: true });
  }
}

/** The learner is done, and wants back to the LMS. */
export class ZtLeaveEvent extends Event {
  constructor() {
    super('zt-leave', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'zt-command': ZtCommandEvent;
    'zt-navigate': ZtNavigateEvent;
    'zt-announce': ZtAnnounceEvent;
    'zt-tool': ZtToolEvent;
    'zt-language': ZtLanguageEvent;
    'zt-preferences': ZtPreferencesEvent;
    'zt-leave': ZtLeaveEvent;
  }
}

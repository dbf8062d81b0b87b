/** The learner's own way of reading: kept in the browser by the app's owner, applied to the document. */
import type { Language } from '../content/vocabulary.js';

export interface Preferences {
  readonly text: 'normal' | 'large' | 'largest';
  readonly font: 'own' | 'readable';
  readonly theme: 'system' | 'light' | 'dark';
  readonly motion: 'system' | 'reduced';
  /** Whether the button 'Lees voor' is there. */
  readonly aloud: 'off' | 'on';
  /** Asked for by the learner; absent: as the launch or the package says. */
  readonly language?: Language;
}

/** One text that is kept for this learner where the browser allows it; '' when there is none. */
export interface PreferenceSlot {
  readonly read: () => string;
  readonly write: (text: string) => void;
}

export const DEFAULT_PREFERENCES: Preferences = {
  text: 'normal',
  font: 'own',
  theme: 'system',
  motion: 'system',
  aloud: 'off',
};

/** For a page without an owner: nothing is kept. */
export const NO_SLOT: PreferenceSlot = { read: () => '', write: () => undefined };

/** What was chosen before; the defaults where that is nothing, or something else. */
export function readPreferences(slot: PreferenceSlot): Preferences {
  try {
    const stored: unknown = JSON.parse(slot.read() || '{}');
    return { ...DEFAULT_PREFERENCES, ...(stored as Partial<Preferences>) };
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Applies the choice to `<html>`, where theme.css and the document styles look. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement;
  for (const key of ['text', 'font', 'theme', 'motion'] as const) {
    if (preferences[key] === DEFAULT_PREFERENCES[key]) root.removeAttribute(`data-${key}`);
    else root.setAttribute(`data-${key}`, preferences[key]);
  }
}

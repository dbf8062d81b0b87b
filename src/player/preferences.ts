/** The learner's own way of reading: kept in the browser, applied to the document. */
export interface Preferences {
  readonly text: 'normal' | 'large' | 'largest';
  readonly theme: 'system' | 'light' | 'dark';
  readonly motion: 'system' | 'reduced';
}

export const DEFAULT_PREFERENCES: Preferences = { text: 'normal', theme: 'system', motion: 'system' };
const KEY = 'zeventerpen:weergave';

/** What was chosen before on this computer; the defaults when storage is closed or holds something else. */
export function loadPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { ...DEFAULT_PREFERENCES, ...(stored as Partial<Preferences>) };
  } catch {
    return DEFAULT_PREFERENCES;
  }
}

/** Applies the choice to `<html>`, where theme.css and the document styles look, and keeps it. */
export function applyPreferences(preferences: Preferences): void {
  const root = document.documentElement;
  for (const [key, value] of Object.entries(preferences) as [keyof Preferences, string][]) {
    if (value === DEFAULT_PREFERENCES[key]) root.removeAttribute(`data-${key}`);
    else root.setAttribute(`data-${key}`, value);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage may be closed in an LMS frame: the choice then holds for this visit.
  }
}

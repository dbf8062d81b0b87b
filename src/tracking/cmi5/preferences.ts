/** What the learner told the LMS to prefer, cmi5 section 11. */
export interface Preferences {
  /** RFC 5646 tags, the most wanted first; empty: said nothing. */
  readonly languages: readonly string[];
  /** Null: said nothing. */
  readonly audio: 'on' | 'off' | null;
}

export const NO_PREFERENCES: Preferences = { languages: [], audio: null };

/** `text`: the profile document; what is missing or odd counts as not said. */
export function readPreferences(text: string | undefined): Preferences {
  try {
    const { languagePreference, audioPreference } = Object(JSON.parse(text ?? 'null')) as Record<
      string,
      unknown
    >;
    return {
      languages:
        typeof languagePreference === 'string'
          ? languagePreference.split(',').flatMap((tag) => tag.trim() || [])
          : [],
      audio: audioPreference === 'on' || audioPreference === 'off' ? audioPreference : null,
    };
  } catch {
    return NO_PREFERENCES;
  }
}

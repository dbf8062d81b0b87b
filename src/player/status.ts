/** How the app's owner tells the player about saving; the player shows it and never saves itself. */

/**
 * `saved`: the LMS has everything. `saving`: on its way. `local`: kept on this computer only, will be sent.
 * `failed`: not even kept here. `ended`: the LMS closed this session. `read-only`: another window has this attempt.
 */
export type SaveStatus = 'saved' | 'saving' | 'local' | 'failed' | 'ended' | 'read-only';

/** `review`: the attempt is over, nothing is stored. `untracked`: no LMS was found. */
export type PlayerMode = 'normal' | 'review' | 'untracked';

/**
 * Told once: an attempt came back other than the learner left it, the LMS would not open it, or the record store wants no
 * statements (the LMS has everything that counts).
 */
export type Notice = 'content-changed' | 'other-copy' | 'lms-refused' | 'statements-stopped' | LaunchProblem;

/** Why this launch stores nothing: it was opened before, has ended, or did not come through. */
export type LaunchProblem = 'launch-used' | 'launch-ended' | 'launch-failed';

/** What the build decided about what is kept and who sees it. */
export interface KeptOptions {
  readonly standard: 'scorm12' | 'scorm2004' | 'cmi5';
  /** Whether the LMS gets results only, or answers and routes too. */
  readonly detail: 'score' | 'route';
  /** Whom statements are about. */
  readonly actor: 'pseudonym' | 'lms-id' | 'attempt';
  /** Where statements go: nowhere, where the launch says, or the host that the build named. */
  readonly records: string;
}

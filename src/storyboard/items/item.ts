/** A unit as a list of things with an id that never changes: what two versions are compared by, and what is read. */

export interface Field {
  readonly label: string;
  readonly text: string;
  /** True when learners read it as it stands; else it is a setting in words. */
  readonly isRead: boolean;
}

export interface Item {
  /** Permanent within its list. */
  readonly key: string;
  /** 'Keuze a2', 'Einde netjes'. */
  readonly title: string;
  /** Where it stands in the storyboard of the version it is of; absent when it has no place of its own. */
  readonly anchor?: string;
  readonly fields: readonly Field[];
}

/** A text for learners; none when it is empty. */
export const read = (label: string, text: string | undefined): readonly Field[] =>
  text === undefined || text === '' ? [] : [{ label, text, isRead: true }];

/** A setting in words; none when it is empty. */
export const told = (label: string, text: string | undefined): readonly Field[] =>
  text === undefined || text === '' ? [] : [{ label, text, isRead: false }];

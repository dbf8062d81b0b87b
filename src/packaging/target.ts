/** The kinds of package the build can make. */
export const TARGETS = ['scorm12', 'scorm2004', 'scorm2004-3rd', 'cmi5'] as const;
export type Target = (typeof TARGETS)[number];
export type ScormTarget = Exclude<Target, 'cmi5'>;

export const SCORM_TARGETS = TARGETS.filter((target): target is ScormTarget => target !== 'cmi5');

/** What `npm run build` makes unless told otherwise. */
export const DEFAULT_TARGETS: readonly Target[] = ['scorm12', 'scorm2004', 'cmi5'];

/** Folder of the edition's ADL schema files, and the word its manifest carries. */
export const EDITIONS: Readonly<
  Record<ScormTarget, { readonly schemas: string; readonly schemaVersion: string; readonly is12: boolean }>
> = {
  scorm12: { schemas: 'scorm12edition', schemaVersion: '1.2', is12: true },
  scorm2004: { schemas: 'scorm20044thedition', schemaVersion: '2004 4th Edition', is12: false },
  'scorm2004-3rd': { schemas: 'scorm20043rdedition', schemaVersion: '2004 3rd Edition', is12: false },
};

export function isTarget(word: string): word is Target {
  return TARGETS.some((target) => target === word);
}

/** The 24 tokens that every component reads, and where published NL Design System themes keep their like. */

export type TokenKind = 'color' | 'family' | 'weight' | 'length' | 'line';

interface Token {
  readonly kind: TokenKind;
  /** Custom properties that say the same, without `--`; the first that resolves wins. */
  readonly chain: readonly string[];
}

const button = (part: string): readonly string[] => [
  `nl-button-primary-${part}`,
  `utrecht-button-primary-action-${part}`,
  `utrecht-button-${part}`,
];
const secondary = (part: string): readonly string[] => [
  `nl-button-secondary-${part}`,
  `utrecht-button-secondary-action-${part}`,
  `ams-button-secondary-${part}`,
];
const heading = (part: string): readonly string[] => [
  `nl-heading-level-2-${part}`,
  `utrecht-heading-2-${part}`,
  `utrecht-heading-${part}`,
  `basis-heading-${part}`,
  `ams-heading-${part}`,
];
const control = (part: string): readonly string[] => [
  `utrecht-form-control-${part}`,
  `utrecht-textbox-${part}`,
  `basis-form-control-${part}`,
  `ams-text-input-${part}`,
];

export const TOKENS = {
  'font-family': {
    kind: 'family',
    chain: [
      'basis-text-font-family-default',
      'utrecht-document-font-family',
      'utrecht-paragraph-font-family',
      'ams-typography-font-family',
    ],
  },
  'heading-font-family': { kind: 'family', chain: heading('font-family') },
  'heading-font-weight': { kind: 'weight', chain: heading('font-weight') },
  'heading-color': { kind: 'color', chain: heading('color') },
  color: {
    kind: 'color',
    chain: [
      'basis-color-default-color-document',
      'utrecht-document-color',
      'utrecht-paragraph-color',
      'ams-color-text',
    ],
  },
  'background-color': {
    kind: 'color',
    chain: ['basis-color-default-bg-document', 'utrecht-document-background-color', 'ams-color-background'],
  },
  'action-background-color': {
    kind: 'color',
    chain: [...button('background-color'), 'ams-button-primary-background-color'],
  },
  'action-color': { kind: 'color', chain: [...button('color'), 'ams-button-primary-color'] },
  'action-hover-background-color': {
    kind: 'color',
    chain: [...button('hover-background-color'), 'ams-button-primary-hover-background-color'],
  },
  'secondary-color': { kind: 'color', chain: secondary('color') },
  'secondary-border-color': { kind: 'color', chain: secondary('border-color') },
  'button-border-radius': {
    kind: 'length',
    chain: ['nl-button-border-radius', 'utrecht-button-border-radius'],
  },
  'button-font-weight': {
    kind: 'weight',
    chain: [...button('font-weight'), 'nl-button-font-weight', 'ams-button-font-weight'],
  },
  'link-color': { kind: 'color', chain: ['nl-link-color', 'utrecht-link-color', 'ams-color-interactive'] },
  'focus-outline-color': {
    kind: 'color',
    chain: ['basis-focus-outline-color', 'utrecht-focus-outline-color', 'ams-focus-outline-color'],
  },
  'focus-outline-width': {
    kind: 'length',
    chain: ['basis-focus-outline-width', 'utrecht-focus-outline-width'],
  },
  'focus-outline-style': {
    kind: 'line',
    chain: ['basis-focus-outline-style', 'utrecht-focus-outline-style'],
  },
  'focus-background-color': {
    kind: 'color',
    chain: ['basis-focus-background-color', 'utrecht-focus-background-color'],
  },
  'accent-color': {
    kind: 'color',
    chain: [
      'basis-color-accent-1-color-default',
      'utrecht-page-footer-background-color',
      ...button('background-color'),
      'ams-color-interactive',
    ],
  },
  'form-control-border-color': { kind: 'color', chain: control('border-color') },
  'form-control-border-radius': { kind: 'length', chain: control('border-radius') },
  'alert-error-color': {
    kind: 'color',
    chain: [
      // The next ones are words on a tint: nearly black in some themes.
      'basis-color-negative-color-default',
      'utrecht-alert-error-color',
      'utrecht-feedback-danger-color',
      'ams-color-feedback-error',
    ],
  },
  'alert-ok-color': {
    kind: 'color',
    chain: [
      'basis-color-positive-color-default',
      'utrecht-alert-ok-color',
      'utrecht-feedback-safe-color',
      'ams-color-feedback-success',
    ],
  },
  'table-border-color': {
    kind: 'color',
    chain: ['utrecht-table-row-border-block-end-color', 'basis-color-default-border-subtle'],
  },
} as const satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof TOKENS;
export const TOKEN_NAMES = Object.keys(TOKENS) as readonly TokenName[];

/** One value for each token, each a whole literal. */
export type Theme = Readonly<Record<TokenName, string>>;

/** What axe cannot tell by itself, looked at by a person, with why it is right. A new one fails the test, and so does one that is gone. */
export interface Judged {
  readonly rule: string;
  /** As `axe.ts` names a place. */
  readonly where: readonly string[];
  readonly because: string;
}

export const JUDGED: readonly Judged[] = [
  {
    rule: 'color-contrast (bgOverlap)',
    where: [
      'zt-find-mistake p.bubble > span',
      'zt-find-mistake button.bubble > span',
      'zt-find-mistake button.bubble > span.who',
    ],
    because:
      'The bar with the button stays at the bottom and lies over the last lines until the page is scrolled. It is opaque, the lines below it have the colours of those above, and what has the focus is scrolled clear of it (keyboard.test.ts).',
  },
  {
    rule: 'color-contrast (bgOverlap)',
    where: ['zt-desk section.answer.stack.gap8 > p', 'zt-term button'],
    because:
      'The explanation of a word lies over the line below it for as long as it is open; Escape takes it away. The text itself has the colours of the article, which axe measures.',
  },
  {
    rule: 'color-contrast (elmPartiallyObscuring)',
    where: ['zt-term span.tip'],
    because:
      'The explanation is an opaque box on top: nothing shows through. Its colours are those of the page, as in test/player/term.wtr.ts.',
  },
  {
    rule: 'color-contrast (bgOverlap)',
    where: ['zt-portrait svg > text.digits'],
    because:
      'The number of the counter in the drawing, on a sign in the colours of a primary button (whose contrast the build checks); the same number stands beside it as text.',
  },
  {
    rule: 'color-contrast (bgOverlap)',
    where: ['zt-debrief figure > figcaption.small'],
    because:
      'Begin and end under the two faces of the debrief: the colours of a primary button, on the band behind them; the drawings stand above the words, not over them.',
  },
  {
    rule: 'color-contrast (imgNode)',
    where: ['zt-radar text > tspan'],
    because:
      'The names around the radar, in the text colour on the card; the table beside it has the same names as text.',
  },
  {
    rule: 'color-contrast (bgOverlap)',
    where: [
      'zt-map g > text.label',
      'zt-map g.box > text',
      'zt-map g.box.goed > text',
      'zt-map g.box.goed > text.mark',
      'zt-map g.box.slecht > text',
      'zt-map g.box.slecht > text.mark',
      'zt-map g.box.passed.here.selected > text',
    ],
    because:
      'Words on the shapes of a drawing (SVG): the text colour on a surface or a soft tint of it, and the colours of a primary button where the player is; all pairs that axe measures elsewhere as HTML.',
  },
  {
    rule: 'color-contrast (shortTextContent)',
    where: ['zt-map g.box > text.mark', 'zt-map g.box.passed.here.selected > text.mark'],
    because:
      'The number of a turn is one digit, which axe leaves to a person: same colours as the name of the turn beside it.',
  },
];

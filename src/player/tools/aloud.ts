/** Reading aloud with a voice of the computer itself; a voice that would send the text away is never used. */
import { language } from '../texts/texts.js';

/** Where nothing can speak (an old browser) there are no voices either. */
const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined;

/** A voice of this computer that speaks the language of the page. */
export function localVoice(): SpeechSynthesisVoice | undefined {
  const voices = synthesis()?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

/** Told when the list of voices is there: a browser brings it a moment after the page. */
export function onVoices(listener: () => void): void {
  synthesis()?.addEventListener('voiceschanged', listener);
}

const SILENT =
  'dialog:not([open]), [hidden], [aria-hidden="true"], svg, style, select, nav, [role="tablist"], .skips';
const BLOCK = /^(block|flex|grid|list-item|table|table-row|table-cell)$/;

/**
 * What can be read in an element and all shadow roots in it, one piece a paragraph or control. `from`: the element at which
 * to begin; when it is not in there, at the beginning.
 */
export function piecesOf(root: Element, from: Element | null): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let piece = '';
  const close = (): void => {
    const text = piece.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(text)) pieces.push(text);
    piece = '';
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      piece += node.data;
      return;
    }
    if (!(node instanceof Element)) return;
    if (node.localName === 'br') piece += ' ';
    if (node === from) {
      close();
      start = pieces.length;
    }
    if (node.matches(SILENT) || !node.checkVisibility()) return;
    const isBlock = BLOCK.test(getComputedStyle(node).display);
    if (isBlock) close();
    const inner =
      node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    for (const child of Array.from(inner)) walk(child);
    if (isBlock) close();
  };
  walk(root);
  close();
  return pieces.slice(start);
}

/** Says the pieces one after another; `done` comes at the end, also after `stop`. */
export class Reader {
  private rest: readonly string[] = [];

  constructor(private readonly done: () => void) {}

  start(pieces: readonly string[]): void {
    synthesis()?.cancel();
    this.rest = pieces;
    this.next();
  }

  stop(): void {
    this.rest = [];
    synthesis()?.cancel();
    this.done();
  }

  private next(): void {
    const [piece, ...rest] = this.rest;
    const speech = synthesis();
    const voice = localVoice();
    if (piece === undefined || !speech || !voice) {
      this.done();
      return;
    }
    this.rest = rest;
    const words = new SpeechSynthesisUtterance(piece);
    words.voice = voice;
    words.lang = voice.lang;
    words.addEventListener('end', () => {
      if (this.rest === rest) this.next();
    });
    speech.speak(words);
  }
}

/** What every component test asks of a page: to wait until it is drawn, to find through shadow roots, and what axe says of it. */
import { waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type * as Axe from 'axe-core';

declare const axe: typeof Axe;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Waits until nothing is left to draw, in the element and in all that it holds. */
export async function settled(root: Element): Promise<void> {
  for (let round = 0; round < 4; round++) {
    // A screen moves the focus after it was drawn: one turn of the event loop lets it.
    await new Promise((resolve) => setTimeout(resolve));
    for (const element of [root, ...deepAll(root, '*')]) {
      if ('updateComplete' in element) await (element as { updateComplete: Promise<unknown> }).updateComplete;
    }
  }
}

/** All elements that match, through every shadow root, in document order. */
export function deepAll(root: Element, selector: string): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const walk = (node: Element) => {
    if (node.matches(selector)) found.push(node as HTMLElement);
    for (const child of node.shadowRoot?.children ?? []) walk(child);
    for (const child of node.children) walk(child);
  };
  walk(root);
  return found;
}

export function deep(root: Element, selector: string): HTMLElement {
  const [first] = deepAll(root, selector);
  if (!first) throw new Error(`nothing matches ${selector}`);
  return first;
}

/** The first that matches, as soon as it is there: for what comes with a chunk. */
export async function appears(root: Element, selector: string): Promise<HTMLElement> {
  await waitUntil(() => deepAll(root, selector).length > 0, `nothing came that matches ${selector}`, {
    timeout: 5000,
  });
  await settled(root);
  return deep(root, selector);
}

/** A button, radio, tab or link whose name or text holds these words, and that can be seen. */
export function named(root: Element, words: string): HTMLElement {
  const found = deepAll(root, 'button, a, label, summary').find(
    (element) =>
      `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`.includes(words) &&
      element.checkVisibility(),
  );
  if (!found) throw new Error(`nothing is called '${words}'`);
  return found;
}

export async function press(root: Element, words: string): Promise<void> {
  named(root, words).click();
  await settled(root);
}

/** The element that has the focus, inside all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** What axe holds against what is on the page, one line each; empty is good. */
export async function complaints(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { runOnly: TAGS });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Violations of the package's own policy since the page was opened. */
export function policyViolations(): readonly string[] {
  return (window as unknown as { cspViolations: string[] }).cspViolations;
}

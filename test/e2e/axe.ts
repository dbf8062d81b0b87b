/** What axe has against a screen, and what it leaves to a person: one line each, the same on every run. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 level A and AA, all that came before it included. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that see colours: the only ones that another colour scheme can change. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export interface Verdict {
  /** `rule at place: what is wrong`. */
  readonly violations: readonly string[];
  /** `rule (why axe cannot tell) at place`. */
  readonly incomplete: readonly string[];
}

/** Runs axe in one frame; by the debugger, so that the page's own policy stays as it is. */
export async function axe(place: Page | Frame, only: 'all' | 'colours' = 'all'): Promise<Verdict> {
  if (!(await place.evaluate(() => 'axe' in window))) await place.evaluate(script);
  const runOnly: Axe.RunOnly =
    only === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES };
  return place.evaluate(async (which) => {
    const { axe: checker } = window as unknown as { axe: typeof Axe };
    /** Tag and classes of an element, after those of its parent and the element whose shadow it stands in. */
    const placeOf = (element: Element | undefined): string => {
      if (!element) return '?';
      const plain = (one: Element) => [one.localName, ...one.classList].join('.');
      const root = element.getRootNode();
      const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
      return `${host}${element.parentElement ? `${plain(element.parentElement)} > ` : ''}${plain(element)}`;
    };
    const found = await checker.run({
      runOnly: which,
      resultTypes: ['violations', 'incomplete'],
      elementRef: true,
      iframes: false,
    });
    const reasonOf = (node: Axe.NodeResult): string => {
      const data = [...node.any, ...node.all, ...node.none].map(
        (check) => (check.data as { messageKey?: string } | null)?.messageKey ?? check.id,
      );
      return [...new Set(data)].join(', ');
    };
    const lines = (
      results: readonly Axe.Result[],
      say: (result: Axe.Result, node: Axe.NodeResult) => string,
    ) => [...new Set(results.flatMap((result) => result.nodes.map((node) => say(result, node))))];
    return {
      violations: lines(
        found.violations,
        ({ id }, node) =>
          `${id} at ${placeOf(node.element)}: ${node.failureSummary ?? ''} ${node.html.slice(0, 160)}`,
      ),
      incomplete: lines(
        found.incomplete,
        ({ id }, node) => `${id} (${reasonOf(node)}) at ${placeOf(node.element)}`,
      ),
    };
  }, runOnly);
}

/** What a screen needs besides what axe sees: it fits, its controls are big enough, it shows what is chosen in forced colours. */
import type { Frame, Page } from 'playwright-core';

/** WCAG 2.2 asks 24 px (2.5.8); a thumb on a telephone asks for this. */
const TARGET = 44;

/** The distances of WCAG 1.4.12, that a reader may set; `false` takes them away again. */
export async function spaceText(place: Page | Frame, isWide: boolean): Promise<void> {
  await place.evaluate((wide) => {
    const kept = window as unknown as { spacing?: CSSStyleSheet };
    kept.spacing ??= new CSSStyleSheet();
    const sheet = kept.spacing;
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    const set = (root: Document | ShadowRoot): void => {
      const others = root.adoptedStyleSheets.filter((one) => one !== sheet);
      root.adoptedStyleSheets = wide ? [...others, sheet] : others;
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) set(shadowRoot);
    };
    set(document);
  }, isWide);
}

type Look = 'fit' | 'targets' | 'chosen' | 'still';

/** One line for each thing that is wrong; `fit` and `still` for the size and motion that the page has now, `chosen` in forced colours. */
export async function faults(place: Page | Frame, look: Look): Promise<readonly string[]> {
  return place.evaluate(
    ([kind, target]) => {
      const all: Element[] = [];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          all.push(element);
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      const name = (element: Element): string =>
        `${(element.getRootNode() as Partial<ShadowRoot>).host?.localName ?? ''} ${element.localName}.${[...element.classList].join('.')} '${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}'`;
      const seen = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        // What is there for a screen reader only, or shows once it has the focus, is clipped to a pixel or two.
        return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true });
      };
      const dialog = all.find((element) => element.matches('dialog:modal'));
      /** Behind an open dialog nothing can be reached. */
      const reachable = (element: Element): boolean => {
        for (let at: Element | null | undefined = element; at;) {
          if (!dialog || at === dialog) return true;
          at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host;
        }
        return false;
      };
      switch (kind) {
        case 'fit': {
          const { scrollWidth, clientWidth } = document.documentElement;
          const page =
            scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth}`] : [];
          const parts = all.filter(
            (element) =>
              seen(element) &&
              element.scrollWidth > element.clientWidth + 1 &&
              ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
              !element.querySelector('table, svg') &&
              !element.matches('textarea, input'),
          );
          return [...page, ...parts.map((element) => `scrolls sideways: ${name(element)}`)];
        }
        case 'targets':
          return (
            all
              .filter((element) =>
                element.matches(
                  'a[href], button, input, select, textarea, summary, [role=button], [role=tab]',
                ),
              )
              .filter((element) => seen(element) && reachable(element))
              .map((element) =>
                element.matches('label input') ? (element.closest('label') ?? element) : element,
              )
              // A word or link in a sentence has the height of its line (2.5.8, exception 'inline').
              .filter((element) => getComputedStyle(element).display !== 'inline')
              .filter((element) => !(element.getRootNode() as Partial<ShadowRoot>).host?.matches('zt-term'))
              .flatMap((element) => {
                const { width, height } = element.getBoundingClientRect();
                return width < target - 0.5 || height < target - 0.5
                  ? [`${name(element)} is ${Math.round(width)} x ${Math.round(height)}`]
                  : [];
              })
          );
        case 'chosen':
          return all
            .filter((element) => element.matches('[aria-selected=true], [aria-pressed=true], [aria-current]'))
            .filter((element) => seen(element) && reachable(element))
            .flatMap((element) => {
              const attribute = ['aria-selected', 'aria-pressed', 'aria-current'].find((one) =>
                element.hasAttribute(one),
              );
              const other = all.find(
                (one) =>
                  one !== element &&
                  one.localName === element.localName &&
                  one.getRootNode() === element.getRootNode() &&
                  one.getAttribute('role') === element.getAttribute('role') &&
                  [null, 'false'].includes(one.getAttribute(attribute ?? '')) &&
                  one.className === element.className,
              );
              if (!other) return [];
              // Without shadows, which forced colours take away.
              const shown = (one: Element): string => {
                const style = getComputedStyle(one);
                return [
                  style.backgroundColor,
                  style.color,
                  style.borderColor,
                  style.borderWidth,
                  style.outline,
                ]
                  .concat(style.textDecoration, style.fontWeight)
                  .join(' ');
              };
              return shown(element) === shown(other)
                ? [`looks like what was not chosen: ${name(element)}`]
                : [];
            });
        case 'still':
          return document
            .getAnimations()
            .filter((animation) => animation.playState === 'running')
            .filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
            .map((animation) => {
              const { target: moves } = animation.effect as KeyframeEffect;
              return `moves: ${moves ? name(moves) : '?'}`;
            });
      }
    },
    [look, TARGET] as const,
  );
}

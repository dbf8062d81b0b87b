/** A learner with a keyboard only. After every key the focus must be somewhere that can be seen. */
import type { Frame, Page } from 'playwright-core';

export interface Focus {
  readonly name: string;
  readonly role: string;
  /** Nothing that can be seen has the focus. */
  readonly isLost: boolean;
  /** It has an outline, or a shadow that stands for one; a dialog or a landmark needs none. */
  readonly isShown: boolean;
  /** Something else lies over the whole of it (WCAG 2.4.11). */
  readonly isCovered: boolean;
}

/** Presses of Tab after which a name is given up. */
const FAR = 150;

export class Keyboard {
  /** What went wrong with the focus: empty is good. */
  readonly faults: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly frame: Frame,
  ) {}

  /** Goes on with Tab until what has the focus is called so. */
  async to(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    const is = (focus: Focus): boolean =>
      typeof name === 'string' ? focus.name.includes(name) : name.test(focus.name);
    for (let presses = 0; presses < FAR; presses++) {
      await this.page.keyboard.press('Tab');
      const focus = await this.focus();
      // Past the last stop the focus is the browser's own, for one press.
      if (!focus.isLost) this.check('Tab', focus);
      if (is(focus)) return;
      passed.push(focus.name);
    }
    throw new Error(`Tab never comes to '${String(name)}'; it passed ${[...new Set(passed)].join(' | ')}.`);
  }

  /** A key that does something: the focus goes where the learner goes on, never to nothing. */
  async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key);
    const focus = await this.settled();
    this.check(key, focus);
    return focus;
  }

  async enter(name: string | RegExp): Promise<Focus> {
    await this.to(name);
    return this.press('Enter');
  }

  /** After the page drew what the key asked for. */
  private async settled(): Promise<Focus> {
    await this.frame.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
    return this.focus();
  }

  private check(key: string, { name, role, isLost, isShown, isCovered }: Focus): void {
    const where = `after ${key}: ${role} '${name.slice(0, 60)}'`;
    if (isLost) this.faults.push(`the focus is lost ${where}`);
    else if (!isShown) this.faults.push(`the focus does not show ${where}`);
    else if (isCovered) this.faults.push(`the focus is covered ${where}`);
  }

  focus(): Promise<Focus> {
    return this.frame.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const isLost = !active || active === document.body || !document.hasFocus();
      if (!active || isLost)
        return { name: '', role: 'none', isLost: true, isShown: false, isCovered: false };
      const root = active.getRootNode() as Document | ShadowRoot;
      /** What is heard of it: nearly as a browser names it, and enough to find it by. */
      const nameOf = (element: Element): string => {
        const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
        const byIds = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
        const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
        const texts = [element.getAttribute('aria-label') ?? '', byIds, ...labels, element.textContent];
        return (texts.find((text) => text.trim() !== '') ?? '').replace(/\s+/g, ' ').trim();
      };
      const target = active.matches('input[type=radio], input[type=checkbox]')
        ? (active.closest('label') ?? active)
        : active;
      const shows = (one: Element): boolean => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      };
      const { left, top, width, height } = target.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y] as const),
      );
      const hits = ([x, y]: readonly [number, number]): boolean => {
        const top = root.elementFromPoint(x, y);
        return top !== null && (target.contains(top) || top.contains(target));
      };
      return {
        name: nameOf(active),
        role: active.getAttribute('role') ?? active.localName,
        isLost: false,
        isShown: active.matches('dialog, main') || shows(active) || shows(target),
        isCovered: !points.some(hits),
      };
    });
  }
}

/** The page that a learner has before him, whatever unit is on it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Module, Unit } from '../../src/content/module.js';
import type { Session } from '../../src/engine/session.js';
import { t } from '../../src/player/texts/texts.js';

/** Looks at what is on screen, half-way; told what it is. */
export type Visit = (screen: string) => Promise<void>;
export const passBy: Visit = () => Promise.resolve();

export class LearnerPage {
  constructor(
    readonly page: Page,
    readonly module: Module,
  ) {}

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  unit<K extends Unit['kind']>(id: string, kind: K): Extract<Unit, { kind: K }> {
    const found = this.module.units.find(
      (unit): unit is Extract<Unit, { kind: K }> => unit.id === id && unit.kind === kind,
    );
    if (!found) throw new Error(`No ${kind} ${id}.`);
    return found;
  }

  /** The session as the page holds it. */
  async session(): Promise<Session> {
    const journal = await this.frame
      .locator('zt-app')
      .evaluate((app) => (app as unknown as { session: Session }).session.journal);
    return { module: this.module, journal };
  }

  /** Until nothing is left to draw: what follows from an answer comes frames after its words. */
  async drawn(): Promise<void> {
    await this.frame.locator('zt-app').evaluate(async (app) => {
      type Drawn = Element & { readonly isUpdatePending: boolean; readonly updateComplete: Promise<unknown> };
      const all = (node: Element): readonly Element[] => [
        node,
        ...[...(node.shadowRoot?.children ?? []), ...node.children].flatMap(all),
      ];
      const isWaiting = (one: Element): one is Drawn =>
        'isUpdatePending' in one && one.isUpdatePending === true;
      const waiting = () => all(app).filter(isWaiting);
      for (let still = waiting(); still.length > 0; still = waiting())
        await Promise.all(still.map((one) => one.updateComplete));
    });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  async start(unit: Unit): Promise<void> {
    const words = t.overview;
    const names = [words.startWith(unit.title), words.goOnWith(unit.title), words.againWith(unit.title)];
    await this.frame
      .locator('zt-overview')
      .getByRole('button', { name: new RegExp(names.map(escaped).join('|')) })
      .first()
      .click();
  }

  async overview(): Promise<void> {
    const header = this.frame.locator('zt-header');
    const way = header.getByRole('button', { name: t.app.overview });
    // On a phone it stands in the menu.
    if (!(await way.isVisible())) await header.getByRole('button', { name: t.app.menu }).click();
    await way.click();
    await this.frame.locator('zt-overview h1').waitFor();
  }
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

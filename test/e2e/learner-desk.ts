/** What a learner does at the desk of the workplace. */
import type { Code } from '../../src/content/module.js';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { LearnerPage } from './learner-page.js';

export class LearnerAtDesk extends LearnerPage {
  /** On a phone the desk covers the conversation. */
  protected async backToTalk(): Promise<void> {
    await this.drawn();
    const talk = this.frame.getByRole('tab', { name: w.desk.tabs.talk });
    if (await talk.isVisible()) await talk.click();
  }

  async atDesk(code: Code): Promise<void> {
    const key = Object.entries(this.module.world.deskCodes).find(([, one]) => one === code)?.[0] ?? '';
    const [kind = '', target = ''] = key.split(':');
    const { world } = this.module;
    const desk = this.frame.locator('zt-desk');
    const tab = async (name: string) => {
      await this.frame.getByRole('tab', { name }).click();
      await this.drawn();
      const back = desk.getByRole('button', {
        name: new RegExp(`^(${w.desk.cases.back}|${w.desk.knowledge.back})$`),
      });
      if (await back.isVisible()) await back.click();
    };
    switch (kind) {
      case 'klant':
        await tab(w.desk.tabs.customer);
        await desk
          .getByRole('button', {
            name: w.desk.openRecord(nameOf(world.customers, target)),
          })
          .click();
        return;
      case 'zaak':
        await tab(w.desk.tabs.cases);
        await desk.getByRole('button', { name: target }).click();
        return;
      case 'artikel': {
        const title = world.articles.find((one) => one.id === target)?.titel ?? target;
        await tab(w.desk.tabs.knowledge);
        await desk.getByRole('searchbox').fill(title);
        await desk.getByRole('button', { name: title }).first().click();
        return;
      }
      case 'bellen':
        await this.call(nameOf(world.desks, target));
        return;
      case 'kanaal':
        await this.action(w.desk.actions.channel, w.desk.actions.propose(nameOf(world.channels, target)));
        return;
      case 'notitie':
        await this.action(w.desk.actions.note, w.desk.actions.noteSave);
        return;
      default:
        throw new Error(`The desk has no ${key}.`);
    }
  }

  /** Brings a desk in through its dialog: call, hear the answer, back. */
  private async call(bureau: string): Promise<void> {
    await this.action(w.desk.actions.call, w.handover.open(bureau));
    const dialog = this.frame.getByRole('dialog', { name: w.handover.title(bureau) });
    await dialog.getByRole('button', { name: w.handover.call(bureau) }).click();
    await dialog.getByRole('button', { name: w.handover.back }).click();
  }

  private async action(fold: string, button: string): Promise<void> {
    const desk = this.frame.locator('zt-desk');
    await this.frame.getByRole('tab', { name: w.desk.tabs.actions }).click();
    await this.drawn();
    const way = desk.getByRole('button', { name: button });
    if (!(await way.isVisible())) await desk.locator('summary', { hasText: fold }).click();
    await way.click();
  }
}

const nameOf = (list: readonly { readonly id: string; readonly naam: string }[], id: string): string =>
  list.find((one) => one.id === id)?.naam ?? id;

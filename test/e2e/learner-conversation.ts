/** A conversation: what a learner says, writes and looks up on a route, and the way into the debrief. */
import type { Code, Conversation } from '../../src/content/module.js';
import { uncertain } from '../../src/engine/conversation/desk.js';
import { unitState } from '../../src/engine/session.js';
import { workTexts as w } from '../../src/player/texts/nl-work.js';
import { t } from '../../src/player/texts/texts.js';
import { LearnerAtDesk } from './learner-desk.js';
import { escaped, passBy } from './learner-page.js';

export class LearnerInConversation extends LearnerAtDesk {
  /** The best route that the checker proved, for the draw of chance this attempt got. */
  async bestPath(unit: Conversation): Promise<readonly Code[]> {
    const state = unitState(await this.session(), unit.code);
    if (state.kind !== 'conversation') throw new Error(`${unit.id} is not running.`);
    const proof = unit.proof.draws[state.state.draw];
    if (!proof)
      throw new Error(`No proof for draw ${state.state.draw} of ${String(uncertain(unit).length)} chances.`);
    return proof.bestPath;
  }

  async converse(unit: Conversation, path: readonly Code[], visit = passBy): Promise<void> {
    let blocks: Code[] = [];
    for (const code of path) {
      const compose = unit.turns.find((turn) => turn.kind === 'compose' && turn.send.code === code);
      if (compose?.kind === 'compose') {
        for (const slot of compose.slots)
          await this.fill(
            slot.label,
            [...slot.blocks, ...(slot.empty ? [slot.empty] : [])].find((block) => blocks.includes(block.code))
              ?.text,
          );
        const form = compose.form ?? 'bericht';
        await visit(`${form} ingevuld`);
        await this.readAll(() => visit(`${form}, alles gelezen`));
        const { send } = w.compose.forms[form];
        await this.frame.locator('zt-compose').getByRole('button', { name: send }).first().click();
        blocks = [];
      } else if (Object.values(this.module.world.deskCodes).includes(code)) {
        await this.atDesk(code);
      } else {
        const option = unit.turns
          .flatMap((turn) => (turn.kind === 'choice' ? turn.options : []))
          .find((one) => one.code === code);
        if (option) await this.say(option.text);
        else blocks.push(code);
      }
    }
  }

  /** What is written, as it will go out. */
  private async readAll(visit: () => Promise<void>): Promise<void> {
    const compose = this.frame.locator('zt-compose');
    await compose.getByRole('button', { name: w.compose.readAll }).click();
    await compose.getByRole('dialog').waitFor();
    await visit();
    await compose.getByRole('dialog').getByRole('button', { name: t.common.back }).click();
  }

  async say(text: string): Promise<void> {
    await this.backToTalk();
    await this.frame.locator('zt-options').getByRole('button', { name: text }).click();
  }

  /** Fills one slot of a letter; undefined leaves it empty. */
  async fill(label: string, text: string | undefined): Promise<void> {
    await this.backToTalk();
    const compose = this.frame.locator('zt-compose');
    const slot = compose.locator('li.slot', { hasText: label });
    const open = slot.getByRole('button', {
      name: new RegExp(`^(${escaped(w.compose.chooseFor(label))}|${escaped(w.compose.changeFor(label))})$`),
    });
    if (await open.isVisible()) await open.click();
    await slot.getByLabel(text || w.compose.skip, { exact: true }).check();
  }

  /** From the end of a conversation through its debrief back to the overview. */
  async debrief(): Promise<void> {
    await this.button(w.talk.toDebrief).click();
    await this.frame.locator('zt-debrief h1').waitFor();
  }
}

/** What is told above every screen: what is stored and what is not; pure. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Test } from '../content/module.js';
import type { Trouble } from './saving-news.js';
import type { LaunchProblem, Notice, PlayerMode } from './status.js';
import { t } from './texts/texts.js';
import { icon } from './ui/icons.js';

export function noticesOf(
  mode: PlayerMode,
  notices: readonly Notice[],
  trouble: Trouble,
  test?: Test,
): readonly TemplateResult[] {
  const plain = (text: string, more = ''): TemplateResult =>
    html`<p class="note">${icon('info')}<span>${text} ${more}</span></p>`;
  return [
    mode === 'review' ? plain(...reviewText(test)) : nothing,
    mode === 'untracked' ? plain(untrackedText(notices)) : nothing,
    notices.includes('content-changed') ? plain(t.saving.contentChanged) : nothing,
    notices.includes('other-copy') ? plain(t.saving.otherCopy) : nothing,
    notices.includes('statements-stopped') ? plain(t.saving.statementsStopped) : nothing,
    mode === 'normal' && trouble.kind === 'trouble'
      ? html`<p class="note warn">${icon('unsaved')}<span>${trouble.text}</span></p>`
      : nothing,
    mode === 'normal' && trouble.kind === 'relief' ? plain(t.saving.again) : nothing,
  ].filter((notice): notice is TemplateResult => notice !== nothing);
}

/** What was measured can be read back; the first measurement is not for doing again. */
function reviewText(test: Test | undefined): readonly [string, string?] {
  const { saving } = t;
  if (!test) return [saving.review, saving.reviewHow];
  return test.moment === 'final' ? [saving.handedIn, saving.handedInHow] : [saving.handedIn];
}

function untrackedText(notices: readonly Notice[]): string {
  const problem = notices.find((notice): notice is LaunchProblem => notice in t.saving.launch);
  if (problem !== undefined) return t.saving.launch[problem];
  return notices.includes('lms-refused') ? t.saving.refused : t.saving.untracked;
}

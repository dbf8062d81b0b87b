/**
 * Checking who somebody is before telling anything. An aid, no action of the conversation: the asking is done there, by what the
 * script offers. What the customer named is ticked off, and the desk says for what that is enough.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../content/schema/municipality.js';
import { isFaceToFace } from '../conversation/log-view.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { shortDate } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import type { Desk } from './looking.js';

type Fact = keyof typeof workTexts.identity.facts;
type Level = keyof typeof workTexts.identity.enough;

/** How sure one is: by a name with an address and a day of birth or with a case; then by what only the two know. */
export function levelOf(named: readonly string[], hasBirthday: boolean): Level {
  const has = (fact: Fact): boolean => named.includes(fact);
  const known = has('naam') && ((has('adres') && (has('geboren') || !hasBirthday)) || has('zaak'));
  if (!known) return 'nothing';
  return has('samen') ? 'checked' : 'recognised';
}

export function identityCheck(desk: Desk, customer: Customer): TemplateResult {
  const { identity: named } = desk.looking;
  const { channel } = desk.talk.state;
  return html`<section class="identity">
    <button
      class="button"
      aria-expanded=${named ? 'true' : 'false'}
      aria-controls="identity"
      @click=${() => desk.set({ identity: named ? undefined : [] })}
    >
      ${icon('shield', 18)}${workTexts.identity.check[channel]}
    </button>
    <div id="identity" ?hidden=${!named}>${named ? checkList(desk, customer, named) : nothing}</div>
  </section>`;
}

function checkList(desk: Desk, customer: Customer, named: readonly string[]): TemplateResult {
  const texts = workTexts.identity;
  const level = levelOf(named, customer.geboren !== undefined);
  const face = isFaceToFace(desk.talk.state.channel);
  const toggle = (fact: Fact): void => {
    const without = named.filter((one) => one !== fact);
    desk.set({ identity: without.length < named.length ? without : [...named, fact] });
  };
  return html`<div class="stack check-list">
    <p class="small">${texts.ask}</p>
    <fieldset class="stack gap4">
      <legend class="small bold">${texts.named}</legend>
      ${factsOf(desk, customer).map(
        ([fact, value]) =>
          html`<label class="tick">
            <input type="checkbox" .checked=${named.includes(fact)} @change=${() => toggle(fact)} />
            <span
              ><span class="bold">${texts.facts[fact]}</span> <span class="small muted">${value}</span></span
            >
          </label>`,
      )}
    </fieldset>
    <p class="note ${level === 'nothing' ? '' : 'good'}" role="status">
      ${icon('shield')}<span>${texts.enough[level]}</span>
    </p>
    <details>
      <summary class="small">${texts.more}</summary>
      <div class="stack gap8 small">
        <p>${texts.sure} ${face ? texts.surer.near : texts.surer.far}</p>
        <p>${texts.limit}</p>
        <p class="muted">${texts.note}</p>
      </div>
    </details>
  </div>`;
}

/** What of the record one may ask for, with what it says. */
function factsOf({ talk: { world } }: Desk, customer: Customer): readonly (readonly [Fact, string])[] {
  const texts = workTexts.identity;
  const [file] = world.cases.filter(({ klant }) => klant === customer.id);
  const [latest] = [...customer.contacten].sort((a, b) => b.datum.localeCompare(a.datum));
  const shared = file
    ? texts.aboutCase(file.titel)
    : latest && texts.latest(shortDate(latest.datum), t.channels[latest.kanaal]);
  return [
    ['naam', customer.naam],
    ['adres', customer.adres],
    ...(customer.geboren === undefined ? [] : [['geboren', shortDate(customer.geboren)] as const]),
    ...(file ? [['zaak', file.id] as const] : []),
    ...(shared === undefined ? [] : [['samen', shared] as const]),
  ];
}

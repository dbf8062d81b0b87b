import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Edition, Group } from '../../edition/edition.js';
import type { Choice } from '../view/choice.js';
import type { View } from '../view/view.js';
import { day } from '../view/words.js';
import { ReportPart } from './part.js';

const KINDS = [
  ['whole', ''],
  ['department', 'Afdelingen'],
  ['team', 'Teams'],
  ['role', 'Rollen'],
] as const satisfies readonly (readonly [Group['kind'], string])[];

/** Which part of the cube is shown. There are no free dates and no groups of one's own: only what was released can be chosen. */
@customElement('zt-report-filters')
export class ZtReportFilters extends ReportPart {
  static override styles = [
    ...ReportPart.styles,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
        gap: 8px 12px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.875rem;
        font-weight: 650;
      }
      select {
        text-overflow: ellipsis;
        font-weight: 400;
      }
      @media (max-width: 540px) {
        label:last-child:nth-child(odd) {
          grid-column: 1 / -1;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected draw({ edition, choice }: View): TemplateResult {
    const module = edition.modules.find(({ id }) => id === choice.module);
    return html`<div class="filters" role="group" aria-label="Wat je ziet">
      ${this.select('Periode', 'period', choice.period, periodOptions(edition, choice.period))}
      ${this.select('Team', 'group', choice.group, groupOptions(edition, choice.group))}
      ${this.select('Module', 'module', choice.module ?? '', [
        option('', 'Alle modules', choice.module === null),
        ...edition.modules.map(({ id, label }) => option(id, label, id === choice.module)),
      ])}
      ${
        module && module.versions.length > 1
          ? this.select('Versie', 'version', choice.version ?? '', [
              option('', 'Alle versies', choice.version === null),
              ...module.versions.map(({ id, firstSeen }) =>
                option(id, `${id} (sinds ${day(firstSeen)})`, id === choice.version),
              ),
            ])
          : nothing
      }
    </div>`;
  }

  private select(
    label: string,
    key: keyof Choice,
    value: string,
    options: readonly TemplateResult[],
  ): TemplateResult {
    return html`<label
      >${label}
      <select
        class="field"
        name=${key}
        .value=${value}
        @change=${(event: Event) => {
          const { value } = event.currentTarget as HTMLSelectElement;
          this.choose({ [key]: value === '' ? null : value });
        }}
      >
        ${options}
      </select>
    </label>`;
  }
}

const option = (id: string, label: string, selected: boolean): TemplateResult =>
  html`<option value=${id} ?selected=${selected}>${label}</option>`;

const periodOptions = (edition: Edition, chosen: string): readonly TemplateResult[] =>
  edition.periods.map(({ id, kind, label, running }) =>
    option(id, kind === 'all' ? 'Alle maanden' : `${label}${running ? ' (loopt nog)' : ''}`, id === chosen),
  );

function groupOptions({ groups }: Edition, chosen: string): readonly TemplateResult[] {
  return KINDS.flatMap(([kind, label]) => {
    const options = groups
      .filter((group) => group.kind === kind)
      .map((group) => option(group.id, group.label, group.id === chosen));
    if (options.length === 0 || label === '') return options;
    return [html`<optgroup label=${label}>${options}</optgroup>`];
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-report-filters': ZtReportFilters;
  }
}

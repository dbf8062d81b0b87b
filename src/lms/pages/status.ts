/** A grade's status as a chip: never by colour alone. */
import { html } from 'hono/html';
import type { GradeStatus } from '../course/grade.js';
import { icon, type IconName } from './icon.js';
import type { Html } from './layout.js';

const LOOK: Readonly<
  Record<GradeStatus, { readonly label: string; readonly tone: string; readonly icon: IconName }>
> = {
  new: { label: 'Nieuw', tone: 'line', icon: 'circle-dashed' },
  busy: { label: 'Bezig', tone: 'busy', icon: 'play' },
  completed: { label: 'Klaar', tone: 'good', icon: 'check' },
  passed: { label: 'Geslaagd', tone: 'good', icon: 'check' },
  failed: { label: 'Niet geslaagd', tone: 'bad', icon: 'circle-x' },
};

export function statusLabel(status: GradeStatus): string {
  return LOOK[status].label;
}

export function statusChip(status: GradeStatus, extra = ''): Html {
  const look = LOOK[status];
  return html`<span class="chip ${look.tone}"
    >${icon(look.icon, 14)}${look.label}${extra ? ` · ${extra}` : ''}</span
  >`;
}

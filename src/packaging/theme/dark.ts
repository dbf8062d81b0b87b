/** Dark values for a theme that has none: our own dark, in the hues of the municipality. */
import { lighterUntil } from './contrast.js';
import type { Theme } from './tokens.js';

/** Room enough for words on a tint of the background. */
const ROOM = 7;

/** `light`: as published; `ours`: our own dark theme, which gives text, background and signals. */
export function darkOf(light: Theme, ours: Theme): Theme {
  const lighter = (color: string): string => lighterUntil(color, ours['background-color'], ROOM);
  return {
    ...light,
    color: ours.color,
    'background-color': ours['background-color'],
    'heading-color': ours['heading-color'],
    'action-background-color': lighter(light['action-background-color']),
    'action-color': ours['action-color'],
    'action-hover-background-color': lighterUntil(
      light['action-background-color'],
      ours['background-color'],
      ROOM + 2,
    ),
    'secondary-color': lighter(light['secondary-color']),
    'secondary-border-color': lighter(light['secondary-border-color']),
    'link-color': lighter(light['link-color']),
    'focus-outline-color': ours['focus-outline-color'],
    'focus-background-color': ours['focus-background-color'],
    'accent-color': lighter(light['accent-color']),
    'form-control-border-color': ours['form-control-border-color'],
    'alert-error-color': ours['alert-error-color'],
    'alert-ok-color': ours['alert-ok-color'],
    'table-border-color': ours['table-border-color'],
  };
}

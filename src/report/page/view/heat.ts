/** The five fixed steps of the heat map, so that two reports can be laid side by side. */

export interface HeatStep {
  /** Points; the step runs to the next one's `from`. */
  readonly from: number;
  readonly label: string;
  /** [ground, text] in the light and in the dark theme; text on ground is at least 4.5:1 (WCAG 1.4.3). */
  readonly light: readonly [string, string];
  readonly dark: readonly [string, string];
}

export const HEAT_STEPS: readonly HeatStep[] = [
  { from: 0, label: 'onder 50', light: ['#eef2f4', '#14202b'], dark: ['#22303a', '#e3ebf0'] },
  { from: 50, label: '50–59', light: ['#cbd9df', '#14202b'], dark: ['#2c4a57', '#eef5f8'] },
  { from: 60, label: '60–69', light: ['#a5bdc7', '#14202b'], dark: ['#376b7c', '#ffffff'] },
  { from: 70, label: '70–79', light: ['#2a677c', '#ffffff'], dark: ['#6cc6da', '#06202a'] },
  { from: 80, label: '80 en hoger', light: ['#00485c', '#ffffff'], dark: ['#b9e8f1', '#06202a'] },
];

/** 0 to 4. */
export function heatStep(points: number): number {
  return HEAT_STEPS.findLastIndex(({ from }) => points >= from);
}

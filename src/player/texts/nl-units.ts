/** Dutch texts (B1) of the unit screens: lesson, find-the-mistake, quiz, debrief, and the pictures they share. */

export const nlUnits = {
  portrait: (name: string, mood: string) => `${name} kijkt ${mood}`,
  meter: (value: string, change: string | undefined, up: boolean) =>
    change === undefined ? value : `${value}; laatst ${change} ${up ? 'omhoog' : 'omlaag'}`,
  you: 'Jij:',
  worst: (value: string) => `slechtst ${value}`,
  best: (value: string) => `best ${value}`,
  radar: {
    picture: 'Je score per vaardigheid. De tabel ernaast geeft dezelfde getallen.',
    caption: 'Je score per vaardigheid, van 0 tot 100',
    competence: 'Vaardigheid',
    you: 'Jij',
    below: 'onder de norm: ',
  },
};

export type UnitTexts = typeof nlUnits;

/** The unit texts in use; a live binding, like `t`. */
export let unitTexts: UnitTexts = nlUnits;

/** Use another language; call it before the first element is drawn. */
export function useUnitTexts(texts: UnitTexts): void {
  unitTexts = texts;
}

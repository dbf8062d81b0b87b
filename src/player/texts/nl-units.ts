/** Dutch texts (B1) of the unit screens: lesson, find-the-mistake, quiz, debrief, and the pictures they share. */

export const nlUnits = {
  portrait: (name: string, mood: string) => `${name} kijkt ${mood}`,
  meter: (value: string, change: string | undefined, up: boolean) =>
    change === undefined ? value : `${value}; laatst ${change} ${up ? 'omhoog' : 'omlaag'}`,
  you: 'Jij:',
  worst: (value: string) => `slechtst ${value}`,
  best: (value: string) => `best ${value}`,
  good: 'Goed.',
  notQuite: 'Niet helemaal.',
  next: (title: string) => `Verder met ${title}`,
  /** 'a, b en c' */
  list: (parts: readonly string[]) =>
    parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1) ?? ''}`,

  lesson: {
    page: (n: number, of: number) => `Pagina ${n} van ${of}`,
    seen: (n: number, of: number) => `${n} van ${of} bekeken`,
    viewed: ', bekeken',
    pick: 'Kies een plek. Dan lees je hier wat je er doet.',
    lookOn: 'Kijk gerust ook wat de andere antwoorden doen.',
    missing: (parts: string) =>
      `Dit heb je nog niet bekeken: ${parts}. Kies nog een keer als je toch verder wilt.`,
    finish: 'Rond af',
    done: 'Je hebt deze les gehad',
    doneText: (title: string) => `‘${title}’ is klaar. Wat je deed, is bewaard.`,
  },
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

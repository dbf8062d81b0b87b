/** The test module with a call that takes its last turn from a fragment. */
import { CALL, type Changes } from './workshop.js';

export const OWN = 'loket/slot.fragment.md';
export const SHARED = 'zeventerpen/fragmenten/slot.fragment.md';

/** Two turns and two ways out. */
export const FRAGMENT = `---
titel: Afspreken wie belt
uitgangen:
  beloofd: De klant weet wie er belt, en wanneer.
  vaag: De klant weet niets zeker.
---

# Gesprek

## vraag
KLANT: Hoor ik nog iets?

* U hoort het vanzelf, zo gaat dat altijd. {#a1}
  klanttevredenheid -1; minuten 0,5; klachten-voorkomen -2; backoffice -1
  FEEDBACK: Vanzelf is nooit.
  VERLEIDING: Je belooft niets.
  -> zeker
* Ik bel u vrijdag. {#a2}
  klanttevredenheid +2; minuten 2; stap notitie; backoffice +1; klachten-voorkomen +2; proactief +1
  FEEDBACK: Hij weet waar hij aan toe is.
  -> UIT beloofd

## zeker
KLANT (kortaf): Weet u dat zeker?

* Ja hoor. {#b1}
  klanttevredenheid -1; minuten 0,5; klachten-voorkomen -2; backoffice -1
  FEEDBACK: Dat weet je niet.
  VERLEIDING: Je wilt het gesprek afronden.
  -> UIT vaag
* Nee. Ik bel u vrijdag zelf. {#b2}
  klanttevredenheid +1; minuten 1; stap notitie; backoffice +1; klachten-voorkomen +1
  FEEDBACK: Dat had meteen gekund.
  -> UIT beloofd
`;

/** The call with its last turn taken from the fragment. */
const usesIt = (text: string): string => {
  const from = text.indexOf('* U hoort het vanzelf');
  const use = `fragment slot
  beloofd als niet uitkomst klanttevredenheid < 6 -> EINDE rust
  beloofd -> EINDE afwachten
  vaag -> EINDE afwachten

`;
  return (text.slice(0, from) + use + text.slice(text.indexOf('# Eindes')))
    .replace('b1, c1 =>', 'b1, slot.a2 =>')
    .replace('b2, c2 =>', 'b2, slot.a1, slot.b1 =>');
};

/** The test module with the fragment, in the module or for all modules, and then changed. */
export const files = (changes: Changes = {}, file = OWN): Changes => {
  const whole: Record<string, Changes[string]> = { [file]: FRAGMENT, [CALL]: usesIt };
  for (const [name, change] of Object.entries(changes)) {
    const before = whole[name];
    whole[name] =
      typeof change !== 'function' || before === null || before === undefined
        ? change
        : typeof before === 'string'
          ? change(before)
          : (text) => change(before(text));
  }
  return whole;
};

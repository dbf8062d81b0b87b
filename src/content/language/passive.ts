/** A guess at the passive voice: who does it, remains unsaid. Careful: what it cannot tell it lets pass. */
import type { Slip } from './slip.js';

const AUXILIARY = /(?<!\p{L})(wordt|worden|werd|werden)(?!\p{L})/giu;
const BE = /(?<!\p{L})(is|zijn|was|waren)(?!\p{L})/giu;
/** A participle with ge-, also inside a separable verb (`aangevraagd`, `opgehaald`). */
const WITH_GE =
  /^(?:aan|achter|af|bij|binnen|dicht|door|goed|heen|her|in|klaar|kwijt|langs|mee|na|neer|om|onder|op|open|over|rond|samen|tegen|terug|toe|uit|vast|voor|vooruit|voort|vrij|weg)?ge\p{L}{2,}(?:[dt]|en)$/u;
const WITHOUT_GE = new Set(
  `aanvaard achterhaald bedoeld bediend begeleid begraven begrepen behandeld bekeken beloofd beloond bepaald berekend
  beschreven besloten besproken besteld betaald bevestigd bewaard bezocht bezorgd doorverbonden erkend herkend hersteld
  herzien onderbroken ondertekend onderzocht ontdekt ontslagen ontvangen overgedragen overhandigd overlegd verbeterd
  verbonden verboden verbroken verdeeld vergeleken vergeten vergoed verkocht verlaagd verlengd verleend verlicht
  verplaatst vernietigd veroorzaakt verrekend verstrekt verstuurd vertaald verteld vervangen verwacht verwerkt verwezen
  verwijderd verzameld verzonden voldaan voltooid volbracht`.split(/\s+/),
);
/** Look like participles and are none, or say what somebody is. */
const NO_PARTICIPLE = new Set(
  `geld gebied gebieden gezicht gewicht gerecht geduld geluid gemeenten gegevens gesprekken gevallen gebouwen gevolgen
  gevoelens gedachten geboren gewend gezond gespannen getrouwd geschikt gehandicapt gelijk gereed goed gestrest`.split(
    /\s+/,
  ),
);
/** Where another part of the sentence begins, so that the two do not belong together. */
const BORDER = /[,;:.!?()–—]| (?:en|maar|want|of|dat|die|als|omdat|zodat|voordat|terwijl|om) /;
const REACH = 70;

/** The passives of a text: `wordt ... verstuurd`, and `is ... verstuurd` when `door` says by whom. */
export function findPassives(text: string): Slip[] {
  const slips: Slip[] = [];
  const add = (start: number, verb: string, participle: string): void =>
    void slips.push({
      start,
      code: 'lijdend',
      message: `'${verb} ... ${participle}' zegt niet wie het doet. Schrijf wie iets doet, zoals 'wij sturen' of 'u krijgt'.`,
    });
  for (const { 0: verb, index } of text.matchAll(AUXILIARY)) {
    const participle = after(text, index + verb.length) ?? justBefore(text, index);
    if (participle !== null) add(index, verb, participle);
  }
  for (const { 0: verb, index } of text.matchAll(BE)) {
    const clause = clauseAfter(text, index + verb.length);
    const participle = / door (?!de week|de dag|het jaar)/.test(clause)
      ? after(text, index + verb.length)
      : null;
    if (participle !== null) add(index, verb, participle);
  }
  return slips.sort((a, b) => a.start - b.start);
}

/** Up to the next border; a word that the reach cuts off is no word. */
function clauseAfter(text: string, from: number): string {
  const reach = text.slice(from, from + REACH);
  const whole = from + REACH < text.length ? reach.replace(/[\p{L}-]+$/u, '') : reach;
  return whole.split(BORDER, 1)[0] ?? '';
}

function after(text: string, from: number): string | null {
  const words = clauseAfter(text, from).match(/[\p{L}-]+/gu) ?? [];
  return words.find(isParticiple) ?? null;
}

/** `dat het verstuurd wordt` */
function justBefore(text: string, index: number): string | null {
  const word = /([\p{L}-]+)\s+$/u.exec(text.slice(Math.max(0, index - 40), index))?.[1];
  return word !== undefined && isParticiple(word) ? word : null;
}

function isParticiple(word: string): boolean {
  const low = word.toLowerCase();
  return !NO_PARTICIPLE.has(low) && (WITHOUT_GE.has(low) || WITH_GE.test(low));
}

/** What the proof found, in the author's words and at the author's line. */
import type { CompiledConversation } from '../compile/conversation.js';
import type { Reporter } from '../finding.js';
import type { Miss, ProofProblem } from '../proof/problem.js';

/** Reports one problem of the proof at the line it is about. */
export function reportProblem(
  problem: ProofProblem,
  { places }: CompiledConversation,
  report: Reporter,
): void {
  const { at, message, path } = describe(problem);
  const place = at.map((key) => places.get(key)).find((found) => found !== undefined);
  const code = problem.severity === 'error' ? 'bewijs' : 'bewijs-advies';
  report(place ?? { line: 1, column: 1 }, code, message, path ? { path } : {});
}

interface Description {
  /** Keys of places, the best one first. */
  readonly at: readonly string[];
  readonly message: string;
  readonly path?: readonly string[];
}

function describe(problem: ProofProblem): Description {
  return problem.severity === 'error' ? describeError(problem) : describeWarning(problem);
}

function describeError(problem: ProofProblem & { severity: 'error' }): Description {
  switch (problem.kind) {
    case 'turn-unreachable':
      return {
        at: [`turn:${problem.turn}`],
        message: `Niemand komt ooit in de beurt '${problem.turn}': de voorwaarden ervoor gaan nooit samen. Versoepel er een, of haal de beurt weg.`,
        ...(problem.path && { path: problem.path }),
      };
    case 'ending-unreachable':
      return {
        at: [`ending:${problem.ending}`],
        message: `Niemand komt ooit bij het einde '${problem.ending}': de voorwaarden ervoor gaan nooit samen. Versoepel er een, of haal het einde weg.`,
        ...(problem.path && { path: problem.path }),
      };
    case 'dead-end':
      return describeDeadEnd(problem);
    case 'loop':
      return {
        at: [`turn:${problem.turn}`],
        message: `Vanaf de beurt '${problem.turn}' kan het gesprek eeuwig rondgaan (${problem.round.join(', ')}). Leid naar een latere beurt of een einde.`,
        path: problem.path,
      };
    case 'option-never-offered':
      return {
        at: [`option:${problem.option}`],
        message: `De keuze '${problem.option}' wordt nooit aangeboden: aan 'alleen als' is in de beurt '${problem.turn}' nooit voldaan. Versoepel de voorwaarde, of haal de keuze weg.`,
        path: problem.path,
      };
    case 'not-sufficient':
      return {
        at: ['unit'],
        message: `Geen enkele weg haalt alle vier de uitkomsten. De beste weg komt tekort op: ${problem.misses.map(missText).join('; ')}. Maak de goede keuzes sneller of beter, of voeg een stap toe die gezet kan worden.`,
        path: problem.path,
      };
    case 'no-evidence':
      return {
        at: [`option:${problem.option}`, `turn:${problem.turn}`],
        message: `'${problem.competence}' staat bij keuzes, maar nergens verschillen de keuzes van één beurt daarin. Geef ze verschillende waarden, of haal '${problem.competence}' weg.`,
        ...(problem.path && { path: problem.path }),
      };
    case 'no-competence-counts':
      return {
        at: ['unit'],
        message:
          'Geen enkele competentie komt op elke weg naar een goed of voldoende einde minstens twee keer voor. Dan is er geen score. Geef een competentie een plek in meer beurten.',
      };
    case 'too-many-facts':
      return {
        at: ['unit'],
        message: `Er hangen keuzes aan ${problem.facts.length} feiten; meer dan ${problem.max} kan niet worden nagerekend. Laat voorwaarden weg op enkele van: ${problem.facts.join(', ')}.`,
      };
    case 'too-many-steps':
      return {
        at: ['unit'],
        message: `Er zijn ${problem.steps.length} stappen; meer dan ${problem.max} kan niet worden nagerekend. Voeg stappen samen: ${problem.steps.join(', ')}.`,
      };
    case 'too-many-outcomes': {
      const { outcomes, max } = problem;
      return {
        at: [...outcomes.slice(max).map((outcome) => `outcome:${outcome}`), 'unit'],
        message: `Voorwaarden kijken naar ${outcomes.length} uitkomsten (${outcomes.join(', ')}); meer dan ${max} samen kan niet worden nagerekend. Kies er ${max}, en laat 'uitkomst ...' op de andere weg.`,
      };
    }
    case 'too-many-states':
      return {
        at: ['unit'],
        message: `Dit gesprek heeft meer dan ${problem.max} toestanden en kan niet worden nagerekend. Haal voorwaarden weg op het zwaarste: ${problem.drop.join(', ')}.`,
      };
  }
}

function describeDeadEnd({ turn, option, path }: ProofProblem & { kind: 'dead-end' }): Description {
  const message =
    option === undefined
      ? `In de beurt '${turn}' wordt op deze weg geen enkele keuze aangeboden. Houd één keuze zonder 'alleen als'.`
      : `Na de keuze '${option}' gaat het op deze weg niet verder: geen enkele weg (->) past. Zet er een gewone weg onder.`;
  return {
    at: option === undefined ? [`turn:${turn}`] : [`option:${option}`, `turn:${turn}`],
    message,
    path,
  };
}

function describeWarning(problem: ProofProblem & { severity: 'warning' }): Description {
  switch (problem.kind) {
    case 'dominated':
      return {
        at: [`option:${problem.option}`],
        message: `De keuze '${problem.option}' is nooit beter dan '${problem.by}'. Schrijf bij VERLEIDING: waarom een goede collega dit toch zou kiezen, of geef de keuze een voordeel.`,
        path: problem.path,
      };
    case 'best-without-desk':
      return {
        at: ['unit'],
        message:
          'De beste weg gebruikt het bureau niet. Laat een goede keuze afhangen van iets wat je daar kunt vinden.',
        path: problem.path,
      };
    case 'weak-on-best':
      return {
        at: ['unit'],
        message: `Op de beste weg blijft '${problem.competence}' op ${Math.round(problem.share * 100)}%. Geef de keuzes op die weg meer van deze competentie.`,
        path: problem.path,
      };
  }
}

function missText({ measure, value, norm }: Miss): string {
  const show = (number: number): string => String(Math.round(number * 100) / 100).replace('.', ',');
  const names = {
    klanttevredenheid: 'klanttevredenheid',
    minuten: 'minuten',
    werkdagen: 'werkdagen wachten',
    kosten: 'kosten',
    proces: 'proces',
  };
  const least = measure === 'klanttevredenheid' || measure === 'proces';
  return `${names[measure]} ${show(value)} (${least ? 'minstens' : 'hooguit'} ${show(norm)})`;
}

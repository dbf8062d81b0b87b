/** Effects and conditions as written -> as the engine reads them, with every name looked up. */
import type { Reporter } from '../finding.js';
import type { Condition, Effects } from '../module.js';
import type { ConditionNode, EffectNode } from '../script/ast.js';
import { hint } from '../source/suggest.js';
import { deskKey, use, type UnitContext } from './context.js';

/** The names of one conversation. */
export interface Names {
  readonly steps: readonly string[];
  /** Facts that something teaches. */
  readonly facts: ReadonlySet<string>;
}
export type RuleContext = UnitContext & { readonly names: Names };

/** Adds effects up; the same one twice is reported, for one of them is a slip. */
export function toEffects(
  nodes: readonly EffectNode[],
  { names, report }: Pick<RuleContext, 'names' | 'report'>,
): Effects {
  const amounts = new Map<string, number>();
  const steps: string[] = [];
  const facts: string[] = [];
  for (const node of nodes) {
    switch (node.kind) {
      case 'amount':
        if (amounts.has(node.name))
          report(node.at, 'dubbel', `'${node.name}' staat hier twee keer. Tel ze bij elkaar op.`);
        amounts.set(node.name, node.value);
        break;
      case 'stap':
        if (!names.steps.includes(node.name)) report(node.at, 'verwijzing', unknownStep(node.name, names));
        steps.push(node.name);
        break;
      case 'leert':
        facts.push(node.name);
        break;
      case 'chance':
        report(node.at, 'effect', "'neemt op' kan alleen bij 'bellen' onder # Bureau.");
        break;
      case 'follow-ups':
        report(
          node.at,
          'effect',
          "'vervolg' kan alleen bij een einde: in kolom 0, of ingesprongen onder GEVOLG.",
        );
        break;
    }
  }
  const { klanttevredenheid, minuten, wacht, ...competences } = Object.fromEntries(amounts);
  return {
    ...(klanttevredenheid ? { klanttevredenheid } : {}),
    ...(minuten === undefined ? {} : { minutes: minuten }),
    ...(wacht ? { waitDays: wacht } : {}),
    ...(Object.keys(competences).length > 0 ? { competences: competences } : {}),
    ...(steps.length > 0 ? { steps } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
}

const unknownStep = (step: string, names: Names): string =>
  `De stap '${step}' staat niet bij 'stappen' in de kop.${hint(step, names.steps)}`;

/** Looks every name up; unknown ones are reported. */
export function toConditions(nodes: readonly ConditionNode[], context: RuleContext): Condition[] {
  return nodes.map((node) => {
    const not = node.not ? { not: true as const } : {};
    switch (node.kind) {
      case 'opened':
        use(node.desk, node.target.value, node.target.at, context);
        return { ...not, kind: 'opened', key: deskKey(node.desk, node.target.value) };
      case 'knows':
        checkFact(node.fact.value, node.fact.at, context.names, context.report);
        return { ...not, kind: 'knows', fact: node.fact.value };
      case 'step':
        if (!context.names.steps.includes(node.step.value)) {
          context.report(node.step.at, 'verwijzing', unknownStep(node.step.value, context.names));
        }
        return { ...not, kind: 'step', step: node.step.value };
      case 'below':
        return { ...not, kind: 'below', outcome: node.outcome, value: node.value };
    }
  });
}

/** A fact that nothing teaches is reported. */
export function checkFact(
  fact: string,
  at: { line: number; column: number },
  { facts }: Names,
  report: Reporter,
): void {
  if (facts.has(fact)) return;
  report(
    at,
    'verwijzing',
    `Het feit '${fact}' is nergens te leren: geen enkele regel zegt 'leert ${fact}'.${hint(fact, facts)}`,
  );
}

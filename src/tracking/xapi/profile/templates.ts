/** Every kind of statement that we make: the templates of the xAPI profile. */
import { TYPES, UNIT_TYPES, type OwnIris, type VerbName } from '../vocabulary.js';
import { words, type Words } from './concepts.js';

export interface Template {
  readonly id: string;
  readonly label: Words;
  readonly definition: Words;
  /** How it reads in a viewer; learner first. */
  readonly example: Words;
  readonly verb: VerbName;
  readonly types: readonly string[];
  readonly parent?: readonly string[];
  /** Parts of the statement that are always there, as JSONPath. */
  readonly holds: readonly string[];
  /** Parts that are never there, which tell it from another. */
  readonly lacks?: readonly string[];
}

export function templatesOf(iris: OwnIris): readonly Template[] {
  const units = [...new Set(Object.values(UNIT_TYPES))];
  const { types, extensions } = iris;
  const result = (name: keyof OwnIris['extensions']): string => `$.result.extensions['${extensions[name]}']`;
  const run = `$.context.extensions['${extensions.run}']`;
  const of = { module: { types: [TYPES.module] }, unit: { types: units, parent: [TYPES.module] } };
  const inUnit = { parent: units };
  const choice = { verb: 'answered', types: [TYPES.interaction], ...inUnit } as const;
  return [
    {
      id: 'opened',
      verb: 'initialized',
      ...of.module,
      holds: [],
      label: words('Module geopend', 'Module opened'),
      definition: words('De deelnemer opende de module.', 'The learner opened the module.'),
      example: words('Anna begon met Hostmanship', 'Anna initialized Hostmanship'),
    },
    {
      id: 'unit-started',
      verb: 'initialized',
      ...of.unit,
      holds: [run],
      label: words('Onderdeel begonnen', 'Unit started'),
      definition: words(
        'De deelnemer begon aan een les, gesprek, toets of opdracht.',
        'The learner began a lesson, conversation, quiz or exercise.',
      ),
      example: words('Anna begon met Het verlopen paspoort', 'Anna initialized The expired passport'),
    },
    {
      id: 'decided',
      ...choice,
      holds: [run, '$.result.response', result('option'), result('effect'), result('evidence')],
      label: words('Keuze in een gesprek', 'Decision in a conversation'),
      definition: words(
        'Wat de klant zei, wat er te kiezen was, wat gekozen werd en wat dat deed met elke uitkomst en competentie.',
        'What the customer said, what could be chosen, what was chosen and what that did to each outcome and competence.',
      ),
      example: words(
        'Anna antwoordde op ‘Mijn paspoort is verlopen.’',
        'Anna answered ‘My passport has expired.’',
      ),
    },
    {
      id: 'chose',
      ...choice,
      holds: [run, '$.result.response', '$.result.success', result('option')],
      lacks: [result('effect')],
      label: words('Keuze in een les of opdracht', 'Choice in a lesson or exercise'),
      definition: words(
        'Een vraag in een les, of een stap bij Vind de fout.',
        'A question in a lesson, or a step in Find the mistake.',
      ),
      example: words('Anna antwoordde op Waarom is dit een fout?', 'Anna answered Why is this a mistake?'),
    },
    {
      id: 'item-answered',
      ...choice,
      holds: [run, '$.result.response', '$.result.success', '$.result.score.scaled'],
      label: words('Toetsvraag beantwoord', 'Quiz item answered'),
      definition: words(
        'Het antwoord op een toetsvraag, met het deel dat goed is.',
        'The answer to a quiz item, with the share that is right.',
      ),
      example: words('Anna antwoordde op Welke zin past hier?', 'Anna answered Which sentence fits here?'),
    },
    {
      id: 'looked-up',
      verb: 'experienced',
      types: [types.desk],
      ...inUnit,
      holds: [run, result('effect')],
      label: words('Iets gedaan aan het bureau', 'Desk action'),
      definition: words(
        'Opzoeken, bellen, kanaal of notitie, met wat het kostte en opleverde.',
        'Looking up, calling, channel or note, with what it cost and taught.',
      ),
      example: words('Anna bekeek Klantportaal wierda', 'Anna experienced Klantportaal wierda'),
    },
    {
      id: 'read',
      verb: 'experienced',
      types: [types.page],
      ...inUnit,
      holds: [run],
      label: words('Iets bekeken', 'Page seen'),
      definition: words(
        'Een bladzijde of plek in een les, of de raad van de coach.',
        'A page or spot in a lesson, or the advice of the coach.',
      ),
      example: words('Anna bekeek de raad van de coach', 'Anna experienced the advice of the coach'),
    },
    {
      id: 'unit-completed',
      verb: 'completed',
      ...of.unit,
      holds: [run, '$.result.completion', result('route')],
      label: words('Onderdeel afgerond', 'Unit completed'),
      definition: words(
        'Het einde van een ronde, met de route en, als de ronde telt, de score.',
        'The end of a run, with the route and, where the run counts, the score.',
      ),
      example: words('Anna rondde af: Het verlopen paspoort', 'Anna completed The expired passport'),
    },
    {
      id: 'competence-scored',
      verb: 'scored',
      types: [TYPES.competence],
      ...inUnit,
      holds: [run, '$.result.score.scaled', '$.result.score.raw', '$.result.score.max'],
      label: words('Score op een competentie', 'Competence score'),
      definition: words(
        'Per afgeronde ronde één per competentie die het onderdeel laat zien.',
        'For each completed run one for every competence that the unit shows.',
      ),
      example: words('Anna scoorde op Hostmanship', 'Anna scored Hostmanship'),
    },
    {
      id: 'outcome-scored',
      verb: 'scored',
      types: [types.outcome],
      ...inUnit,
      holds: [run, '$.result.score.scaled', result('raw')],
      label: words('Uitkomst van een gesprek', 'Outcome of a conversation'),
      definition: words(
        'Per afgerond gesprek één per uitkomst: op een schaal van 0 tot 1 en in de eigen eenheid.',
        'For each completed conversation one for every outcome: on a scale of 0 to 1 and in its own unit.',
      ),
      example: words('Anna scoorde op Klanttevredenheid', 'Anna scored Customer satisfaction'),
    },
    {
      id: 'completed',
      verb: 'completed',
      ...of.module,
      holds: ['$.result.completion'],
      label: words('Module afgerond', 'Module completed'),
      definition: words('Alle verplichte onderdelen zijn af.', 'All required units are finished.'),
      example: words('Anna rondde af: Hostmanship', 'Anna completed Hostmanship'),
    },
    {
      id: 'passed',
      verb: 'passed',
      ...of.module,
      holds: ['$.result.success', '$.result.completion'],
      label: words('Module gehaald', 'Module passed'),
      definition: words(
        'De score haalt de grens van de module.',
        'The score reaches the module’s pass mark.',
      ),
      example: words('Anna slaagde voor Hostmanship', 'Anna passed Hostmanship'),
    },
    {
      id: 'failed',
      verb: 'failed',
      ...of.module,
      holds: ['$.result.success', '$.result.completion'],
      label: words('Module nog niet gehaald', 'Module not yet passed'),
      definition: words(
        'Afgerond, maar de score haalt de grens nog niet.',
        'Completed, but the score does not reach the pass mark yet.',
      ),
      example: words('Anna slaagde nog niet voor Hostmanship', 'Anna failed Hostmanship'),
    },
    {
      id: 'closed',
      verb: 'terminated',
      ...of.module,
      holds: ['$.result.duration'],
      label: words('Module gesloten', 'Module closed'),
      definition: words(
        'De deelnemer sloot de module, met hoelang die openstond.',
        'The learner closed the module, with how long it was open.',
      ),
      example: words('Anna stopte met Hostmanship', 'Anna terminated Hostmanship'),
    },
  ];
}

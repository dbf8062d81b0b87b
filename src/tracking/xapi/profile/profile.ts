/**
 * The vocabulary as an xAPI Profile (JSON-LD, xAPI Profiles 1.0). No part of the page: `npm run schemas` writes it to docs/xapi,
 * and a test holds it to the statements that are really made.
 */
import { DEFAULT_CONFIG } from '../../config.js';
import { ownIris, verb, type OwnIris } from '../vocabulary.js';
import { EXTENSION_CONCEPTS, TYPE_CONCEPTS, words, type Words } from './concepts.js';
import { profilePage } from './page.js';
import { templatesOf } from './templates.js';

export function profileFiles(base = DEFAULT_CONFIG.iri): { readonly file: string; readonly text: string }[] {
  return [
    { file: 'docs/xapi/profile.jsonld', text: `${JSON.stringify(profileOf(base), null, 2)}\n` },
    { file: 'docs/xapi/README.md', text: profilePage(base, 'nl') },
    { file: 'docs/xapi/README.en.md', text: profilePage(base, 'en') },
  ];
}

const map = ({ nl, en }: Words): object => ({ nl, en });

/** The profile document of the IRIs under `base`. */
export function profileOf(base: string) {
  const iris = ownIris(base);
  return {
    '@context': 'https://w3id.org/xapi/profiles/context',
    id: iris.profile.replace(/\/v\d+$/, ''),
    type: 'Profile',
    conformsTo: 'https://w3id.org/xapi/profiles#1.0',
    prefLabel: map(words('Zeventerpen: dienstverlenend werken', 'Zeventerpen: working in service')),
    definition: map(
      words(
        'Wat er in de modules van Zeventerpen gebeurt: keuzes in klantgesprekken en wat die doen met uitkomsten en competenties.',
        'What happens in the modules of Zeventerpen: choices in customer contacts and what they do to outcomes and competences.',
      ),
    ),
    author: { type: 'Organization', name: 'Zeventerpen' },
    versions: [{ id: iris.profile, generatedAtTime: '2026-11-25T00:00:00Z' }],
    concepts: conceptsOf(iris),
    templates: templateDocuments(base),
    patterns: patternsOf(base),
  };
}

function conceptsOf(iris: OwnIris) {
  const all = [
    ...(Object.keys(TYPE_CONCEPTS) as (keyof OwnIris['types'])[]).map(
      (key) => [iris.types[key], TYPE_CONCEPTS[key]] as const,
    ),
    ...(Object.keys(EXTENSION_CONCEPTS) as (keyof OwnIris['extensions'])[]).map(
      (key) => [iris.extensions[key], EXTENSION_CONCEPTS[key]] as const,
    ),
  ];
  return all.map(([id, { kind, label, definition, schema }]) => ({
    id,
    type: kind,
    inScheme: iris.profile,
    prefLabel: map(label),
    definition: map(definition),
    ...(schema === undefined ? {} : { inlineSchema: JSON.stringify(schema) }),
  }));
}

const at = (base: string, kind: string, id: string): string => `${base}/${kind}/${id}`;

function templateDocuments(base: string) {
  const iris = ownIris(base);
  const rule = (presence: 'included' | 'excluded') => (location: string) => ({ location, presence });
  return templatesOf(iris).map((one) => ({
    id: at(base, 'templates', one.id),
    type: 'StatementTemplate',
    inScheme: iris.profile,
    prefLabel: map(one.label),
    definition: map(one.definition),
    verb: verb(one.verb).id,
    ...(one.types.length === 1 ? { objectActivityType: one.types[0] } : {}),
    rules: [
      ...(one.types.length === 1
        ? []
        : [{ location: '$.object.definition.type', presence: 'included', any: one.types }]),
      ...(one.parent
        ? [
            {
              location: '$.context.contextActivities.parent[*].definition.type',
              presence: 'included',
              any: one.parent,
            },
          ]
        : []),
      ...one.holds.map(rule('included')),
      ...(one.lacks ?? []).map(rule('excluded')),
    ],
  }));
}

function patternsOf(base: string) {
  const said = { inScheme: ownIris(base).profile };
  const inside = templatesOf(ownIris(base)).filter(({ id }) => id !== 'opened' && id !== 'closed');
  return [
    {
      id: at(base, 'patterns', 'visit'),
      type: 'Pattern',
      ...said,
      primary: true,
      prefLabel: map(words('Bezoek', 'Visit')),
      definition: map(
        words(
          'Eén keer dat de module openstond: openen, wat er gebeurde, sluiten. Sluiten ontbreekt als de verbinding wegviel.',
          'One stay: opening, what happened, closing. Closing is missing when the connection was lost.',
        ),
      ),
      sequence: [
        at(base, 'templates', 'opened'),
        at(base, 'patterns', 'happenings'),
        at(base, 'patterns', 'maybe-closed'),
      ],
    },
    {
      id: at(base, 'patterns', 'happenings'),
      type: 'Pattern',
      ...said,
      zeroOrMore: at(base, 'patterns', 'happening'),
    },
    {
      id: at(base, 'patterns', 'happening'),
      type: 'Pattern',
      ...said,
      alternates: inside.map(({ id }) => at(base, 'templates', id)),
    },
    {
      id: at(base, 'patterns', 'maybe-closed'),
      type: 'Pattern',
      ...said,
      optional: at(base, 'templates', 'closed'),
    },
  ];
}

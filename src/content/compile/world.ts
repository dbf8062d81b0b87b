/** The part of the municipality that a module uses: what its desk shows. */
import type { CodeBook } from '../codes.js';
import type { World } from '../module.js';
import type { Town } from '../town.js';
import { deskKey, type Usage } from './context.js';

/** Completes what is used (a customer's cases, a case's customer) and gives every desk action its code. */
export function makeWorld(town: Town, usage: Usage, codes: CodeBook): World {
  const { municipality } = town;
  for (const id of usage.cases) usage.customers.add(town.cases.get(id)?.klant ?? '');
  const customers = [...town.customers.values()].filter((customer) => usage.customers.has(customer.id));
  const cases = [...town.cases.values()].filter(
    (each) => usage.cases.has(each.id) || usage.customers.has(each.klant),
  );
  const articles = [...town.articles.values()].filter((article) => usage.articles.has(article.id));
  const keys = [
    ...customers.map(({ id }) => deskKey('klant', id)),
    ...cases.map(({ id }) => deskKey('zaak', id)),
    ...articles.map(({ id }) => deskKey('artikel', id)),
    ...municipality.backoffice.map(({ id }) => deskKey('bellen', id)),
    ...municipality.kanalen.map(({ id }) => deskKey('kanaal', id)),
    ...[...new Set([...customers.map(({ id }) => id), ...usage.notes])].map((id) => deskKey('notitie', id)),
  ];
  return {
    name: municipality.naam,
    competences: municipality.competenties,
    outcomes: municipality.uitkomsten,
    norms: municipality.normen,
    channels: municipality.kanalen,
    desks: municipality.backoffice,
    customers,
    cases,
    articles,
    deskCodes: Object.fromEntries(keys.map((key) => [key, codes.code(key)])),
  };
}

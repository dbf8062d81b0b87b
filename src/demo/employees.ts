/** The people of the demo: a made-up organisation of departments and teams, each employee with a skill per competence. */
import { COMPETENCES, type CompetenceId } from '../content/vocabulary.js';
import { normal } from './dice.js';

/** Skill per competence in logits: 0 knows half of the items of middling difficulty. */
export type Skills = Readonly<Record<CompetenceId, number>>;

export interface Employee {
  /** As an LMS would call him: `demo-0001`. */
  readonly id: string;
  readonly team: string;
  readonly department: string;
  readonly role: string;
  readonly skills: Skills;
  /** How much a module adds to a skill. */
  readonly learning: number;
  /** Weeks after the start of the course at which he begins. */
  readonly begins: number;
}

interface Team {
  readonly name: string;
  readonly department: string;
  /** Share of all employees. */
  readonly share: number;
  /** Strengths and weaknesses beside the ability that all have. */
  readonly skills: Partial<Skills>;
  /** How it learns, beside others. */
  readonly learning?: number;
}

const TEAMS: readonly Team[] = [
  {
    ...{ name: 'KCC Telefoon', department: 'Dienstverlening', share: 15 },
    skills: { hostmanship: 0.4, kanaalsturing: 0.3, backoffice: -0.2 },
    learning: 1.3,
  },
  {
    ...{ name: 'KCC Balie', department: 'Dienstverlening', share: 13 },
    skills: { hostmanship: 0.5, kanaalverleiding: -0.3 },
  },
  {
    ...{ name: 'KCC Digitaal', department: 'Dienstverlening', share: 7 },
    skills: { kanaalsturing: 0.5, portalen: 0.4 },
  },
  {
    ...{ name: 'Burgerzaken', department: 'Dienstverlening', share: 7 },
    skills: { portalen: 0.3, proactief: -0.3 },
  },
  {
    ...{ name: 'Wmo-loket', department: 'Sociaal domein', share: 9 },
    skills: { hostmanship: 0.3, kanaalsturing: -0.4 },
  },
  {
    ...{ name: 'Werk en inkomen', department: 'Sociaal domein', share: 9 },
    skills: { 'klachten-voorkomen': -0.5 },
  },
  { ...{ name: 'Jeugd', department: 'Sociaal domein', share: 6 }, skills: { proactief: 0.3 } },
  {
    ...{ name: 'Schuldhulp', department: 'Sociaal domein', share: 1.2 },
    skills: { hostmanship: 0.4, proactief: 0.4 },
  },
  {
    ...{ name: 'Vergunningen', department: 'Ruimte', share: 8 },
    skills: { hostmanship: -0.6, backoffice: 0.5, kanaalverleiding: -0.4 },
  },
  {
    ...{ name: 'Beheer openbare ruimte', department: 'Ruimte', share: 9 },
    skills: { portalen: -0.7, 'klachten-voorkomen': 0.2 },
    learning: 0.7,
  },
  {
    ...{ name: 'Toezicht en handhaving', department: 'Ruimte', share: 6 },
    skills: { hostmanship: -0.4, 'klachten-voorkomen': -0.3 },
  },
  { ...{ name: 'Begraafplaatsen', department: 'Ruimte', share: 0.8 }, skills: { hostmanship: 0.6 } },
  {
    ...{ name: 'Belastingen', department: 'Bedrijfsvoering', share: 6 },
    skills: { 'klachten-voorkomen': -0.2, kanaalsturing: 0.2 },
  },
  {
    ...{ name: 'Communicatie', department: 'Bedrijfsvoering', share: 1.6 },
    skills: { kanaalverleiding: 0.6 },
  },
  { ...{ name: 'Facilitair', department: 'Bedrijfsvoering', share: 1.4 }, skills: { portalen: -0.4 } },
];

/** Standard deviation of ability, in logits: as far apart as people are for whom a test of 35 items is a sound one (alpha about 0.8). */
const SPREAD = 1;

/** The same people for the same seed; teams get their share of them, however many there are. */
export function employees(count: number, seed: number | string): readonly Employee[] {
  const whole = TEAMS.reduce((sum, { share }) => sum + share, 0);
  let upTo = 0;
  const ends = TEAMS.map((team) => ({ team, end: ((upTo += team.share) / whole) * count }));
  return Array.from({ length: count }, (_, number) => {
    const place = ends.find(({ end }) => number + 0.5 < end) ?? ends.at(-1);
    const id = `demo-${String(number + 1).padStart(4, '0')}`;
    return employee(id, place?.team, `${seed}/${id}`);
  });
}

function employee(id: string, team: Team = { name: '', department: '', share: 0, skills: {} }, seed: string) {
  const ability = -0.1 + SPREAD * normal(`${seed}/ability`);
  const skills = Object.fromEntries(
    COMPETENCES.map((competence) => [
      competence,
      ability + (team.skills[competence] ?? 0) + 0.35 * normal(`${seed}/${competence}`),
    ]),
  ) as Record<CompetenceId, number>;
  return {
    id,
    team: team.name,
    department: team.department,
    role: roleOf(team, seed),
    skills,
    learning: Math.max(0, 0.14 * (team.learning ?? 1) * (1 + 0.5 * normal(`${seed}/learning`))),
    begins: Math.min(6, Math.abs(1.8 * normal(`${seed}/begins`))),
  };
}

function roleOf({ name, department }: Team, seed: string): string {
  const draw = normal(`${seed}/role`);
  if (draw > 1.75) return 'Leidinggevende';
  if (name.startsWith('KCC')) return 'Medewerker klantcontact';
  if (name === 'Beheer openbare ruimte' || name === 'Begraafplaatsen' || name === 'Toezicht en handhaving')
    return 'Buitendienst';
  return department === 'Bedrijfsvoering' ? 'Ondersteuning' : draw > -0.4 ? 'Specialist' : 'Consulent';
}

/** The teams file that a reader of the report would have: no names, but the ids of the LMS. */
export function teamsFile(people: readonly Employee[]): string {
  const rows = people.map(({ id, team, department, role }) => [id, team, department, role].join(','));
  return `leerling-id,team,afdeling,rol\n${rows.join('\n')}\n`;
}

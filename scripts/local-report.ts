/** The report of `npm start`: over what the local LRS holds, made anew when something came in. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent } from '../src/content/index.js';
import type { ReportSource } from '../src/lms/pages/report-routes.js';
import type { RunningServer } from '../src/lms/server.js';
import { courseConfig } from '../src/packaging/course.js';
import type { Edition } from '../src/report/edition/edition.js';
import { makeEdition, NothingToReport } from '../src/report/edition/make.js';
import type { Facts } from '../src/report/facts/facts.js';
import { K_DEFAULT } from '../src/report/privacy/release.js';
import { catchUp } from '../src/report/sync/feed.js';
import { openKept } from '../src/report/sync/store.js';
import { placeMembers } from '../src/report/teams/members.js';
import { readTeams } from '../src/report/teams/teams-file.js';

/** The teams of demo data, as `DemoLoader` leaves them in the folder of the LMS's store. */
const DEMO_TEAMS = join('voorbeeld', 'teams.csv');

export class LocalReport implements ReportSource {
  private facts: Promise<Facts> | undefined;
  private making: Promise<Edition | null> | undefined;
  private made: Edition | null = null;

  /** `data`: folder of the LMS's store; the facts lie beside it. `server`: asked when a report is. */
  constructor(
    private readonly modules: string,
    private readonly data: string,
    private readonly server: () => RunningServer,
  ) {}

  /** Who asks while one is made gets that one. */
  edition(): Promise<Edition | null> {
    this.making ??= this.make().finally(() => (this.making = undefined));
    return this.making;
  }

  async close(): Promise<void> {
    await this.making?.catch(() => null);
    (await this.facts)?.close();
  }

  private async open(): Promise<Facts> {
    try {
      return await openKept(join(this.data, 'rapport.duckdb'));
    } catch (error) {
      // The next visitor tries again.
      this.facts = undefined;
      throw error;
    }
  }

  private async make(): Promise<Edition | null> {
    const facts = await (this.facts ??= this.open());
    const { read } = await catchUp(facts, {
      name: 'local',
      after: (place) => this.server().statementsAfter(place),
    });
    // An edition is numbered and remembered: without news it is the one that was made before.
    if (read === 0 && this.made) return this.made;
    if (!(await hasAny(facts))) return null;
    const teams = await readFile(join(this.data, DEMO_TEAMS)).catch(() => null);
    if (teams) await placeMembers(facts.connection, readTeams(teams).members, courseConfig(undefined).salt);
    const edition = await this.measured(facts);
    // Too few persons for any figure: the page then says what to do.
    this.made = edition?.read.persons === null ? null : edition;
    return this.made;
  }

  private async measured(facts: Facts): Promise<Edition | null> {
    try {
      return await makeEdition(facts.connection, {
        modules: loadContent(this.modules).modules,
        k: K_DEFAULT,
        now: new Date(),
      });
    } catch (error) {
      if (error instanceof NothingToReport) return null;
      throw error;
    }
  }
}

/** Asked first: reading the content takes a while, and an empty store needs none. */
async function hasAny({ connection }: Facts): Promise<boolean> {
  return (await connection.runAndReadAll('SELECT 1 FROM seen LIMIT 1')).currentRowCount > 0;
}

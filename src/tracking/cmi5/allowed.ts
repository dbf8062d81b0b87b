/** What the outbox tells within a cmi5 session: 'cmi5 allowed' statements, section 7.1.3. */
import type { Context } from '@xapi/xapi';
import type { LaunchData } from '../../cmi5/vocabulary.js';
import type { RecordedEvent } from '../xapi/event.js';
import type { SessionRules } from '../xapi/sender.js';
import { ownIris } from '../xapi/vocabulary.js';
import { inTemplate } from './context.js';
import type { Cmi5Launch } from './launch.js';
import type { Cmi5Session } from './session.js';

export interface RulesOptions {
  readonly launch: Cmi5Launch;
  readonly data: LaunchData;
  readonly session: Cmi5Session;
  /** Base of our IRIs. */
  readonly iri: string;
}

export function sessionRules({ launch, data, session, iri }: RulesOptions): SessionRules {
  const { happened } = ownIris(iri).extensions;
  return {
    mayTell: () => session.mayTell,
    adapt: (statement, event) => {
      // About the AU as a whole the session tells itself, in the order and number that cmi5 wants.
      if ('id' in statement.object && statement.object.id === launch.activityId) return null;
      const late = isEarlier(event, session.startedAt);
      const own: Context = {
        ...statement.context,
        extensions: { ...statement.context?.extensions, ...(late ? { [happened]: event.at } : {}) },
      };
      return {
        ...statement,
        actor: launch.actor,
        context: inTemplate(own, data.contextTemplate, launch.registration),
        // Left over from a session that lost its network: told in this one, so dated in it (9.7.0.0-1).
        ...(late ? { timestamp: new Date(session.startedAt + 1).toISOString() } : {}),
      };
    },
  };
}

function isEarlier({ at }: RecordedEvent, startedAt: number): boolean {
  return Date.parse(at) < startedAt;
}

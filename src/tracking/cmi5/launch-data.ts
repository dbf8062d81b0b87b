/** The State document `LMS.LaunchData`, cmi5 section 10. */
import { CMI5_EXTENSIONS, MOVE_ON, type LaunchData } from '../../cmi5/vocabulary.js';

export interface Launched {
  readonly data: LaunchData;
  readonly sessionId: string;
}

/** Null when it lacks what no session can do without: the context template with a session id, and the mode. */
export function readLaunchData(text: string | undefined): Launched | null {
  let found: Readonly<Record<string, unknown>>;
  try {
    found = Object(JSON.parse(text ?? 'null')) as Record<string, unknown>;
  } catch {
    return null;
  }
  const { contextTemplate, launchMode, launchParameters, masteryScore, moveOn, returnURL } = found;
  if (typeof contextTemplate !== 'object' || contextTemplate === null) return null;
  const sessionId = sessionIn(contextTemplate);
  if (sessionId === '') return null;
  if (launchMode !== 'Normal' && launchMode !== 'Browse' && launchMode !== 'Review') return null;
  const data: LaunchData = {
    contextTemplate: contextTemplate as LaunchData['contextTemplate'],
    launchMode,
    moveOn: MOVE_ON.find((one) => one === moveOn) ?? 'NotApplicable',
    ...(typeof launchParameters === 'string' ? { launchParameters } : {}),
    ...(isShare(masteryScore) ? { masteryScore } : {}),
    // No script in an address: only a page may follow.
    ...(isPage(returnURL) ? { returnURL } : {}),
  };
  return { data, sessionId };
}

function sessionIn(template: object): string {
  const { extensions } = template as Readonly<Record<string, unknown>>;
  const found = (Object(extensions) as Record<string, unknown>)[CMI5_EXTENSIONS.sessionId];
  return typeof found === 'string' ? found : '';
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isPage = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\//i.test(value);

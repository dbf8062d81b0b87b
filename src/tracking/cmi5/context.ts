/** The context of every statement of a session: what the LMS laid down, and what is ours beside it (cmi5 9.6, 10.2.1). */
import type { Activity, Context } from '@xapi/xapi';
import { CMI5_CATEGORY, MOVEON_CATEGORY } from '../../cmi5/vocabulary.js';

type Activities = NonNullable<Context['contextActivities']>;
const KINDS = ['parent', 'grouping', 'category', 'other'] as const;

/** Ours may add, never overwrite: whatever the template says stands. */
export function inTemplate(own: Context, template: Context, registration: string): Context {
  const activities = mergedActivities(own.contextActivities, template.contextActivities);
  return {
    ...own,
    ...template,
    registration,
    ...(Object.keys(activities).length > 0 ? { contextActivities: activities } : {}),
    extensions: { ...own.extensions, ...template.extensions },
  };
}

export const CMI5: Activity = { objectType: 'Activity', id: CMI5_CATEGORY };
export const MOVEON: Activity = { objectType: 'Activity', id: MOVEON_CATEGORY };

function mergedActivities(own: Activities = {}, template: Activities = {}): Activities {
  const lists = KINDS.map((kind) => {
    const all = [...listOf(template[kind]), ...listOf(own[kind])];
    const unique = all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
    return [kind, unique] as const;
  });
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

function listOf(given: Activity | readonly Activity[] | undefined): readonly Activity[] {
  if (given === undefined) return [];
  return 'id' in given ? [given] : given;
}

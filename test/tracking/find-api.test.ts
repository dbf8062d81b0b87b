import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findApi, waitForApi, type Place } from '../../src/tracking/lms/find-api.js';

const api12 = { LMSInitialize: () => 'true' };
const api2004 = { Initialize: () => 'true' };

/** A window of another origin: looking at anything but parent and opener throws. */
function foreign(around: Place): Place {
  return new Proxy(around, {
    get: (place, name) => {
      if (name === 'parent' || name === 'opener') return Reflect.get(place, name) as unknown;
      throw new Error('SecurityError');
    },
  });
}

describe('the search for the LMS', () => {
  it('takes the nearest parent that has an API', () => {
    const far = { API: { LMSInitialize: () => 'far' } };
    const page = { parent: { API: api12, parent: far } as Place };
    expect(findApi(page, 'scorm12')?.api).toBe(api12);
  });

  it('goes on past parents of another origin', () => {
    const page = { parent: foreign({ parent: { API: api12 } as Place }) };
    expect(findApi(page, 'scorm12')?.api).toBe(api12);
  });

  it('looks in the window that opened this one, and in its parents', () => {
    const page = { opener: { parent: { API_1484_11: api2004 } as Place } };
    expect(findApi(page, 'scorm2004')?.api).toBe(api2004);
  });

  it('looks in the opener of a parent', () => {
    const page = { parent: { opener: { API: api12 } as Place } };
    expect(findApi(page, 'scorm12')?.api).toBe(api12);
  });

  it('prefers the edition of the package, also when the other one is nearer', () => {
    const page = { parent: { API: api12, parent: { API_1484_11: api2004 } } as Place };
    expect(findApi(page, 'scorm2004')).toEqual({ edition: 'scorm2004', api: api2004 });
    expect(findApi(page, 'scorm12')).toEqual({ edition: 'scorm12', api: api12 });
  });

  it('takes the other edition when that is all there is', () => {
    expect(findApi({ parent: { API: api12 } as Place }, 'scorm2004')?.edition).toBe('scorm12');
  });

  it('is not fooled by something else that is called API', () => {
    expect(findApi({ parent: { API: { version: 3 } } as Place }, 'scorm12')).toBeNull();
  });

  it('ends when windows go round in circles', () => {
    const one: { parent?: Place } = {};
    one.parent = { parent: one };
    expect(findApi(one, 'scorm12')).toBeNull();
  });
});

describe('an API that comes late', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is still found within five seconds', async () => {
    const parent: Record<string, unknown> = {};
    const found = waitForApi({ parent }, 'scorm12');
    await vi.advanceTimersByTimeAsync(2_000);
    parent['API'] = api12;
    await vi.advanceTimersByTimeAsync(300);
    expect((await found)?.api).toBe(api12);
  });

  it('is given up after five seconds', async () => {
    const found = waitForApi({ parent: {} }, 'scorm12');
    await vi.advanceTimersByTimeAsync(5_300);
    expect(await found).toBeNull();
  });

  it('is not waited for in a page that stands alone', async () => {
    expect(await waitForApi({}, 'scorm12')).toBeNull();
  });
});

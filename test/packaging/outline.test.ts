import { describe, expect, it } from 'vitest';
import { moduleProgress, newSession, unitProgress } from '../../src/engine/session.js';
import { outlineOf } from '../../src/packaging/outline.js';
import { fixture } from '../player/fixtures/module.js';

const outline = outlineOf(fixture);

describe('the outline of a module', () => {
  it('shows a new learner the same overview as the whole module', () => {
    const attempt = '0'.repeat(32);
    const [small, whole] = [newSession(outline, attempt), newSession(fixture, attempt)];
    expect(moduleProgress(small)).toEqual(moduleProgress(whole));
    for (const unit of fixture.units)
      expect(unitProgress(small, unit.code)).toEqual(unitProgress(whole, unit.code));
    expect(outline.units.map(({ id, title, card, minutes }) => ({ id, title, card, minutes }))).toEqual(
      fixture.units.map(({ id, title, card, minutes }) => ({ id, title, card, minutes })),
    );
  });

  it('keeps the faces on the cards, and nothing that a unit holds', () => {
    for (const unit of fixture.units) {
      if ('customer' in unit) expect(outline.world.customers.map(({ id }) => id)).toContain(unit.customer);
    }
    const text = JSON.stringify(outline);
    for (const part of ['"feedback":"', '"answer":', '"tekst":', '"lines":[{'])
      expect(text).not.toContain(part);
    expect(text.length).toBeLessThan(JSON.stringify(fixture).length / 2);
  });
});

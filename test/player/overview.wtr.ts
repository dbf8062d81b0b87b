import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { ZtNavigateEvent } from '../../src/player/events.js';
import {
  complaints,
  deep,
  deepAll,
  focused,
  named,
  openApp,
  policyViolations,
  press,
  sessionAfter,
  settled,
} from './stage.js';

const talkedThrough = [
  { kind: 'start', unit: 'u3' },
  ...['k3', 'a1', 'b1', 'c3', 'd1'].map((code) => ({ kind: 'act', unit: 'u3', action: { code } }) as const),
] as const;

describe('the overview of a module', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });

  it('is accessible, wide and narrow', async () => {
    await openApp();
    expect(await complaints()).to.deep.equal([]);
    await setViewport({ width: 360, height: 740 });
    expect(await complaints()).to.deep.equal([]);
  });

  it('fills each row of its rules, however many there are', async () => {
    const { app } = await openApp();
    const session = app.session!;
    const [rule] = session.module.rules;
    for (const count of [1, 2, 3, 4, 5])
      for (const width of [320, 768, 1280, 1920]) {
        const rules = Array.from({ length: count }, (_, at) => ({ ...rule!, id: `regel-${String(at)}` }));
        app.session = { ...session, module: { ...session.module, rules } };
        await setViewport({ width, height: 900 });
        await settled(app);
        const list = deep(app, '.rules');
        const { left, right } = list.getBoundingClientRect();
        const boxes = [...list.children].map((one) => one.getBoundingClientRect());
        const rows = [...new Set(boxes.map(({ top }) => top))];
        if (count === 5 && width === 1280) expect(rows).to.have.length(2);
        for (const top of rows) {
          const row = boxes.filter((box) => box.top === top);
          expect(Math.min(...row.map((box) => box.left))).to.be.closeTo(left, 1);
          expect(
            Math.max(...row.map((box) => box.right)),
            `${String(count)} rules, ${String(width)} px`,
          ).to.be.closeTo(right, 1);
        }
      }
  });

  it('keeps the policy of the package', async () => {
    await openApp();
    expect(policyViolations()).to.deep.equal([]);
  });

  it('starts a unit, shows it, and names it in the title of the page', async () => {
    const { app, commands } = await openApp();
    await press(app, 'Start Het paspoort van mijn man');
    expect(commands).to.deep.equal([{ kind: 'start', unit: 'u3' }]);
    expect(deep(app, 'zt-conversation')).to.exist;
    expect(document.title).to.equal('Het paspoort van mijn man · Hostmanship');
  });

  it('moves the focus to the heading of the screen it opens', async () => {
    const { app } = await openApp();
    await press(app, 'Start Het paspoort van mijn man');
    expect(focused()?.localName).to.equal('h1');
    await press(app, 'Overzicht');
    expect(focused()?.textContent).to.equal('Hostmanship');
  });

  it('goes to a unit that is asked for before anything was drawn, as the preview of authors does', async () => {
    document.body.replaceChildren();
    const app = document.createElement('zt-app');
    app.session = sessionAfter({ kind: 'start', unit: 'u3' });
    document.body.append(app);
    app.dispatchEvent(new ZtNavigateEvent({ name: 'unit', unit: 'u3' }));
    await waitUntil(() => deepAll(app, 'zt-conversation').length === 1, 'the unit stays away');
  });

  it('shows no skills before there is a result, and leaves no hole for them', async () => {
    const { app } = await openApp();
    expect(deepAll(app, '#growth')).to.deep.equal([]);
    const session = sessionAfter(...talkedThrough, { kind: 'seen', unit: 'u3' });
    const later = await openApp({ session });
    expect(deep(later.app, '[aria-labelledby=growth]').textContent).to.match(/\d+ van 100/);
  });

  it('hands down how far the skills are, so that it is worked out once', async () => {
    const below = document.createElement('zt-overview-below');
    Object.assign(below, {
      session: sessionAfter(),
      progress: { score: 7, passed: null, completed: false, competences: { proactief: 42 } },
    });
    document.body.replaceChildren(below);
    await settled(below);
    expect(deep(below, '[aria-labelledby=growth]').textContent).to.contain('42 van 100');
    const { app } = await openApp({ session: sessionAfter(...talkedThrough, { kind: 'seen', unit: 'u3' }) });
    expect(deep(app, '#growth')).to.exist;
  });

  it('fills every row of units from edge to edge', async () => {
    for (const width of [1280, 768]) {
      await setViewport({ width, height: 900 });
      const { app } = await openApp();
      const right = deep(app, '.units').getBoundingClientRect().right;
      const rows = new Map<number, number>();
      for (const unit of deepAll(app, '.units > li')) {
        const box = unit.getBoundingClientRect();
        rows.set(Math.round(box.top), Math.max(rows.get(Math.round(box.top)) ?? 0, box.right));
      }
      for (const end of rows.values()) expect(end, String(width)).to.be.closeTo(right, 1);
    }
  });

  it('goes on with a running unit without starting another run', async () => {
    const session = sessionAfter(
      { kind: 'start', unit: 'u3' },
      { kind: 'act', unit: 'u3', action: { code: 'a1' } },
    );
    const { app, commands } = await openApp({ session });
    expect(deep(app, '.unit.busy').textContent).to.contain('Bezig, stap 1');
    await press(app, 'Ga verder met Het paspoort');
    expect(commands).to.deep.equal([]);
    expect(deepAll(app, '[role=log] li').length).to.equal(4);
  });

  it('asks to read the debrief first, and shows the score once it was seen', async () => {
    const { app } = await openApp({ session: sessionAfter(...talkedThrough) });
    expect(deep(app, '.unit.finished').textContent).to.contain('Nabespreking nog lezen');
    app.session = sessionAfter(...talkedThrough, { kind: 'seen', unit: 'u3' });
    await settled(app);
    expect(deep(app, '.unit.finished').textContent).to.match(/Score [\d,]+ van 10/);
    expect(named(app, 'Opnieuw: Het paspoort')).to.exist;
    expect(await complaints()).to.deep.equal([]);
  });

  it('gives notices no room while there is nothing to tell', async () => {
    for (const width of [1280, 360]) {
      await setViewport({ width, height: 740 });
      const { app } = await openApp();
      const top = deep(app, 'zt-header').getBoundingClientRect().bottom;
      expect(deep(app, 'zt-overview').getBoundingClientRect().top, String(width)).to.be.closeTo(top, 1);
      await press(app, 'Start Het paspoort van mijn man');
      const under = deep(app, 'zt-header').getBoundingClientRect().bottom;
      expect(deep(app, 'zt-conversation').getBoundingClientRect().top, String(width)).to.be.closeTo(under, 1);
    }
  });

  it('says calmly that nothing is kept in a review', async () => {
    const { app } = await openApp({ mode: 'review' });
    expect(deep(app, '.notices').textContent).to.contain('Er wordt nu niets bewaard');
  });

  it('says it through the announcer when saving fails', async () => {
    const { app } = await openApp();
    app.status = 'failed';
    await settled(app);
    expect(deep(app, '[role=status]').textContent).to.contain('Bewaren lukt nu niet');
    expect(deep(app, '.notices').textContent).to.contain('Laat dit venster open');
  });

  it('says that saving works again once all is stored, in sight and aloud, until the next screen', async () => {
    const { app } = await openApp();
    for (const status of ['local', 'saving', 'saved'] as const) {
      expect(deep(app, '.notices').textContent).not.to.contain('Bewaren lukt weer');
      app.status = status;
      await settled(app);
    }
    expect(deep(app, '[role=status]').textContent).to.contain('Bewaren lukt weer');
    expect(deep(app, '.notices').textContent).to.contain('Bewaren lukt weer');
    expect(await complaints()).to.deep.equal([]);
    await press(app, 'Start Het paspoort van mijn man');
    expect(deep(app, '.notices').textContent).not.to.contain('Bewaren lukt weer');
  });

  it('shows why nothing can be done where the button is far from what says so', async () => {
    await setViewport({ width: 360, height: 640 });
    const { app, commands } = await openApp({ status: 'ended' });
    const button = named(app, 'Start Het paspoort van mijn man');
    button.scrollIntoView();
    const notice = deep(app, '.notices');
    expect(notice.getBoundingClientRect().bottom).to.be.below(0);
    await press(app, 'Start Het paspoort van mijn man');
    expect(commands).to.deep.equal([]);
    expect(notice.getBoundingClientRect().top).to.be.at.least(0);
  });

  it('takes nothing while another window has the attempt, and says so again', async () => {
    const { app, commands } = await openApp({ status: 'read-only' });
    expect(deep(app, '.notices').textContent).to.contain('al open in een ander venster');
    await press(app, 'Start Het paspoort van mijn man');
    await settled(app);
    expect(commands).to.deep.equal([]);
    expect(deep(app, '[role=status]').textContent).to.contain('al open in een ander venster');
    expect(named(app, 'Start Het paspoort van mijn man'), 'no empty screen of a unit').to.exist;
  });
});

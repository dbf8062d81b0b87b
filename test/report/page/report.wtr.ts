import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import '../../../src/report/page/browser/report.js';
import type { ZtReport } from '../../../src/report/page/browser/report.js';
import type { Edition } from '../../../src/report/edition/edition.js';
import { complaints, deep, deepAll, focused, named, policyViolations, press, settled } from '../../shown.js';
import { CHAPTERS } from '../../../src/report/page/view/choice.js';
import { EXAMPLE } from '../example-edition.js';

async function open(hash = '', edition: Edition = EXAMPLE): Promise<ZtReport> {
  document.body.replaceChildren();
  history.replaceState(null, '', `#${hash}`);
  const main = document.createElement('main');
  const report = document.createElement('zt-report');
  report.edition = edition;
  main.append(report);
  document.body.append(main);
  await settled(report);
  return report;
}

/** All that can be read, also what is folded away. */
function words(root: Element): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element || node instanceof ShadowRoot)) return '';
    const inside = [...((node as Element).shadowRoot ?? node).childNodes].map(read).join('');
    return node instanceof Element && getComputedStyle(node).display !== 'inline' ? ` ${inside} ` : inside;
  };
  return read(root)
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:)])/g, '$1');
}

const chapter = (report: ZtReport, id: string): HTMLDetailsElement =>
  deep(report, `#${id}`).closest('details')!;

async function unfold(report: ZtReport, id: string): Promise<void> {
  chapter(report, id).querySelector('summary')!.click();
  await settled(report);
}

async function pick(report: ZtReport, label: string, value: string): Promise<void> {
  const select = named(report, label).querySelector('select')!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(report);
}

describe('the report', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  const LOOKS = [
    { width: 360, media: { colorScheme: 'light' } },
    { width: 360, media: { colorScheme: 'dark' } },
    { width: 1280, media: { colorScheme: 'light' } },
    { width: 1280, media: { colorScheme: 'dark' } },
    { width: 320, media: { forcedColors: 'active' } },
  ] as const;
  for (const { width, media } of LOOKS)
    it(`is accessible at ${width} px with ${JSON.stringify(media)}, all unfolded, and no wider`, async () => {
      await setViewport({ width, height: 800 });
      await emulateMedia(media);
      const report = await open(`periode=all&module=hostmanship&open=${CHAPTERS.join()}`);
      for (const table of deepAll(report, 'zt-report-table')) table.toggleAttribute('open', true);
      await settled(report);
      expect(await complaints()).to.deep.equal([]);
      expect(document.documentElement.scrollWidth, 'width of the page').to.equal(width);
    });

  it('is accessible where it opens', async () => {
    await open();
    expect(await complaints()).to.deep.equal([]);
  });

  it('keeps to a policy without inline script or style', async () => {
    await open();
    expect(policyViolations()).to.deep.equal([]);
  });

  it('puts a table behind every chart, and the number of people and the period with it', async () => {
    const report = await open();
    const charts = deepAll(report, 'svg.chart');
    expect(charts.length).to.be.greaterThan(1);
    for (const chart of charts) {
      const part = chart.closest('section')!;
      expect(deepAll(part, 'tbody tr').length, part.getAttribute('aria-labelledby')!).to.be.greaterThan(0);
      const basis = part.querySelector('.basis')!.textContent;
      expect(basis).to.match(/\d+ mensen/);
      expect(basis).to.contain('oktober – december 2026');
    }
  });

  it('spares a manager codes and effect sizes, and has them one click away with what else the cards stand on', async () => {
    const report = await open();
    for (const part of ['summary', 'score', 'growth', 'training']) {
      const card = deep(deep(report, `zt-report-${part}`), '.card');
      const seen = [...card.children].filter(({ localName }) => localName !== 'zt-report-table');
      expect(seen.map(words).join(' '), part).not.to.match(/3f9a1c|d = |interval/);
    }
    expect(words(deep(report, 'zt-report-growth'))).to.contain('Het is een grote vooruitgang.');
    const based = deep(report, 'zt-report-based-on');
    const facts = deepAll(based, 'dd').map(words);
    expect(facts.join()).to.contain('effect d = 1,12');
    expect(facts).to.have.length(3);
    for (const [at, n] of [159, 128, 159].entries()) {
      expect(facts[at]).to.contain(`${n} mensen`);
      expect(facts[at]).to.contain('oktober – december 2026');
      expect(facts[at]).to.contain('versie 3f9a1c');
    }
  });

  it('carries the number of people, the period and the versions with every figure in the depth', async () => {
    const report = await open('periode=all');
    const chapters = ['mistakes', 'routes', 'outcomes', 'funnel'].map((part) =>
      deep(report, `zt-report-${part}`),
    );
    const lines = chapters.flatMap((part) => deepAll(part, '.basis')).map(words);
    expect(lines.length).to.be.greaterThan(4);
    for (const line of lines) {
      expect(line).to.match(/\d+ mensen|het aantal mensen/);
      expect(line).to.contain('september – november 2026');
      expect(line).to.contain('versie 3f9a1c');
    }
  });

  it('says whom it is for, what not to use it for, and how small a group may be', async () => {
    const told = words(deep(await open('', { ...EXAMPLE, k: 12 }), 'zt-report-privacy'));
    expect(told).to.contain('Wie mag dit zien, en waarvoor?');
    expect(told).to.contain('Voor management en L&D van Zeventerpen.');
    expect(told).to.contain('Niet om één medewerker te beoordelen.');
    expect(told).to.contain('Groepen onder de 12 mensen tonen we niet.');
    expect(told).to.contain('WOR, artikel 27 lid 1, k en l');
  });

  it('tells one version of a module apart, for everybody and all months', async () => {
    const [first] = EXAMPLE.funnel;
    const versions = [
      { id: '3f9a1c', firstSeen: '2026-09-02' },
      { id: '5e45b2', firstSeen: '2026-10-12' },
    ];
    const modules = EXAMPLE.modules.map((module, at) => (at === 0 ? { ...module, versions } : module));
    const newer = { ...first!, version: '5e45b2', n: 41, versions: ['5e45b2'] };
    const report = await open('', { ...EXAMPLE, modules, funnel: [...EXAMPLE.funnel, newer] });
    await pick(report, 'Module', 'hostmanship');
    await pick(report, 'Versie', '5e45b2');
    const funnel = words(deep(report, 'zt-report-funnel'));
    expect(funnel).to.contain('Eén versie apart meten we alleen voor de hele organisatie');
    expect(funnel).to.contain('41 mensen begonnen · september – november 2026 · versie 5e45b2');
    expect(location.hash).to.equal('#module=hostmanship&versie=5e45b2');
  });

  it('says why a group is withheld where its figures would have been', async () => {
    const report = await open();
    const rows = deepAll(deep(report, 'zt-report-heat-map'), 'tr');
    const row = (team: string) => rows.find((each) => each.textContent.includes(team))!;
    expect(row('Begraafplaats').textContent).to.contain('Niet getoond: minder dan 10 mensen');
    expect(row('Belastingen').textContent).to.contain('anders is een kleinere groep uit te rekenen');
    expect(row('Burgerzaken').textContent).to.contain('iedereen had hetzelfde');
    expect(row('Contactcentrum').querySelectorAll('td'), 'the score and its competences').to.have.length(8);
  });

  it('marks the lowest competence of each row, for eyes and ears, and never the score itself', async () => {
    const report = await open();
    const map = deep(report, 'zt-report-heat-map');
    const marked = deepAll(map, 'tbody tr').flatMap((row) => {
      const cells = [...row.querySelectorAll('td')];
      const at = cells.findIndex((cell) => cell.querySelector('.lowest'));
      return at === -1 ? [] : [[words(row.querySelector('th')!).trim(), at, words(cells[at]!).trim()]];
    });
    expect(marked).to.deep.equal([
      ['Hele organisatie 159', 4, '53▾, het laagst'],
      ['Contactcentrum 46', 6, '58▾, het laagst'],
      ['Vergunningen 24', 4, '47▾, het laagst'],
    ]);
    const mark = deep(map, '.lowest');
    expect(mark.getAttribute('aria-hidden')).to.equal('true');
    expect(words(deep(map, '.legend'))).to.contain(`${mark.textContent} laagste van de rij`);
  });

  it('leads from a withheld group to the bigger one that is shown', async () => {
    const report = await open('groep=team%3ABegraafplaats');
    expect(deepAll(report, '.big')).to.have.length(0);
    await press(deep(report, 'zt-report-score'), 'Bekijk Hele organisatie');
    expect(deep(report, '.big').textContent).to.equal('72');
  });

  it('keeps the choice of a team in the address, and opens it again', async () => {
    const report = await open();
    await pick(report, 'Team', 'team:Contactcentrum');
    expect(location.hash).to.equal('#groep=team%3AContactcentrum');
    expect(deep(report, '.big').textContent).to.equal('74');
    const again = await open(location.hash.slice(1));
    expect(deep(again, '.big').textContent).to.equal('74');
    expect(named(again, 'Team').querySelector('select')!.value).to.equal('team:Contactcentrum');
  });

  it('shows another period, and nothing of a team that was not measured in it', async () => {
    const report = await open();
    await pick(report, 'Periode', '2026-q3');
    expect(deep(report, '.big').textContent).to.equal('68');
    await pick(report, 'Team', 'team:Contactcentrum');
    expect(deepAll(report, '.big')).to.have.length(0);
    expect(words(deep(report, 'zt-report-score'))).to.contain(
      'Van Contactcentrum zijn er in juli – september 2026 geen scores.',
    );
  });

  it('tells in sentences what the figures say, and calls no difference one that may be chance', async () => {
    const told = words(deep(await open(), 'zt-report-summary'));
    expect(told).to.contain('De dienstverleningsscore is 72 van 100: dienstverlenend.');
    expect(told).to.contain('4 punten hoger dan in juli – september 2026. Het verschil kan toeval zijn.');
    expect(told).to.contain('Het zwakst is Kanaalverleiding (53).');
    expect(told).to.contain('3 groepen tonen we niet.');
  });

  it('warns that demo data are about nobody, and only then', async () => {
    expect(words(await open())).to.contain('Voorbeeldgegevens: verzonnen medewerkers.');
    const real = { ...EXAMPLE, read: { ...EXAMPLE.read, demo: false } };
    expect(words(await open('', real))).not.to.contain('erzonnen');
  });

  it('shows how far people come in a module, and after what most of them stop', async () => {
    const funnel = deep(await open('periode=all'), 'zt-report-funnel');
    expect(words(funnel)).to.contain('140 mensen begonnen');
    expect(deep(funnel, '.stop').textContent).to.contain('De weduwe aan de balie');
    expect(words(funnel)).to.contain('41 minuten (de helft: 33 tot 52)');
  });

  it('draws the routes on the graph of the conversation, with every option in the table behind it', async () => {
    const routes = deep(await open('periode=all'), 'zt-report-routes');
    expect(deepAll(routes, '.ribbon.best')).to.have.length(2);
    expect(deepAll(routes, '.ribbon')).to.have.length(3);
    const rows = deepAll(routes, 'tbody tr').map((row) => row.textContent.replace(/\s+/g, ' '));
    expect(rows).to.have.length(4);
    expect(rows.join()).to.contain('U moet eerst een nummer trekken.');
  });

  it('sets the dear choice beside the stronger one', async () => {
    const told = words(deep(await open('periode=all'), 'zt-report-mistakes'));
    expect(told).to.contain('‘Legt u maar neer.’');
    expect(told).to.contain('Sterker: ‘Gecondoleerd. Gaat u even zitten.’');
    expect(told).to.contain('120 mensen, 120 kwamen hier');
  });

  it('names the questions that stand out, with what to do', async () => {
    const items = deep(await open(), 'zt-report-items');
    const [first, ...more] = deepAll(items, '.items tbody tr');
    expect(first!.textContent.replace(/\s+/g, ' ')).to.contain('Vraag is goed, leg meer uit in de les');
    expect(more, 'an item with too few answers is no advice').to.have.length(0);
    expect(words(items)).to.contain('0,81');
  });

  it('leads from a period without figures to all months', async () => {
    const report = await open();
    await unfold(report, 'klaar');
    await press(deep(report, 'zt-report-funnel'), 'Bekijk september – november 2026');
    expect(location.hash).to.equal('#periode=all&open=teams,klaar');
    expect(words(deep(report, 'zt-report-funnel'))).to.contain('140 mensen begonnen');
  });

  it('gives every table as a file of its own', async () => {
    const report = await open('downloads');
    let saved = '';
    const keep = (event: Event): void => {
      const link = event.target as HTMLAnchorElement;
      saved = link.download;
      event.preventDefault();
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', keep);
      click.call(this);
    };
    try {
      await press(deep(report, 'zt-report-downloads'), 'Groei van nulmeting naar eindmeting');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.equal('groei.csv');
  });

  it('folds its depth away, and keeps in the address what is unfolded', async () => {
    const report = await open();
    expect(CHAPTERS.filter((id) => chapter(report, id).open)).to.deep.equal(['teams']);
    await unfold(report, 'routes');
    expect(location.hash).to.equal('#open=teams,routes');
    const again = await open(location.hash.slice(1));
    expect(CHAPTERS.filter((id) => chapter(again, id).open)).to.deep.equal(['teams', 'routes']);
    await unfold(again, 'teams');
    expect(chapter(again, 'teams').open).to.equal(false);
  });

  it('goes to the chapter that an address names', async () => {
    const report = await open('vragen');
    expect(chapter(report, 'vragen').open).to.equal(true);
    expect(focused()).to.equal(chapter(report, 'vragen').querySelector('summary'));
  });

  it('leads from what to train to the choices that went wrong in that module', async () => {
    const report = await open();
    await press(deep(report, 'zt-report-privacy'), 'Zo berekenen we de score');
    expect(chapter(report, 'uitleg').open).to.equal(true);
    await press(deep(report, 'zt-report-training'), 'Bekijk de keuzes');
    expect(chapter(report, 'keuzes').open).to.equal(true);
    expect(location.hash).to.contain('module=hostmanship');
    await press(deep(report, 'zt-report-mistakes'), 'Toon alle modules');
    expect(location.hash).not.to.contain('module=');
  });

  it('unfolds on paper, without the tables, and folds again; with the tables when asked', async () => {
    const report = await open();
    const tables = () => deepAll(report, 'zt-report-table').filter((table) => table.hasAttribute('open'));
    window.dispatchEvent(new Event('beforeprint'));
    expect(CHAPTERS.every((id) => chapter(report, id).open)).to.equal(true);
    expect(tables()).to.have.length(0);
    window.dispatchEvent(new Event('afterprint'));
    expect(CHAPTERS.filter((id) => chapter(report, id).open)).to.deep.equal(['teams']);
    const { print } = window;
    const printed = new Promise<void>((done) => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        done();
      };
    });
    try {
      await unfold(report, 'downloads');
      await press(deep(report, 'zt-report-downloads'), 'Print met de tabellen achter de grafieken');
      await printed;
    } finally {
      window.print = print;
    }
    expect(deepAll(report, 'details:not([open])')).to.have.length(0);
    window.dispatchEvent(new Event('afterprint'));
    await settled(report);
    expect(tables()).to.have.length(0);
  });

  it('gives differences only where both ends would tell of others', async () => {
    const report = await open('groep=department%3APubliek');
    const growth = deep(report, 'zt-report-growth');
    expect(deepAll(growth, '.hollow')).to.have.length(0);
    expect(words(growth)).to.contain('+11');
  });
});

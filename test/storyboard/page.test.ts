/** What a reviewer without tools gets to see of a module. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CALL, modulesWith, swap } from '../content/workshop.js';
import { attributes, boardOf, outDir, sectionOf, textOf, write } from './board.js';

let page = '';
beforeAll(async () => {
  page = await boardOf('plain');
});

describe('the page', () => {
  it('is whole by itself: no script, nothing from elsewhere, one style that its policy allows by hash', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\sstyle="|\son\w+="/);
    expect([...page.matchAll(/(?:src|href)="(?!#)([^"]*)"/g)].map((match) => match[1])).toEqual([]);
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '');
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256').update(styles[0]!).digest('base64');
    const [policy] = attributes(page, 'content').filter((content) => content.includes('default-src'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(styles[0]).not.toMatch(/url\((?!data:)/);
  });

  it('leads every link to a place that exists, and names no place twice', () => {
    const ids = attributes(page, 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = attributes(page, 'href').map((href) => href.slice(1));
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('shows markup in texts as text', async () => {
    const evil = '<script>alert("1")</script> <b>&amp;</b>';
    const board = await boardOf('evil', {
      [CALL]: (text) =>
        swap(
          'Wat is er met de boom gebeurd?',
          `Wat ${evil}?`,
        )(swap('titel: De es van de buren', `titel: '${evil}'`)(text)),
    });
    expect(board).not.toContain('<script');
    expect(board).not.toContain('<b>&amp;</b>');
    expect(textOf(board)).toContain(`Wat ${evil}?`);
    expect(board).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  it('lists the units in order with their learning goals, and how hard they read', () => {
    const overview = textOf(page.slice(page.indexOf('id="overzicht"'), page.indexOf('id="de-es"')));
    expect(overview).toMatch(/De es van de buren.*Een mail over een es.*Kijk/);
    expect(overview).toMatch(/doorvragen De es van de buren/);
    expect(overview).toMatch(
      /Flesch-Douma.*De es van de buren \d+ \d+(,\d)? \d+ (past bij|moeilijker dan) B1/,
    );
  });

  it('gives every kind of unit a chapter with its answers', () => {
    for (const id of ['de-es', 'antwoord', 'kijken', 'luister', 'weet-je'])
      expect(page).toContain(`id="${id}"`);
    expect(textOf(page)).toMatch(/Waarom is het een fout\?/);
    expect(textOf(page)).toMatch(
      /Wat doe je eerst\? Hostmanship · niveau begrijpen · één antwoord is goed a Het formulier/,
    );
  });
});

describe('a conversation', () => {
  it('is told turn by turn in the order in which one meets them', () => {
    const places = attributes(page, 'id').filter((id) => /^de-es\.(beurt|einde)\.[\w-]+$/.test(id));
    expect(places).toEqual([
      'de-es.beurt.opening',
      'de-es.beurt.gevaar',
      'de-es.beurt.besluit',
      'de-es.einde.afwachten',
      'de-es.einde.rust',
    ]);
  });

  it('tells of a choice what it asks, does, says and leads to', () => {
    const option = textOf(sectionOf(page, 'de-es.keuze.a3'));
    expect(option).toContain('Alleen als je weet: ‘Het besluit komt deze week.’');
    expect(option).toContain('1 minuut');
    expect(option).toContain(
      'Als je het dossier van meneer Feenstra bekeek, en de stap ‘Vragen of de boom nu gevaar geeft’ nog niet gezet is: Portalen +1',
    );
    expect(option).toContain('Feedback Het klopt');
    expect(option).toContain('Verder naar Beurt 3: besluit');
  });

  it('says where each fact is found and which choices it opens', () => {
    expect(textOf(page)).toContain('Bij gevaar komt er vandaag iemand kijken. Bel Vergunningen b1');
  });

  it('draws the graph with words for every colour, and says the same in a table', () => {
    const [drawing] = /<svg[\s\S]*?<\/svg>/.exec(page) ?? [''];
    expect(textOf(drawing)).toMatch(/A · slecht/);
    expect(attributes(drawing, 'aria-label')).toContain('Einde B: rust, goed');
    expect(drawing.match(/class="arrow best/g)).toHaveLength(3);
    expect(textOf(page)).toContain(
      'Beurt 1: opening a1 → Beurt 2: gevaar , beste route a2, a3 → Beurt 3: besluit',
    );
  });

  it('writes out a message slot by slot, with what leaving one empty does', () => {
    const mail = textOf(page.slice(page.indexOf('id="antwoord.beurt.schrijven"')));
    expect(mail).toMatch(/Deel 1 van 3: Aanhef Dit deel mag leeg blijven\./);
    expect(mail).toMatch(/a3 Dit deel blijft leeg\. Feedback Zonder aanhef is het een memo\./);
    expect(mail).toMatch(
      /Versturen z1 4 minuten\. als de stap ‘Zeggen wanneer zij iets hoort’ gezet is: Einde/,
    );
  });

  it('tells what was proved for each way that chance can fall', () => {
    const proof = textOf(page.slice(page.indexOf('id="de-es.bewijs"'), page.indexOf('id="antwoord"')));
    expect(proof).toMatch(
      /De beste route: Vergunningen neemt op.*De beste route: Vergunningen neemt niet op/,
    );
    expect(proof).toMatch(
      /Bel Vergunningen\. .*‘Wat is er met de boom gebeurd\?’ \( ?a1 ?\)|‘Wat is er met de boom gebeurd\?’/,
    );
    expect(proof).toContain('Deze route eindigt goed');
    expect(proof).toMatch(/Zo komt iemand bij elk einde .* Einde B: rust a1, b2, c1/);
    expect(proof).toMatch(
      /Kosten, slechtst €.[\d,]+ Einde A: afwachten klant feenstra, a1, bellen vergunningen/,
    );
    expect(proof).toMatch(/Klachten voorkomen, best 100% Einde B: rust a1, b2, c1/);
  });
});

describe('the role-play cards', () => {
  it('tell the actor what to say only when there is room for it, and what when treated badly', () => {
    const card = textOf(sectionOf(page, 'de-es.rol'));
    expect(card).toContain(
      'Hij slaapt slecht sinds er een tak op zijn schuur viel. Zeg dat niet uit jezelf.',
    );
    expect(card).toMatch(
      /Wat je pas vertelt als er ruimte voor is Hoor je zoiets als ‘Wat is er met de boom gebeurd\?’/,
    );
    expect(card).toMatch(/Ben je niet geholpen\? \(kortaf\) ‘Tja\. Dag\.’/);
  });

  it('give the observer the steps, the competences with examples, and room to write', () => {
    const sheet = sectionOf(page, 'de-es.kijker');
    expect(textOf(sheet)).toContain('Vragen of de boom nu gevaar geeft');
    expect(textOf(sheet)).toMatch(/Klachten voorkomen .*‘Wat is er met de boom gebeurd\?’ ja deels nee/);
    expect(sheet).toContain('class="write"');
  });
});

describe('broken content', () => {
  it('gives findings and writes nothing', async () => {
    const { files, findings } = await write(
      'broken',
      modulesWith({ [CALL]: swap('-> gevaar', '-> gevaarlijk') }),
    );
    expect(files).toEqual([]);
    expect(findings.map(({ message }) => message).join()).toContain("'gevaarlijk'");
    expect(existsSync(outDir('broken'))).toBe(false);
  });
});

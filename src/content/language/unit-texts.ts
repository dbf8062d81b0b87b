/** The texts of a module's head, lessons and 'find the mistake', in the order of their files. */
import type { Place } from '../finding.js';
import type { LessonHead, MistakesHead } from '../schema/script-heads.js';
import type { ModuleFile } from '../schema/module-file.js';
import type { BlockNode, PageNode } from '../script/lesson.js';
import type { MistakesBody } from '../script/mistakes.js';
import type { YamlFile } from '../source/yaml.js';
import { addOption, COURSE, NAME, spokenBy, type Ids } from './option-texts.js';
import { segmentsOf, TextList, type SourceText } from './texts.js';

/** `module.yaml`. */
export function moduleTexts({ data, at }: YamlFile<ModuleFile>): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: 'titel van de module' });
  list.add('samenvatting', data.samenvatting, at(['samenvatting']), { ...COURSE, note: 'samenvatting' });
  list.add('doelgroep', data.doelgroep, at(['doelgroep']), { ...NAME, note: 'doelgroep' });
  for (const [index, { id, kaart }] of data.onderdelen.entries()) {
    const place = at(['onderdelen', index, 'kaart']);
    list.add(`kaart.${id}`, kaart, place, { ...COURSE, note: `kaart van onderdeel ${id}` });
  }
  for (const [index, { id, titel, samenvatting }] of (data.pakketten ?? []).entries()) {
    const place = (field: string): Place => at(['pakketten', index, field]);
    list.add(`pakket.${id}`, titel, place('titel'), { ...NAME, note: `titel van pakket ${id}` });
    const note = `samenvatting van pakket ${id}`;
    list.add(`pakket.${id}.samenvatting`, samenvatting, place('samenvatting'), { ...COURSE, note });
  }
  return list.texts;
}

export function lessonTexts(
  { data, at }: YamlFile<LessonHead>,
  pages: readonly PageNode[],
  ids: Ids,
): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: 'titel van de les' });
  for (const page of pages) {
    const id = ids.get(page.id) ?? '';
    const note = `pagina ${id}`;
    list.add(`pagina.${id}`, page.title, page.at, { ...NAME, note: `titel, ${note}` });
    let count = 0;
    for (const block of page.blocks) {
      if (block.kind !== 'text') addBlock(list, block, ids, note);
      else
        for (const text of segmentsOf(block.text)) {
          count += 1;
          list.add(`pagina.${id}.${count}`, text, block.at, { ...COURSE, note });
        }
    }
  }
  return list.texts;
}

function addBlock(list: TextList, block: Exclude<BlockNode, { kind: 'text' }>, ids: Ids, note: string): void {
  if (block.kind === 'question') {
    const key = ids.get(block.id);
    if (key !== undefined)
      list.add(`vraag.${key}`, block.question, block.at, { ...COURSE, note: `${note}, vraag` });
    for (const option of block.options)
      addOption(list, option, ids, { note, voice: 'course', weaker: !option.good });
    return;
  }
  for (const spot of block.spots) {
    const id = ids.get(spot.id) ?? '';
    // The word before the colon is a year or a short word on a card: read, so translated; on the desk it is a place.
    const name = block.layout === 'desk' ? undefined : (spot.name ?? undefined);
    list.add(`kaart.${id}.naam`, name, spot.at, { ...NAME, note: `${note}, naam van kaart` });
    list.add(`kaart.${id}`, spot.label, spot.at, { ...NAME, note: `${note}, kaart` });
    list.add(`kaart.${id}.tekst`, spot.text, spot.at, { ...COURSE, note: `${note}, tekst van kaart` });
  }
}

export function mistakesTexts(
  { data, at }: YamlFile<MistakesHead>,
  { lines, mistakes }: MistakesBody,
  ids: Ids,
): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: "titel van 'zoek de fout'" });
  list.add('inleiding', data.inleiding, at(['inleiding']), { ...COURSE, note: 'inleiding' });
  const wrong = new Set(mistakes.map((mistake) => mistake.line.value));
  for (const [index, line] of lines.entries()) {
    const { speaker, mood, text, fine } = line;
    const id = line.id && ids.get(line.id);
    const key = id === undefined ? `gesprek.${index + 1}` : `regel.${id}`;
    const weaker = id !== undefined && wrong.has(id) ? ({ weaker: true } as const) : {};
    const note = `${speaker}${mood === undefined ? '' : ` (${mood})`}, gesprek`;
    list.add(key, text, line.at, { ...spokenBy(speaker), ...weaker, note });
    if (fine) list.add(`${key}.prima`, fine.text, fine.at, { ...COURSE, note: `PRIMA, regel ${id ?? ''}` });
  }
  for (const { line, why, better } of mistakes) {
    for (const option of why)
      addOption(list, option, ids, { note: `waarom ${line.value}`, voice: 'course', weaker: !option.good });
    for (const option of better)
      addOption(list, option, ids, { note: `beter ${line.value}`, voice: 'employee', weaker: !option.good });
  }
  return list.texts;
}

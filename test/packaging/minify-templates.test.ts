import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { minifyTemplates } from '../../scripts/minify-templates.mjs';

const { transform } = minifyTemplates() as {
  transform: (this: { parse: typeof parseAst }, code: string, id: string) => { code: string } | null;
};
const short = (code: string, id = '/project/src/player/band.ts') =>
  transform.call({ parse: parseAst }, code, id)?.code;

describe('taking the layout out of templates', () => {
  it('keeps a space between words, values and tags, so that nothing reads otherwise', () => {
    const markup = 'html`<p>\n    <b>${label}</b>\n    ${said}\n    <i>dag</i>\n  </p>`';
    expect(short(markup)).toBe('html`<p> <b>${label}</b> ${said} <i>dag</i> </p>`');
    expect(short('html`<b>10\u00a0 minuten</b>`')).toBe('html`<b>10\u00a0 minuten</b>`');
  });

  it('keeps a value without quotes apart from the end of its tag', () => {
    expect(short('html`<input\n  .value=${value}\n/>`')).toBe('html`<input .value=${value} />`');
  });

  it('shortens a style sheet to the same rules', () => {
    const sheet =
      'css`\n  /* why */\n  .a > b,\n  .c:not(.d) {\n    margin: ${gap} 4px;\n    inline-size: calc(1px + 2%);\n  }\n`';
    expect(short(sheet)).toBe('css` .a>b,.c:not(.d){margin:${gap} 4px;inline-size:calc(1px + 2%)}`');
  });

  it('leaves all other text and all other files alone', () => {
    const text = 'const a = `  <b>\n  </b>`; // html`  `';
    expect(short(text)).toBe(text);
    expect(short('html`<b>\n</b>`', '/project/src/app.ts')).toBeUndefined();
  });
});

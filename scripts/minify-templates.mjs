/**
 * Rollup plugin: takes the layout out of Lit templates. Markup and styles are written over many indented lines; the page needs
 * none of that, and it is a tenth of the code. Only white space and comments change.
 */
const TAGS = new Set(['html', 'svg', 'css']);
/** What HTML and CSS call white space: a space that must not break is none. */
const LAYOUT = /[ \t\n\r\f]+/g;

/** One static part of a style sheet. */
const shortCss = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(LAYOUT, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([a-z-]): /g, '$1:')
    .replace(/;}/g, '}');

/** One static part of markup. One space stays of each run: between words, a word and a value, or two tags it may be read. */
const shortHtml = (text) => text.replace(/<!--[\s\S]*?-->/g, '').replace(LAYOUT, ' ');

export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!/[\\/]src[\\/]player[\\/].*\.ts$/.test(id)) return null;
      const parts = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || !TAGS.has(node.tag.name)) return;
        const short = node.tag.name === 'css' ? shortCss : shortHtml;
        for (const { start, end } of node.quasi.quasis)
          parts.push({ start, end, text: short(code.slice(start, end)) });
      });
      let result = code;
      for (const { start, end, text } of parts.sort((a, b) => b.start - a.start)) {
        result = result.slice(0, start) + text + result.slice(end);
      }
      return { code: result, map: null };
    },
  };
}

function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') walk(child, visit);
    }
  }
}

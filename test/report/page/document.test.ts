import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportDocument } from '../../../src/report/page/document.js';
import { EXAMPLE } from '../example-edition.js';

const between = (text: string, begin: string, end: string): string =>
  text.split(begin)[1]?.split(end)[0] ?? '';
const sha = (part: string): string => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;

describe('the report as one file', () => {
  it('allows its one script and its one style by their hash, and nothing else', async () => {
    const page = await reportDocument(EXAMPLE);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<style>/g)).toHaveLength(1);
    const policy = between(page, 'Content-Security-Policy" content="', '"');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${sha(between(page, '<script>', '</script>'))};`);
    expect(policy).toContain(`style-src ${sha(between(page, '<style>', '</style>'))};`);
    expect(policy).not.toMatch(/unsafe|'self'|https?:/);
  });

  it('holds the edition as it is, whatever its texts say', async () => {
    const nasty = '</script><script>alert(1)</script><!-- <script> ]]> \u2028 & "';
    const edition = { ...EXAMPLE, organisation: nasty };
    const page = await reportDocument(edition);
    expect(page.match(/<script>/g)).toHaveLength(1);
    const data = between(page, '<script type="application/json" id="edition">', '</script>');
    expect(JSON.parse(data)).toEqual(edition);
    expect(between(page, '<title>', '</title>')).not.toContain('<');
  });
});

import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, renderPage } from '../../src/packaging/page.js';

describe("the package's page", () => {
  it('lets nothing in but itself, and sends only to the origins the build names', () => {
    const policy = contentSecurityPolicy(['https://lrs.example']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://lrs.example;");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  it('allows any https address only when the launch names the LRS', () => {
    expect(contentSecurityPolicy('launch')).toContain("connect-src 'self' https: http://127.0.0.1:*");
  });

  it('holds no inline script and no inline style, and shows titles as text', () => {
    const page = renderPage({ title: '<b>Klachten</b> & co', language: 'nl', connect: [] });
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    expect(page).not.toMatch(/style=|<style/);
    expect(page).not.toContain('<b>');
  });

  it('preloads the script and the data, and says in plain words what to do when it is opened from disk', () => {
    const page = renderPage({ title: 'Welkom', language: 'nl', connect: [] });
    for (const file of ['app.js', 'outline.json', 'config.json']) expect(page).toContain(`href="${file}"`);
    expect(page).toContain('Upload dan de hele zip');
  });
});

/** A page that says one thing and leads back. */
import { html } from 'hono/html';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';

export function messagePage(title: string, text: string): Html {
  return page(
    title,
    'course',
    html`<section class="card narrow">
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a class="button" href="/">${icon('arrow-left')}Naar de cursus</a></p>
    </section>`,
  );
}

/** HTML by templates that escape what is put into them: no text of an author can become markup. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export { html };
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Nothing at all; for the branch of a template that has nothing to say. */
export const nothing = '';

/** An id for a place in the page, out of the ids that authors gave: `weduwe.beurt.opening`. */
export const anchor = (...parts: readonly string[]): string =>
  parts.map((part) => part.replace(/[^\w-]/g, '_')).join('.');

/** Parts with a comma or something else between them. */
export const joined = (parts: readonly (Html | string)[], between: Html | string = ', '): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;

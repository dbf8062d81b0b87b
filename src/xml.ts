/**
 * Text for XML: the five escapes, and nothing that XML 1.0 forbids (section 2.2: most control characters, U+FFFE,
 * U+FFFF, lone surrogates). Mustache's own escape would also turn `/` into an entity, which naive LMS parsers trip over.
 */
export function escapeXml(value: unknown): string {
  return String(value)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

import type { Edition } from '../edition/edition.js';

/** JSON that no text in it can break out of: in a data block only `<` could begin `</script>` or `<!--`. */
export const dataBlock = (edition: Edition): string => JSON.stringify(edition).replaceAll('<', '\\u003c');

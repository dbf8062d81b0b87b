/** Under this path the server answers everything of the preview. */
export const BASE = '/voorbeeld';

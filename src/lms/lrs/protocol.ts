/** What the LRS says of itself. */
export const VERSION = '1.0.3';

/** Where it is mounted. */
export const LRS_PATH = '/xapi';

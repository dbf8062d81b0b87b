/** What follows the overview: chunks of their own, each with its words in the language of the page. */
import type * as Screens from './screens.js';
import { language } from './texts/texts.js';
import type * as Tools from './tools.js';

/** The screens of the units. Rejects when they cannot be had. */
export async function bringScreens(): Promise<typeof Screens> {
  const [screens, english] = await Promise.all([
    import('./screens.js'),
    language === 'en' ? import('./texts/en-screens.js') : undefined,
  ]);
  screens.useScreenTexts(english);
  return screens;
}

/** What stands beside the units. Rejects when it cannot be had. */
export async function bringTools(): Promise<typeof Tools> {
  const [tools, english] = await Promise.all([
    import('./tools.js'),
    language === 'en' ? import('./texts/en-tools.js') : undefined,
  ]);
  tools.useToolTexts(english?.enTools ?? tools.nlTools);
  return tools;
}

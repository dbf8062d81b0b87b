/** What Chromium gives to a screen reader, in its order: one line a node, indented by its parents. */
import type { CDPSession, Frame, Page } from 'playwright-core';

type Node = Awaited<ReturnType<typeof nodesOf>>[number];

/** Nodes that say nothing by themselves. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'ListMarker', 'LineBreak', 'Pre']);
/** Nodes whose name says all that they hold. */
const WHOLE = new Set([
  'button',
  'link',
  'tab',
  'radio',
  'option',
  'meter',
  'heading',
  'image',
  'DisclosureTriangle',
]);
/** Nodes that are nothing without a name. */
const NAMED = new Set(['StaticText', 'image', 'SvgRoot']);
/** States worth reading; false is not said. */
const STATES = [
  'expanded',
  'selected',
  'pressed',
  'checked',
  'disabled',
  'focused',
  'live',
  'valuetext',
  'level',
];

/** The tree of the page in this frame, under its first node with this role. */
export async function readTree(page: Page, frame: Frame, root: string): Promise<string> {
  const client = await page.context().newCDPSession(page);
  try {
    const nodes = await nodesOf(client, frame);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const top = nodes.find((node) => node.role?.value === root);
    if (!top) throw new Error(`The tree has no ${root}.`);
    const lines: string[] = [];
    write(top, 0, { byId, lines });
    return `${lines.join('\n')}\n`;
  } finally {
    await client.detach();
  }
}

async function nodesOf(client: CDPSession, frame: Frame) {
  const { frameTree } = await client.send('Page.getFrameTree');
  const found = frameTree.childFrames?.find((child) => child.frame.url === frame.url()) ?? frameTree;
  const { nodes } = await client.send('Accessibility.getFullAXTree', { frameId: found.frame.id });
  return nodes;
}

interface Book {
  readonly byId: ReadonlyMap<string, Node>;
  readonly lines: string[];
}

function write(node: Node, depth: number, book: Book): void {
  const role = String(node.role?.value ?? '');
  const name = String(node.name?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const isSilent = saysNothing(node, role, name);
  if (!isSilent) book.lines.push(`${'  '.repeat(depth)}${role}${name ? ` "${name}"` : ''}${statesOf(node)}`);
  if (role === 'StaticText' || (!isSilent && WHOLE.has(role))) return;
  for (const id of node.childIds ?? []) {
    const child = book.byId.get(id);
    if (child) write(child, isSilent ? depth : depth + 1, book);
  }
}

const saysNothing = (node: Node, role: string, name: string): boolean =>
  node.ignored || SILENT.has(role) || (name === '' && NAMED.has(role));

function statesOf(node: Node): string {
  const said = (node.properties ?? [])
    .filter(({ name }) => STATES.includes(name))
    .filter(({ value }) => ![false, 'false', 'off', '', undefined].includes(value.value as string))
    // How deep a list stands says nothing that its indent does not.
    .filter(({ name }) => name !== 'level' || node.role?.value === 'heading')
    .map(({ name, value }) => (value.value === true ? name : `${name}=${String(value.value)}`));
  const value = String(node.value?.value ?? '');
  if (value !== '') said.unshift(value);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

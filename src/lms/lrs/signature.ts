/** Signed statements (xAPI 1.0.3 Data 2.6): a JSON Web Signature (RFC 7515, compact) of the statement as it was before. */
import { verify, X509Certificate } from 'node:crypto';
import { canonical, isObject, listAt, textAt, type JsonObject } from './json.js';
import { Refused } from './problem.js';
import { withLists } from './statement.js';

/** `usageType` of the attachment that holds the signature. */
export const SIGNATURE = 'http://adlnet.gov/expapi/attachments/signature';

const HASHES: Readonly<Record<string, string>> = {
  RS256: 'RSA-SHA256',
  RS384: 'RSA-SHA384',
  RS512: 'RSA-SHA512',
};

/** @throws Refused (400) when the signature is malformed, of another statement, or not made with the certificate it brings. */
export function checkSignature(
  statement: JsonObject,
  about: JsonObject,
  content: Uint8Array | undefined,
): void {
  if (textAt(about, 'contentType') !== 'application/octet-stream')
    throw new Refused(400, 'A signature must have the contentType application/octet-stream.');
  if (!content) throw new Refused(400, 'A signature must come along, not behind a fileUrl.');
  const parts = new TextDecoder().decode(content).split('.');
  const [head = '', payload = '', signature = ''] = parts;
  const header = jsonOf(head);
  const signed = jsonOf(payload);
  if (parts.length !== 3 || !header || !signed)
    throw new Refused(400, 'The signature is no JSON Web Signature of a statement.');
  const hash = HASHES[textAt(header, 'alg') ?? ''];
  if (!hash) throw new Refused(400, 'A signature must use RS256, RS384 or RS512.');
  if (essence(signed) !== essence(statement))
    throw new Refused(400, 'The signature is of another statement.');
  const [certificate] = listAt(header, 'x5c');
  if (
    certificate !== undefined &&
    !isSignedBy(certificate, hash, { signed: `${head}.${payload}`, signature })
  ) {
    throw new Refused(400, 'The signature was not made with the certificate that it names.');
  }
}

function isSignedBy(
  certificate: unknown,
  hash: string,
  { signed, signature }: { readonly signed: string; readonly signature: string },
): boolean {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(String(certificate), 'base64'));
    return verify(hash, Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function jsonOf(encoded: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What both must say; an LRS and the act of signing may add the rest. */
function essence(given: JsonObject): string {
  const statement = withLists(given);
  const others = listAt(statement, 'attachments').filter(
    (one) => !isObject(one) || textAt(one, 'usageType') !== SIGNATURE,
  );
  const said = ['actor', 'verb', 'object', 'result', 'context'].map((key) => statement[key]);
  return canonical([...said, others]);
}

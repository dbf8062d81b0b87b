/** A server in a process of its own, for tests that kill it: node --import tsx child.ts PACKAGES DATA */
import { startServer, StoreUnavailable } from '../../src/lms/server.js';

const [packagesDir = '', dataDir = ''] = process.argv.slice(2);
try {
  const server = await startServer({ packagesDir, dataDir, port: 0 });
  process.once('SIGTERM', () => void server.close());
  process.send?.({ url: server.url, lrs: server.lrs });
} catch (error) {
  if (!(error instanceof StoreUnavailable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

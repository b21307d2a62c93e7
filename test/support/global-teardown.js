// Stops the PostgreSQL of the run and removes its files.
import { rmSync } from "node:fs";

export default async () => {
  const { server, directory } = globalThis.__govgraphPostgres;
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
};

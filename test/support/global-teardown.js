// Stops the PostgreSQL of the run, fails the run where its log holds anything of a person of the seed, and removes its files.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export default async () => {
  const { server, directory } = globalThis.__govgraphPostgres;
  await server.stop();
  const log = readFileSync(join(directory, "postgres.log"), "utf8");
  rmSync(directory, { recursive: true, force: true });
  const leaked = globalThis.__govgraphPersons
    .flatMap(({ name, idNumber, phone, address }) => [name, idNumber, phone, address])
    .filter((value) => log.includes(value));
  if (leaked.length > 0) throw new Error(`The log of PostgreSQL holds ${leaked.length} values of persons of the seed.`);
};

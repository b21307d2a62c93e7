/** A process of its own: prepares databases, asks each question of its subgraph as anonymous and prints the answers as JSON. */
import { prepareDatabases } from "../../commands/prepare.js";
import type { ServiceUrls } from "../../commands/service-urls.js";
import type { TestDatabase } from "./database.js";
import { startOneSubgraph } from "./one-subgraph.js";

/** What the process is given as the variable ASKED. */
export interface Asked {
  /** Role that may create schemas. */
  readonly adminUrl: string;
  readonly urls: ServiceUrls;
  readonly questions: readonly { readonly subgraph: string; readonly query: string }[];
}

const { adminUrl, urls, questions } = JSON.parse(process.env["ASKED"]!) as Asked;
await prepareDatabases({ adminUrl, urls });
const answers: unknown[] = [];
for (const { subgraph, query } of questions) {
  const running = await startOneSubgraph(subgraph, { urlOf: (service) => urls[service]! } as TestDatabase);
  answers.push((await running.ask(query)).body);
  await running.stop();
}
process.stdout.write(JSON.stringify(answers));

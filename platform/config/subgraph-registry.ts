/** The services of the product as their one file registers them, schema/subgraphs.json: name, port, owner, and who enforces what is closed. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "./project-root.js";

/** What a subgraph may be called: it is the name of a host and of a database's role too. */
export const SUBGRAPH_NAME = /^[a-z][a-z0-9-]{0,62}$/;

const text = z.string().min(1);
const registration = z.strictObject({
  name: z.string().regex(SUBGRAPH_NAME),
  /** Port of a service that runs as a process of its own; the gateway's own subgraph has none. */
  port: z.int().min(1).max(65_535).optional(),
  /** What the pages of documents call it, in English and Chinese. */
  title: text.optional(),
  /** What it holds, in a few words, for the picture of the system. */
  holds: text.optional(),
  /** True where the subgraph enforces its closed fields itself, as those built on platform/subgraph do. */
  enforces: z.boolean(),
  /** Roots beside Query that a subgraph of another agency may publish. */
  operations: z.array(z.enum(["Mutation", "Subscription"])).optional(),
  /** Kinds of export that the service loads: it is known what there is before anything of it is read. */
  imports: z.array(text).optional(),
  /** Those of them that it writes as exchange files too. */
  exports: z.array(text).optional(),
  /** Messages of other services that it receives, each as `<sender>.<topic>`. */
  receives: z.array(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/)).optional(),
  /** The organisation that answers for it. */
  owner: z.strictObject({ id: text.optional(), zh: text, en: text }),
});

/** One registered subgraph. */
export type SubgraphRegistration = z.infer<typeof registration>;

/** What the file registers, in the order of ports. Throws a sentence where a name or a port is given twice. */
export const parseSubgraphRegistry = (json: unknown): readonly SubgraphRegistration[] => {
  const registered = z.array(registration).parse(json);
  for (const [key, values] of [
    ["name", registered.map(({ name }) => name)],
    ["port", registered.flatMap(({ port }) => port ?? [])],
  ] as const) {
    const twice = values.find((value, index) => values.indexOf(value as never) !== index);
    if (twice !== undefined) throw new Error(`schema/subgraphs.json gives the ${key} ${twice} to two subgraphs.`);
  }
  return registered;
};

let known: readonly SubgraphRegistration[] | undefined;

/** The registry of this installation. */
export const subgraphRegistry = (): readonly SubgraphRegistration[] =>
  (known ??= parseSubgraphRegistry(JSON.parse(readFileSync(projectPath("schema/subgraphs.json"), "utf8"))));

/** A service that runs as a process of its own. */
export type ServiceRegistration = SubgraphRegistration & { readonly port: number };

/** The services that run as processes of their own, in the order of their ports. */
export const serviceRegistrations = (registry = subgraphRegistry()): readonly ServiceRegistration[] =>
  registry.filter((entry): entry is ServiceRegistration => entry.port !== undefined);

/** Names of the services that run as processes of their own, in the order of their ports. */
export const registeredServices = (): readonly string[] => serviceRegistrations().map(({ name }) => name);

/** Port of a service. Throws a sentence where none is registered. */
export const registeredPort = (name: string, registry = subgraphRegistry()): number => {
  const port = registry.find((entry) => entry.name === name)?.port;
  if (port === undefined)
    throw new Error(`The subgraph ${name} has no address: schema/subgraphs.json registers no port for that name.`);
  return port;
};

/** Where a service answers GraphQL on this machine. Throws a sentence where no port is registered. */
export const localAddressOf = (name: string, port: number | string = registeredPort(name)): string =>
  `http://127.0.0.1:${port}/graphql`;

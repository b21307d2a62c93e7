/** What differs between builds that are compared: how their databases are filled, who holds which key, how they start, and the words of their operations. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Operations that were called otherwise before: what they ask for is the same. */
const FORMER_NAMES: Readonly<Record<string, string>> = { "follow-an-allotment": "follow-an-indicator" };

/** True where the build prepares its databases with `commands`, and derives a key of its own for each service. */
export const hasCommands = (build: string): boolean => existsSync(join(build, "dist/commands/prepare.js"));

/** Options of Node.js with which the build's own `start:gateway` starts the gateway. */
export const gatewayNodeOptions = (build: string): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(build, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return (
    /^node (.*)dist\//
      .exec(scripts["start:gateway"] ?? "")?.[1]
      ?.split(" ")
      .filter(Boolean) ?? []
  );
};

/** Text and variables of a showcase operation. */
export interface BuildOperation {
  readonly query: string;
  readonly variables: object;
}

const operations = new Map<string, BuildOperation>();

/** The operation in the names of the build, as its files had it when it was first asked for: what is running answers to no later ones. */
export const operationOf = (build: string, name: string): BuildOperation => {
  const fileOf = (known: string, ending: string): string => join(build, `schema/operations/${known}.${ending}`);
  const own = existsSync(fileOf(name, "graphql")) ? name : (FORMER_NAMES[name] ?? name);
  const known = operations.get(`${build} ${name}`);
  if (known) return known;
  const made = {
    query: readFileSync(fileOf(own, "graphql"), "utf8"),
    variables: JSON.parse(readFileSync(fileOf(own, "variables.json"), "utf8")) as object,
  };
  operations.set(`${build} ${name}`, made);
  return made;
};

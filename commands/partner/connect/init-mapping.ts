/** `npm run partner -- connect init`: writes a mapping and its SDL for the service that an OpenAPI description describes. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readMapping, sdlOf } from "../../../platform/connect/index.js";
import { requirePartnerName } from "../installation.js";
import { readDescription } from "./openapi/description.js";
import { writeProposal } from "./openapi/write-proposal.js";

/** Largest description, in bytes. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Most things left out that are told on the terminal; all stand in the file. */
const TOLD = 10;

/** Where it is written, and which paths of the description are looked at. */
export interface InitOptions {
  readonly folder: string;
  readonly prefixes: readonly string[];
}

/** Writes `<name>.yaml` and `<name>.graphql`; gives what is to be said. Throws a sentence where the name, the description or the folder is refused. */
export const initMapping = (name: string, file: string, { folder, prefixes }: InitOptions): string[] => {
  requirePartnerName(name);
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Error(`${folder} is not empty: give another folder with --into.`);
  const { text, leftOut, queries, types } = writeProposal(readDescription(readText(file), file), {
    subgraph: name,
    prefixes,
  });
  const mapping = join(folder, `${name}.yaml`);
  const sdl = join(folder, `${name}.graphql`);
  const printed = sdlOf(readMapping(text, mapping));
  mkdirSync(folder, { recursive: true });
  writeFileSync(mapping, text);
  writeFileSync(sdl, printed);
  return [
    `${mapping} proposes ${queries} queries and ${types} types.`,
    ...leftOut.slice(0, TOLD).map((line) => `  left out: ${line}`),
    ...(leftOut.length > TOLD ? [`  and ${leftOut.length - TOLD} more, which stand at the end of the file`] : []),
    "Edit it, and next:",
    `  npm run partner -- connect ask ${mapping} '{ … }'`,
    `  npm run partner -- connect sdl ${mapping} > ${sdl}`,
    `  npm run partner -- check ${name} ${sdl}`,
  ];
};

const readText = (path: string): string => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`There is no file at ${path}.`);
  if (statSync(path).size > MOST_BYTES) throw new Error(`${path} is larger than a description may be.`);
  return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
};

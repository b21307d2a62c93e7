/** `npm run partner -- add | update | own | rollback`: hands in versions of subgraphs. */
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { localAddressOf, projectPath, subgraphRegistry } from "../../platform/config/index.js";
import {
  listVersions,
  type RegistryDatabase,
  type Submission,
  type SubgraphVersion,
} from "../../platform/registry/index.js";
import { say } from "../command.js";
import { requireSubgraphName } from "./installation.js";
import { changeRegistry, type Reasons } from "./open-registry.js";
import { tellOutcome } from "./outcome.js";
import { readSource } from "./read-source.js";
import { versionNumber } from "./version-number.js";

interface Given extends Reasons {
  readonly url?: string;
  readonly overlay?: string;
  readonly ownerId?: string;
  readonly ownerZh?: string;
  readonly ownerEn?: string;
}

/** Refuses names of the installation's own services, whose versions come from its release. */
const checkName = (name: string): void => {
  requireSubgraphName(name);
  if (subgraphRegistry().some((entry) => entry.name === name))
    throw new Error(`${name} is a service of this installation: npm run partner -- own hands in those.`);
};

const lastOf = async (db: RegistryDatabase, subgraph: string): Promise<SubgraphVersion | undefined> =>
  (await listVersions(db, { subgraph })).at(-1);

const addressOf = (url: string): string => {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error("--url is no address: write https://graph.agency.example/graphql.");
  return url;
};

const add = async (name: string, from: string, given: Given): Promise<void> => {
  checkName(name);
  const { sdl, overlay } = await readSource(name, from, given.overlay);
  await changeRegistry(given, async (registry, act, db) => {
    const last = await lastOf(db, name);
    if ((await listVersions(db, { state: "LIVE" })).length === 0)
      throw new Error("The graph has no services yet: npm run partner -- own hands in those of this release first.");
    if (last && last.state !== "RETIRED") throw new Error(`${name} is there: hand in another version with update.`);
    const { url, ownerId, ownerZh, ownerEn } = given;
    if (url === undefined || ownerZh === undefined || ownerEn === undefined)
      throw new Error("A new subgraph needs --url, --owner-zh and --owner-en.");
    tellOutcome(
      await registry.submit(
        [
          {
            ...{ subgraph: name, sdl, url: addressOf(url), enforces: false },
            ...(overlay === undefined ? {} : { overlay: overlay.sdl }),
            owner: { ...(ownerId === undefined ? {} : { id: ownerId }), zh: ownerZh, en: ownerEn },
          },
        ],
        act,
      ),
    );
  });
};

const update = async (name: string, from: string, given: Given): Promise<void> => {
  checkName(name);
  const { sdl, overlay } = await readSource(name, from, given.overlay);
  await changeRegistry(given, async (registry, act, db) => {
    const last = await lastOf(db, name);
    if (!last) throw new Error(`${name} is not there: hand it in with add.`);
    // An overlay that was forgotten would open what it closed, and is asked for.
    if (last.overlay !== undefined && overlay === undefined)
      throw new Error(`${name} has an overlay: give it with --overlay again, or an empty file.`);
    const { ownerId = last.owner.id, ownerZh = last.owner.zh, ownerEn = last.owner.en } = given;
    tellOutcome(
      await registry.submit(
        [
          {
            ...{ subgraph: name, sdl, url: addressOf(given.url ?? last.url ?? ""), enforces: false },
            ...(overlay === undefined || overlay.sdl.trim() === "" ? {} : { overlay: overlay.sdl }),
            owner: { ...(ownerId === undefined ? {} : { id: ownerId }), zh: ownerZh, en: ownerEn },
          },
        ],
        act,
      ),
    );
  });
};

/** The services of this release, as their committed SDL and the registry of services say. */
const ownSubmissions = (addresses: ReadonlyMap<string, string>): Submission[] =>
  subgraphRegistry().map(({ name, port, owner: { id, zh, en }, enforces }) => ({
    subgraph: name,
    sdl: readFileSync(projectPath(`schema/subgraphs/${name}.graphql`), "utf8"),
    ...(port === undefined ? {} : { url: addresses.get(name) ?? localAddressOf(name) }),
    owner: { ...(id === undefined ? {} : { id }), zh, en },
    enforces,
  }));

const own = ({ url = [], ...reasons }: Reasons & { readonly url?: readonly string[] }): Promise<void> =>
  changeRegistry(reasons, async (registry, act, db) => {
    const addresses = new Map(
      url.map((pair) => {
        const [name = "", address = ""] = pair.split(/=(.*)/s);
        return [name, addressOf(address)] as const;
      }),
    );
    const live = new Map((await listVersions(db, { state: "LIVE" })).map((version) => [version.subgraph, version]));
    const changed = ownSubmissions(addresses).filter(({ subgraph, sdl, url: address, enforces }) => {
      const known = live.get(subgraph);
      return known?.sdl !== sdl || known.url !== address || known.enforces !== enforces;
    });
    if (changed.length === 0) return say("The services of this release are live already.");
    tellOutcome(await registry.submit(changed, act));
  });

const rollBack = (name: string, version: string, reasons: Reasons): Promise<void> =>
  changeRegistry(reasons, async (registry, act) =>
    tellOutcome(await registry.rollBack(name, versionNumber(version), act)),
  );

const ACCEPT_BREAKING = "also where clients that asked lately are broken by it";

/** Adds the commands. */
export const addSubmitCommands = (program: Command): void => {
  const submitting = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument("<name>", "what the subgraph is called: small letters, digits and hyphens")
      .argument("<file>", "its SDL")
      .option("--overlay <file>", "SDL that closes fields for a library that prints no custom directives")
      .option("--url <url>", "where it answers GraphQL")
      .option("--owner-id <id>", "the organisation that answers for it, such as CN-USCC-11990101MB0001302L")
      .option("--owner-zh <name>", "its name in Chinese")
      .option("--owner-en <name>", "its name in English")
      .option("--accept-breaking", ACCEPT_BREAKING)
      .requiredOption("--why <why>", "kept in the history");
  submitting(
    "add",
    "Hands in the first version of a subgraph. Live at once where it makes nothing public, else once two others approved.",
  ).action(add);
  submitting("update", "Hands in another version; address and owner stay where they are not given.").action(update);
  program
    .command("own")
    .description("Hands in the services of this release that changed, from their committed SDL.")
    .option("--url <name=url...>", "where a service answers (default: on this machine)")
    .option("--accept-breaking", ACCEPT_BREAKING)
    .requiredOption("--why <why>", "kept in the history")
    .action(own);
  program
    .command("rollback")
    .description("Hands in what a subgraph was in an older version, as a new version.")
    .argument("<name>")
    .argument("<version>")
    .option("--accept-breaking", ACCEPT_BREAKING)
    .requiredOption("--why <why>", "kept in the history")
    .action(rollBack);
};

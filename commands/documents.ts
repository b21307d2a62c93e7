/** `npm run documents`: documents that apps publish before they ask them (docs/documents.md). */
import { Argument, Option } from "commander";
import { DOORS, type DoorName } from "../platform/documents/index.js";
import { createCommand, runCommand, say } from "./command.js";
import { dayCountOf } from "./day-count.js";
import { DOCUMENTS_VARIABLES, withDocumentStore } from "./documents/open-store.js";
import { check, publish } from "./documents/publish.js";
import { REGISTRY_VARIABLES } from "./partner/registry-variables.js";

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const list = (): Promise<void> =>
  withDocumentStore(async (store) => {
    const versions = await store.versions();
    if (versions.length === 0) say("No app has published documents.");
    for (const { app, version, required, publishedAt, retiredAt, documents, usedOn } of versions)
      say(
        `${app} ${version}: ${documents} documents, published ${dayOf(publishedAt)}, ${
          retiredAt ? `retired ${dayOf(retiredAt)}` : `asked last ${usedOn ?? "never"}`
        }${required ? "; the app is held to its documents" : ""}`,
      );
  });

const require = (app: string, { off = false }: { readonly off?: boolean }): Promise<void> =>
  withDocumentStore(async (store) => {
    if (!(await store.require(app, !off))) throw new Error(`${app} has published no documents.`);
    say(off ? `${app} may ask what it likes.` : `${app} is held to its documents.`);
  });

const doors = (app: string, names: readonly DoorName[]): Promise<void> =>
  withDocumentStore(async (store) => {
    if (!(await store.openDoors(app, names))) throw new Error(`${app} has published no documents.`);
    say(names.length === 0 ? `${app} has no open door.` : `${app}: ${names.join(" and ")} open.`);
  });

const retire = (app: string, version: string | undefined, { unused }: { readonly unused?: string }): Promise<void> =>
  withDocumentStore(async (store) => {
    if ((version === undefined) === (unused === undefined)) throw new Error("Name a version, or days with --unused.");
    if (version !== undefined) {
      if (!(await store.retire(app, version))) throw new Error(`${app} has no version ${version} in use.`);
      return say(`${app} ${version}: retired.`);
    }
    const retired = await store.retireUnused(app, dayCountOf(unused!, "--unused"));
    say(retired.length === 0 ? "Nothing is to retire." : `${app} ${retired.join(", ")}: retired.`);
  });

const command = createCommand(
  "npm run documents --",
  "Documents of apps: published once, asked by name, and where you say so nothing else.",
  { ...DOCUMENTS_VARIABLES, ...REGISTRY_VARIABLES },
);
const isPublic = new Option("--public", "refuse closed fields: the app signs nobody in");
command
  .command("publish")
  .description("checks every document of a manifest and publishes them as a version of an app, all or none")
  .argument("<app>", "the app, as its client is called at the identity provider")
  .argument("<manifest>", "file of graphql-codegen (persisted-documents.json), Relay or Apollo Client")
  .option("--version <version>", "name of the version (default: made of what it holds)")
  .addOption(isPublic)
  .action(publish);
command
  .command("check")
  .description("checks a manifest, or with --app what an app has in use, against the graph of now; publishes nothing")
  .argument("<manifest-or-app>")
  .option("--app", "the argument is the name of an app")
  .addOption(isPublic)
  .action(check);
command.command("list").description("every version of every app, and when it was asked last").action(list);
command
  .command("require")
  .description("holds an app to its documents: with its tokens nothing else is answered")
  .argument("<app>")
  .option("--off", "lets it ask what it likes again")
  .action(require);
command
  .command("doors")
  .description("opens doors of an app beside GraphQL, at which its operations are asked by name; shuts those not named")
  .argument("<app>")
  .addArgument(new Argument("[doors...]", "none to shut all").choices(DOORS))
  .action(doors);
command
  .command("retire")
  .description("retires a version, or all but the latest that were not asked for some days")
  .argument("<app>")
  .argument("[version]")
  .option("--unused <days>", "days without a question")
  .action(retire);
await runCommand(command);

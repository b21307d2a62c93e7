/** `npm run partner -- serve | bundle | key`: how gateways get bundles, and know who signed them. */
import { writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import type { Command } from "commander";
import { createSigningKey, parseTextSigner } from "../../platform/auth/index.js";
import { entityTag } from "../../platform/bundle/index.js";
import { pathOf, startHttpService, stopOnSignal } from "../../platform/http/index.js";
import { findBundle, type RegistryDatabase } from "../../platform/registry/index.js";
import { say } from "../command.js";
import { registryConfig, signerOf, withRegistryDatabase } from "./open-registry.js";

/** Answers `GET /bundle` with the newest bundle, or 304 to who has it (RFC 9110 section 13.1.2); 404 while none was made. */
export const bundleListener =
  (db: RegistryDatabase): RequestListener =>
  (request, response) => {
    const answer = async (): Promise<void> => {
      const isRead = request.method === "GET" || request.method === "HEAD";
      const bundle = isRead && pathOf(request) === "/bundle" ? await findBundle(db) : undefined;
      if (bundle === undefined)
        return void response.writeHead(isRead ? 404 : 405, isRead ? {} : { allow: "GET, HEAD" }).end();
      const etag = entityTag(bundle.signed);
      const known = request.headers["if-none-match"]?.split(",").some((tag) => [etag, "*"].includes(tag.trim()));
      response.writeHead(known ? 304 : 200, {
        etag,
        "cache-control": "no-cache",
        ...(known ? {} : { "content-type": "application/jose" }),
      });
      response.end(known || request.method === "HEAD" ? undefined : bundle.signed);
    };
    answer().catch(() => response.writeHead(503).end());
  };

const serve = async (): Promise<void> => {
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  await withRegistryDatabase(async (db, { REGISTRY_HOST: host, REGISTRY_PORT: port }) => {
    const service = await startHttpService({ listener: bundleListener(db), host, port });
    say(`${service.url}/bundle`);
    await new Promise<void>((resolve) =>
      stopOnSignal(async () => {
        await service.stop();
        resolve();
        await released;
      }),
    );
  });
  letGo();
};

const write = (file: string): Promise<void> =>
  withRegistryDatabase(async (db) => {
    const bundle = await findBundle(db);
    if (!bundle) throw new Error("No bundle was made yet.");
    writeFileSync(file, bundle.signed);
    say(`Bundle ${bundle.version} is in ${file}.`);
  });

const key = ({ new: isNew }: { new?: boolean }): void => {
  if (!isNew) return say(`GATEWAY_BUNDLE_SIGNERS=${signerOf(registryConfig()).publicKey}`);
  const made = createSigningKey();
  say(`REGISTRY_SIGNING_KEY=${made}`);
  say(`GATEWAY_BUNDLE_SIGNERS=${parseTextSigner(made).publicKey}`);
};

/** Adds the commands. */
export const addServeCommands = (program: Command): void => {
  program
    .command("serve")
    .description("Answers GET /bundle at REGISTRY_HOST and REGISTRY_PORT, for gateways.")
    .action(serve);
  program
    .command("bundle")
    .description("Writes the newest bundle into a file, for gateways that read one.")
    .argument("<file>")
    .action(write);
  program
    .command("key")
    .description("Prints the public key that gateways trust; --new makes another pair.")
    .option(
      "--new",
      "make a new pair; put the new public key behind the old one in GATEWAY_BUNDLE_SIGNERS before the registry signs with it",
    )
    .action(key);
};

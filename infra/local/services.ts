/** The process of `npm start` that hosts all subgraphs and the development issuer. */
import "reflect-metadata";
import { readConfig, runMain } from "../../platform/config/index.js";
import { stopOnSignal } from "../../platform/http/index.js";
import { startFromEnvironment } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { ISSUER_VARIABLES } from "./issuer/issuer-variables.js";
import { startIssuer } from "./issuer/issuer.js";

await runMain(async () => {
  const subgraphs = await Promise.all(SUBGRAPHS.map((definition) => startFromEnvironment(definition, process.env)));
  const { ISSUER_PORT, ISSUER_KEY_FILE, ISSUER_REDIRECT_URIS } = readConfig(ISSUER_VARIABLES, process.env);
  const issuer =
    ISSUER_PORT === undefined
      ? undefined
      : await startIssuer({
          host: "127.0.0.1",
          port: ISSUER_PORT,
          keyFile: ISSUER_KEY_FILE,
          redirectUris: ISSUER_REDIRECT_URIS,
          production: process.env["NODE_ENV"] === "production",
        });
  stopOnSignal(async () => {
    await issuer?.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  });
  process.send?.("ready");
});

/** The process of `npm start` that hosts all subgraphs and the development issuer. */
import "reflect-metadata";
import { runMain } from "../../platform/config/index.js";
import { stopOnSignal } from "../../platform/http/index.js";
import { startFromEnvironment } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { startIssuer } from "./issuer/issuer.js";

await runMain(async () => {
  const subgraphs = await Promise.all(SUBGRAPHS.map((definition) => startFromEnvironment(definition, process.env)));
  const issuer =
    process.env["ISSUER_PORT"] === undefined
      ? undefined
      : await startIssuer({
          host: "127.0.0.1",
          port: Number(process.env["ISSUER_PORT"]),
          keyFile: process.env["ISSUER_KEY_FILE"] ?? "",
          redirectUris: (process.env["ISSUER_REDIRECT_URIS"] ?? "").split(","),
          production: process.env["NODE_ENV"] === "production",
        });
  stopOnSignal(async () => {
    await issuer?.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  });
  process.send?.("ready");
});

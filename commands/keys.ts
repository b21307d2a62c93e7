/** `npm run keys`: prints the context keys of every service, derived from GATEWAY_CONTEXT_KEYS, or from a new key where there is none. */
import "reflect-metadata";
import { Command } from "commander";
import { createGatewayKey, parseGatewayKeys, printServiceKeys } from "../platform/auth/index.js";
import { runMain } from "../platform/config/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";

const print = (): void => {
  const given = process.env["GATEWAY_CONTEXT_KEYS"];
  const gateway = given === undefined || given === "" ? createGatewayKey(`k${Date.now()}`) : given;
  const keysOf = parseGatewayKeys(gateway);
  const lines = [
    `GATEWAY_CONTEXT_KEYS=${gateway}`,
    ...SUBGRAPHS.map(({ name }) => `${name.toUpperCase()}_CONTEXT_KEYS=${printServiceKeys(keysOf(name))}`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
};

await runMain(async () => {
  await new Command("npm run keys")
    .description(
      "Prints the context keys of gateway and services as lines for their environments; give each process its own line alone. " +
        "To rotate, put a new key after the old one in GATEWAY_CONTEXT_KEYS and give all processes their lines, then put it first, then leave the old one out.",
    )
    .action(print)
    .parseAsync();
});

/** `npm run token -- <user>`: prints an access token of a demonstration user, alone on the last line. */
import { DEMO_CLIENTS, DEMO_USERS } from "../keycloak/demo-users.js";
import { READ_SCOPES } from "../../platform/auth/index.js";
import { createCommand, runCommand, say } from "../../commands/command.js";
import { KEYCLOAK_VARIABLES, STATE_VARIABLES } from "../../commands/command-variables.js";
import { issuerOf } from "./issuer-url.js";
import { requestToken } from "./request-token.js";
import { loadState } from "./state.js";

const names = [...DEMO_USERS.map(({ username }) => username), ...DEMO_CLIENTS.map(({ clientId }) => clientId)];

const run = async (name: string, scopes: string[]): Promise<void> => {
  if (!names.includes(name)) throw new Error(`There is no user ${name}: use one of ${names.join(" ")}.`);
  const keycloak = process.env["KEYCLOAK_URL"];
  const issuer = keycloak ? issuerOf(keycloak) : loadState().issuerUrl;
  if (issuer === undefined) throw new Error("No issuer is known: run npm start first, or set KEYCLOAK_URL.");
  const issued = await requestToken(issuer, name, scopes);
  if (issued === undefined)
    throw new Error(
      `${issuer} gave no token: is it running${scopes.length > 0 ? ", and does it know these scopes" : ""}?`,
    );
  say(issued.token);
};

await runCommand(
  createCommand(
    "npm run token --",
    "Prints an access token of a demonstration user, valid for five minutes, alone on the last line.",
    { ...KEYCLOAK_VARIABLES, ...STATE_VARIABLES },
  )
    .argument("<user>", `one of ${names.join(" ")}`)
    .argument("[scope...]", `for app-open and app-partner: any of ${READ_SCOPES.join(" ")}`)
    .action(run),
);

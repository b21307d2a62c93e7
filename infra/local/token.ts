/** `npm run token -- <user>`: prints an access token of a demonstration user, alone on the last line. */
import { runMain } from "../../platform/config/index.js";
import { DEMO_CLIENTS, DEMO_USERS, READ_SCOPES } from "../keycloak/demo-users.js";
import { requestToken } from "./request-token.js";
import { readState } from "./state.js";

const names = [...DEMO_USERS.map(({ username }) => username), ...DEMO_CLIENTS.map(({ clientId }) => clientId)];

const help = (): string =>
  [
    "Usage: npm run token -- <user> [scope …]",
    `  <user>        one of ${names.join(" ")}`,
    `  [scope …]     for app-open and app-partner: any of ${READ_SCOPES.join(" ")}`,
    "  KEYCLOAK_URL  a Keycloak such as http://localhost:8080 instead of the issuer of npm start",
    "Prints an access token, valid for five minutes, alone on the last line.",
  ].join("\n");

await runMain(async () => {
  const [name, ...scopes] = process.argv.slice(2);
  if (name === "--help" || name === "-h") return void process.stdout.write(`${help()}\n`);
  if (name === undefined || !names.includes(name)) throw new Error(help());
  const issuer = process.env["KEYCLOAK_URL"] ? `${process.env["KEYCLOAK_URL"]}/realms/gov` : readState().issuerUrl;
  if (issuer === undefined) throw new Error("No issuer is known: run npm start first, or set KEYCLOAK_URL.");
  const issued = await requestToken(issuer, name, scopes);
  if (issued === undefined)
    throw new Error(
      `${issuer} gave no token: is it running${scopes.length > 0 ? ", and does it know these scopes" : ""}?`,
    );
  process.stdout.write(`${issued.token}\n`);
});

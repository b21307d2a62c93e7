/** `npm run keycloak`: a real Keycloak with the demonstration realm, until Ctrl-C; the next start keeps its data. */
import { portNumber, projectPath, readConfig, text, variable } from "../../platform/config/index.js";
import { DEMO_USERS } from "./demo-users.js";
import { createCommand, runCommand, say } from "../local/command.js";
import { startKeycloak } from "./keycloak.js";

const VARIABLES = {
  KEYCLOAK_PORT: variable({ doc: "Port of Keycloak.", schema: portNumber, fallback: "8080" }),
  KEYCLOAK_MANAGEMENT_PORT: variable({ doc: "Port of its health checks.", schema: portNumber, fallback: "9000" }),
  GOV_PORTAL_URL: variable({ doc: "Origin of the explorer.", schema: text, fallback: "http://localhost:4000" }),
  GOV_FRONT_END_URL: variable({
    doc: "Origin of a front end of your own that signs in.",
    schema: text,
    fallback: "http://localhost:5173",
  }),
};

const run = async (): Promise<void> => {
  const config = readConfig(VARIABLES, process.env);
  const keycloak = await startKeycloak({
    port: config.KEYCLOAK_PORT,
    managementPort: config.KEYCLOAK_MANAGEMENT_PORT,
    directory: projectPath(".govgraph/keycloak"),
    placeholders: { GOV_PORTAL_URL: config.GOV_PORTAL_URL, GOV_FRONT_END_URL: config.GOV_FRONT_END_URL },
    say,
  });
  const base = new URL(keycloak.issuerUrl).origin;
  say(`\n  Issuer          ${keycloak.issuerUrl}`);
  say(`  Administration  ${base}/admin/  (admin, password in .govgraph/keycloak/admin-password)`);
  say(`  Users           ${DEMO_USERS.map(({ username }) => username).join(" ")} (password demo-only-<name>)`);
  say(`\n  KEYCLOAK_URL=${base} npm start\n  KEYCLOAK_URL=${base} npm run token -- officer-1\n`);
  const stop = (): void => {
    say("Stopping …");
    void keycloak.stop().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
};

await runCommand(
  createCommand(
    "npm run keycloak --",
    "Starts a real Keycloak with the demonstration realm, until Ctrl-C; needs Java 17 or newer with mvn and unzip, or Docker.",
    VARIABLES,
  ).action(run),
);

/** `npm run keycloak`: a real Keycloak with the demonstration realm, until Ctrl-C; the next start keeps its data. */
import { projectPath, readConfig } from "../../platform/config/index.js";
import { DEMO_USERS } from "./demo-users.js";
import { createCommand, runCommand, say } from "../../commands/command.js";
import { KEYCLOAK_RUN_VARIABLES } from "./keycloak-variables.js";
import { startKeycloak } from "./keycloak.js";

const run = async (): Promise<void> => {
  const config = readConfig(KEYCLOAK_RUN_VARIABLES, process.env);
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
    KEYCLOAK_RUN_VARIABLES,
  ).action(run),
);

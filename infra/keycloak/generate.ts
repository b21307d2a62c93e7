/** `node dist/infra/keycloak/generate.js`: rewrites realm.demo.json from realm.json and the demonstration users. */
import { writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { createDemoRealm, readRealm } from "./demo-realm.js";

writeFileSync(
  projectPath("infra/keycloak/realm.demo.json"),
  `${JSON.stringify(createDemoRealm(readRealm("realm.json")), null, 2)}\n`,
);

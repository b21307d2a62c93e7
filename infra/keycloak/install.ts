/** The distribution of Keycloak on this machine: fetched from Maven Central and built once. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Version of the server, tried with this realm. */
export const KEYCLOAK_VERSION = "26.7.3";

/** Downloads, unpacks and builds the distribution where that is not done yet; answers with its folder. */
export const installKeycloak = async (directory: string, say: (line: string) => void = () => {}): Promise<string> => {
  mkdirSync(directory, { recursive: true });
  const name = `keycloak-quarkus-dist-${KEYCLOAK_VERSION}.zip`;
  const home = join(directory, `keycloak-${KEYCLOAK_VERSION}`);
  const built = join(home, ".built");
  if (existsSync(built)) return home;
  if (!existsSync(join(directory, name))) {
    say(`Downloading Keycloak ${KEYCLOAK_VERSION}, 177 MB …`);
    const artifact = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
    await run("mvn", ["-q", "dependency:copy", `-Dartifact=${artifact}`, "-DoutputDirectory=."], { cwd: directory });
  }
  say("Unpacking and building, half a minute …");
  rmSync(home, { recursive: true, force: true });
  await run("unzip", ["-q", "-o", name], { cwd: directory, maxBuffer: 1e8 });
  await run(join(home, "bin/kc.sh"), [
    "build",
    "--db=dev-file",
    "--health-enabled=true",
    `--features-disabled=${UNUSED}`,
  ]);
  writeFileSync(built, "");
  return home;
};

/** Features that the realm does not use; without them the server starts in half the time. */
const UNUSED = [
  "account",
  "account-api",
  "ciba",
  "device-flow",
  "docker",
  "kerberos",
  "impersonation",
  "organization",
  "par",
  "passkeys",
  "recovery-codes",
  "workflows",
].join(",");

/** The development issuer for tests of what a token's bearer may do, with a key of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";

/** An issuer, and the key by which an operator's guard knows its tokens. */
export interface TestIssuer extends RunningIssuer {
  readonly publicKey: string;
}

/** Starts it on a free loopback port; its key goes with it. */
export const startTestIssuer = async (): Promise<TestIssuer> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-issuer-"));
  const issuer = await startIssuer({
    host: "127.0.0.1",
    port: 0,
    keyFile: join(directory, "key.json"),
    redirectUris: ["http://localhost:4000/"],
    production: false,
  });
  const realm = (await (await fetch(issuer.issuerUrl)).json()) as { public_key: string };
  return {
    ...issuer,
    publicKey: realm.public_key,
    async stop() {
      await issuer.stop();
      rmSync(directory, { recursive: true });
    },
  };
};

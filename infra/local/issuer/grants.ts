/** Codes that the portal changes for tokens: each is good once, for a minute, with the verifier of its challenge (RFC 7636). */
import { createHash, randomBytes } from "node:crypto";

const LASTS_MS = 60_000;

/** What was granted at the sign-in. */
export interface Grant {
  readonly username: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string;
}

/** What the portal sends to redeem a code. */
export interface Redemption {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly clientId: string;
}

/** Codes that were given and not redeemed. */
export interface GrantStore {
  /** A new code. */
  give(grant: Grant): string;
  /** The grant of the code, which is spent then; undefined where anything about it differs. */
  redeem(redemption: Redemption): Grant | undefined;
}

/** An empty store; what is over is forgotten when the next code is given. */
export const createGrantStore = (): GrantStore => {
  const grants = new Map<string, Grant & { readonly expiresAt: number }>();
  return {
    give(grant) {
      const code = randomBytes(24).toString("base64url");
      for (const [old, { expiresAt }] of grants) if (expiresAt < Date.now()) grants.delete(old);
      grants.set(code, { ...grant, expiresAt: Date.now() + LASTS_MS });
      return code;
    },
    redeem({ code, verifier, redirectUri, clientId }) {
      const grant = grants.get(code);
      grants.delete(code);
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const ok =
        grant && grant.expiresAt > Date.now() && grant.challenge === challenge && grant.redirectUri === redirectUri;
      return ok && clientId === "gov-portal" ? grant : undefined;
    },
  };
};

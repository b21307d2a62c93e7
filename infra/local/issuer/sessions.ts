/** Sessions of the development issuer: refresh tokens work once, a second use ends the session. */
import { randomBytes, randomUUID } from "node:crypto";

/** What a signed-in person's tokens are issued for. */
export interface Session {
  readonly id: string;
  readonly username: string;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce?: string;
}

/** Keeps sessions in memory; they end with the process. */
export interface SessionStore {
  begin(session: Omit<Session, "id">): Session;
  /** A refresh token of the session; the ones before it are used up. */
  refreshToken(session: Session): string;
  /** The session of an unused refresh token of this client. */
  redeem(refreshToken: string, clientId: string): Session | undefined;
  end(refreshToken: string): void;
}

const IDLE_MS = 1_800_000;
const MOST_TOKENS = 10_000;

/** Creates the store. */
export const createSessionStore = (): SessionStore => {
  const tokens = new Map<string, { session: Session; used: boolean; expiresAt: number }>();
  const ended = new Set<string>();
  return {
    begin: (session) => ({ ...session, id: randomUUID() }),
    refreshToken(session) {
      const token = randomBytes(32).toString("base64url");
      for (const old of tokens.keys()) {
        if (tokens.size < MOST_TOKENS) break;
        tokens.delete(old);
      }
      tokens.set(token, { session, used: false, expiresAt: Date.now() + IDLE_MS });
      return token;
    },
    redeem(refreshToken, clientId) {
      const entry = tokens.get(refreshToken);
      if (!entry || entry.expiresAt < Date.now() || entry.session.clientId !== clientId) return undefined;
      if (entry.used) ended.add(entry.session.id);
      entry.used = true;
      return ended.has(entry.session.id) ? undefined : entry.session;
    },
    end(refreshToken) {
      const session = tokens.get(refreshToken)?.session;
      if (session) ended.add(session.id);
    },
  };
};

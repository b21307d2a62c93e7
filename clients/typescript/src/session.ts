/** Who is signed in, for as long as the issuer renews it: a refresh token works once, so that one refresh at a time is sent. */
import { type Issuer, requestTokens, SignInError, type Tokens } from "./issuer.js";

/** A sign-in of one page. */
export interface Session {
  /** A token that is good for another while; undefined once the sign-in has ended. Rejects where the issuer is not reached. */
  accessToken(): Promise<string | undefined>;
  /** Forgets the tokens; the address at which the issuer ends its own session, where it has one: `location.assign` it. */
  end(postLogoutRedirectUri: string): string | undefined;
}

/** What a session refreshes with. */
export interface SessionOptions {
  readonly issuer: Issuer;
  readonly clientId: string;
  readonly send: typeof fetch;
  readonly now: () => number;
}

/** So long before its end a token is renewed: a request may wait that long in a queue. */
const EARLY_MS = 30_000;

/** Creates the session of tokens that were just given. */
export const createSession = ({ issuer, clientId, send, now }: SessionOptions, first: Tokens): Session => {
  let tokens: Tokens | undefined = first;
  let refreshing: Promise<string | undefined> | undefined;

  const refresh = async (old: Tokens): Promise<string | undefined> => {
    // Without a refresh token the last seconds are used up too.
    if (old.refreshToken === undefined) return now() < old.expiresAtMs ? old.accessToken : (tokens = undefined);
    const form = { grant_type: "refresh_token", client_id: clientId, refresh_token: old.refreshToken };
    try {
      const renewed = await requestTokens(issuer, form, { send, nowMs: now() });
      // Ended meanwhile: what came is for nobody.
      if (tokens !== old) return undefined;
      tokens = renewed;
      return renewed.accessToken;
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      if (tokens === old) tokens = undefined;
      return undefined;
    }
  };

  return {
    async accessToken() {
      if (tokens === undefined) return undefined;
      if (now() < tokens.expiresAtMs - EARLY_MS) return tokens.accessToken;
      refreshing ??= refresh(tokens).finally(() => (refreshing = undefined));
      return refreshing;
    },
    end(postLogoutRedirectUri) {
      tokens = undefined;
      if (issuer.endSessionEndpoint === undefined) return undefined;
      const target = new URL(issuer.endSessionEndpoint);
      target.searchParams.set("client_id", clientId);
      target.searchParams.set("post_logout_redirect_uri", postLogoutRedirectUri);
      return target.href;
    },
  };
};

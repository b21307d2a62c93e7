/** The issuer of tokens: where its endpoints are (OpenID Connect Discovery 1.0, section 4), and what its token endpoint answers. */

/** An issuer as discovered. */
export interface Issuer {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly endSessionEndpoint: string | undefined;
}

/** Tokens with the moment, in ms since 1970, at which the access token ends. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly expiresAtMs: number;
}

/** Why a sign-in or a refresh came to nothing; `code` is the issuer's (RFC 6749, sections 4.1.2.1 and 5.2) or `mismatch`. */
export class SignInError extends Error {
  override readonly name = "SignInError";

  constructor(readonly code: string) {
    super("Signing in did not succeed.");
  }
}

const textOf = (source: unknown, name: string): string | undefined => {
  const value = (source as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** Asks an issuer where its endpoints are. Throws SignInError with `mismatch` where it names another issuer or lacks one. */
export const discover = async (url: string, send: typeof fetch = fetch): Promise<Issuer> => {
  const response = await send(`${url}/.well-known/openid-configuration`);
  const found: unknown = await response.json();
  const authorizationEndpoint = textOf(found, "authorization_endpoint");
  const tokenEndpoint = textOf(found, "token_endpoint");
  if (textOf(found, "issuer") !== url || authorizationEndpoint === undefined || tokenEndpoint === undefined)
    throw new SignInError("mismatch");
  return {
    issuer: url,
    authorizationEndpoint,
    tokenEndpoint,
    endSessionEndpoint: textOf(found, "end_session_endpoint"),
  };
};

/** Asks the token endpoint. Throws SignInError with the issuer's code where it refuses, TypeError where it is down. */
export const requestTokens = async (
  { tokenEndpoint }: Issuer,
  form: Readonly<Record<string, string>>,
  { send, nowMs }: { readonly send: typeof fetch; readonly nowMs: number },
): Promise<Tokens> => {
  const response = await send(tokenEndpoint, { method: "POST", body: new URLSearchParams(form) });
  if (response.status >= 500) throw new TypeError("The issuer is not available.");
  const found: unknown = await response.json().catch(() => undefined);
  const accessToken = textOf(found, "access_token");
  if (!response.ok || accessToken === undefined) throw new SignInError(textOf(found, "error") ?? "invalid_response");
  const seconds = (found as { readonly expires_in?: unknown }).expires_in;
  return {
    accessToken,
    refreshToken: textOf(found, "refresh_token"),
    expiresAtMs: nowMs + (typeof seconds === "number" ? seconds : 0) * 1000,
  };
};

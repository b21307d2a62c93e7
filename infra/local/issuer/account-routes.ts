/** The development issuer's smaller endpoints: the realm's key, who a token is, logout. */
import { Router, urlencoded } from "express";
import type { SessionStore } from "./sessions.js";
import type { TokenIssuer } from "./tokens.js";

const text = (source: unknown, name: string): string => {
  const value = (source as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
};

/** Creates the routes. */
export const createAccountRoutes = (
  tokens: TokenIssuer,
  sessions: SessionStore,
  redirectUris: readonly string[],
): Router => {
  const router = Router();
  const base = "/realms/gov/protocol/openid-connect";
  router.get("/realms/gov", (_request, response) => {
    response.json({
      realm: "gov",
      public_key: tokens.realmPublicKey,
      "token-service": `${tokens.issuerUrl}/protocol/openid-connect`,
      "tokens-not-before": 0,
    });
  });
  router.get(`${base}/userinfo`, (request, response) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    tokens.read(token).then(
      (claims) => {
        // As Keycloak: a token without the scope openid is not for this endpoint.
        if (!String(claims["scope"]).split(" ").includes("openid"))
          return void response.status(403).json({ error: "insufficient_scope" });
        const { sub, preferred_username, agency_uscc, division_code, subject_uscc, real_name_level } = claims;
        response.json({ sub, preferred_username, agency_uscc, division_code, subject_uscc, real_name_level });
      },
      () => response.status(401).json({ error: "invalid_token" }),
    );
  });
  router.get(`${base}/logout`, (request, response) => {
    const target = text(request.query, "post_logout_redirect_uri");
    // There is no cookie to clear: the portal's token ends with its page.
    if (target === "") response.type("text/plain").send("已退出 Signed out");
    else if (!redirectUris.includes(target)) response.status(400).send("Invalid redirect uri");
    else {
      const url = new URL(target);
      const state = text(request.query, "state");
      if (state !== "") url.searchParams.set("state", state);
      response.redirect(302, url.href);
    }
  });
  router.post(`${base}/logout`, urlencoded({ extended: false, limit: "16kb" }), (request, response) => {
    sessions.end(text(request.body, "refresh_token"));
    response.status(204).end();
  });
  return router;
};
